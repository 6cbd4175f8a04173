package rego

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/model/diag"
)

// lint reports what a policy asks that is never there: misspelt members, types and attributes, and rules that can never
// apply.
func (p *Policy) lint(deny []*ast.Rule, diags *diag.List) {
	rules := p.library.reached(deny)
	p.look(rules)
	for _, ref := range p.refs {
		if fault := p.refFault(ref.Ref); fault != "" {
			diags.Errorf(placeOf(ref.at), "%s", fault)
		}
	}
	for _, rule := range rules {
		p.lintData(rule, diags)
		p.lintWords(rule, diags)
		p.lintPaths(rule, diags)
	}
	p.lintUnused(rules, diags)
	p.lintCalls(rules, diags)
	p.lintNever(deny, diags)
	diags.Sort()
}

// refFault says what is wrong with a place in the input, or "".
func (p *Policy) refFault(ref ast.Ref) string {
	first, known := step(ref, 1)
	switch {
	case !known:
		return ""
	case first == "resource":
		return p.memberFault(ref, len(resourceRef), p.Meta.Types)
	case first == "scope":
		return p.scopeFault(ref)
	}
	return lacks("the input", first, []string{"format", "resource", "schema_version", "scope"})
}

// lintData finds data that neither a rule nor a data file has: a condition on it never holds.
func (p *Policy) lintData(rule *ast.Rule, diags *diag.List) {
	ast.WalkTerms(rule, func(t *ast.Term) bool {
		ref, ok := t.Value.(ast.Ref)
		if !ok || len(ref) < 2 || !ref.HasPrefix(ast.DefaultRootRef) {
			return false
		}
		known := groundPrefix(ref)
		if len(p.library.rulesAt(known)) > 0 || p.library.compiler.GetRulesForVirtualDocument(known) != nil || p.library.hasData(known) {
			return false
		}
		at := t.Location
		if at == nil {
			at = rule.Location
		}
		diags.Errorf(placeOf(at), "%v is neither a rule nor in a data file", known)
		return false
	})
}

// hasData tells whether the data files have something at a place.
func (l *Library) hasData(ref ast.Ref) bool {
	var at any = l.data
	for i := 1; i < len(ref); i++ {
		name, ok := step(ref, i)
		members, isMapping := at.(map[string]any)
		if !ok || !isMapping {
			return ok || at != nil
		}
		if at, ok = members[name]; !ok {
			return false
		}
	}
	return true
}

func (p *Policy) scopeFault(ref ast.Ref) string {
	name, known := step(ref, len(scopeRef))
	if !known {
		return ""
	}
	if name != "resources" {
		return lacks("a scope", name, []string{"format", "resources", "root"})
	}
	typ, known := step(ref, len(resourcesRef))
	if !known {
		return p.memberFault(ref, len(resourcesRef)+2, []string{anyType})
	}
	if fault := meta.TypeFault(typ); fault != "" {
		return fault
	}
	if name, _ := step(ref, len(resourcesRef)+2); name == documentsMember {
		return "the policy documents of other resources are not shown: ask " + typ + " itself"
	}
	return p.memberFault(ref, len(resourcesRef)+2, []string{typ})
}

// memberFault looks at a member of a resource and the path below it.
func (p *Policy) memberFault(ref ast.Ref, at int, types []string) string {
	name, known := step(ref, at)
	if !known {
		return ""
	}
	switch name {
	case attributesMember, foldedMember, effectiveMember:
		if slices.Contains(types, anyType) {
			return ""
		}
		return meta.PathFault(types, attributePath(ref, at+1))
	case documentsMember:
		path, known := step(ref, at+1)
		if !known {
			return `say which policy document, as in documents["policy.policy"]`
		}
		if slices.Contains(types, anyType) {
			return ""
		}
		return meta.PathFault(types, path)
	}
	return lacks("a resource", name, resourceMembers)
}

// lacks is a complaint of a word that is none of those that are known, or "".
func lacks(what, word string, known []string) string {
	if slices.Contains(known, word) {
		return ""
	}
	return fmt.Sprintf("%s has no %q%s", what, word, meta.Meant(word, known))
}

// lintPaths looks up the paths of findings that are written out.
func (p *Policy) lintPaths(rule *ast.Rule, diags *diag.List) {
	if ruleName(rule) != denyRule || slices.Contains(p.Meta.Types, anyType) {
		return
	}
	look := func(t *ast.Term) {
		path, ok := t.Value.(ast.String)
		if !ok || strings.HasPrefix(string(path), viewMark) {
			return
		}
		if fault := meta.PathFault(p.Meta.Types, string(path)); fault != "" {
			at := t.Location
			if at == nil {
				at = rule.Location
			}
			diags.Errorf(placeOf(at), "%s", fault)
		}
	}
	if key := rule.Head.Key; key != nil {
		if object, ok := key.Value.(ast.Object); ok {
			if path := object.Get(ast.StringTerm("path")); path != nil && object.Get(ast.StringTerm("resource")) == nil {
				look(path)
			}
			return
		}
		look(key)
	}
}

// lintUnused finds rules of the policy's own package that nothing refers to: a slip in the name of deny, for one.
func (p *Policy) lintUnused(used []*ast.Rule, diags *diag.List) {
	for file, module := range p.library.compiler.Modules {
		if !module.Package.Path.Equal(p.pkg) || isTest(file, module) {
			continue
		}
		for _, rule := range module.Rules {
			if !slices.Contains(used, rule) && !rule.Default && !strings.HasPrefix(ruleName(rule), testPrefix) && !p.library.refersTo(rule) {
				diags.Errorf(placeOf(rule.Location), "%s can never apply: neither deny nor another rule refers to it", ruleName(rule))
			}
		}
	}
}

// refersTo tells whether any other rule refers to one.
func (l *Library) refersTo(rule *ast.Rule) bool {
	found := false
	for _, module := range l.compiler.Modules {
		for _, other := range module.Rules {
			if found || other == rule {
				continue
			}
			ast.WalkRefs(other, func(ref ast.Ref) bool {
				found = found || ref.HasPrefix(ast.DefaultRootRef) && slices.Contains(l.rulesAt(ref), rule)
				return found
			})
		}
	}
	return found
}
