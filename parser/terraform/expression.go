package terraform

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/ctymarks"

	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// value evaluates an expression. What fails is reported, and unknown. The
// result's ref marks say which references it hands on and which it only used.
func (s *scope) value(expr hcl.Expression) cty.Value {
	if s.literal {
		v, _ := s.in.ev.constant(expr)
		return v
	}
	switch e := expr.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val
	case *hclsyntax.ParenthesesExpr:
		return s.value(e.Expression)
	case *hclsyntax.TemplateExpr:
		return s.templated(e, s.filled(e))
	case *hclsyntax.TemplateWrapExpr:
		return s.value(e.Wrapped)
	case *hclsyntax.ScopeTraversalExpr:
		return s.traverse(e.Traversal)
	case *hclsyntax.RelativeTraversalExpr:
		if v, ok := s.byKey(e); ok {
			return v
		}
	case *hclsyntax.SplatExpr:
		if v, ok := s.splat(e); ok {
			return v
		}
	case *hclsyntax.ForExpr:
		if v, ok := s.iterate(e); ok {
			return v
		}
	case *hclsyntax.TupleConsExpr:
		return s.tuple(e)
	case *hclsyntax.ObjectConsExpr:
		if v, ok := s.object(e); ok {
			return v
		}
	case *hclsyntax.ConditionalExpr:
		return s.conditional(e)
	case *hclsyntax.BinaryOpExpr:
		return s.operation(e)
	case *hclsyntax.FunctionCallExpr:
		if isEncoder(e) {
			return s.encode(e)
		}
		switch e.Name {
		case "templatefile":
			return s.fromFile(e)
		case "compact":
			return s.compacted(e)
		case "replace":
			return s.replaced(e)
		case "slice":
			return s.sliced(e)
		case "format", "join":
			return s.templated(e, s.call(e))
		}
		return s.call(e)
	}
	return s.general(expr)
}

// constant evaluates an expression that may not refer to anything. A JSON string is
// then no template.
func (ev *evaluator) constant(expr hcl.Expression) (v cty.Value, ok bool) {
	v, diags := expr.Value(nil)
	ev.report(diags)
	if diags.HasErrors() {
		return cty.DynamicVal, false
	}
	return v, true
}

// filled evaluates a template.
func (s *scope) filled(e *hclsyntax.TemplateExpr) cty.Value {
	if v, ok := literal(e); ok {
		return v
	}
	if v, ok := s.text(e); ok {
		return v
	}
	return s.general(e)
}

// literal is the text of a template without parts.
func literal(e *hclsyntax.TemplateExpr) (cty.Value, bool) {
	if len(e.Parts) == 0 {
		return cty.StringVal(""), true
	}
	if !e.IsStringLiteral() {
		return cty.NilVal, false
	}
	v, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr)
	if !ok || !v.Val.IsKnown() { // a syntax error has cut it short
		return cty.NilVal, false
	}
	return v.Val, true
}

// general lets HCL evaluate.
func (s *scope) general(expr hcl.Expression) cty.Value {
	v, diags := expr.Value(s.context(expr))
	s.in.ev.report(diags)
	if diags.HasErrors() && v == cty.NilVal {
		v = cty.DynamicVal
	}
	if !v.IsKnown() && !s.in.ev.strict { // who inspects wants to hear what Terraform says before it applies
		if likely, sure := s.tried(expr); sure {
			return likely
		}
	}
	if !handsOn(expr) || isPieced(v) {
		v = weaken(v)
	}
	return s.attribute(expr, v)
}

// isPieced tells whether something in a value has the marks of what it was made of.
func isPieced(v cty.Value) bool {
	if !v.ContainsMarked() {
		return false
	}
	_, marks := v.UnmarkDeep()
	_, pieced := marks[funcs.Pieced{}]
	return pieced
}

// attribute gives an unknown result that carries no reference those of its
// expression, as partial ones: HCL loses marks in a few forms. What is wrong with a
// reference has been said, or try has seen to it.
func (s *scope) attribute(expr hcl.Expression, v cty.Value) cty.Value {
	if v.IsMarked() || v.IsKnown() {
		return v
	}
	for _, t := range s.in.ev.variables(expr) {
		if t.RootName() == "path" || t.RootName() == "count" {
			continue
		}
		var found cty.Value
		s.in.ev.quietly(func() { found, _ = s.resolve(t) })
		_, marks := found.UnmarkDeep()
		for _, r := range refsOf(marks) {
			r.partial = true
			v = v.Mark(r)
		}
	}
	return v
}

// traverse evaluates a plain reference without HCL's help.
func (s *scope) traverse(t hcl.Traversal) cty.Value {
	v, used := s.resolve(t)
	if used >= len(t) {
		return v
	}
	result, diags := t[used:].TraverseRel(v)
	s.in.ev.report(diags)
	if diags.HasErrors() {
		return cty.DynamicVal
	}
	return result
}

func (s *scope) tuple(e *hclsyntax.TupleConsExpr) cty.Value {
	values := make([]cty.Value, len(e.Exprs))
	for i, element := range e.Exprs {
		values[i] = s.value(element)
	}
	return cty.TupleVal(values)
}

// object builds an object member by member, unless a key needs evaluation that
// only HCL does right.
func (s *scope) object(e *hclsyntax.ObjectConsExpr) (cty.Value, bool) {
	values := make(map[string]cty.Value, len(e.Items))
	for _, item := range e.Items {
		key, ok := s.memberName(item.KeyExpr)
		if !ok {
			return cty.NilVal, false
		}
		values[key] = s.value(item.ValueExpr)
	}
	return cty.ObjectVal(values), true
}

// memberName is the key of an object's member where it is known and unmarked.
func (s *scope) memberName(expr hclsyntax.Expression) (string, bool) {
	key, ok := expr.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return "", false
	}
	if word := hcl.ExprAsKeyword(key.Wrapped); word != "" && !key.ForceNonLiteral {
		return word, true
	}
	if _, ok := key.Wrapped.(*hclsyntax.ScopeTraversalExpr); ok && !key.ForceNonLiteral {
		return "", false // neither a word nor in parentheses: HCL says what is wrong with it
	}
	v := s.value(key.Wrapped)
	if v.IsMarked() || v.IsNull() || !v.IsKnown() {
		return "", false
	}
	v, err := convert.Convert(v, cty.String)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// conditional evaluates C ? A : B as HCL does, but where C is known the result
// carries the references of the branch taken alone.
func (s *scope) conditional(e *hclsyntax.ConditionalExpr) cty.Value {
	if v, ok := s.constant(e); ok {
		return v
	}
	v := s.general(e)
	condition, asked := s.value(e.Condition).Unmark()
	if !condition.IsKnown() {
		s.in.ev.quietly(func() { v = weakenAsked(v, refsOf(asked), s.value(e.TrueResult), s.value(e.FalseResult)) })
		return v
	}
	if condition.IsNull() {
		return v
	}
	condition, err := convert.Convert(condition, cty.Bool)
	if err != nil {
		return v
	}
	taken := e.FalseResult
	if condition.True() {
		taken = e.TrueResult
	}
	chosen := s.value(taken)
	if !v.Type().Equals(chosen.Type()) {
		if chosen, err = convert.Convert(chosen, v.Type()); err != nil {
			return v
		}
	}
	if isSensitive(v) {
		chosen = chosen.Mark(funcs.Sensitive)
	}
	return chosen
}

// context holds what the expression's references name, and no more.
func (s *scope) context(expr hcl.Expression) *hcl.EvalContext {
	traversals := s.in.ev.variables(expr)
	if len(traversals) == 0 {
		return s.in.ev.functions
	}
	roots := make(branch, len(traversals))
	for _, t := range traversals {
		// HCL steps through a key itself, and a missing one is then an error that
		// try and can get to see: so give it all instances.
		if i := firstIndex(t); i >= 0 {
			t = t[:i]
		}
		v, used := s.resolve(t)
		roots.put(t[:used], v)
	}
	ctx := s.in.ev.functions.NewChild()
	ctx.Variables = make(map[string]cty.Value, len(roots))
	for name, v := range roots {
		ctx.Variables[name] = value(v)
	}
	return ctx
}

func firstIndex(t hcl.Traversal) int {
	return slices.IndexFunc(t, func(step hcl.Traverser) bool {
		_, ok := step.(hcl.TraverseIndex)
		return ok
	})
}

// variables is expr.Variables, remembered.
func (ev *evaluator) variables(expr hcl.Expression) []hcl.Traversal {
	if kept, ok := ev.traversals[expr]; ok {
		return kept
	}
	found := expr.Variables()
	ev.traversals[expr] = found
	return found
}

// branch is an object under construction: its members are values or branches.
type branch map[string]any

// put sets what stands at a path. A value wins over a branch: it holds all of
// it.
func (b branch) put(path hcl.Traversal, v cty.Value) {
	for i, step := range path {
		name, ok := stepName(step)
		if !ok || i == len(path)-1 {
			if ok {
				b[name] = v
			}
			return
		}
		switch next := b[name].(type) {
		case cty.Value:
			return
		case branch:
			b = next
		default:
			made := make(branch)
			b[name] = made
			b = made
		}
	}
}

func stepName(step hcl.Traverser) (string, bool) {
	switch step := step.(type) {
	case hcl.TraverseRoot:
		return step.Name, true
	case hcl.TraverseAttr:
		return step.Name, true
	}
	return "", false
}

func value(member any) cty.Value {
	nested, ok := member.(branch)
	if !ok {
		return member.(cty.Value)
	}
	members := make(map[string]cty.Value, len(nested))
	for name, m := range nested {
		members[name] = value(m)
	}
	return cty.ObjectVal(members)
}

// report takes over HCL's diagnostics of one evaluation. What merely cannot be
// known here is a warning: a function of a later version, a file that another
// step will make.
func (ev *evaluator) report(diags hcl.Diagnostics) {
	for _, d := range diags {
		reported := fromHCL(hcl.Diagnostics{d})[0]
		if call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d); ok && call.FunctionCallError() != nil {
			err := call.FunctionCallError()
			reported.Summary, reported.Detail = call.CalledFunctionName()+": "+err.Error(), ""
			if ev.isSoft(err) {
				reported.Severity = diag.Warning
			}
		}
		if call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallUnknownDiagExtra](d); ok {
			name := call.CalledFunctionNamespace() + call.CalledFunctionName()
			reported.Summary, reported.Detail = "unknown function "+quote(name), ""
			if !ev.strict || isForeign(name) {
				reported.Severity = diag.Warning
			}
			if near := funcs.Suggest(name); near != "" {
				reported.Detail = "Did you mean " + quote(near) + "?"
			}
		}
		ev.diags.Add(reported)
	}
}

// isForeign tells the functions of a provider that is not built in.
func isForeign(function string) bool {
	return strings.HasPrefix(function, "provider::") && !strings.HasPrefix(function, "provider::terraform::")
}

// isSoft tells errors of file functions that need not be the author's fault.
func (ev *evaluator) isSoft(err error) bool {
	return errors.Is(err, funcs.ErrOutside) || errors.Is(err, fs.ErrNotExist) && !ev.strict
}

func isSensitive(v cty.Value) bool { return v.HasMark(funcs.Sensitive) }

// ephemeral marks a value that must not be kept.
func (ev *evaluator) ephemeral(v cty.Value) cty.Value {
	ev.fleeting = true
	return v.Mark(funcs.Ephemeral)
}

// isEphemeral tells a value that must not be kept, or that holds one.
func (ev *evaluator) isEphemeral(v cty.Value) bool {
	return ev.fleeting && v.HasMarkDeep(funcs.Ephemeral)
}

// lasting is the value without the mark of ephemeral ones, once that was reported.
func lasting(v cty.Value) cty.Value {
	kept, err := v.WrangleMarksDeep(func(mark any, _ cty.Path) (ctymarks.WrangleAction, error) {
		if mark == funcs.Ephemeral {
			return ctymarks.WrangleDrop, nil
		}
		return nil, nil
	})
	if err != nil {
		return v
	}
	return kept
}
