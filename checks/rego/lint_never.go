package rego

import (
	"context"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/model/diag"
)

// formats are those of model.Format, in the words of the schema.
var formats = []string{"cloudformation", "compose", "dockerfile", "live", "terraform", "terraform_plan", "terraform_state"}

// wordsAt are the texts that may stand at a place of the input, nil where that is not known.
func (p *Policy) wordsAt(ref ast.Ref) []string {
	switch ref.String() {
	case "input.format", "input.scope.format":
		return formats
	case "input.resource.mode":
		return p.modes()
	case "input.resource.vocabulary":
		return []string{"terraform", "native", "container"}
	case "input.resource.type":
		if !slices.Contains(p.Meta.Types, anyType) {
			return p.Meta.Types
		}
	}
	return nil
}

// modes are those of the resources that the policy judges.
func (p *Policy) modes() []string {
	var modes []string
	for _, typ := range p.Meta.Types {
		mode := "managed"
		if before, _, ok := strings.Cut(typ, "."); ok && !strings.Contains(typ, "::") {
			mode = before // data or provider
		}
		if typ == "variable" || typ == "module" {
			mode = typ
		}
		modes = append(modes, mode)
	}
	return modes
}

// lintWords finds conditions on the type, mode or format that no resource of the policy meets.
func (p *Policy) lintWords(rule *ast.Rule, diags *diag.List) {
	ast.WalkExprs(rule, func(e *ast.Expr) bool {
		if e.Negated || !e.IsEquality() {
			return false
		}
		for i, operand := range e.Operands() {
			ref, isRef := operand.Value.(ast.Ref)
			word, isText := e.Operand(1 - i).Value.(ast.String)
			if !isRef || !isText {
				continue
			}
			if known := p.wordsAt(ref); known != nil && !slices.Contains(known, string(word)) {
				diags.Errorf(placeOf(e.Location), "this can never apply: %v is %s, not %s%s", ref, strings.Join(known, ", "), string(word), meta.Meant(string(word), known))
			}
		}
		return false
	})
}

// lintNever finds rules whose conditions contradict each other whatever the input.
func (p *Policy) lintNever(deny []*ast.Rule, diags *diag.List) {
	open := []*ast.Term{ast.InputRootDocument, ast.DefaultRootDocument}
	c := &consultation{Policy: &Policy{library: p.library, spent: &budget{}}, desk: p.library.desk} // what is spent here is not spent on resources
	for _, rule := range deny {
		left := 0
		err := c.guarded(func(ctx context.Context, w *watch) error {
			return c.transact(ctx, c.newQuery(rule.Body, nil, w).WithUnknowns(open), func(q *topdown.Query) error {
				residuals, _, err := q.PartialRun(ctx)
				left = len(residuals)
				return err
			})
		})
		if err == nil && left == 0 {
			diags.Errorf(placeOf(rule.Location), "this can never apply, whatever the input")
		}
	}
}
