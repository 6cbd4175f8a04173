package scan

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan/triage"
)

// vote is a check's finding about one instance, before it was joined with others.
type vote struct {
	checks.Finding
	ballot *ballot
	print  string // its fingerprint
}

// parties tells votes of one finding apart: instances that are counted are alike.
func (v *vote) parties() [2]string {
	parties := [2]string{stable(v.Resource.Address)}
	if v.Companion != nil {
		parties[1] = stable(v.Companion.Address)
	}
	return parties
}

// ballot is a verdict as the summary counts it: that of one check on one resource
// instance. It is the worst of its votes.
type ballot struct {
	verdict checks.Verdict
	open    checks.Verdict // the worst that is not suppressed
}

// acceptance has findings triaged.
type acceptance struct {
	session    *session
	options    *Options
	roots      []root
	selected   *selection
	exceptions *triage.Exceptions
	baseline   *triage.Baseline
	result     *triage.Triage // nil until then, and where nothing suppresses
}

// accepts reads what findings are excused by, but for comments.
func (s *session) accepts(o *Options) (*acceptance, error) {
	a := &acceptance{session: s, options: o}
	if o.NoSuppress {
		return a, nil
	}
	name, data, err := s.exceptionsFile(o.Exceptions)
	if err != nil {
		return nil, err
	}
	if name != "" {
		if a.exceptions, err = triage.ReadExceptions(name, data); err != nil {
			return nil, Usagef("%v", err)
		}
	}
	if o.Baseline != "" {
		data, err := os.ReadFile(o.Baseline)
		if err != nil {
			return nil, unavailable(o.Baseline, err)
		}
		if a.baseline, err = triage.ReadBaseline(s.placed(o.Baseline), data); err != nil {
			return nil, Usagef("%v", err)
		}
	}
	return a, nil
}

// exceptionsFile reads the file that was given, else the one at the boundary. The
// name is "" if there is none.
func (s *session) exceptionsFile(given string) (name string, data []byte, err error) {
	if given == "" {
		data, err = fs.ReadFile(s.files.FS, triage.ExceptionsFile)
		if errors.Is(err, fs.ErrNotExist) {
			return "", nil, nil
		}
		if err != nil {
			return "", nil, Usagef("%s: %v", triage.ExceptionsFile, explain(cause(err)))
		}
		return triage.ExceptionsFile, data, nil
	}
	data, err = os.ReadFile(given)
	if err != nil {
		return "", nil, unavailable(given, err)
	}
	return s.placed(given), data, nil
}

// placed is how diagnostics name a file that may lie outside of the boundary.
func (s *session) placed(file string) string {
	if name, err := s.inside(file); err == nil {
		return name
	}
	return filepath.Base(file)
}

// triage marks the findings that do not count, and takes them out of the summary.
func (a *acceptance) triage(r *Report) {
	r.accepted = a
	marked := a.session.files.marked
	if a.options.NoSuppress || len(marked) == 0 && a.exceptions == nil && a.baseline == nil {
		return
	}
	files := make([]triage.File, 0, len(marked))
	for name, data := range marked {
		files = append(files, triage.File{Name: name, Data: data})
	}
	slices.SortFunc(files, func(x, y triage.File) int { return cmp.Compare(x.Name, y.Name) })
	a.result = triage.New(a.wants(), files)
	var findings []Finding
	for _, f := range r.Findings {
		findings = append(findings, a.parted(f)...)
	}
	r.Findings = findings
	slices.SortStableFunc(r.Findings, order)
	r.Summary.recount(r.Findings)
	r.Diagnostics.Add(a.result.Diagnostics()...)
}

func (a *acceptance) wants() triage.Options {
	chosen := map[string]bool{}
	for _, e := range a.selected.entries {
		chosen[e.ID] = true
	}
	today := a.options.Today
	if today.IsZero() {
		today = time.Now()
	}
	return triage.Options{
		Checks:       a.options.Checks,
		Selected:     func(e *checks.Entry) bool { return chosen[e.ID] },
		Matches:      matches,
		Today:        today,
		Workspace:    cmp.Or(a.options.Inputs.Workspace, "default"),
		WarnUnused:   a.options.WarnUnused,
		Whole:        a.whole,
		Covers:       a.covers,
		Called:       a.session.loader.Called,
		InRepository: a.session.inRepository,
		Exceptions:   a.exceptions,
		Baseline:     a.baseline,
	}
}

// whole tells whether all findings in a file were asked for.
func (a *acceptance) whole(file string) bool {
	isPart := func(r root) bool { return r.only != nil }
	asked := func(r root) bool { return r.only[file] }
	return !slices.ContainsFunc(a.roots, isPart) || slices.ContainsFunc(a.roots, asked)
}

// covers tells whether a root, as fingerprints call it, was judged as a whole, or
// lies in a folder that was.
func (a *acceptance) covers(name string) bool {
	judged := func(r root) bool { return r.only == nil && a.session.identity(r.dir) == name }
	below := func(t target) bool { return t.isDir && holds(a.session.inRepository(t.name), name) }
	return slices.ContainsFunc(a.roots, judged) || slices.ContainsFunc(a.session.targets, below)
}

// parted is a finding with its suppression, and several where not all instances
// have the same.
func (a *acceptance) parted(f Finding) []Finding {
	if f.Verdict == checks.Passed {
		return []Finding{f}
	}
	var parts []Finding
	at := map[Suppression]int{}
	for _, v := range f.votes {
		var why Suppression
		sup := a.result.Judge(a.subject(&f, &v))
		if sup != nil {
			why = *sup
		}
		i, ok := at[why]
		if !ok {
			i = len(parts)
			at[why] = i
			part := f
			part.Finding, part.Fingerprint, part.Suppressed = v.Finding, v.print, sup
			part.Instances, part.votes = nil, nil
			parts = append(parts, part)
		}
		parts[i].take(v)
	}
	return parts
}

func (f *Finding) take(v vote) {
	if n := len(f.Instances); n == 0 || f.Instances[n-1] != v.Resource {
		f.Instances = append(f.Instances, v.Resource)
	}
	f.votes = append(f.votes, v)
}

func (a *acceptance) subject(f *Finding, v *vote) *triage.Subject {
	return &triage.Subject{
		Check:       v.Check,
		Verdict:     v.Verdict,
		Resource:    v.Resource,
		Companion:   v.Companion,
		Attribute:   v.At.Origin.Name,
		Place:       f.Place,
		Chain:       f.Chain,
		Folder:      a.folder(f),
		Fingerprint: v.print,
	}
}

// folder is that of the root module of which a finding is.
func (a *acceptance) folder(f *Finding) string {
	switch f.Format {
	case model.Terraform:
		return f.Root
	case model.TerraformPlan, model.TerraformState:
		return a.session.planned[f.Root]
	}
	return ""
}

// recount takes what is suppressed out of the counts of verdicts.
func (s *Summary) recount(findings []Finding) {
	for _, f := range findings {
		for _, v := range f.votes {
			if f.Suppressed == nil && v.ballot.open != checks.Fail {
				v.ballot.open = f.Verdict
			}
		}
	}
	for _, f := range findings {
		for _, v := range f.votes {
			if f.Suppressed != nil && v.ballot.open != v.ballot.verdict {
				s.move(v.ballot.verdict, v.ballot.open)
				v.ballot.verdict = v.ballot.open
			}
		}
	}
}

// move counts a verdict as another; "" is one that is suppressed.
func (s *Summary) move(from, to checks.Verdict) {
	switch from {
	case checks.Fail:
		s.Failed--
	case checks.Unknown:
		s.Unknown--
	}
	switch to {
	case checks.Unknown:
		s.Unknown++
	case "":
		s.Suppressed++
	}
}

// Baseline is all that counts against the code today.
func (r *Report) Baseline() *triage.Baseline {
	var entries []*triage.Entry
	s := r.accepted.session
	for _, f := range r.Findings {
		if f.Suppressed != nil || f.Verdict == checks.Passed {
			continue
		}
		for _, v := range f.votes {
			entries = append(entries, &triage.Entry{
				Fingerprint: v.print,
				Check:       f.Check.ID,
				Verdict:     f.Verdict,
				Root:        s.identity(f.Root),
				Address:     stable(v.Resource.Address),
				File:        s.inRepository(f.Place.File),
			})
		}
	}
	return triage.NewBaseline(entries)
}

// Pruned is the baseline that the run was given, without what is gone.
func (r *Report) Pruned() *triage.Baseline { return r.accepted.result.Pruned() }
