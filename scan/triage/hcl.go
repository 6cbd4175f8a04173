package triage

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// maxNesting bounds the parser's recursion, as where Terraform is read.
const maxNesting = 1000

// readHCL reads Terraform source. Of a broken file it takes what can be read.
func readHCL(file string, data []byte) *text {
	t := newText(data)
	tokens, _ := hclsyntax.LexConfig(data, file, hcl.InitialPos)
	depth, deepest := 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenComment:
			t.hclComment(token)
			continue
		case hclsyntax.TokenNewline, hclsyntax.TokenEOF:
			continue
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
			deepest = max(deepest, depth)
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			depth--
		}
		for line := token.Range.Start.Line; line <= token.Range.End.Line && line < len(t.code); line++ {
			t.code[line] = true
		}
	}
	if deepest > maxNesting {
		return t
	}
	parsed, _ := hclsyntax.ParseConfig(data, file, hcl.InitialPos)
	if body, ok := parsed.Body.(*hclsyntax.Body); ok {
		t.hclBody(body, true, false)
	}
	return t.arrange()
}

func (t *text) hclComment(token hclsyntax.Token) {
	content := strings.TrimRight(string(token.Bytes), "\r\n")
	t.remark(token.Range.Start.Line, strings.Split(strings.TrimSuffix(content, "*/"), "\n")...)
}

// hclBody adds what stands in a body. In a module call, attributes are the
// arguments.
func (t *text) hclBody(body *hclsyntax.Body, outermost, inCall bool) {
	for _, a := range body.Attributes {
		t.hclSpan(a.SrcRange, inCall)
		t.hclElements(a.Expr, inCall)
	}
	for _, b := range body.Blocks {
		whole := hcl.RangeBetween(b.TypeRange, b.CloseBraceRange)
		s := span{from: whole.Start.Line, to: max(whole.End.Line, whole.Start.Line), opener: b.OpenBraceRange.Start.Line, in: inCall}
		s.top = outermost && isTop(b)
		if s.opener != s.from {
			s.opener = 0 // HCL has the brace on the header's line, unless it is broken
		}
		if s.top && b.Type == "module" && len(b.Labels) == 1 {
			s.call = b.Labels[0]
		}
		t.spans = append(t.spans, s)
		t.hclBody(b.Body, false, inCall || s.call != "")
	}
}

// isTop tells the blocks that stand on their own.
func isTop(b *hclsyntax.Block) bool {
	switch b.Type {
	case "resource", "data", "ephemeral":
		return len(b.Labels) == 2
	case "module", "variable", "provider", "output":
		return len(b.Labels) == 1
	}
	return b.Type == "locals" && len(b.Labels) == 0
}

func (t *text) hclSpan(r hcl.Range, inCall bool) {
	t.spans = append(t.spans, span{from: r.Start.Line, to: r.End.Line, in: inCall})
}

// hclElements adds the elements of lists and objects within an expression.
func (t *text) hclElements(expr hclsyntax.Expression, inCall bool) {
	_ = hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch e := node.(type) {
		case *hclsyntax.TupleConsExpr:
			for _, element := range e.Exprs {
				t.hclSpan(element.Range(), inCall)
			}
		case *hclsyntax.ObjectConsExpr:
			for _, item := range e.Items {
				t.hclSpan(hcl.RangeBetween(item.KeyExpr.Range(), item.ValueExpr.Range()), inCall)
			}
		}
		return nil
	})
}
