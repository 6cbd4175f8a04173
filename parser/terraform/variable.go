package terraform

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// input is a value given to a variable of the root.
type input struct {
	expr hcl.Expression // of a tfvars file
	raw  string         // of -var and TF_VAR_, where expr is nil
	at   hcl.Range
}

func (in input) handed() bool { return in.expr == nil }

// variable evaluates an input of the module: what the caller gives, or the
// default. A required one that is not given is unknown.
func (in *instance) variable(name string, at hcl.Range) cty.Value {
	b := in.source.variables[name]
	if b == nil {
		in.undeclared(at, "var."+name)
		return cty.DynamicVal
	}
	return in.ev.once(&in.variables[b.nth], nodeName{in.address, "var", name}, b.header, func() cty.Value {
		v := in.evaluateVariable(name, b)
		if in.flag(b.body, "sensitive") {
			v = v.Mark(funcs.Sensitive)
		}
		if in.flag(b.body, "ephemeral") {
			v = in.ev.ephemeral(v)
		}
		return v
	})
}

func (in *instance) evaluateVariable(name string, b *block) cty.Value {
	want := in.ev.constraint(b)
	given, at, ok := in.given(name, b, want)
	if ok {
		v, err := want.convert(given)
		if err != nil {
			in.ev.errorf(at, "the value of var.%s does not fit its type: %s", name, err)
			return cty.UnknownVal(want.typ.WithoutOptionalAttributesDeep())
		}
		if !v.IsNull() || !in.isFalse(b.body, "nullable") {
			return v
		}
	}
	if expr := b.body.expr("default"); expr != nil {
		return in.ev.preset(name, b, expr, want)
	}
	if ok {
		in.ev.errorf(at, "var.%s is null and may not be", name)
	} else {
		in.required(name, b)
	}
	unknown := cty.UnknownVal(want.typ.WithoutOptionalAttributesDeep())
	return unknown.Mark(in.ev.ref(in.prefix()+"var."+name, "", refVariable))
}

// preset is the default of a variable, which is the same for all instances of its
// module.
func (ev *evaluator) preset(name string, b *block, expr hcl.Expression, want constraint) cty.Value {
	if kept, ok := ev.presets[b]; ok {
		return kept
	}
	v, ok := ev.constant(expr)
	v, err := want.convert(v)
	if err != nil {
		ev.errorf(expr.Range(), "the default of var.%s does not fit its type: %s", name, err)
		return cty.UnknownVal(want.typ.WithoutOptionalAttributesDeep())
	}
	if ok {
		ev.presets[b] = v
	}
	return v
}

// required reports a variable that has neither a value nor a default.
func (in *instance) required(name string, b *block) {
	switch {
	case in.call != nil:
		in.ev.errorf(in.call.header, "module %q needs a value for %q", in.call.labels[0], name)
	case in.ev.strict && !in.inputsLost && !in.ev.constraint(b).broken:
		in.ev.errorf(b.header, "var.%s is required and has no value", name)
	}
}

func (in *instance) isFalse(b *body, name string) bool {
	expr := b.expr(name)
	if expr == nil {
		return false
	}
	v, _ := expr.Value(nil)
	v = plain(v)
	return v.IsKnown() && !v.IsNull() && v.Type() == cty.Bool && v.False()
}

// given is what the caller passes for a variable, and where.
func (in *instance) given(name string, b *block, want constraint) (cty.Value, hcl.Range, bool) {
	if in.call != nil {
		a := in.call.body.attr(name)
		if a == nil || isCallArgument(name) {
			return cty.NilVal, hcl.Range{}, false
		}
		v := in.caller.value(a.expr)
		if in.ev.isEphemeral(v) && !in.flag(b.body, "ephemeral") {
			in.ev.errorf(a.expr.Range(), "%q is given an ephemeral value, and the variable is not declared as ephemeral", name)
			v = lasting(v)
		}
		return v, a.expr.Range(), true
	}
	value, ok := in.inputs[name]
	if !ok {
		return cty.NilVal, hcl.Range{}, false
	}
	if value.expr == nil {
		v, ok := in.ev.parseRaw(value.raw, want.typ, b.body.expr("type") != nil, name)
		return v, b.header, ok
	}
	v, ok := in.ev.constant(value.expr)
	return v, value.expr.Range(), ok
}

// literals is where what may refer to nothing is evaluated.
func (in *instance) literals() *scope {
	if in.fixed == nil {
		in.fixed = &scope{in: in, literal: true}
	}
	return in.fixed
}

// isCallArgument names the arguments of a module block that are Terraform's.
func isCallArgument(name string) bool {
	switch name {
	case "source", "version", "providers", "count", "for_each", "depends_on":
		return true
	}
	return false
}

// parseRaw reads a -var argument: taken literally where the variable is a
// string or has no type, else as an expression.
func (ev *evaluator) parseRaw(raw string, typ cty.Type, typed bool, name string) (v cty.Value, ok bool) {
	if !typed || typ.IsPrimitiveType() {
		return cty.StringVal(raw), true
	}
	expr, diags := hclsyntax.ParseExpression([]byte(raw), "<value for var."+name+">", hcl.InitialPos)
	if diags.HasErrors() {
		ev.reportRaw(diags, "the value given for var.%s is not an expression: %s", name)
		return cty.DynamicVal, false
	}
	if v, diags = expr.Value(nil); diags.HasErrors() {
		ev.reportRaw(diags, "the value given for var.%s is not constant: %s", name)
		return cty.DynamicVal, false
	}
	return v, true
}

// reportRaw reports what is wrong with a value given for a variable. It stands in no
// file; strict inputs hear of the place that Terraform makes up for it.
func (ev *evaluator) reportRaw(diags hcl.Diagnostics, format, name string) {
	if ev.strict {
		ev.report(diags)
		return
	}
	ev.diags.Errorf(model.Range{}, format, name, diags[0].Summary)
}

// constraint is the type of a variable, with the defaults of optional
// attributes.
type constraint struct {
	typ      cty.Type
	defaults *typeexpr.Defaults
	broken   bool // it says no type
}

func (ev *evaluator) constraint(b *block) constraint {
	if kept, ok := ev.constraints[b]; ok {
		return kept
	}
	c := constraint{typ: cty.DynamicPseudoType}
	if expr := b.body.expr("type"); expr != nil {
		typ, defaults, diags := typeexpr.TypeConstraintWithDefaults(legacyType(expr))
		ev.report(diags)
		if c.broken = diags.HasErrors(); !c.broken {
			c = constraint{typ: typ, defaults: defaults}
		}
	}
	ev.constraints[b] = c
	return c
}

// legacyType reads the types of Terraform 0.11: list and map without the type
// of their elements, and any type in quotes.
func legacyType(expr hcl.Expression) hcl.Expression {
	name := hcl.ExprAsKeyword(expr)
	quoted := false
	if template, ok := expr.(*hclsyntax.TemplateExpr); ok && template.IsStringLiteral() {
		word, _ := literal(template)
		name, quoted = textOf(word), true
	}
	switch {
	case name == "list" || name == "map":
		name += "(any)"
	case name == "" || !quoted:
		return expr
	}
	parsed, diags := hclsyntax.ParseExpression([]byte(name), expr.Range().Filename, expr.Range().Start)
	if diags.HasErrors() {
		return expr
	}
	return parsed
}

func (c constraint) convert(v cty.Value) (cty.Value, error) {
	if c.defaults != nil && !v.IsNull() {
		v = c.defaults.Apply(v)
	}
	v, err := convert.Convert(v, c.typ)
	if err != nil {
		var path cty.PathError
		if errors.As(err, &path) && len(path.Path) > 0 {
			return v, errors.New(pathText(path.Path) + ": " + err.Error())
		}
	}
	return v, err
}

func pathText(p cty.Path) string {
	var b strings.Builder
	for _, step := range p {
		switch step := step.(type) {
		case cty.GetAttrStep:
			b.WriteString("." + step.Name)
		case cty.IndexStep:
			b.WriteString("[…]")
		}
	}
	return strings.TrimPrefix(b.String(), ".")
}

// readInputs gathers the root's inputs; what comes later wins: the
// environment, terraform.tfvars, the automatic files by name, then the
// arguments in their order.
func (ev *evaluator) readInputs(root *instance, in Inputs) {
	root.inputs = make(map[string]input)
	defer func() { ev.handed = slices.ContainsFunc(slices.Collect(maps.Values(root.inputs)), input.handed) }()
	for _, pair := range in.Env {
		name, raw, ok := strings.Cut(pair, "=")
		if name, isVar := strings.CutPrefix(name, "TF_VAR_"); ok && isVar {
			root.inputs[name] = input{raw: raw}
		}
	}
	for _, file := range ev.automaticFiles() {
		ev.readVarFile(root, file, false)
	}
	for _, given := range in.Values {
		if given.File {
			ev.readVarFile(root, given.Text, true)
			continue
		}
		name, raw, ok := strings.Cut(given.Text, "=")
		if !ok {
			ev.diags.Errorf(model.Range{}, "a variable is given as NAME=VALUE, not as %s", quote(given.Text))
			continue
		}
		ev.give(root, strings.TrimSpace(name), input{raw: raw}, true)
	}
}

func (ev *evaluator) automaticFiles() []string {
	entries, err := fs.ReadDir(ev.loader.fsys, ev.root)
	if err != nil {
		return nil
	}
	var first, automatic []string
	for _, name := range []string{"terraform.tfvars", "terraform.tfvars.json"} {
		if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
			first = append(first, path.Join(ev.root, name))
		}
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".auto.tfvars") || strings.HasSuffix(e.Name(), ".auto.tfvars.json") {
			automatic = append(automatic, path.Join(ev.root, e.Name()))
		}
	}
	slices.Sort(automatic)
	return append(first, automatic...)
}

func (ev *evaluator) readVarFile(root *instance, file string, named bool) {
	src, err := readFile(ev.loader.fsys, file)
	if err != nil {
		ev.diags.Errorf(model.Range{File: file}, "cannot read the variables file: %s", reasonOf(err))
		return
	}
	var parsed *hcl.File
	var diags hcl.Diagnostics
	if strings.HasSuffix(file, ".json") {
		parsed, diags = hcljson.Parse(src, file)
	} else {
		parsed, diags = hclsyntax.ParseConfig(src, file, hcl.InitialPos)
	}
	ev.report(diags)
	root.inputsLost = root.inputsLost || diags.HasErrors()
	if parsed == nil || parsed.Body == nil {
		return
	}
	attrs, diags := parsed.Body.JustAttributes()
	ev.report(diags)
	root.inputsLost = root.inputsLost || diags.HasErrors()
	for name, a := range attrs {
		ev.give(root, name, input{expr: a.Expr, at: a.Range}, named)
	}
}

// give sets an input. One that no variable takes is likely a slip.
func (ev *evaluator) give(root *instance, name string, value input, named bool) {
	if root.source.variables[name] == nil {
		if value.expr == nil {
			ev.refuse(value.at, "there is no variable %q to take the value given", name)
		} else {
			ev.warnf(value.at, "there is no variable %q to take this value", name)
		}
		return
	}
	root.inputs[name] = value
}
