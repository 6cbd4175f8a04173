package triage

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan/strict"
)

// decisions are what an exception may be.
var decisions = []string{"accepted", "mitigated", "false_positive"}

// ReadExceptions reads an exceptions file. What it does not know it refuses, with
// the line.
func ReadExceptions(file string, data []byte) (*Exceptions, error) {
	read := &Exceptions{}
	err := strict.Parse(file, data, func(r *strict.Reader, top *yaml.Node) {
		reader := exceptionsReader{r}
		r.Object(top, strict.Keys{
			"limits": func(n *yaml.Node) { reader.limits(n, &read.limits) },
			"exceptions": func(n *yaml.Node) {
				r.List(n, func(item *yaml.Node) { read.list = append(read.list, reader.exception(item)) })
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return read, nil
}

type exceptionsReader struct{ *strict.Reader }

func (r exceptionsReader) limits(n *yaml.Node, into *limits) {
	r.Object(n, strict.Keys{
		"longest_days": func(n *yaml.Node) {
			days, err := strconv.Atoi(n.Value)
			if err != nil || days < 1 || days > 100_000 {
				r.Fault(n, "%q is no number of days", n.Value)
			}
			into.days = days
		},
		"highest_severity": func(n *yaml.Node) {
			s, ok := checks.ParseSeverity(n.Value)
			if !ok {
				r.Fault(n, "there is no severity %q: it is low, medium, high or critical", n.Value)
			}
			into.severity = &s
		},
		"comments": func(n *yaml.Node) { into.comments = r.Flag(n) },
	})
}

func (r exceptionsReader) exception(n *yaml.Node) *exception {
	x := &exception{at: lineOf(r.File, n.Line)}
	permanent := false
	r.Object(n, strict.Keys{
		"check":     func(n *yaml.Node) { x.globs = r.Globs(n) },
		"address":   func(n *yaml.Node) { x.address = r.Text(n) },
		"path":      func(n *yaml.Node) { x.path = r.Glob(n) },
		"attribute": func(n *yaml.Node) { x.attribute = r.Text(n) },
		"kind":      func(n *yaml.Node) { x.decision = r.Text(n) },
		"reason":    func(n *yaml.Node) { x.reason = r.Text(n) },
		"owner":     func(n *yaml.Node) { x.owner = r.Text(n) },
		"approver":  func(n *yaml.Node) { x.approver = r.Text(n) },
		"ticket":    func(n *yaml.Node) { x.ticket = r.Text(n) },
		"from":      func(n *yaml.Node) { x.from = r.Date(n) },
		"until":     func(n *yaml.Node) { x.until = r.Date(n) },
		"permanent": func(n *yaml.Node) { permanent = r.Flag(n) },
	})
	r.whole(n, x, permanent)
	return x
}

// whole refuses an exception that leaves out what it must say.
func (r exceptionsReader) whole(n *yaml.Node, x *exception, permanent bool) {
	switch {
	case len(x.globs) == 0:
		r.Fault(n, "this exception names no check")
	case !slices.Contains(decisions, x.decision):
		r.Fault(n, "this exception needs a kind: %s", strings.Join(decisions, ", "))
	case x.reason == "":
		r.Fault(n, "this exception gives no reason")
	case x.owner == "":
		r.Fault(n, "this exception has no owner")
	case permanent != x.until.IsZero():
		r.Fault(n, "this exception needs either \"until\" or \"permanent: true\"")
	case !x.until.IsZero() && x.until.Before(x.from):
		r.Fault(n, "this exception ends before it begins")
	}
}
