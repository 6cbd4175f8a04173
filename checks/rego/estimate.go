package rego

import (
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// estimate is a policy that is evaluated as far as values are known.
type estimate struct {
	*consultation
	input  *ast.Term
	leaves []leaf
	chosen map[string]model.Value
	list   []saying
	said   map[[3]string]int // place in list, by resource, path and message
	// Of the residual that is judged: how often each variable is there, and what some stand for.
	uses  map[ast.Var]int
	names map[ast.Var]*ast.Term
}

// run has OPA evaluate a query for findings, and asks the model about the conditions that are left of each.
func (e *estimate) run(query ast.Body, open []*ast.Term, depth int) error {
	var residuals []ast.Body
	err := e.guarded(func(ctx context.Context, w *watch) error {
		return e.transact(ctx, e.newQuery(query, e.input, w).WithUnknowns(open), func(q *topdown.Query) error {
			var err error
			residuals, _, err = q.PartialRun(ctx)
			return err
		})
	})
	if err != nil {
		return err
	}
	for _, residual := range residuals {
		if err := e.settle(residual, depth); err != nil {
			return err
		}
	}
	return nil
}

// settle judges one residual: the finding, and the conditions under which it holds.
func (e *estimate) settle(residual ast.Body, depth int) error {
	holds, by := model.Yes, model.Value{}
	var finding *ast.Term
	e.uses, e.names = usesOf(residual), namesOf(residual)
	for _, condition := range residual {
		if term := boundTo(condition, answerVar); term != nil {
			finding = term
			continue
		}
		answer, decides := e.ask(condition)
		if answer < holds {
			holds, by = answer, decides
		}
	}
	if doubt := e.elementIn(residual); holds == model.Yes && doubt.Why != nil {
		holds, by = model.Maybe, doubt
	}
	if holds == model.No {
		return nil
	}
	if holds == model.Maybe && depth == 0 && e.hasNames(residual) {
		if query, err := e.compiler.QueryCompiler().Compile(residual); err == nil {
			return e.again(query)
		}
	}
	s, err := e.words(finding)
	if err != nil {
		return err
	}
	s.fault, s.by = holds, by
	e.add(s)
	return nil
}

// hasNames tells whether variables are left in a residual, so that it may be known of some of their values. What OPA has put
// into rules of its own is not evaluated again.
func (e *estimate) hasNames(residual ast.Body) bool {
	support := false
	ast.WalkRefs(residual, func(ref ast.Ref) bool {
		support = support || ref.HasPrefix(supportRef)
		return support
	})
	if support {
		return false
	}
	for name := range e.uses {
		if name != answerVar && name.IsGenerated() && !name.IsWildcard() {
			return true
		}
	}
	return false
}

// supportRef is where OPA puts rules that a residual needs.
var supportRef = ast.DefaultRootRef.Append(ast.StringTerm("partial"))

// again evaluates what is left. It says more exactly than the policy did what it looks at: where a function was given an object
// with one member that is not known, it asks for the members that the function asks for.
func (e *estimate) again(query ast.Body) error {
	open := openTo(inputRefs(query, nil), e.leaves)
	if len(open) > 0 {
		return e.run(query, open, 1)
	}
	said, err := e.evaluate(query, e.input)
	for _, s := range said {
		e.add(s)
	}
	return err
}

// elementIn is an element of a list that a residual is about and that may not be there: OPA leaves out that it was found.
func (e *estimate) elementIn(residual ast.Body) (doubt model.Value) {
	ast.WalkRefs(residual, func(ref ast.Ref) bool {
		for _, l := range e.leaves {
			if ref.HasPrefix(l.ref) && l.mayLackInList() {
				doubt = l.value
			}
		}
		return false
	})
	return doubt
}

func (e *estimate) add(s saying) {
	key := [3]string{s.resource, s.path, s.message}
	if i, there := e.said[key]; there {
		if s.fault > e.list[i].fault {
			e.list[i] = s
		}
		return
	}
	e.said[key] = len(e.list)
	e.list = append(e.list, s)
}

func (e *estimate) undecided() bool {
	return slices.ContainsFunc(e.list, func(s saying) bool { return s.fault == model.Maybe })
}

// namesOf are the terms to which a residual binds variables.
func namesOf(residual ast.Body) map[ast.Var]*ast.Term {
	names := map[ast.Var]*ast.Term{}
	for _, e := range residual {
		if e.Negated || !e.IsEquality() {
			continue
		}
		if name, ok := e.Operand(0).Value.(ast.Var); ok {
			names[name] = e.Operand(1)
		}
	}
	return names
}

// boundTo is the term to which an expression binds a variable, or nil.
func boundTo(e *ast.Expr, name ast.Var) *ast.Term {
	if e.Negated || !e.IsEquality() {
		return nil
	}
	a, b := e.Operand(0), e.Operand(1)
	switch {
	case a.Value.Compare(name) == 0:
		return b
	case b.Value.Compare(name) == 0:
		return a
	}
	return nil
}

// words is the finding that a residual is about. Of what is not known in it the message says so; where even the path is not
// known it is about the resource.
func (e *estimate) words(finding *ast.Term) (saying, error) {
	if finding == nil {
		return saying{}, nil
	}
	if object, ok := finding.Value.(ast.Object); ok {
		return e.wordsOf(object)
	}
	if known := e.wording(finding); known != nil {
		return sayingOf(known)
	}
	return saying{}, nil
}

func (e *estimate) wordsOf(finding ast.Object) (saying, error) {
	known := ast.NewObject()
	finding.Foreach(func(key, value *ast.Term) {
		if word := e.wording(value); word != nil {
			known.Insert(key, word)
		}
	})
	return sayingOf(ast.NewTerm(known))
}

// wording evaluates a term with (unknown) in place of what is not known. It is nil where that makes no sense.
func (e *estimate) wording(t *ast.Term) *ast.Term {
	if ast.IsConstant(t.Value) {
		return t
	}
	term := t.Copy()
	ast.WalkTerms(term, func(t *ast.Term) bool {
		if ref, ok := t.Value.(ast.Ref); ok && ref.HasPrefix(ast.InputRootRef) && ref.IsGround() && e.isOpen(ref) {
			t.Value = ast.String(checks.Said(veiledWhole("", e.valueAt(ref))))
			return true
		}
		return false
	})
	return e.evaluateTerm(term)
}

// isOpen tells whether a leaf lies at a place, above or below it.
func (e *estimate) isOpen(ref ast.Ref) bool {
	return slices.ContainsFunc(e.leaves, func(l leaf) bool { return overlap(ref, l.ref) })
}

// evaluateTerm is what a term without unknowns amounts to, or nil.
func (e *estimate) evaluateTerm(t *ast.Term) *ast.Term {
	body, err := e.compiler.QueryCompiler().Compile(ast.NewBody(ast.Equality.Expr(ast.NewTerm(answerVar), t)))
	if err != nil {
		return nil // it has variables
	}
	var result *ast.Term
	_ = e.guarded(func(ctx context.Context, w *watch) error {
		return e.transact(ctx, e.newQuery(body, e.input, w), func(q *topdown.Query) error {
			return q.Iter(ctx, func(r topdown.QueryResult) error {
				result = r[answerVar]
				return nil
			})
		})
	})
	return result
}
