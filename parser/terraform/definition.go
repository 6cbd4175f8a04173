package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/lintel-iac/lintel/model"
)

// definition follows a plain reference to the expression that it stands for,
// and to the scope in which that is evaluated: a local, the argument of a
// module call, an output.
func (s *scope) definition(expr hcl.Expression) (*scope, hcl.Expression, bool) {
	e, ok := expr.(*hclsyntax.ScopeTraversalExpr)
	if !ok || s.vars != nil || s.rebinds(e.Traversal.RootName()) {
		return s, expr, false
	}
	t := e.Traversal
	name, _ := attrStep(t, 1)
	switch root := t.RootName(); {
	case root == "local" && len(t) == 2:
		if a := s.in.source.locals[name]; a != nil {
			return s.in.scope(), a.expr, true
		}
	case root == "var" && len(t) == 2 && s.in.call != nil:
		return s.in.argument(name)
	case root == "module" && len(t) == 3:
		if e := s.in.calls[name]; e != nil && e.state == done && e.kind == keyNone {
			out, _ := attrStep(t, 2)
			return e.instances[0].what.outputExpr(out)
		}
	}
	return s, expr, false
}

// argument is what the call gives for a variable, where the variable hands it
// on as it is.
func (in *instance) argument(name string) (*scope, hcl.Expression, bool) {
	b, a := in.source.variables[name], in.call.body.attr(name)
	if b == nil || a == nil || isCallArgument(name) || in.isFalse(b.body, "nullable") || in.ev.constraint(b).defaults != nil {
		return nil, nil, false
	}
	return in.caller, a.expr, true
}

func (in *instance) outputExpr(name string) (*scope, hcl.Expression, bool) {
	if in.source == nil || in.source.outputs[name] == nil {
		return nil, nil, false
	}
	expr := in.source.outputs[name].body.expr("value")
	return in.scope(), expr, expr != nil
}

// bare is the expression without what stands around it and changes nothing.
func bare(expr hcl.Expression) hcl.Expression {
	for {
		switch e := expr.(type) {
		case *hclsyntax.ParenthesesExpr:
			expr = e.Expression
		case *hclsyntax.TemplateWrapExpr:
			expr = e.Wrapped
		default:
			return expr
		}
	}
}

// origin follows plain references to the expression where they begin.
func (s *scope) origin(expr hcl.Expression) (*scope, hcl.Expression) {
	expr = bare(expr)
	for range maxModuleDepth {
		further, definition, ok := s.definition(expr)
		if !ok {
			break
		}
		s, expr = further, bare(definition)
	}
	return s, expr
}

// handedIn tells whether an expression hands on what the command gave for a variable
// of the root.
func (s *scope) handedIn(expr hcl.Expression) bool {
	if !s.in.ev.handed {
		return false
	}
	s, expr = s.origin(expr)
	e, ok := expr.(*hclsyntax.ScopeTraversalExpr)
	if !ok || s.vars != nil || e.Traversal.RootName() != "var" || s.rebinds("var") {
		return false
	}
	name, _ := attrStep(e.Traversal, 1)
	given, ok := s.in.inputs[name]
	return ok && given.handed()
}

// reasonOf says why an expression is unknown though no reference in it is: its
// block has instances that are not known, the path is the machine's, or it has a
// fault that was reported.
func (s *scope) reasonOf(expr hcl.Expression) string {
	s, expr = s.origin(expr)
	for _, t := range s.in.ev.variables(expr) {
		name := traversalText(t)
		switch root := t.RootName(); {
		case (root == "count" || root == "each") && s.key.kind == keyUnknown:
			return "depends on " + name + ", and the instances are not known"
		case name == "path.cwd":
			return "depends on path.cwd, which is the machine's"
		}
	}
	if fault := s.in.ev.faultWithin(place(expr.Range())); fault != "" {
		return fault
	}
	return afterApply
}

// faultWithin is what was reported of a stretch of source.
func (ev *evaluator) faultWithin(r model.Range) string {
	for _, d := range ev.diags {
		if d.Range.File == r.File && !before(d.Range.Start, r.Start) && before(d.Range.Start, r.End) {
			return d.Summary
		}
	}
	return ""
}

func before(a, b model.Pos) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}
