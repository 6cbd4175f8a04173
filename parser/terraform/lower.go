package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// lower evaluates everything that the root declares and puts it into a scope.
func (ev *evaluator) lower(root *instance) *model.Scope {
	scope := &model.Scope{Root: ev.root, Format: model.Terraform, Tracer: ev}
	declared := make(map[*module]bool)
	ev.lowerModule(scope, root, declared)
	if ev.strict {
		ev.cycles()
	}
	for _, name := range root.source.names.outputs {
		scope.Outputs = append(scope.Outputs, lowerOutput(root, name))
	}
	return scope
}

func (ev *evaluator) lowerModule(scope *model.Scope, in *instance, declared map[*module]bool) {
	if !declared[in.source] {
		declared[in.source] = true
		in.lowerDeclarations(scope)
		if ev.strict {
			in.refusals()
		}
	}
	scope.Moves = append(scope.Moves, movesOf(in)...)
	scope.Released = append(scope.Released, releasedBy(in)...)
	for _, d := range in.source.order {
		if ev.ctx.Err() != nil {
			return
		}
		if d.key.mode != ephemeral {
			in.lowerResource(scope, d)
		}
	}
	for _, name := range in.source.names.calls {
		ev.lowerCall(scope, in, name, declared)
	}
	in.evaluateRest()
}

func (ev *evaluator) lowerCall(scope *model.Scope, in *instance, name string, declared map[*module]bool) {
	e := in.expandCall(name)
	if e == nil {
		return
	}
	for _, called := range e.instances {
		if called.what.source == nil {
			in.evaluateArguments(in.source.calls[name], scope.Resource(join(in.block, "module."+name)))
			continue
		}
		called.what.unusedArguments()
		ev.lowerModule(scope, called.what, declared)
	}
}

// evaluateArguments looks at what an opaque call is given, for what is wrong
// with it and for what is handed to resources that nobody sees.
func (in *instance) evaluateArguments(call *block, declared *model.Resource) {
	if call.body.attr("for_each") != nil || call.body.attr("count") != nil {
		return
	}
	l := lowering{scope: in.scope(), owner: declared}
	for _, a := range call.body.attrs {
		if !isCallArgument(a.name) {
			l.tree(a.expr, l.origin(a.at, a.name), a.name)
		}
	}
}

// unusedArguments reports what a call gives and the module does not take.
func (in *instance) unusedArguments() {
	for _, a := range in.call.body.attrs {
		if !isCallArgument(a.name) && in.source.variables[a.name] == nil && !in.source.lost {
			in.ev.errorf(a.at, "module %q takes no argument %q", in.call.labels[0], a.name)
		}
	}
}

// evaluateRest evaluates what no resource needed, for what is wrong with it,
// and the module's own conditions.
func (in *instance) evaluateRest() {
	for _, name := range in.source.names.locals {
		in.local(name, in.source.locals[name].at)
	}
	for _, name := range in.source.names.outputs {
		b := in.source.outputs[name]
		in.output(name, b.header)
		in.scope().conditions(b.body.blocksOf("precondition"), false)
	}
	for _, name := range in.source.names.variables {
		b := in.source.variables[name]
		in.variable(name, b.header)
		in.validate(name, b)
	}
	for _, b := range in.source.checks {
		in.scope().conditions(b.body.blocksOf("assert"), true)
	}
}

// validate evaluates the validation blocks of a variable.
func (in *instance) validate(name string, b *block) {
	for _, v := range b.body.blocksOf("validation") {
		expr := v.body.expr("condition")
		if expr == nil {
			continue
		}
		if in.scope().fails(expr) {
			at := b.header
			if in.call != nil {
				if a := in.call.body.attr(name); a != nil {
					at = a.expr.Range()
				}
			}
			in.scope().failed(v.body, func(message string) {
				in.ev.errorf(at, "var.%s does not pass its validation: %s", name, message)
			})
		}
	}
}

// conditions evaluates checks, preconditions and postconditions. A check that
// fails is a warning, as it is in Terraform.
func (s *scope) conditions(blocks []*block, warn bool) {
	for _, b := range blocks {
		expr := b.body.expr("condition")
		if expr == nil {
			continue
		}
		if !s.fails(expr) {
			continue
		}
		s.failed(b.body, func(message string) {
			if warn {
				s.in.ev.warnf(expr.Range(), "a check does not hold: %s", message)
			} else {
				s.in.ev.errorf(expr.Range(), "a condition does not hold: %s", message)
			}
		})
	}
}

// fails tells whether a condition is known not to hold. One that can neither hold
// nor fail is reported.
func (s *scope) fails(condition hcl.Expression) bool {
	v := plain(s.value(condition))
	if !v.IsKnown() {
		return false
	}
	v, err := convert.Convert(v, cty.Bool)
	if err != nil || v.IsNull() {
		s.in.ev.errorf(condition.Range(), "a condition is true or false, and this is neither")
		return false
	}
	return v.False()
}

// failed reports a condition with its message where that is a literal; others are not
// worth showing, but must be a text.
func (s *scope) failed(b *body, report func(message string)) {
	expr := b.expr("error_message")
	if template, ok := expr.(*hclsyntax.TemplateExpr); ok {
		if v, ok := literal(template); ok {
			report(v.AsString())
			return
		}
	}
	if expr != nil {
		if v, err := convert.Convert(plain(s.value(expr)), cty.String); err != nil || v.IsNull() {
			s.in.ev.errorf(expr.Range(), "an error_message is a text")
			return
		}
	}
	report("see its error_message")
}

// lowerDeclarations puts variables, provider configurations and calls into the
// scope: secrets are written there too. Once for a module, however often it is
// called.
func (in *instance) lowerDeclarations(scope *model.Scope) {
	for _, name := range in.source.names.variables {
		b := in.source.variables[name]
		r := in.declaration(b, model.Variable, "variable", "var."+name)
		l := lowering{scope: in.literals(), owner: r}
		members := model.NewDraft(len(b.body.attrs))
		for _, a := range b.body.attrs {
			if a.name != "type" {
				members.Set(a.name, l.tree(a.expr, l.origin(a.at, a.name), a.name))
			}
		}
		if preset, ok := members.Lookup("default"); ok && in.flag(b.body, "sensitive") {
			members.Set("default", concealed(preset))
		}
		r.Body = model.Record(members.Members(), l.origin(b.header, ""))
		scope.Add(r)
	}
	for _, b := range in.source.providers {
		if len(b.labels) != 1 {
			continue
		}
		name := "provider." + b.labels[0]
		if alias := aliasOf(b); alias != "" {
			name += "." + alias
		}
		r := in.declaration(b, model.Provider, "provider."+b.labels[0], name)
		l := lowering{scope: in.scope(), owner: r}
		members := l.members(b.body, vocabulary.Provider(b.labels[0]), "")
		r.Body = model.Record(members.Members(), l.origin(b.header, ""))
		scope.Add(r)
	}
	for _, name := range in.source.names.calls {
		scope.Add(in.declareCall(name))
	}
}

func (in *instance) declaration(b *block, mode model.Mode, typ, name string) *model.Resource {
	return &model.Resource{
		Type: typ, Address: in.prefix() + name, Block: join(in.block, name), Mode: mode, Location: place(b.whole),
	}
}

func (in *instance) lowerResource(scope *model.Scope, d *declared) {
	if in.ev.total > maxTotal {
		return // and that has been said
	}
	e := in.expandResource(d)
	if e == nil {
		return
	}
	for _, instance := range e.instances {
		r := instance.what
		if in.ev.total++; in.ev.total > maxTotal {
			in.ev.errorf(r.block.header, "more than %d resource instances; the rest are left out", maxTotal)
			return
		}
		lowered := in.ev.owner(r)
		l := lowering{scope: &r.scope, owner: lowered}
		members := r.members()
		if r.block.broken {
			members = l.fillLost(members, r.schema, l.origin(r.block.header, ""))
		}
		lowered.Body = model.Record(members, l.origin(r.block.header, ""))
		scope.Add(lowered)
		if in.ev.strict {
			r.keptEphemeral()
		}
		for _, b := range r.block.body.blocksOf("lifecycle") {
			r.scope.conditions(b.body.blocksOf("precondition"), false)
			after := r.scope
			after.self = r
			after.conditions(b.body.blocksOf("postcondition"), false)
		}
	}
}

// members are what the block says, lowered once: a policy document is asked for
// by those who refer to it, too. What was lowered quietly is lowered again, to say
// what is wrong with it.
func (r *resource) members() model.Members {
	if r.written != nil {
		return r.written
	}
	l := lowering{scope: &r.scope, owner: r.in.ev.owner(r)}
	draft := l.members(r.block.body, r.schema, "")
	l.metaBlocks(r, &draft)
	if all, ok := r.allTags(draft.Named("tags")); ok {
		draft.Set("tags_all", all)
	}
	members := draft.Members()
	if r.in.ev.quiet == 0 {
		r.written = members
	}
	return members
}

// fillLost makes unknown what a block with a syntax error seems not to say.
func (l lowering) fillLost(members model.Members, schema *vocabulary.Schema, at model.Origin) model.Members {
	if schema == nil {
		return members
	}
	filled := members.Map()
	lost := func(name string) model.Value {
		at.Name = name
		return model.Undecided("there is a syntax error in the block", at)
	}
	for _, a := range schema.Attributes {
		if !members.Has(a.Name) && (a.Optional || a.Required) {
			filled[a.Name] = lost(a.Name)
		}
	}
	for _, b := range schema.Blocks {
		v := members.Named(b.Name)
		list, ok := v.Data.([]model.Value)
		if !ok {
			filled[b.Name] = lost(b.Name)
			continue
		}
		list = slices.Clone(list)
		for i, element := range list {
			if object, ok := element.Data.(model.Members); ok {
				list[i].Data = l.fillLost(object, b.Schema, element.Origin)
			}
		}
		v.Data = list
		filled[b.Name] = v
	}
	return model.MembersFrom(filled)
}

// metaBlocks lowers the blocks of a resource that are Terraform's own: in them
// self is the resource, and keywords stand where values would.
func (l lowering) metaBlocks(r *resource, members *model.Draft) {
	for _, typ := range [...]string{"connection", "lifecycle", "provisioner"} {
		for _, b := range r.block.body.blocksOf(typ) {
			inner := r.scope
			inner.self, inner.own = r, nil
			content := &body{at: b.body.at, json: b.body.json, blocks: b.body.blocksOf("connection")}
			for _, a := range b.body.attrs {
				if !isKeywordArgument(a.name) {
					content.attrs = append(content.attrs, a)
				}
			}
			l.in(&inner).block(members, &block{typ: typ, body: content, header: b.header}, typ, nil, typ)
		}
	}
}

// isKeywordArgument tells the arguments whose value is a reference or a word,
// not an expression, and in JSON the blocks that have a treatment of their own.
func isKeywordArgument(name string) bool {
	switch name {
	case "ignore_changes", "replace_triggered_by", "when", "on_failure", "connection", "precondition", "postcondition":
		return true
	}
	return false
}

// owner is the resource of the model that an instance becomes; values know it
// before it is filled.
func (ev *evaluator) owner(r *resource) *model.Resource {
	if r.lowered == nil {
		r.lowered = &model.Resource{
			Type: r.key.typ, Address: r.address, Block: r.in.addressOfBlock(r), Mode: r.key.mode,
			Native: r.schema == nil, Location: place(r.block.whole),
			Doubtful: r.in.doubtful || r.scope.key.kind == keyUnknown, Condition: r.conditions(),
		}
	}
	return r.lowered
}

// addressOfBlock is the address of an instance without keys.
func (in *instance) addressOfBlock(r *resource) string {
	if in.block == in.address && r.scope.key.kind == keyNone {
		return r.address
	}
	return join(in.block, r.name)
}

// conditions is what must hold for the instance to exist, through its module.
func (r *resource) conditions() string {
	if r.in.condition == "" || r.condition == "" {
		return r.in.condition + r.condition
	}
	return r.in.condition + " && " + r.condition
}

func lowerOutput(root *instance, name string) model.Output {
	b := root.source.outputs[name]
	v := root.output(name, b.header)
	l := lowering{scope: root.scope()}
	at := hcl.Range{}
	if a := b.body.attr("value"); a != nil {
		at = a.at
	}
	out := model.Output{Name: name, Value: l.convert(v, l.origin(at, name), name)}
	typ := v.Type()
	if v.IsNull() {
		typ = cty.DynamicPseudoType // as in a plan, where null has no type
	}
	out.Type, _ = ctyjson.MarshalType(typ)
	return out
}
