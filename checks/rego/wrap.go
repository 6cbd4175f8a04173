package rego

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// wrapQuestions lets questions be asked of what is not there. OPA evaluates what a built-in is given before it calls it, and a
// condition with something undefined in it, negated or not, does not hold: not lintel.is_true(input.x) would be silent
// where x is missing. So the first argument becomes a list of what it stands for, which is empty where it is nothing:
//
//	lintel.is_true([v | v = input.x])
func wrapQuestions(c *ast.Compiler) *ast.Error {
	n := 0
	for _, module := range c.Modules {
		wrap := func(terms []*ast.Term) {
			if len(terms) > 1 && questionNamed(terms[0].Value.String()) != nil {
				terms[1] = wrapped(terms[1], n)
				n++
			}
		}
		ast.WalkExprs(module, func(e *ast.Expr) bool {
			if terms, ok := e.Terms.([]*ast.Term); ok {
				wrap(terms)
			}
			return false
		})
		ast.WalkTerms(module, func(t *ast.Term) bool {
			if call, ok := t.Value.(ast.Call); ok {
				wrap(call)
			}
			return false
		})
	}
	return nil
}

func wrapped(t *ast.Term, n int) *ast.Term {
	if _, isRef := t.Value.(ast.Ref); !isRef {
		return ast.ArrayTerm(t).SetLocation(t.Location)
	}
	name := ast.VarTerm(fmt.Sprintf("__local_question%d__", n)).SetLocation(t.Location)
	body := ast.Equality.Expr(name, t).SetLocation(t.Location)
	return ast.ArrayComprehensionTerm(name, ast.NewBody(body)).SetLocation(t.Location)
}

// inside are the values in a term that wrapped has made, as far as the model knows; ok is false where it does not.
func (e *estimate) inside(t *ast.Term) (values []model.Value, ok bool) {
	switch v := t.Value.(type) {
	case ast.Var:
		if bound := e.names[v]; bound != nil {
			return e.inside(bound)
		}
	case *ast.Array:
		if v.Len() != 1 {
			return nil, false
		}
		if ref, isRef := v.Elem(0).Value.(ast.Ref); isRef {
			return e.valuesAt(ref)
		}
		if ast.IsConstant(v.Elem(0).Value) {
			return []model.Value{valueOf(v.Elem(0).Value)}, true
		}
	case *ast.ArrayComprehension:
		if len(v.Body) != 1 || !v.Body[0].IsEquality() {
			return nil, false
		}
		for i, operand := range v.Body[0].Operands() {
			if ref, isRef := operand.Value.(ast.Ref); isRef && v.Body[0].Operand(1-i).Equal(v.Term) {
				return e.valuesAt(ref)
			}
		}
	}
	return nil, false
}

// valuesAt are the values at a place of a resource. A variable that is used nowhere else in the residual is each step in turn.
func (e *estimate) valuesAt(ref ast.Ref) (values []model.Value, ok bool) {
	if !ref.HasPrefix(resourceRef) && !ref.HasPrefix(resourcesRef) {
		return nil, false
	}
	for i, step := range ref {
		name, isVar := step.Value.(ast.Var)
		if i == 0 || !isVar {
			continue
		}
		if e.uses[name] > 1 || i <= len(resourceRef) {
			return nil, false
		}
		return e.eachBelow(ref, i)
	}
	v := e.valueAt(ref)
	if v.State == model.Absent {
		return nil, true
	}
	return []model.Value{v}, true
}

// eachBelow are the values at a place, whose step i is any.
func (e *estimate) eachBelow(ref ast.Ref, i int) (values []model.Value, ok bool) {
	var steps []*ast.Term
	switch data := e.valueAt(ref[:i]); v := data.Data.(type) {
	case []model.Value:
		for n := range v {
			steps = append(steps, ast.InternedTerm(n))
		}
	case model.Members:
		for name := range v.All() {
			steps = append(steps, ast.StringTerm(name))
		}
	default:
		if data.State == model.Unknown {
			return []model.Value{model.Undecided(data.Why.Reason, data.Origin)}, true
		}
	}
	for _, step := range steps {
		with := ref.Copy()
		with[i] = step
		below, ok := e.valuesAt(with)
		if !ok {
			return nil, false
		}
		values = append(values, below...)
	}
	return values, true
}
