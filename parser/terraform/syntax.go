package terraform

import (
	"cmp"
	"math"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// body is a block's contents in native or JSON syntax.
type body struct {
	attrs  []*attribute // in source order
	blocks []*block
	at     hcl.Range // of the block's header, or of the JSON object
	// json bodies have attributes only, until a schema says which are blocks.
	json bool
}

type attribute struct {
	name string
	expr hcl.Expression
	at   hcl.Range
	// literal is the string, float64 or bool that the expression is in native syntax, as
	// the model has it; nil for any other. Every second attribute is one.
	literal any
}

type block struct {
	typ    string
	labels []string
	body   *body
	header hcl.Range // type and labels
	whole  hcl.Range
	// broken blocks hold a syntax error: what they seem not to say may be lost.
	broken bool
	nth    int32 // of a variable or output, among those of its module
}

func (b *body) attr(name string) *attribute {
	for _, a := range b.attrs {
		if a.name == name {
			return a
		}
	}
	return nil
}

// expr is the expression of an attribute, or nil.
func (b *body) expr(name string) hcl.Expression {
	if a := b.attr(name); a != nil {
		return a.expr
	}
	return nil
}

// blocksOf returns the nested blocks of a type, in JSON too.
func (b *body) blocksOf(typ string) []*block {
	var found []*block
	for _, nested := range b.blocks {
		if nested.typ == typ {
			found = append(found, nested)
		}
	}
	if a := b.attr(typ); a != nil && b.json {
		found = append(found, jsonBlocks(a)...)
	}
	return found
}

// labelled returns the nested blocks of a type that have a number of labels: in JSON
// a label is the name of a member.
func (b *body) labelled(typ string, labels int) []*block {
	found := b.blocksOf(typ)
	for range labels {
		if !b.json {
			break
		}
		var inner []*block
		for _, outer := range found {
			for _, a := range outer.body.attrs {
				for _, nested := range jsonBlocks(a) {
					nested.typ, nested.labels = typ, append(slices.Clip(outer.labels), a.name)
					inner = append(inner, nested)
				}
			}
		}
		found = inner
	}
	return found
}

func nativeBody(b *hclsyntax.Body, header hcl.Range) *body {
	out := &body{at: header, attrs: make([]*attribute, 0, len(b.Attributes)), blocks: make([]*block, 0, len(b.Blocks))}
	attrs := make([]attribute, 0, len(b.Attributes)) // in one piece, which the collector looks at once
	for _, a := range b.Attributes {
		attrs = append(attrs, attribute{name: a.Name, expr: a.Expr, at: a.SrcRange, literal: literalData(a.Expr)})
		out.attrs = append(out.attrs, &attrs[len(attrs)-1])
	}
	slices.SortFunc(out.attrs, func(a, b *attribute) int { return cmp.Compare(a.at.Start.Byte, b.at.Start.Byte) })
	for _, nested := range b.Blocks {
		out.blocks = append(out.blocks, nativeBlock(nested))
	}
	return out
}

func literalData(expr hclsyntax.Expression) any {
	v, ok := writtenValue(expr)
	switch {
	case !ok || !v.IsKnown():
		return nil
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		if f := numberOf(v); !math.IsInf(f, 0) {
			return f
		}
	}
	return nil
}

func nativeBlock(b *hclsyntax.Block) *block {
	header := b.DefRange()
	return &block{
		typ: b.Type, labels: b.Labels, body: nativeBody(b.Body, header), header: header,
		whole: hcl.RangeBetween(b.TypeRange, b.CloseBraceRange),
	}
}

// jsonBody reads the members of a JSON object; which of them are blocks is
// told by the schema, later.
func jsonBody(b hcl.Body, header hcl.Range) (*body, hcl.Diagnostics) {
	attrs, diags := b.JustAttributes()
	out := &body{at: header, json: true}
	for name, a := range attrs {
		if name != "//" {
			out.attrs = append(out.attrs, &attribute{name: name, expr: a.Expr, at: a.Range})
		}
	}
	slices.SortFunc(out.attrs, func(a, b *attribute) int { return cmp.Compare(a.at.Start.Byte, b.at.Start.Byte) })
	return out, diags
}

// jsonBlocks reads a JSON attribute as the blocks it stands for: an object is
// one, a list one for each element.
func jsonBlocks(a *attribute) []*block {
	elements, diags := hcl.ExprList(a.expr)
	if diags.HasErrors() {
		elements = []hcl.Expression{a.expr}
	}
	var out []*block
	for _, element := range elements {
		pairs, diags := hcl.ExprMap(element)
		if diags.HasErrors() {
			continue
		}
		at := element.Range()
		out = append(out, &block{typ: a.name, body: jsonPairs(pairs, at), header: a.at, whole: at})
	}
	return out
}

func jsonPairs(pairs []hcl.KeyValuePair, at hcl.Range) *body {
	out := &body{at: at, json: true}
	for _, pair := range pairs {
		key, diags := pair.Key.Value(nil)
		if diags.HasErrors() || !key.IsKnown() || key.IsNull() || key.Type() != cty.String || key.AsString() == "//" {
			continue
		}
		out.attrs = append(out.attrs, &attribute{
			name: key.AsString(), expr: pair.Value, at: hcl.RangeBetween(pair.Key.Range(), pair.Value.Range()),
		})
	}
	return out
}

// split tells attributes from blocks by the schema: in JSON all look alike.
func (b *body) split(schema *vocabulary.Schema) ([]*attribute, []*block) {
	if !b.json {
		return b.attrs, b.blocks
	}
	var attrs []*attribute
	blocks := b.blocks
	for _, a := range b.attrs {
		switch {
		case a.name == "dynamic":
			blocks = append(blocks, jsonDynamic(a)...)
		case isMetaBlock(a.name) || schema != nil && schema.Block(a.name) != nil:
			if nested := jsonBlocks(a); len(nested) > 0 || isEmptyList(a.expr) {
				blocks = append(blocks, nested...)
				continue
			}
			attrs = append(attrs, a)
		default:
			attrs = append(attrs, a)
		}
	}
	return attrs, blocks
}

func isEmptyList(expr hcl.Expression) bool {
	elements, diags := hcl.ExprList(expr)
	return !diags.HasErrors() && len(elements) == 0
}

// jsonDynamic reads {"dynamic": {"ingress": {"for_each": …, "content": …}}}.
func jsonDynamic(a *attribute) []*block {
	return (&body{attrs: []*attribute{a}, json: true}).labelled(a.name, 1)
}

// isMetaBlock tells the nested blocks of a resource that are Terraform's own.
func isMetaBlock(typ string) bool {
	return typ == "lifecycle" || typ == "provisioner" || typ == "connection"
}

// isMetaArgument tells the arguments of a resource that are Terraform's own.
func isMetaArgument(name string) bool {
	switch name {
	case "count", "for_each", "provider", "depends_on":
		return true
	}
	return false
}

func place(r hcl.Range) model.Range {
	return model.Range{
		File:  r.Filename,
		Start: model.Pos{Line: int32(r.Start.Line), Column: int32(r.Start.Column)},
		End:   model.Pos{Line: int32(r.End.Line), Column: int32(r.End.Column)},
	}
}
