package rego

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// A leaf is a value that OPA is not shown: one that is not known, or that must not be printed. Its place is declared to OPA as
// unknown.
type leaf struct {
	ref   ast.Ref // from the input on
	value model.Value
}

// part is one member of a document: what is known of it, and its leaves.
type part struct {
	term   *ast.Term // nil where nothing is known
	leaves []leaf
}

// partOf brings a value into OPA's form. Of the values that are chosen, by their places, one alternative counts.
func partOf(v model.Value, at ast.Ref, chosen map[string]model.Value) part {
	b := &builder{at: slices.Clone(at), chosen: chosen}
	term := b.term(v)
	return part{term, b.leaves}
}

type builder struct {
	at     ast.Ref
	chosen map[string]model.Value
	leaves []leaf
}

func (b *builder) term(v model.Value) *ast.Term {
	if v.State == model.Unknown && len(b.chosen) > 0 {
		if alternative, ok := b.chosen[b.at.String()]; ok {
			v = alternative
		}
	}
	if v.State == model.Unknown || v.Sensitive && v.State == model.Known {
		b.leaves = append(b.leaves, leaf{slices.Clone(b.at), v})
		return nil
	}
	switch data := v.Data.(type) {
	case bool:
		return ast.InternedTerm(data)
	case string:
		return ast.StringTerm(data)
	case float64:
		return number(data)
	case []model.Value:
		return b.list(data)
	case model.Members:
		return b.object(data)
	}
	return nil
}

// list keeps the place of each element: one of which nothing is known is null.
func (b *builder) list(elements []model.Value) *ast.Term {
	terms := make([]*ast.Term, len(elements))
	for i, element := range elements {
		b.at = append(b.at, ast.InternedTerm(i))
		terms[i] = b.term(veiled("", element))
		b.at = b.at[:len(b.at)-1]
		if terms[i] == nil {
			terms[i] = ast.NullTerm()
		}
	}
	return ast.ArrayTerm(terms...)
}

func (b *builder) object(members model.Members) *ast.Term {
	object := ast.NewObjectWithCapacity(len(members))
	for name, member := range members.All() {
		key := ast.StringTerm(name)
		b.at = append(b.at, key)
		if term := b.term(veiled(name, member)); term != nil {
			object.Insert(key, term)
		}
		b.at = b.at[:len(b.at)-1]
	}
	return ast.NewTerm(object)
}

// number is a number as JSON has it, which knows no infinity.
func number(f float64) *ast.Term {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return ast.StringTerm(strconv.FormatFloat(f, 'g', -1, 64))
	}
	return ast.NumberTerm(json.Number(strconv.FormatFloat(f, 'f', -1, 64)))
}

// sheet is one resource as policies see it, computed as far as they ask.
type sheet struct {
	resource *model.Resource
	values   map[string]model.Value // by member, documents by their path
	parts    map[string]part
}

func newSheet(r *model.Resource) *sheet {
	return &sheet{resource: r, values: map[string]model.Value{}, parts: map[string]part{}}
}

func (s *sheet) value(name string) model.Value {
	v, ok := s.values[name]
	if !ok {
		v = member(s.resource, name)
		s.values[name] = v
	}
	return v
}

// part is a member with its leaves below at, which is one place for all who ask. It is kept where nothing is chosen.
func (s *sheet) part(name string, at ast.Ref, chosen map[string]model.Value) part {
	if len(chosen) > 0 {
		return partOf(s.value(name), at, chosen)
	}
	p, ok := s.parts[name]
	if !ok {
		p = partOf(s.value(name), at, nil)
		s.parts[name] = p
	}
	return p
}

// documents are the policy documents at some paths, by these.
func (s *sheet) documents(paths []string) model.Value {
	members := make(map[string]model.Value, len(paths))
	for _, path := range paths {
		key := documentsMember + " " + path
		d, ok := s.values[key]
		if !ok {
			d = document(s.resource, path)
			s.values[key] = d
		}
		if d.State != model.Absent {
			members[path] = d
		}
	}
	return model.Object(members, s.resource.Body.Origin)
}
