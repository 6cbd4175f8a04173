package written

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// configuration writes that part of a plan which says what the author wrote.
type configuration struct {
	fsys      fs.FS
	providers object
}

func readConfiguration(fsys fs.FS, dir string) (object, error) {
	c := &configuration{fsys, object{}}
	root, err := c.module(dir, true)
	if err != nil {
		return nil, err
	}
	return object{"provider_config": c.providers, "root_module": root}, nil
}

var topLevel = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "output", LabelNames: []string{"name"}},
	{Type: "module", LabelNames: []string{"name"}},
	{Type: "provider", LabelNames: []string{"name"}},
	{Type: "resource", LabelNames: []string{"type", "name"}},
	{Type: "data", LabelNames: []string{"type", "name"}},
}}

func (c *configuration) module(dir string, isRoot bool) (object, error) {
	blocks, err := c.blocks(dir)
	if err != nil {
		return nil, err
	}
	var resources []object
	outputs, variables, calls := object{}, object{}, object{}
	for _, b := range blocks {
		switch b.Type {
		case "resource", "data":
			resources = append(resources, resourceConfig(b))
		case "output":
			outputs[b.Labels[0]] = object{"expression": expression(attributes(b.Body)["value"].Expr)}
		case "variable":
			v, err := variable(b, isRoot)
			if err != nil {
				return nil, err
			}
			variables[b.Labels[0]] = v
		case "module":
			if calls[b.Labels[0]], err = c.call(dir, b); err != nil {
				return nil, err
			}
		case "provider":
			c.provider(b)
		}
	}
	return object{"resources": resources, "outputs": outputs, "variables": variables, "module_calls": calls}, nil
}

func (c *configuration) provider(b *hcl.Block) {
	name := b.Labels[0]
	out := object{"name": name, "expressions": expressions(b.Body, vocabulary.Provider(name))}
	if a := attributes(b.Body)["alias"]; a != nil {
		if alias, ok := text(a.Expr); ok {
			out["alias"] = alias
			name += "." + alias
		}
	}
	c.providers[name] = out
}

// text is an expression that is a literal string.
func text(e hcl.Expression) (string, bool) {
	v, diags := e.Value(nil)
	if diags.HasErrors() || v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// blocks are the top-level blocks of all files in a folder.
func (c *configuration) blocks(dir string) (hcl.Blocks, error) {
	entries, err := fs.ReadDir(c.fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNoPlan, err)
	}
	var found hcl.Blocks
	parser := hclparse.NewParser()
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		parse := parser.ParseHCL
		switch {
		case strings.Contains(entry.Name(), "override."):
			return nil, fmt.Errorf("%w: override files are not merged here", ErrNoPlan)
		case strings.HasSuffix(name, ".tf.json"):
			parse = parser.ParseJSON
		case !strings.HasSuffix(name, ".tf") && !strings.HasSuffix(name, ".tofu"):
			continue
		}
		src, err := fs.ReadFile(c.fsys, name)
		if err != nil {
			return nil, err
		}
		file, diags := parse(src, name)
		if diags.HasErrors() {
			return nil, fmt.Errorf("%w: %v", ErrNoPlan, diags)
		}
		content, _, _ := file.Body.PartialContent(topLevel) // what else there is has no values
		found = append(found, content.Blocks...)
	}
	return found, nil
}

func variable(b *hcl.Block, isRoot bool) (object, error) {
	out := object{}
	fallback, ok := attributes(b.Body)["default"]
	if !ok && isRoot {
		return nil, fmt.Errorf("%w: var.%s has no value", ErrNoPlan, b.Labels[0])
	}
	if ok {
		if value, ok := constant(fallback.Expr); ok {
			out["default"] = value
		}
	}
	return out, nil
}

func (c *configuration) call(dir string, b *hcl.Block) (object, error) {
	given := attributes(b.Body)
	out := object{}
	arguments := object{}
	for name, a := range given {
		switch name {
		case "count":
			out["count_expression"] = expression(a.Expr)
		case "for_each":
			out["for_each_expression"] = expression(a.Expr)
		case "source", "version", "providers", "depends_on":
		default:
			arguments[name] = expression(a.Expr)
		}
	}
	out["expressions"] = arguments
	source := literal(given["source"])
	switch {
	case source == "":
		return nil, fmt.Errorf("%w: it is not known where the module %s comes from", ErrNoPlan, b.Labels[0])
	case !strings.HasPrefix(source, "."): // what is in it is not here: the plan has nothing of it
		out["source"], out["module"] = source, object{}
		if version := literal(given["version"]); version != "" {
			out["version_constraint"] = version
		}
		return out, nil
	}
	called, err := c.module(path.Join(dir, source), false)
	out["source"], out["module"] = source, called
	return out, err
}

// literal is the text of an attribute, or "".
func literal(a *hcl.Attribute) string {
	if a == nil {
		return ""
	}
	s, _ := text(a.Expr)
	return s
}

func resourceConfig(b *hcl.Block) object {
	schema, mode, prefix := vocabulary.Resource(b.Labels[0]), "managed", ""
	if b.Type == "data" {
		schema, mode, prefix = vocabulary.Data(b.Labels[0]), "data", "data."
	}
	out := object{
		"address": prefix + b.Labels[0] + "." + b.Labels[1], "mode": mode, "type": b.Labels[0], "name": b.Labels[1],
		"provider_config_key": providerOf(b.Labels[0]), "schema_version": 0, "expressions": expressions(b.Body, schema),
	}
	meta, _, _ := b.Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "count"}, {Name: "for_each"}}})
	for name, a := range meta.Attributes {
		out[name+"_expression"] = expression(a.Expr)
	}
	return out
}

func attributes(b hcl.Body) hcl.Attributes {
	found, _ := b.JustAttributes() // it complains of blocks, and returns the rest
	return found
}
