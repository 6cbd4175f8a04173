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
}

// run has OPA evaluate the policy, and asks the model about the conditions that are left of each finding.
func (e *estimate) run(open []*ast.Term) error {
	var residuals []ast.Body
	err := e.guarded(func(ctx context.Context, w *watch) error {
		return e.transact(ctx, e.newQuery(e.query, e.input, w).WithUnknowns(open), func(q *topdown.Query) error {
			var err error
			residuals, _, err = q.PartialRun(ctx)
			return err
		})
	})
	if err != nil {
		return err
	}
	for _, residual := range residuals {
		if err := e.settle(residual); err != nil {
			return err
		}
	}
	slices.SortFunc(e.list, compareSayings)
	return nil
}

// settle judges one residual: the finding, and the conditions under which it holds.
func (e *estimate) settle(residual ast.Body) error {
	holds, by := model.Yes, model.Value{}
	var finding *ast.Term
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
	if holds == model.No {
		return nil
	}
	s, err := e.words(finding)
	if err != nil {
		return err
	}
	s.fault, s.by = holds, by
	e.add(s)
	return nil
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
	said, err := ast.TransformRefs(t.Copy(), func(ref ast.Ref) (ast.Value, error) {
		if ref.HasPrefix(ast.InputRootRef) && ref.IsGround() && e.isOpen(ref) {
			return ast.String(checks.Said(e.valueAt(ref))), nil
		}
		return ref, nil
	})
	term, ok := said.(*ast.Term)
	if err != nil || !ok {
		return nil
	}
	return e.evaluateTerm(term)
}

// isOpen tells whether a leaf lies at a place, above or below it.
func (e *estimate) isOpen(ref ast.Ref) bool {
	return slices.ContainsFunc(e.leaves, func(l leaf) bool { return overlap(ref, l.ref) })
}

// evaluateTerm is what a term without unknowns amounts to, or nil.
func (e *estimate) evaluateTerm(t *ast.Term) *ast.Term {
	body, err := e.library.compiler.QueryCompiler().Compile(ast.NewBody(ast.Equality.Expr(ast.NewTerm(answerVar), t)))
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
