package written

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// expressions writes those of a block: all that the schema has and the author
// wrote. As in Terraform, dynamic blocks are left out, and blocks where the schema
// has an attribute.
func expressions(b hcl.Body, schema *vocabulary.Schema) object {
	if schema == nil {
		return object{}
	}
	content, _, _ := b.PartialContent(bodySchema(schema)) // what is left over has no schema
	out := object{}
	for name, a := range content.Attributes {
		out[name] = expression(a.Expr)
	}
	for _, nested := range content.Blocks {
		block := schema.Block(nested.Type)
		inner := expressions(nested.Body, block.Schema)
		if block.Nesting == vocabulary.Single {
			out[nested.Type] = inner
			continue
		}
		list, _ := out[nested.Type].([]object)
		out[nested.Type] = append(list, inner)
	}
	return out
}

// bodySchema is what HCL wants to know of a schema.
func bodySchema(schema *vocabulary.Schema) *hcl.BodySchema {
	out := &hcl.BodySchema{}
	for _, a := range schema.Attributes {
		out.Attributes = append(out.Attributes, hcl.AttributeSchema{Name: a.Name})
	}
	for _, b := range schema.Blocks {
		out.Blocks = append(out.Blocks, hcl.BlockHeaderSchema{Type: b.Name})
	}
	return out
}

// expression writes one expression: its constant value, or what it refers to.
func expression(e hcl.Expression) object {
	var refs []string
	for _, t := range e.Variables() {
		refs = append(refs, references(t)...)
	}
	if len(refs) > 0 {
		return object{"references": refs}
	}
	if value, ok := constant(e); ok {
		return object{"constant_value": value}
	}
	return object{}
}

func constant(e hcl.Expression) (any, bool) {
	v, diags := e.Value(nil)
	if diags.HasErrors() || !v.IsWhollyKnown() {
		return nil, false
	}
	text, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		return nil, false
	}
	return json.RawMessage(text), true
}

// references writes one reference as Terraform does: whole, then step by step
// shorter down to what it is a reference to.
func references(t hcl.Traversal) []string {
	subject := 2
	if t.RootName() == "module" || t.RootName() == "data" {
		subject = 3
	}
	subject = min(subject, len(t))
	if t.RootName() == "module" && subject < len(t) && isIndex(t[2]) {
		subject++
	}
	var found []string
	for end := len(t); end >= subject; end-- {
		found = append(found, spelt(t[:end]))
	}
	if t.RootName() == "module" && subject > 2 {
		found = append(found, spelt(t[:subject-1]))
	}
	return slices.Compact(found)
}

func isIndex(step hcl.Traverser) bool {
	_, ok := step.(hcl.TraverseIndex)
	return ok
}

func spelt(t hcl.Traversal) string {
	text := ""
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			text += step.Name
		case hcl.TraverseAttr:
			text += "." + step.Name
		case hcl.TraverseIndex:
			if step.Key.Type() == cty.String {
				text += fmt.Sprintf("[%q]", step.Key.AsString())
			} else if step.Key.Type() == cty.Number {
				text += "[" + step.Key.AsBigFloat().Text('f', -1) + "]"
			}
		}
	}
	return text
}
