package rego

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// input is what the policy is shown, as far as it looks, and what it is not shown of that.
func (c *consultation) input(chosen map[string]model.Value) (*ast.Term, []leaf) {
	resource, leaves := c.shown(c.cabinet.judged(c.resource), c.members, resourceRef, chosen)
	if len(c.documents) > 0 {
		at := resourceRef.Append(ast.StringTerm(documentsMember))
		documents := partOf(c.cabinet.judged(c.resource).documents(c.documents), at, chosen)
		resource.Insert(ast.StringTerm(documentsMember), documents.term)
		leaves = append(leaves, documents.leaves...)
	}
	scope := c.resource.Scope
	input := ast.NewObject(
		ast.Item(ast.StringTerm("schema_version"), ast.InternedTerm(SchemaVersion)),
		ast.Item(ast.StringTerm("format"), ast.StringTerm(string(scope.Format))),
		ast.Item(ast.StringTerm("resource"), ast.NewTerm(resource)),
	)
	shown := c.scope(scope)
	input.Insert(ast.StringTerm("scope"), shown.term)
	return ast.NewTerm(input), append(leaves, shown.leaves...)
}

// shown is a resource with some of its members.
func (c *consultation) shown(s *sheet, members []string, at ast.Ref, chosen map[string]model.Value) (ast.Object, []leaf) {
	resource := ast.NewObjectWithCapacity(len(members))
	var leaves []leaf
	for _, name := range members {
		if name == documentsMember {
			continue
		}
		key := ast.StringTerm(name)
		p := s.part(name, at.Append(key), chosen)
		if p.term != nil {
			resource.Insert(key, p.term)
		}
		leaves = append(leaves, p.leaves...)
	}
	return resource, leaves
}

// scope is what the policy looks up in the scope, made once for all resources in it.
func (c *consultation) scope(s *model.Scope) part {
	if kept, ok := c.cabinet.scopes[c.Policy]; ok {
		return kept
	}
	var p part
	resources := ast.NewObject()
	types := c.scopeTypes
	if slices.Contains(types, anyType) {
		types = typesOf(s)
	}
	for _, typ := range types {
		key := ast.StringTerm(typ)
		var terms []*ast.Term
		for _, r := range ofType(s, typ) {
			at := resourcesRef.Append(key).Append(ast.InternedTerm(len(terms)))
			resource, leaves := c.shown(c.cabinet.of(r), c.scopeMembers, at, nil)
			terms, p.leaves = append(terms, ast.NewTerm(resource)), append(p.leaves, leaves...)
		}
		resources.Insert(key, ast.ArrayTerm(terms...))
	}
	p.term = ast.ObjectTerm(
		ast.Item(ast.StringTerm("root"), ast.StringTerm(s.Root)),
		ast.Item(ast.StringTerm("format"), ast.StringTerm(string(s.Format))),
		ast.Item(ast.StringTerm("resources"), ast.NewTerm(resources)),
	)
	p.leaves = slices.DeleteFunc(p.leaves, func(l leaf) bool { return !c.looksAt(l) })
	c.cabinet.scopes[c.Policy] = p
	return p
}

// ofType are the resources of a type, that of a data source being data.TYPE.
func ofType(s *model.Scope, typ string) []*model.Resource {
	name, isData := strings.CutPrefix(typ, "data.")
	return slices.DeleteFunc(slices.Clone(s.OfType(name)), func(r *model.Resource) bool { return (r.Mode == model.Data) != isData })
}

func typesOf(s *model.Scope) []string {
	var types []string
	for _, r := range s.Resources {
		if !slices.Contains(types, typed(r)) {
			types = append(types, typed(r))
		}
	}
	slices.Sort(types)
	return types
}

// mostOpen is how many places are declared unknown one by one. Of more the whole around them is.
const mostOpen = 64

// openTo are the places to declare unknown: the leaves that some references may look at. Where one takes an object out of a list
// whole, and that has a leaf, the list is: OPA would take the object for one that is known.
func openTo(refs []inputRef, leaves []leaf) []*ast.Term {
	var open []ast.Ref
	add := func(ref ast.Ref) {
		if !slices.ContainsFunc(open, func(o ast.Ref) bool { return o.Equal(ref) }) {
			open = append(open, ref)
		}
	}
	for _, l := range leaves {
		for _, ref := range refs {
			switch {
			case !overlap(ref.Ref, l.ref) || ref.unused && len(ref.Ref) < len(l.ref):
			case len(ref.Ref) < len(l.ref) && !ref.IsGround():
				add(groundPrefix(ref.Ref))
			default:
				add(l.ref)
			}
		}
	}
	if len(open) > mostOpen {
		for i, ref := range open {
			open[i] = ref[:min(len(ref), len(resourceRef)+1)]
		}
		slices.SortFunc(open, func(a, b ast.Ref) int { return a.Compare(b) })
		open = slices.CompactFunc(open, func(a, b ast.Ref) bool { return a.Equal(b) })
	}
	terms := make([]*ast.Term, len(open))
	for i, ref := range open {
		terms[i] = ast.NewTerm(ref)
	}
	return terms
}

// looksAt tells whether the policy may look at a leaf.
func (p *Policy) looksAt(l leaf) bool {
	return slices.ContainsFunc(p.refs, func(ref inputRef) bool { return overlap(ref.Ref, l.ref) })
}

// overlap tells whether one of two references may lead to what lies at or below the other. A variable is any step.
func overlap(a, b ast.Ref) bool {
	for i := 1; i < min(len(a), len(b)); i++ {
		if a[i].IsGround() && b[i].IsGround() && !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// groundPrefix is a reference up to its first variable.
func groundPrefix(ref ast.Ref) ast.Ref {
	for i, step := range ref[1:] {
		if !step.IsGround() {
			return ref[:i+1]
		}
	}
	return ref
}
