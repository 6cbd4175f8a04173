package rego

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// valueAt is the value at a place of the input, in the model.
func (e *estimate) valueAt(ref ast.Ref) model.Value {
	s, rest := e.cabinet.judged(e.resource), ref[min(len(ref), len(resourceRef)):]
	if ref.HasPrefix(resourcesRef) {
		s, rest = e.lookedUp(ref)
	} else if !ref.HasPrefix(resourceRef) {
		return model.Undecided("a policy asks for all of the input", model.Origin{})
	}
	name, ok := step(rest, 0)
	if s == nil || !ok {
		return model.Undecided("a policy asks for the whole resource", e.resource.Body.Origin)
	}
	v := s.value(name)
	if name == documentsMember {
		v = s.documents(e.documents)
	}
	at := slices.Clone(ref[:len(ref)-len(rest)+1])
	for i := 1; i < len(rest); i++ {
		if alternative, ok := e.chosen[at.String()]; ok {
			v = alternative
		}
		v = below(v, rest[i])
		at = append(at, rest[i])
	}
	if alternative, ok := e.chosen[at.String()]; ok {
		v = alternative
	}
	return v
}

// lookedUp is the resource at a place of the scope, and what of the place is left.
func (e *estimate) lookedUp(ref ast.Ref) (*sheet, ast.Ref) {
	typ, _ := step(ref, len(resourcesRef))
	if len(ref) < len(resourcesRef)+2 {
		return nil, nil
	}
	number, _ := ref[len(resourcesRef)+1].Value.(ast.Number)
	wanted, _ := number.Int()
	resources := ofType(e.resource.Scope, typ)
	if wanted < 0 || wanted >= len(resources) {
		return nil, nil
	}
	return e.cabinet.of(resources[wanted]), ref[len(resourcesRef)+2:]
}

// below is the member of an object, or the element of a list.
func below(v model.Value, step *ast.Term) model.Value {
	switch key := step.Value.(type) {
	case ast.String:
		if members, ok := v.Data.(model.Members); ok {
			return veiled(string(key), members.Named(string(key)))
		}
		if v.State == model.Unknown {
			return v.At(string(key))
		}
	case ast.Number:
		i, _ := key.Int()
		if list, ok := v.Data.([]model.Value); ok && i >= 0 && i < len(list) {
			return veiled("", list[i])
		}
		if v.State == model.Unknown {
			return model.Undecided(v.Why.Reason, v.Origin)
		}
	}
	return model.Missing(v.Origin)
}

// locate is the value that a finding points at.
func (c *consultation) locate(s saying) (model.Value, error) {
	sheet, r := c.cabinet.judged(c.resource), c.resource
	if s.resource != "" && s.resource != r.Address {
		if r = c.resource.Scope.Resource(s.resource); r == nil {
			return model.Value{}, fmt.Errorf("it finds a fault in %q, which is no resource of this input", s.resource)
		}
		sheet = c.cabinet.of(r)
	}
	if path, isView := strings.CutPrefix(s.path, viewMark); isView {
		return c.inView(sheet, path)
	}
	if s.path == "" {
		at := r.Body
		at.Origin.Name = ""
		return at, nil
	}
	return veiledWhole(lastName(s.path), follow(r, s.path)), nil
}

// inView follows a path that a view has given out: "ingress.2.source".
func (c *consultation) inView(s *sheet, path string) (model.Value, error) {
	name, rest, _ := strings.Cut(path, ".")
	v := s.value(name)
	if name == documentsMember {
		document, below, _ := strings.Cut(rest, ".")
		v, rest = s.documents(c.documents).At(""), below
		members, _ := v.Data.(model.Members)
		v = members.Named(strings.ReplaceAll(document, "/", "."))
	}
	for step := range strings.SplitSeq(rest, ".") {
		v = below(v, stepTerm(step))
	}
	if v.State == model.Absent && v.Origin.Name == "" {
		return v, fmt.Errorf("it finds a fault at %s%s, which is no path that a view has given out", viewMark, path)
	}
	return veiledWhole("", v), nil
}

func stepTerm(step string) *ast.Term {
	if n, err := strconv.Atoi(step); err == nil {
		return ast.InternedTerm(n)
	}
	return ast.StringTerm(step)
}

// follow is the value at a dotted path of a resource, in which numbers are places in lists. Without numbers the path is as
// in built-in checks: a list of one is entered, and of a longer one the first is meant.
func follow(r *model.Resource, path string) model.Value {
	names, rest, numbered := untilNumber(path)
	v := r.At(names)
	for numbered {
		v = below(v, stepTerm(rest))
		_, after, more := strings.Cut(path[len(names)+1:], ".")
		if !more {
			return v
		}
		path = after
		names, rest, numbered = untilNumber(path)
		if names != "" {
			v = v.At(names)
		}
	}
	return v
}

// untilNumber parts a path before its first number.
func untilNumber(path string) (names, number string, numbered bool) {
	at := 0
	for step := range strings.SplitSeq(path, ".") {
		if _, err := strconv.Atoi(step); err == nil {
			return strings.TrimSuffix(path[:at], "."), step, true
		}
		at += len(step) + 1
	}
	return path, "", false
}
