package triage

import (
	"slices"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// directive is one suppression as it stands in a file.
type directive struct {
	at    model.Range // of its line
	form  string      // how it is written: "lintel:ignore", "checkov:skip"
	own   bool        // it is written in Lintel's form
	reach reach
	names []name

	reason, owner string
	until         time.Time
	workspace     string

	// from and to are the lines it covers; none if to is 0.
	from, to int
	// call is the name of the module call whose block it covers.
	call string
	// argument is true where it stands at an argument of a module call: it covers
	// the values that come through there.
	argument bool

	added  bool // by the change that is judged
	passed int  // verdicts that it lets pass

	lapsed    bool   // it would have covered something, had it not expired
	forbidden string // by which limit it did not cover something
}

// reach says which stretch of a file a directive means, seen from its line.
type reach int

const (
	target     reach = iota // what stands next, or on its line
	enclosing               // the whole block around it
	wholeFile               // all, if nothing stands before it
	everywhere              // all, wherever it stands
	justLine                // the line, or instruction, that stands next
	nextBlock               // the block that starts on the next line
)

// name is a check's name in a directive.
type name struct {
	text      string
	everyKICS bool // all that KICS knows: its comments for lines name none
	checks    []*checks.Entry
	used      bool
	refused   bool // a diagnostic has said so
}

func (d *directive) means(e *checks.Entry) bool {
	return slices.ContainsFunc(d.names, func(n name) bool { return n.means(e) })
}

// means tells it by the id: the check may be there at several severities.
func (n *name) means(e *checks.Entry) bool {
	return slices.ContainsFunc(n.checks, func(named *checks.Entry) bool { return named.ID == e.ID })
}

func (d *directive) use(e *checks.Entry) {
	for i := range d.names {
		if d.names[i].means(e) {
			d.names[i].used = true
		}
	}
}

// covers tells whether one of a subject's places lies in the lines of a
// directive: the attribute's, or that of the resource or companion as a whole.
func (d *directive) covers(s *Subject, in *sheet) bool {
	if d.to == 0 {
		return false
	}
	if d.holds(s.Place, in) || d.holds(s.Resource.Location, in) || s.Companion != nil && d.holds(s.Companion.Location, in) {
		return true
	}
	return d.argument && slices.ContainsFunc(s.Chain, func(h model.Hop) bool { return d.holds(h.Range, in) })
}

func (d *directive) holds(place model.Range, in *sheet) bool {
	line := int(place.Start.Line)
	return place.File == in.file && d.from <= line && line <= d.to
}

// texts are the names as they are written.
func (d *directive) texts() []string {
	out := make([]string, len(d.names))
	for i, n := range d.names {
		out[i] = n.text
	}
	return out
}
