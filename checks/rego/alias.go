package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// spellOutAliases replaces local names of places in the input by these places: in
//
//	some rule in input.resource.attributes.ingress
//	rule.from_port == 22
//
// rule.from_port becomes input.resource.attributes.ingress[i].from_port. So OPA sees which values that are not known a
// condition is about, and no more than these.
func spellOutAliases(c *ast.Compiler) *ast.Error {
	for _, module := range c.Modules {
		ast.WalkRules(module, func(rule *ast.Rule) bool {
			spellOut(rule)
			return false
		})
	}
	return nil
}

func spellOut(rule *ast.Rule) {
	for places := aliases(rule); len(places) > 0; places = aliases(rule) {
		if !substitute(rule, places) {
			break
		}
	}
}

// aliases are the local names in a rule that stand for places in the input.
func aliases(rule *ast.Rule) map[ast.Var]ast.Ref {
	places := map[ast.Var]ast.Ref{}
	ast.WalkExprs(rule, func(e *ast.Expr) bool {
		if name, place, ok := alias(e); ok {
			if _, twice := places[name]; !twice {
				places[name] = place
			}
		}
		return false
	})
	return places
}

// alias is the name and place of an expression that says name = place.
func alias(e *ast.Expr) (ast.Var, ast.Ref, bool) {
	if e.Negated || len(e.With) > 0 || !e.IsEquality() {
		return "", nil, false
	}
	a, b := e.Operand(0), e.Operand(1)
	if _, isVar := a.Value.(ast.Var); !isVar {
		a, b = b, a
	}
	name, isVar := a.Value.(ast.Var)
	place, isRef := b.Value.(ast.Ref)
	if !isVar || !isRef || !place.HasPrefix(ast.InputRootRef) || name.IsWildcard() {
		return "", nil, false
	}
	return name, place, true
}

// substitute puts places for names at the heads of references. It tells whether there were any.
func substitute(rule *ast.Rule, places map[ast.Var]ast.Ref) bool {
	any := false
	ast.WalkTerms(rule, func(t *ast.Term) bool {
		ref, isRef := t.Value.(ast.Ref)
		if !isRef || len(ref) < 2 {
			return false
		}
		head, isVar := ref[0].Value.(ast.Var)
		if place, known := places[head]; isVar && known {
			t.Value = place.Concat(ref[1:])
			any = true
		}
		return false
	})
	return any
}
