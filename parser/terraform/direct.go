package terraform

import (
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// signature is a function with its parameters, which go-cty copies at each
// asking.
type signature struct {
	function.Function
	params []function.Parameter
	rest   *function.Parameter
}

func (ev *evaluator) signature(name string) *signature {
	if kept, ok := ev.signatures[name]; ok {
		return kept
	}
	var found *signature
	if f, ok := ev.functions.Functions[name]; ok {
		found = &signature{f, f.Params(), f.VarParam()}
	}
	ev.signatures[name] = found
	return found
}

func (f *signature) param(i int) *function.Parameter {
	if i < len(f.params) {
		return &f.params[i]
	}
	return f.rest
}

// call evaluates a function call: its arguments one by one, which is cheaper
// than to let HCL do it and keeps their references apart. HCL does what is left:
// what fails, and functions that look at expressions.
func (s *scope) call(e *hclsyntax.FunctionCallExpr) cty.Value {
	if v, ok := s.onlyElement(e); ok {
		return v
	}
	if provider, ok := undeclaredProvider(e.Name, s.in.source.required); ok && s.in.ev.strict {
		s.in.ev.errorf(e.NameRange, "required_providers does not name %s, whose function this is", provider)
		return cty.DynamicVal
	}
	v, ok := s.begun(e)
	if !ok {
		v, ok = s.direct(e)
	}
	if !ok {
		return s.general(e)
	}
	if !passesThrough(e.Name) {
		v = weaken(v)
	}
	return s.attribute(e, v)
}

// undeclaredProvider is the provider that a function is called from and that the
// module does not require.
func undeclaredProvider(function string, required map[string]struct{}) (string, bool) {
	rest, ok := strings.CutPrefix(function, "provider::")
	if !ok {
		return "", false
	}
	name, _, _ := strings.Cut(rest, "::")
	_, declared := required[name]
	return name, !declared
}

func (s *scope) direct(e *hclsyntax.FunctionCallExpr) (cty.Value, bool) {
	v, _, ok := s.applied(e)
	return v, ok
}

// applied calls a function, and returns its arguments beside the result: they are dear to evaluate
// twice, and twice at each level of calls within calls would take forever.
func (s *scope) applied(e *hclsyntax.FunctionCallExpr) (v cty.Value, args []cty.Value, ok bool) {
	f := s.in.ev.signature(e.Name)
	if f == nil || e.ExpandFinal || len(e.Args) < len(f.params) {
		return cty.NilVal, nil, false
	}
	if args, ok = s.arguments(f, e.Args); !ok {
		return cty.NilVal, nil, false
	}
	if e.Name == "merge" {
		if v, ok := mergedObjects(args); ok {
			return v, args, true
		}
	}
	v, err := f.Call(args)
	return v, args, err == nil
}

// begun is what jsonencode makes of a structure that is written out and of which
// not all is known: a text with a known first character. Only the leaves have a
// say in it, and the function would go through all of them several times.
func (s *scope) begun(e *hclsyntax.FunctionCallExpr) (cty.Value, bool) {
	if !isWrittenJSON(e) {
		return cty.NilVal, false
	}
	g := leaves{known: true}
	g.gather(s, e.Args[0])
	return g.begun(e)
}

// isWrittenJSON tells a call of jsonencode for an object or a list that is written out.
func isWrittenJSON(e *hclsyntax.FunctionCallExpr) bool {
	if e.Name != "jsonencode" || !isEncoder(e) {
		return false
	}
	switch e.Args[0].(type) {
	case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
		return true
	}
	return false
}

// leaves is what the leaves of a structure are marked with, and whether all of
// them are known.
type leaves struct {
	marks cty.ValueMarks
	known bool
	odd   bool // names in it are not plain
}

// begun is the text of a structure with such leaves, if it is one that is not known.
func (g *leaves) begun(e *hclsyntax.FunctionCallExpr) (cty.Value, bool) {
	if g.known || g.odd || !isWrittenJSON(e) {
		return cty.NilVal, false
	}
	opening := "["
	if _, ok := e.Args[0].(*hclsyntax.ObjectConsExpr); ok {
		opening = "{"
	}
	v := cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull(opening).NewValue()
	return v.WithMarks(g.marks), true
}

// gather looks at the leaves of an expression.
func (g *leaves) gather(s *scope, expr hclsyntax.Expression) {
	switch e := expr.(type) {
	case *hclsyntax.TupleConsExpr:
		for _, element := range e.Exprs {
			g.gather(s, element)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			_, plain := s.memberName(item.KeyExpr)
			g.odd = g.odd || !plain
			g.gather(s, item.ValueExpr)
		}
	default:
		g.add(s.value(expr))
	}
}

// add takes a leaf into account; g is nil where nobody asks.
func (g *leaves) add(v cty.Value) {
	if g == nil {
		return
	}
	if v.IsMarked() || !v.Type().IsPrimitiveType() && v.ContainsMarked() {
		var marks cty.ValueMarks
		v, marks = v.UnmarkDeep()
		if g.marks == nil {
			g.marks = make(cty.ValueMarks, len(marks))
		}
		maps.Copy(g.marks, marks)
	}
	g.known = g.known && v.IsWhollyKnown()
}

// operation evaluates A op B likewise. What && and || leave out is for HCL to say.
func (s *scope) operation(e *hclsyntax.BinaryOpExpr) cty.Value {
	if e.Op.ShortCircuit == nil {
		f := &signature{Function: e.Op.Impl, params: e.Op.Impl.Params()}
		if args, ok := s.arguments(f, []hclsyntax.Expression{e.LHS, e.RHS}); ok {
			if v, err := f.Call(args); err == nil {
				return s.attribute(e, weaken(v))
			}
		}
	}
	return s.general(e)
}

// arguments evaluates arguments and converts them to the types of the parameters.
func (s *scope) arguments(f *signature, exprs []hclsyntax.Expression) ([]cty.Value, bool) {
	args := make([]cty.Value, len(exprs))
	for i, arg := range exprs {
		p := f.param(i)
		if p == nil || p.Type.IsCapsuleType() {
			return nil, false
		}
		args[i] = s.value(arg)
		if p.Type == cty.DynamicPseudoType {
			continue
		}
		var err error
		if args[i], err = convert.Convert(args[i], p.Type); err != nil {
			return nil, false
		}
	}
	return args, true
}

// constant evaluates C ? A : B where C is known, and A and B are written out and
// of one type.
func (s *scope) constant(e *hclsyntax.ConditionalExpr) (cty.Value, bool) {
	yes, ok := writtenValue(e.TrueResult)
	no, also := writtenValue(e.FalseResult)
	if !ok || !also || !yes.Type().Equals(no.Type()) {
		return cty.NilVal, false
	}
	condition, marks := s.value(e.Condition).Unmark()
	if !condition.IsKnown() || condition.IsNull() || condition.Type() != cty.Bool {
		return cty.NilVal, false
	}
	chosen := no
	if condition.True() {
		chosen = yes
	}
	if _, ok := marks[funcs.Sensitive]; ok {
		chosen = chosen.Mark(funcs.Sensitive)
	}
	return chosen, true
}

// writtenValue is the value of a literal that is not null.
func writtenValue(expr hclsyntax.Expression) (cty.Value, bool) {
	switch e := expr.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val, !e.Val.IsNull()
	case *hclsyntax.TemplateExpr:
		return literal(e)
	}
	return cty.NilVal, false
}

// shortText is as long as most names and ARNs are, in bytes.
const shortText = 64

// text evaluates a template whose parts are all known, or are text but for plain
// references that are not known yet.
func (s *scope) text(e *hclsyntax.TemplateExpr) (cty.Value, bool) {
	var b strings.Builder
	b.Grow(shortText)
	var marks cty.ValueMarks
	known := true
	for _, part := range e.Parts {
		v, more := s.value(part).Unmark()
		if v.IsNull() || !v.Type().IsPrimitiveType() {
			return cty.NilVal, false
		}
		known = known && v.IsKnown()
		if known && writeText(&b, v) != nil {
			return cty.NilVal, false
		}
		if marks == nil {
			marks = more
		} else {
			maps.Copy(marks, more)
		}
	}
	if known {
		return weaken(cty.StringVal(b.String()).WithMarks(marks)), true
	}
	if slices.ContainsFunc(e.Parts, func(part hclsyntax.Expression) bool { return !isPlain(part) }) {
		return cty.NilVal, false
	}
	return s.attribute(e, weaken(begunText(b.String()).WithMarks(marks))), true
}

// isPlain tells literals and references without a key, in which HCL's evaluation
// has nothing to add.
func isPlain(part hclsyntax.Expression) bool {
	switch e := part.(type) {
	case *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.ScopeTraversalExpr:
		return firstIndex(e.Traversal) < 0
	}
	return false
}

// begunText is a text of which the start is known, as far as HCL keeps it.
func begunText(start string) cty.Value {
	const kept = 128
	unknown := unknownText
	if start == "" {
		return unknown
	}
	if len(start) <= kept && endsInDigit(start) {
		return unknown.Refine().StringPrefixFull(start).NewValue()
	}
	return unknown.Refine().StringPrefix(start[:min(len(start), kept)]).NewValue()
}

// endsInDigit tells a start of a text that stays as it is whatever follows. Of others
// go-cty leaves out the last letter, which an accent behind it would change; no
// digit is changed by what follows it.
func endsInDigit(start string) bool {
	return start != "" && '0' <= start[len(start)-1] && start[len(start)-1] <= '9'
}

// writeText writes a primitive value as a template does. Whole numbers need not
// go through the decimal digits that big.Float works out.
func writeText(b *strings.Builder, v cty.Value) error {
	if v.Type() == cty.Number {
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact && n != 0 { // -0 has a sign in text
			b.WriteString(strconv.FormatInt(n, 10))
			return nil
		}
	}
	v, err := convert.Convert(v, cty.String)
	if err == nil {
		b.WriteString(v.AsString())
	}
	return err
}
