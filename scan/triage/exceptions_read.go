package triage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
)

// decisions are what an exception may be.
var decisions = []string{"accepted", "mitigated", "false_positive"}

// ReadExceptions reads an exceptions file. What it does not know it refuses, with
// the line: a slip of the pen must not widen an exception.
func ReadExceptions(file string, data []byte) (*Exceptions, error) {
	var document yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&document)
	if errors.Is(err, io.EOF) {
		return &Exceptions{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	r := &exceptionsReader{file: file}
	read := &Exceptions{}
	r.object(document.Content[0], map[string]func(*yaml.Node){
		"limits": func(n *yaml.Node) { r.limits(n, &read.limits) },
		"exceptions": func(n *yaml.Node) {
			r.list(n, func(item *yaml.Node) { read.list = append(read.list, r.exception(item)) })
		},
	})
	if r.err != nil {
		return nil, r.err
	}
	return read, nil
}

// exceptionsReader keeps the first fault.
type exceptionsReader struct {
	file string
	err  error
}

func (r *exceptionsReader) fault(n *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.file, n.Line, fmt.Sprintf(format, args...))
	}
}

// object hands each member to whoever knows its key.
func (r *exceptionsReader) object(n *yaml.Node, keys map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "an object is wanted here")
		return
	}
	met := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		read, ok := keys[key.Value]
		switch {
		case !ok:
			r.fault(key, "unknown key %q", key.Value)
		case met[key.Value]:
			r.fault(key, "%q stands here twice", key.Value)
		default:
			met[key.Value] = true
			read(n.Content[i+1])
		}
	}
}

func (r *exceptionsReader) list(n *yaml.Node, do func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "a list is wanted here")
		return
	}
	for _, item := range n.Content {
		do(item)
	}
}

func (r *exceptionsReader) limits(n *yaml.Node, into *limits) {
	r.object(n, map[string]func(*yaml.Node){
		"longest_days": func(n *yaml.Node) {
			days, err := strconv.Atoi(n.Value)
			if err != nil || days < 1 || days > 100_000 {
				r.fault(n, "%q is no number of days", n.Value)
			}
			into.days = days
		},
		"highest_severity": func(n *yaml.Node) {
			s, ok := checks.ParseSeverity(n.Value)
			if !ok {
				r.fault(n, "there is no severity %q: it is low, medium, high or critical", n.Value)
			}
			into.severity = &s
		},
		"comments": func(n *yaml.Node) { into.comments = r.flag(n) },
	})
}

func (r *exceptionsReader) exception(n *yaml.Node) *exception {
	x := &exception{at: lineOf(r.file, n.Line)}
	permanent := false
	r.object(n, map[string]func(*yaml.Node){
		"check":     func(n *yaml.Node) { r.globs(n, &x.globs) },
		"address":   r.text(&x.address),
		"path":      func(n *yaml.Node) { r.glob(n); x.path = n.Value },
		"attribute": r.text(&x.attribute),
		"kind":      r.text(&x.decision),
		"reason":    r.text(&x.reason),
		"owner":     r.text(&x.owner),
		"approver":  r.text(&x.approver),
		"ticket":    r.text(&x.ticket),
		"from":      func(n *yaml.Node) { x.from = r.date(n) },
		"until":     func(n *yaml.Node) { x.until = r.date(n) },
		"permanent": func(n *yaml.Node) { permanent = r.flag(n) },
	})
	r.whole(n, x, permanent)
	return x
}

// whole refuses an exception that leaves out what it must say.
func (r *exceptionsReader) whole(n *yaml.Node, x *exception, permanent bool) {
	switch {
	case len(x.globs) == 0:
		r.fault(n, "this exception names no check")
	case !slices.Contains(decisions, x.decision):
		r.fault(n, "this exception needs a kind: %s", strings.Join(decisions, ", "))
	case x.reason == "":
		r.fault(n, "this exception gives no reason")
	case x.owner == "":
		r.fault(n, "this exception has no owner")
	case permanent != x.until.IsZero():
		r.fault(n, "this exception needs either \"until\" or \"permanent: true\"")
	case !x.until.IsZero() && x.until.Before(x.from):
		r.fault(n, "this exception ends before it begins")
	}
}

func (r *exceptionsReader) text(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
			r.fault(n, "a text is wanted here")
		}
		*into = n.Value
	}
}

func (r *exceptionsReader) flag(n *yaml.Node) bool {
	if n.Value != "true" && n.Value != "false" {
		r.fault(n, "it is true or false, not %q", n.Value)
	}
	return n.Value == "true"
}

func (r *exceptionsReader) date(n *yaml.Node) time.Time {
	day, err := time.Parse(dateForm, n.Value)
	if err != nil {
		r.fault(n, "%q is no date; write it as 2030-12-31", n.Value)
	}
	return day
}

// globs reads one glob or a list of them.
func (r *exceptionsReader) globs(n *yaml.Node, into *[]string) {
	if n.Kind == yaml.SequenceNode {
		r.list(n, func(item *yaml.Node) { r.globs(item, into) })
		return
	}
	r.glob(n)
	*into = append(*into, n.Value)
}

func (r *exceptionsReader) glob(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || n.Value == "" || !doublestar.ValidatePattern(n.Value) {
		r.fault(n, "%q is no glob", n.Value)
	}
}
