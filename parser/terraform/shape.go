package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// shape reports what a block of the language may not hold, or lacks. Only strict
// inputs ask: a later version of the language knows more, and what is left out of
// account costs a linter nothing.
func (in *instance) shape(b *block) {
	in.wellNamed(b)
	in.contents(b)
	in.constants(b)
	switch b.typ {
	case "variable":
		in.variableShape(b)
	case "module":
		if source := sourceOf(b); source != "" && !strings.ContainsAny(source, "./:") {
			in.ev.errorf(b.body.attr("source").at, "%s is no source of a module; a folder is written ./%s", quote(source), source)
		} else if isPath(source) && b.body.attr("version") != nil {
			in.ev.errorf(b.body.attr("source").at, "a folder has no version")
		}
	case "check":
		if len(b.body.blocksOf("assert")) == 0 {
			in.ev.errorf(b.header, "a check needs an assert block")
		}
	case "validation", "precondition", "postcondition", "assert":
		in.conditionShape(b)
	case "resource", "data":
		in.builtinShape(b)
	}
	for _, nested := range innerBlocks(b) {
		in.shape(nested)
	}
}

// innerBlocks are the nested blocks of the language, in JSON too.
func innerBlocks(b *block) []*block {
	found := b.body.blocks
	if b.body.json {
		_, blocks, _, _ := blockContents(b)
		for _, typ := range append(strings.Fields(blocks), "lifecycle") {
			found = append(slices.Clip(found), b.body.blocksOf(typ)...)
		}
	}
	return found
}

// constants reports arguments that must be plain texts or flags and are not.
func (in *instance) constants(b *block) {
	texts, flags := constantArguments(b.typ)
	for i, words := range [...]string{texts, flags} {
		want := [...]cty.Type{cty.String, cty.Bool}[i]
		for _, name := range strings.Fields(words) {
			expr := b.body.expr(name)
			if expr == nil {
				continue
			}
			v, ok := in.ev.constant(expr)
			if v, err := convert.Convert(v, want); ok && (err != nil || v.IsNull()) {
				in.ev.errorf(expr.Range(), "%q takes a %s", name, want.FriendlyName())
			}
		}
	}
}

// wellNamed reports names that no reference could say.
func (in *instance) wellNamed(b *block) {
	check := func(name string, at hcl.Range) {
		if !hclsyntax.ValidIdentifier(name) {
			in.ev.errorf(at, "%s is no name: it takes letters, digits, underscores and dashes, and begins with a letter or an underscore", quote(name))
		}
	}
	if b.typ == "locals" {
		for _, a := range b.body.attrs {
			check(a.name, a.at)
		}
	}
	if isTopLevel(b) {
		for _, label := range b.labels {
			check(label, b.header)
		}
	}
}

// contents compares the arguments and blocks of a block with those that it takes.
func (in *instance) contents(b *block) {
	arguments, blocks, required, ok := blockContents(b)
	if !ok {
		return
	}
	takes := func(words, name string) bool {
		return words == "*" || slices.Contains(strings.Fields(words), name)
	}
	for _, a := range b.body.attrs {
		if !takes(arguments, a.name) && !(b.body.json && takes(blocks, a.name)) {
			in.ev.errorf(a.at, "%s takes no argument %q", article(b.typ), a.name)
		}
	}
	for _, nested := range b.body.blocks {
		if !takes(blocks, blockName(nested)) {
			in.ev.errorf(nested.header, "%s takes no block %q", article(b.typ), nested.typ)
		}
	}
	for _, name := range strings.Fields(required) {
		if b.body.expr(name) == nil {
			in.ev.errorf(b.header, "%s needs %q", article(b.typ), name)
		}
	}
	for _, once := range [...]string{"lifecycle", "connection", "required_providers"} {
		if same := b.body.blocksOf(once); len(same) > 1 {
			in.ev.errorf(same[1].header, "%s takes one block %q", article(b.typ), once)
		}
	}
}

func article(typ string) string {
	if strings.ContainsAny(typ[:1], "aeiou") {
		return "an " + typ + " block"
	}
	return "a " + typ + " block"
}

// blockContents are the words that a block takes as arguments and as nested blocks,
// and those that it needs. It returns false for a block that takes what it likes.
func blockContents(b *block) (arguments, blocks, required string, ok bool) {
	switch b.typ {
	case "variable":
		return "type default description sensitive ephemeral nullable", "validation", "", true
	case "output":
		return "value description sensitive ephemeral depends_on", "precondition", "", true
	case "locals", "module", "required_providers":
		return "*", "", "", true
	case "check":
		return "", "assert data", "", true
	case "moved":
		return "from to", "", "from to", true
	case "removed":
		return "from", "lifecycle provisioner connection", "from", true
	case "import":
		return "to id provider for_each", "", "to id", true
	case "terraform":
		return "required_version experiments language", "required_providers backend cloud provider_meta", "", true
	case "validation", "precondition", "postcondition", "assert":
		return "condition error_message", "", "condition error_message", true
	case "lifecycle":
		return "create_before_destroy prevent_destroy ignore_changes replace_triggered_by destroy", "precondition postcondition", "", true
	case "resource":
		if len(b.labels) == 2 && b.labels[0] == builtinType {
			return settable(vocabulary.Resource(builtinType)), "lifecycle provisioner connection", "", true
		}
	}
	return "", "", "", false
}

// settable are the arguments of a resource type, its own and Terraform's.
func settable(schema *vocabulary.Schema) string {
	words := "count for_each provider depends_on"
	if schema == nil {
		return words
	}
	for _, a := range schema.Attributes {
		if a.Optional || a.Required {
			words += " " + a.Name
		}
	}
	return words
}

// constantArguments are the arguments of a block that refer to nothing: texts, and
// flags. The default of a variable is not among them: it is evaluated anyway.
func constantArguments(typ string) (texts, flags string) {
	switch typ {
	case "variable":
		return "description", "nullable sensitive ephemeral"
	case "output":
		return "description", "sensitive ephemeral"
	case "module":
		return "source version", ""
	case "lifecycle":
		return "", "create_before_destroy prevent_destroy destroy"
	case "terraform":
		return "required_version", ""
	}
	return "", ""
}

// builtinShape looks at resources of Terraform's own provider: there is one type of
// them, and one data source.
func (in *instance) builtinShape(b *block) {
	if len(b.labels) != 2 || providerOf(b.labels[0]) != "terraform" {
		return
	}
	schema := schemaOf(keyOf(b))
	if schema == nil {
		in.ev.errorf(b.header, "Terraform's own provider has no type %s", b.labels[0])
		return
	}
	for _, lifecycle := range b.body.blocksOf("lifecycle") {
		for _, element := range elementsOf(lifecycle.body.expr("ignore_changes")) {
			t, _ := hcl.RelTraversalForExpr(element)
			if names := namesOf(t); len(names) > 0 && schema.Attribute(names[0]) == nil {
				in.ev.errorf(element.Range(), "%s has no attribute %q", b.labels[0], names[0])
			}
		}
	}
}

func (in *instance) variableShape(b *block) {
	if len(b.labels) == 1 {
		if name := b.labels[0]; isCallArgument(name) || name == "lifecycle" || name == "locals" {
			in.ev.errorf(b.header, "a variable cannot be called %q, which means something else in a module block", name)
		}
	}
	if preset := b.body.expr("default"); preset != nil && in.isFalse(b.body, "nullable") {
		if v, ok := in.ev.constant(preset); ok && v.IsNull() {
			in.ev.errorf(preset.Range(), "null may not be given, so it is no default")
		}
	}
	if preset := b.body.expr("default"); preset != nil && len(b.labels) == 1 {
		in.ev.preset(b.labels[0], b, preset, in.ev.constraint(b)) // which has to fit the type, used or not
	}
	if template, ok := b.body.expr("type").(*hclsyntax.TemplateExpr); ok {
		in.ev.errorf(template.Range(), "a type stands without quotes since Terraform 0.12")
	}
	for _, v := range b.body.blocksOf("validation") {
		if expr := v.body.expr("condition"); expr != nil && len(b.labels) == 1 && !refersTo(in.ev.variables(expr), "var", b.labels[0]) {
			in.ev.errorf(expr.Range(), "the condition does not look at var.%s", b.labels[0])
		}
	}
}

func (in *instance) conditionShape(b *block) {
	if expr := b.body.expr("condition"); expr != nil && len(in.ev.variables(expr)) == 0 {
		in.ev.errorf(expr.Range(), "the condition looks at nothing, so it can only ever have one result")
	}
}
