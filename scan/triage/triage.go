// Package triage decides which findings do not count: those that a comment in the
// source accepts, those for which an exception is on file, and those that stand in
// a baseline. What it lets pass it marks and never drops; what is meant to let
// something pass and does not, it reports.
package triage

import (
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Suppression is why a finding does not count.
type Suppression struct {
	Kind   string `json:"kind"` // "comment", "exception" or "baseline"
	Reason string `json:"reason"`
	Owner  string `json:"owner,omitempty"`
	Until  string `json:"until,omitempty"`
	// Decision, Approver and Ticket are those of an exception.
	Decision string `json:"decision,omitempty"`
	Approver string `json:"approver,omitempty"`
	Ticket   string `json:"ticket,omitempty"`
}

// Subject is a verdict about one resource instance.
type Subject struct {
	Check       *checks.Entry
	Verdict     checks.Verdict
	Resource    *model.Resource
	Companion   *model.Resource // nil if the place lies in Resource
	Attribute   string          // in its author's words
	Place       model.Range
	Chain       []model.Hop
	Folder      string // of the root module, "" where there is none
	Fingerprint string
}

// Options is what triage needs to know of the run.
type Options struct {
	Checks []checks.Entry // all there are
	// Selected tells the checks of this run: the others cannot find anything to
	// suppress.
	Selected func(*checks.Entry) bool
	// Matches tells whether a glob means a check, by any of its names.
	Matches   func(glob string, e *checks.Entry) bool
	Today     time.Time // of which only the date counts
	Workspace string
	// WarnUnused makes warnings of the reports of what matches nothing.
	WarnUnused bool
	// Whole tells whether all findings in a file were asked for. In others, what
	// matches nothing may be right.
	Whole func(file string) bool
	// Covers tells whether a root was judged in this run, or would have been, were
	// it still there.
	Covers func(root string) bool
	// Called returns the folder that a module block in a folder calls.
	Called func(folder, name string) (string, bool)
	// InRepository turns a place's file into a path from the top of the repository.
	InRepository func(file string) string

	// Before returns what a file said before the change that is judged, nothing for a
	// file that was not there. Without it, no change is judged.
	Before func(file string) []byte

	Exceptions *Exceptions // nil for none
	Baseline   *Baseline   // nil for none
}

// File is a file that was read and holds a mark: see Marked.
type File struct {
	Name string // as places say it
	Data []byte
}

// Triage judges the findings of one run.
type Triage struct {
	Options
	day      time.Time
	names    resolver
	sheets   map[string]*sheet
	calls    map[call][]*directive // that stand at a module call
	folders  map[*model.Scope]map[string]string
	accepted map[string][]*exception // by id of check
	diags    diag.List
}

// call is a module block, by its folder and name.
type call struct{ folder, name string }

// New reads the comments of the files.
func New(o Options, files []File) *Triage {
	t := &Triage{
		Options: o,
		day:     dayOf(o.Today),
		names:   resolver{checks: o.Checks, matches: o.Matches, known: map[string][]*checks.Entry{}},
		sheets:  map[string]*sheet{},
		calls:   map[call][]*directive{},
		folders: map[*model.Scope]map[string]string{},
	}
	for _, f := range files {
		if s := readSheet(f.Name, f.Data); s != nil {
			t.admit(s)
		}
	}
	t.fileExceptions()
	return t
}

// admit finds out what the directives of a file mean.
func (t *Triage) admit(s *sheet) {
	t.diags.Add(s.diags...)
	t.markAdded(s)
	s.byCheck = map[string][]*directive{}
	for _, d := range s.directives {
		t.identify(d)
		for _, n := range d.names {
			for _, e := range n.checks {
				s.byCheck[e.ID] = append(s.byCheck[e.ID], d)
			}
		}
		if d.call != "" {
			at := call{folderOf(s.file), d.call}
			t.calls[at] = append(t.calls[at], d)
		}
	}
	t.sheets[s.file] = s
}

// identify finds the checks that a directive names.
func (t *Triage) identify(d *directive) {
	for i := range d.names {
		n := &d.names[i]
		if n.everyKICS {
			n.checks = t.names.ofKICS()
			continue
		}
		if t.names.tooWide(n.text) {
			t.diags.Add(diag.Diagnostic{
				Severity: diag.Warning, Range: d.at,
				Summary: d.title([]string{n.text}) + " is not honoured: it stands for every check",
				Detail:  "Name the checks that are meant.",
			})
			n.refused = true
			continue
		}
		n.checks = t.names.find(n.text)
		if len(n.checks) == 0 && d.own {
			t.diags.Warnf(d.at, "no check is called %q: there is nothing to suppress", n.text)
			n.refused = true
		}
	}
}

// Judge says why a verdict does not count, and nil where it does.
func (t *Triage) Judge(s *Subject) *Suppression {
	byComment := t.byComment(s)
	byException := t.byException(s)
	byBaseline := t.Baseline.suppression(s)
	switch {
	case byComment != nil:
		return byComment
	case byException != nil:
		return byException
	}
	return byBaseline
}

func (t *Triage) byComment(s *Subject) *Suppression {
	var found *Suppression
	for d := range t.directives(s) {
		if !t.runsIn(d) {
			continue
		}
		d.use(s.Check)
		sup := t.honour(d, s)
		if sup == nil {
			continue
		}
		d.passed++
		if found == nil {
			found = sup
		}
	}
	return found
}

// directives yields those that cover a subject.
func (t *Triage) directives(s *Subject) func(yield func(*directive) bool) {
	return func(yield func(*directive) bool) {
		if len(t.sheets) == 0 {
			return
		}
		for _, sheet := range t.near(s) {
			for _, d := range sheet.byCheck[s.Check.ID] {
				if d.covers(s, sheet) && !yield(d) {
					return
				}
			}
		}
		for _, at := range t.callsOf(s) {
			for _, d := range t.calls[at] {
				if d.means(s.Check) && !yield(d) {
					return
				}
			}
		}
	}
}

// near are the files with directives in which a subject has a place, each once.
func (t *Triage) near(s *Subject) []*sheet {
	var found []*sheet
	add := func(file string) {
		sheet := t.sheets[file]
		if sheet == nil {
			return
		}
		for _, met := range found {
			if met == sheet {
				return
			}
		}
		found = append(found, sheet)
	}
	add(s.Place.File)
	add(s.Resource.Location.File)
	if s.Companion != nil {
		add(s.Companion.Location.File)
	}
	for _, hop := range s.Chain {
		add(hop.Range.File)
	}
	return found
}

// honour says what a directive that covers a subject makes of it.
func (t *Triage) honour(d *directive, s *Subject) *Suppression {
	if t.expired(d.until) {
		d.lapsed = true
		return nil
	}
	if why := t.Exceptions.forbids(d, s.Check, t.day); why != "" {
		d.forbidden = why
		return nil
	}
	return &Suppression{Kind: "comment", Reason: d.reason, Owner: d.owner, Until: dateText(d.until)}
}

func (t *Triage) runsIn(d *directive) bool {
	return d.workspace == "" || wild(d.workspace, t.Workspace)
}

// expired tells whether a last day has passed. The zero time never does.
func (t *Triage) expired(until time.Time) bool { return !until.IsZero() && t.day.After(until) }

const dateForm = "2006-01-02"

func dateText(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(dateForm)
}

// dayOf is the start of a day, as dates that are read have it.
func dayOf(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// daysTo counts from today.
func (t *Triage) daysTo(day time.Time) int { return int(day.Sub(t.day).Hours() / 24) }

// wild tells whether a text matches a pattern in which * stands for any text.
// Brackets mean themselves: addresses are full of them.
func wild(pattern, text string) bool {
	head, rest, found := strings.Cut(pattern, "*")
	if !found {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, head)
	if !ok {
		return false
	}
	for {
		head, rest, found = strings.Cut(rest, "*")
		if !found {
			return strings.HasSuffix(text, head)
		}
		i := strings.Index(text, head)
		if i < 0 {
			return false
		}
		text = text[i+len(head):]
	}
}
