package rego

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// An inputRef is a place of the input that a policy looks at. Steps that are not known beforehand are variables.
type inputRef struct {
	ast.Ref
	at *ast.Location
	// unused tells that what stands there is only bound to a name, and the name is used nowhere.
	unused bool
}

// Roots of the input.
var (
	resourceRef  = ast.InputRootRef.Append(ast.StringTerm("resource"))
	scopeRef     = ast.InputRootRef.Append(ast.StringTerm("scope"))
	resourcesRef = scopeRef.Append(ast.StringTerm("resources"))
)

// reached are the rules that a policy consists of: deny, and all that they refer to.
func (l *Library) reached(from []*ast.Rule) []*ast.Rule {
	met := map[*ast.Rule]bool{}
	rules := slices.Clone(from)
	for i := 0; i < len(rules); i++ {
		rule := rules[i]
		if met[rule] {
			continue
		}
		met[rule] = true
		for other := rule.Else; other != nil; other = other.Else {
			rules = append(rules, other)
		}
		ast.WalkRefs(rule, func(ref ast.Ref) bool {
			if ref.HasPrefix(ast.DefaultRootRef) {
				rules = append(rules, l.rulesAt(ref)...)
			}
			return false
		})
	}
	out := rules[:0]
	for _, rule := range rules {
		if met[rule] {
			out, met[rule] = append(out, rule), false
		}
	}
	return out
}

// rulesAt are the rules that a reference may lead to.
func (l *Library) rulesAt(ref ast.Ref) []*ast.Rule {
	return l.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{IncludeHiddenModules: true})
}

// look finds out what the rules look at.
func (p *Policy) look(rules []*ast.Rule) {
	for _, rule := range rules {
		p.refs = append(p.refs, inputRefs(rule, rule.Location)...)
	}
	all := membersIn(rules)
	for _, ref := range p.refs {
		p.need(ref.Ref, all)
	}
	slices.Sort(p.members)
	slices.Sort(p.scopeMembers)
}

// inputRefs are the places of the input that a rule or body looks at.
func inputRefs(in any, at *ast.Location) []inputRef {
	var refs []inputRef
	unused := unusedPlaces(in)
	ast.WalkTerms(in, func(t *ast.Term) bool {
		if ref, ok := t.Value.(ast.Ref); ok && ref[0].Equal(ast.InputRootDocument) {
			place := t.Location
			if place == nil {
				place = at
			}
			refs = append(refs, inputRef{ref, place, unused[t]})
		}
		return false
	})
	return refs
}

// unusedPlaces are the terms whose value is bound to a name that nothing else in the rule or body uses.
func unusedPlaces(in any) map[*ast.Term]bool {
	uses := usesOf(in)
	unused := map[*ast.Term]bool{}
	ast.WalkExprs(in, func(e *ast.Expr) bool {
		if name, _, ok := alias(e); ok && uses[name] == 1 {
			for _, operand := range e.Operands() {
				unused[operand] = true
			}
		}
		return false
	})
	return unused
}

// usesOf counts how often each variable is there.
func usesOf(in any) map[ast.Var]int {
	uses := map[ast.Var]int{}
	ast.WalkTerms(in, func(t *ast.Term) bool {
		if v, ok := t.Value.(ast.Var); ok {
			uses[v]++
		}
		return false
	})
	return uses
}

// membersIn are the members that rules may mean where they are given a resource whole: all but the views that they do not
// name, which take time to compute.
func membersIn(rules []*ast.Rule) []string {
	named := map[string]bool{}
	for _, rule := range rules {
		ast.WalkTerms(rule, func(t *ast.Term) bool {
			switch v := t.Value.(type) {
			case ast.String:
				named[string(v)] = true
			case ast.Ref:
				for i := range v {
					name, _ := step(v, i)
					if name == attributesMember || name == foldedMember || name == effectiveMember {
						return true // what follows are names of attributes
					}
					named[name] = true
				}
			}
			return false
		})
	}
	return slices.DeleteFunc(slices.Clone(resourceMembers), func(name string) bool {
		return (name == ingressMember || name == egressMember) && !named[name]
	})
}

// need notes the members that a reference is about, which are all where it does not say.
func (p *Policy) need(ref ast.Ref, all []string) {
	switch {
	case ref.HasPrefix(resourcesRef):
		p.needType(ref)
		p.scopeMembers = needMember(p.scopeMembers, ref, len(resourcesRef)+2, all)
	case ref.HasPrefix(resourceRef):
		p.members = needMember(p.members, ref, len(resourceRef), all)
		if path, ok := documentPath(ref); ok && !slices.Contains(p.documents, path) {
			p.documents = append(p.documents, path)
		}
	case scopeRef.HasPrefix(ref):
		p.scopeTypes = []string{anyType}
		p.scopeMembers = slices.Clone(all)
		if len(ref) < len(scopeRef) {
			p.members = slices.Clone(all)
		}
	}
}

// anyType stands for all types of a scope.
const anyType = "*"

func (p *Policy) needType(ref ast.Ref) {
	typ, known := step(ref, len(resourcesRef))
	if !known {
		typ = anyType
	}
	if !slices.Contains(p.scopeTypes, typ) {
		p.scopeTypes = append(p.scopeTypes, typ)
	}
}

// needMember adds the member at a step of a reference, or all where it does not say which.
func needMember(members []string, ref ast.Ref, at int, all []string) []string {
	name, known := step(ref, at)
	if !known {
		return slices.Clone(all)
	}
	if slices.Contains(members, name) {
		return members
	}
	return append(members, name)
}

// step is the text at a step of a reference, if it is one.
func step(ref ast.Ref, at int) (string, bool) {
	if at >= len(ref) {
		return "", false
	}
	s, ok := ref[at].Value.(ast.String)
	return string(s), ok
}

// documentPath is the path in input.resource.documents["PATH"].
func documentPath(ref ast.Ref) (string, bool) {
	if name, _ := step(ref, len(resourceRef)); name != documentsMember || !ref.HasPrefix(resourceRef) {
		return "", false
	}
	return step(ref, len(resourceRef)+1)
}

// attributePath is the dotted path of attributes that a reference follows from a step on, as far as it is known. A variable
// behind a name may be the place in a list; one that stands first is a name that is not known.
func attributePath(ref ast.Ref, from int) string {
	var names []string
	for i := from; i < len(ref); i++ {
		if name, ok := step(ref, i); ok {
			names = append(names, name)
		} else if i == from {
			break
		}
	}
	return strings.Join(names, ".")
}
