package triage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// ExceptionsFile is the name under which exceptions are looked for at the top of
// the work tree.
const ExceptionsFile = ".lintel-exceptions.yaml"

// Exceptions are the decisions to live with findings, and the limits to them.
type Exceptions struct {
	limits limits
	list   []*exception
}

// limits bound what may be accepted. A zero limit is none.
type limits struct {
	days     int
	severity *checks.Severity // the highest
	comments bool             // comments are held to them as well
}

// exception is one decision.
type exception struct {
	at        model.Range
	globs     []string // of checks
	address   string   // patterns; "" for all
	path      string
	attribute string

	decision, reason, owner, approver, ticket string
	from, until                               time.Time

	// tool is the one for which it was written, "" for Lintel; origin is the kind of
	// suppression that it makes.
	tool, origin string

	used, early, lapsed bool
	forbidden           string
}

// Foreign is what another tool was told to let pass.
type Foreign struct {
	At            model.Range
	Tool          string
	Globs         []string // of its ids
	Path, Address string   // patterns as in an exception; "" for all
	Until         time.Time
	Reason        string
	Baseline      bool // it stands in a baseline
}

// With are the exceptions, and what other tools let pass. They are held to the same
// limits.
func (x *Exceptions) With(list []Foreign) *Exceptions {
	if len(list) == 0 {
		return x
	}
	all := &Exceptions{}
	if x != nil {
		*all = *x
	}
	for _, f := range list {
		e := &exception{at: f.At, globs: f.Globs, path: f.Path, address: f.Address, until: f.Until, reason: f.Reason, tool: f.Tool, origin: "exception"}
		if f.Baseline {
			e.origin = "baseline"
		}
		all.list = append(all.list, e)
	}
	return all
}

// fileExceptions finds the checks that the exceptions name.
func (t *Triage) fileExceptions() {
	if t.Exceptions == nil {
		return
	}
	t.accepted = map[string][]*exception{}
	for _, x := range t.Exceptions.list {
		for _, glob := range x.globs {
			if t.names.tooWide(glob) {
				t.diags.Warnf(x.at, "this exception for %s is not honoured: it stands for every check", glob)
				continue
			}
			named := t.names.find(glob)
			if len(named) == 0 && x.tool == "" {
				t.diags.Warnf(x.at, "no check is called %q: there is nothing to except", glob)
			}
			for _, e := range named {
				t.accepted[e.ID] = append(t.accepted[e.ID], x)
			}
		}
	}
}

func (t *Triage) byException(s *Subject) *Suppression {
	var found *Suppression
	for _, x := range t.accepted[s.Check.ID] {
		if !x.covers(s, t.InRepository) {
			continue
		}
		x.used = true
		switch why := t.Exceptions.limits.breach(s.Check, x.from, x.until, t.day); {
		case t.day.Before(x.from):
			x.early = true
		case t.expired(x.until):
			x.lapsed = true
		case why != "":
			x.forbidden = why
		case found == nil:
			found = &Suppression{
				Kind: cmp.Or(x.origin, "exception"), Reason: x.reason, Owner: x.owner, Until: dateText(x.until),
				Decision: x.decision, Approver: x.approver, Ticket: x.ticket,
			}
		}
	}
	return found
}

// covers tells whether an exception is about a subject: by the address of its
// resource or companion, with instance keys or without, the file and the attribute.
func (x *exception) covers(s *Subject, inRepository func(string) string) bool {
	if x.path != "" && !doublestar.MatchUnvalidated(x.path, inRepository(s.Place.File)) {
		return false
	}
	if x.attribute != "" && !wild(x.attribute, s.Attribute) {
		return false
	}
	return x.address == "" || x.names(s.Resource) || s.Companion != nil && x.names(s.Companion)
}

func (x *exception) names(r *model.Resource) bool {
	return wild(x.address, r.Address) || wild(x.address, r.Block)
}

// breach says which limit a suppression goes beyond, "" for none. What does not
// say from when on it holds is counted from today.
func (l limits) breach(e *checks.Entry, from, until, today time.Time) string {
	if l.severity != nil && e.Severity > *l.severity {
		return fmt.Sprintf("%s is of severity %s, and at most %s may be accepted", e.ID, e.Severity, *l.severity)
	}
	if from.IsZero() {
		from = today
	}
	switch {
	case l.days == 0:
	case until.IsZero():
		return fmt.Sprintf("it has no end, and the longest term is %d days", l.days)
	case until.Sub(from) > time.Duration(l.days)*24*time.Hour:
		return fmt.Sprintf("it is for longer than %d days", l.days)
	}
	return ""
}

// forbids says why a comment may not suppress findings of a check, "" if it may.
func (x *Exceptions) forbids(d *directive, e *checks.Entry, today time.Time) string {
	if x == nil || !x.limits.comments {
		return ""
	}
	return x.limits.breach(e, time.Time{}, d.until, today)
}

func (t *Triage) reportExceptions(diags *diag.List) {
	if t.Exceptions == nil {
		return
	}
	for _, x := range t.Exceptions.list {
		what := "this exception " + x.whose() + "for " + strings.Join(x.globs, ", ")
		switch {
		case !x.used && x.origin == "baseline": // it is counted, as with Lintel's own
		case !x.used && !t.expired(x.until) && t.anyRan(x.globs):
			t.reportUnused(diags, x.at, what, nil)
		case !x.used:
		case x.forbidden != "":
			diags.Add(diag.Diagnostic{
				Severity: diag.Warning, Range: x.at, Summary: what + " is not honoured: " + x.forbidden,
				Detail: "The limits are those of the exceptions file.",
			})
		case x.early:
			diags.Infof(x.at, "%s holds from %s on, not yet", what, dateText(x.from))
		default:
			t.reportDate(diags, what, x.at, x.until)
		}
	}
}

func (x *exception) whose() string {
	if x.tool == "" {
		return ""
	}
	return "of " + x.tool + " "
}

func (t *Triage) anyRan(globs []string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool {
		named := t.names.find(glob)
		return len(named) > 0 && slices.ContainsFunc(named, t.Selected)
	})
}
