package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// pieces are the expressions whose texts an expression puts together: the parts of a
// template, or the arguments of format and join with the text between them. Of others,
// and where it is not written out what goes where, there are none.
func (s *scope) pieces(expr hclsyntax.Expression) []hclsyntax.Expression {
	switch e := expr.(type) {
	case *hclsyntax.TemplateExpr:
		return e.Parts
	case *hclsyntax.FunctionCallExpr:
		if len(e.Args) == 0 || e.ExpandFinal {
			return nil
		}
		if e.Name == "format" {
			return s.formatted(e.Args[0], e.Args[1:])
		}
		first, ok := literalText(e.Args[0])
		if !ok {
			return nil
		}
		if list, ok := e.Args[len(e.Args)-1].(*hclsyntax.TupleConsExpr); ok && e.Name == "join" && len(e.Args) == 2 {
			return interleaved(first, e.Args[0].Range(), list.Exprs)
		}
	}
	return nil
}

func literalText(expr hclsyntax.Expression) (text string, ok bool) {
	template, ok := expr.(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	v, ok := literal(template)
	if !ok {
		return "", false
	}
	return v.AsString(), true
}

// formatted are the pieces of format(SPEC, ARGS...), if each verb puts a text as it is.
func (s *scope) formatted(spec hclsyntax.Expression, args []hclsyntax.Expression) []hclsyntax.Expression {
	verbs, ok := literalText(spec)
	if named, isName := spec.(*hclsyntax.ScopeTraversalExpr); isName {
		v := s.again(named)
		verbs, ok = textOf(v), !v.IsMarked()
	}
	if !ok {
		return nil
	}
	if strings.Contains(verbs, "%v") {
		if slices.ContainsFunc(args, s.isRewritten) {
			return nil
		}
		verbs = strings.ReplaceAll(verbs, "%v", "%s")
	}
	return filledIn(verbs, spec.Range(), args)
}

// again is what a reference leads to, where what is wrong with it has been said.
func (s *scope) again(e *hclsyntax.ScopeTraversalExpr) (v cty.Value) {
	s.in.ev.quietly(func() { v = s.traverse(e.Traversal) })
	return v
}

// filledIn are the pieces of a text with arguments in place of each %s.
func filledIn(spec string, at hcl.Range, args []hclsyntax.Expression) []hclsyntax.Expression {
	texts := strings.Split(spec, "%s")
	if len(texts) != len(args)+1 || strings.Contains(strings.Join(texts, ""), "%") {
		return nil
	}
	var pieces []hclsyntax.Expression
	for i, text := range texts {
		if text != "" {
			pieces = append(pieces, written(text, at))
		}
		if i < len(args) {
			pieces = append(pieces, args[i])
		}
	}
	return pieces
}

// isRewritten tells a value that %v may put in other letters than a template does: a large number
// gets an exponent, and a list becomes JSON. Others than references may be dear to evaluate twice.
func (s *scope) isRewritten(expr hclsyntax.Expression) bool {
	switch e := expr.(type) {
	case *hclsyntax.TemplateExpr:
		return false
	case *hclsyntax.ScopeTraversalExpr:
		v, _ := s.again(e).Unmark()
		return v.IsKnown() && v.Type() != cty.String && v.Type() != cty.Bool
	}
	return true
}

// interleaved are the pieces of join(SEPARATOR, [ELEMENTS...]).
func interleaved(separator string, at hcl.Range, elements []hclsyntax.Expression) []hclsyntax.Expression {
	var pieces []hclsyntax.Expression
	for i, element := range elements {
		if i > 0 && separator != "" {
			pieces = append(pieces, written(separator, at))
		}
		pieces = append(pieces, element)
	}
	return pieces
}

func written(text string, at hcl.Range) hclsyntax.Expression {
	return &hclsyntax.LiteralValueExpr{Val: cty.StringVal(text), SrcRange: at}
}

// onlyElement is join(SEPARATOR, LIST) of a list of one that a reference names: the
// element as it is.
func (s *scope) onlyElement(e *hclsyntax.FunctionCallExpr) (cty.Value, bool) {
	if e.Name != "join" || len(e.Args) != 2 || e.ExpandFinal {
		return cty.NilVal, false
	}
	switch e.Args[1].(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.SplatExpr:
	default:
		return cty.NilVal, false // others may be dear to evaluate twice
	}
	if _, ok := literalText(e.Args[0]); !ok {
		return cty.NilVal, false
	}
	list := s.value(e.Args[1])
	if list.IsMarked() || !list.IsKnown() || list.IsNull() || list.Type().IsMapType() || !list.CanIterateElements() || list.LengthInt() != 1 {
		return cty.NilVal, false
	}
	for it := list.ElementIterator(); it.Next(); {
		_, element := it.Element()
		text, err := convert.Convert(element, cty.String)
		if plain, _ := text.Unmark(); err == nil && !plain.IsNull() {
			return text, true
		}
	}
	return cty.NilVal, false
}
