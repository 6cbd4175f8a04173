package tfplan

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// planned lowers one plan or state.
type planned struct {
	scope     *model.Scope
	at        model.Range
	config    *config // nil in a state, and in a plan that was stripped of it
	changes   map[string]*change
	formerly  map[string]string    // addresses before the plan, by those in it
	instances map[string]*instance // by address
	decoder   pieces
	open      []model.Member // of the objects that are being lowered, those of an inner one last
}

// instance is a resource instance, lowered when it is first asked for: a policy
// asks for the documents that it is made of.
type instance struct {
	*stateResource
	lowered *model.Resource
}

func lowerPlan(scope *model.Scope, p *plan, at model.Range, diags *diag.List) {
	l := &planned{
		scope: scope, at: at, changes: make(map[string]*change, len(p.ResourceChanges)), formerly: p.formerly(), instances: make(map[string]*instance),
		decoder: pieces{names: make(map[string]string)},
	}
	l.config = newConfig(p.Config, l.instances)
	if l.config == nil {
		diags.Warnf(at, "the plan has no configuration: what its author left out cannot be told from what is known after apply")
	}
	forgotten := make(map[string]bool) // Terraform still shows them among the planned values
	for i := range p.ResourceChanges {
		c := &p.ResourceChanges[i]
		if c.isCurrent() {
			l.changes[c.Address] = c.Change
		}
		if c.forgets() {
			forgotten[c.Address] = true
		}
	}
	var order []string
	if p.PriorState != nil && p.PriorState.Values != nil {
		// Data sources that were read while planning are only there.
		order = l.index(p.PriorState.Values.RootModule, order, func(r *stateResource) bool { return r.Mode == tfjson.DataResourceMode })
	}
	if p.PlannedValues != nil {
		order = l.index(p.PlannedValues.RootModule, order, func(r *stateResource) bool { return !forgotten[r.Address] })
	}
	l.declarations(p.Config)
	l.addAll(order)
	l.outputs(p)
	scope.Before = l.before(p)
}

// lowerState lowers a state as deployed resources: all of it is known.
func lowerState(scope *model.Scope, v *values, at model.Range) {
	if v == nil {
		return
	}
	l := &planned{scope: scope, at: at, instances: make(map[string]*instance), decoder: pieces{names: make(map[string]string)}}
	l.addAll(l.index(v.RootModule, nil, func(*stateResource) bool { return true }))
	for _, name := range slices.Sorted(maps.Keys(v.Outputs)) {
		out := v.Outputs[name]
		if out == nil {
			continue
		}
		l.output(name, out, tree{value: ordered(out.Value), sensitive: out.Sensitive})
	}
}

// index notes which instances there are, before references are followed, and
// appends their addresses to order.
func (l *planned) index(m *stateModule, order []string, wanted func(*stateResource) bool) []string {
	if m == nil {
		return order
	}
	for i := range m.Resources {
		r := &m.Resources[i]
		a, _, ok := splitAddress(r.Address)
		if _, twice := l.instances[r.Address]; !ok || twice || r.DeposedKey != "" || !wanted(r) {
			continue
		}
		l.instances[r.Address] = &instance{stateResource: r}
		order = append(order, r.Address)
		if l.config != nil {
			block := within(a.module(), a.local())
			l.config.instances[block] = append(l.config.instances[block], r.Address)
		}
	}
	for _, child := range m.ChildModules {
		order = l.index(child, order, wanted)
	}
	return order
}

func (l *planned) addAll(addresses []string) {
	for _, address := range addresses {
		l.scope.Add(l.resource(l.instances[address]))
	}
}

// resource lowers an instance. One that is asked for while it is lowered comes
// without a body: it would be part of itself.
func (l *planned) resource(i *instance) *model.Resource {
	if i.lowered != nil {
		return i.lowered
	}
	a, _, _ := splitAddress(i.Address)
	mode, schema := model.Managed, vocabulary.Resource(i.Type)
	if i.Mode == tfjson.DataResourceMode {
		mode, schema = model.Data, vocabulary.Data(i.Type)
	}
	out := &model.Resource{Type: i.Type, Address: i.Address, Block: a.block(), Mode: mode, Native: schema == nil, Location: l.at, Formerly: l.formerly[i.Address]}
	i.lowered = out
	whole := tree{value: l.decoder.decode(i.Values)}
	if change := l.changes[i.Address]; change != nil {
		whole.unknown, whole.sensitive = l.decoder.decode(change.AfterUnknown), l.decoder.decode(change.AfterSensitive)
	}
	if whole.sensitive == nil {
		whole.sensitive = l.decoder.decode(i.SensitiveValues)
	}
	w := &writer{planned: l, resource: out, from: standpoint{module: a.module(), key: a.key}}
	var wrote written
	if block := l.block(a); block != nil {
		w.from.forEach, wrote = block.ForEach.value, l.expressions(block)
	}
	out.Body = model.Record(w.members(whole, wrote, schema, ""), w.origin(""))
	slices.SortStableFunc(out.Refs, func(a, b model.Ref) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// block is the configuration of an instance's block, or nil.
func (l *planned) block(a address) *blockConfig {
	if l.config == nil {
		return nil
	}
	m := l.config.modules[keyless(a.module())]
	if m == nil {
		return nil
	}
	return m.resources[a.local()]
}

// expressions are what the author wrote in a block, which may be nothing.
func (l *planned) expressions(block *blockConfig) written {
	if block.wrote == nil {
		members, _ := l.decoder.decode(block.Expressions).(object)
		block.wrote = append(written{}, members...)
	}
	return block.wrote
}

// tree is a planned value with what Terraform says of it beside: what of it is
// unknown and what is sensitive, and which expression made it.
type tree struct {
	value, unknown, sensitive any
	expr                      any
}

// below is the part of a tree under a name, and at the one at an index. Where
// Terraform says true, it holds for all below.
func (t tree) below(name string) tree {
	inner := tree{unknown: member(t.unknown, name), sensitive: member(t.sensitive, name)}
	if members, ok := t.value.(object); ok {
		inner.value = members.at(name)
	}
	return inner
}

func (t tree) at(i int) tree {
	inner := tree{unknown: element(t.unknown, i), sensitive: element(t.sensitive, i)}
	if elements, ok := t.value.([]any); ok {
		inner.value = elements[i]
	}
	return inner
}

func member(t any, name string) any {
	if t == true {
		return true
	}
	members, _ := t.(object)
	return members.at(name)
}

func element(t any, i int) any {
	if t == true {
		return true
	}
	elements, _ := t.([]any)
	if i < len(elements) {
		return elements[i]
	}
	return nil
}

// members yields the members of an object that are known or known after apply, and
// those of which it is a secret that they are null.
func (t tree) members(yield func(name string, inner tree) bool) {
	values, _ := t.value.(object)
	for _, e := range values {
		inner := tree{value: e.value, unknown: member(t.unknown, e.name), sensitive: member(t.sensitive, e.name)}
		if !yield(e.name, inner) {
			return
		}
	}
	unknown, _ := t.unknown.(object)
	for _, e := range unknown {
		if _, twice := values.find(e.name); twice {
			continue
		}
		if !yield(e.name, tree{unknown: e.value, sensitive: member(t.sensitive, e.name)}) {
			return
		}
	}
	sensitive, _ := t.sensitive.(object)
	for _, e := range sensitive {
		_, known := values.find(e.name)
		if _, later := unknown.find(e.name); e.value == true && !known && !later && !yield(e.name, tree{sensitive: true}) {
			return
		}
	}
}

// isNothing tells how a plan writes what its author left out.
func (t tree) isNothing() bool {
	if t.unknown == true {
		return false
	}
	switch v := t.value.(type) {
	case nil:
		return true
	case []any:
		return len(v) == 0
	case object:
		return len(v) == 0
	}
	return false
}

// writer lowers the values of one resource.
type writer struct {
	*planned
	resource *model.Resource
	from     standpoint
	// given is true below an attribute that its author did not write out.
	given bool
}

func (w *writer) origin(name string) model.Origin {
	return model.Origin{Range: w.at, Name: name, Resource: w.resource}
}

// members lowers the contents of a block. What no expression of the author
// stands behind is left out, unless Terraform knows it all the same.
func (w *writer) members(t tree, wrote written, schema *vocabulary.Schema, path string) model.Members {
	first := len(w.open)
	for name, inner := range t.members {
		inner.expr = wrote.at(name)
		if inner.expr == nil && (inner.isNothing() || inner.unknown == true && wrote != nil) {
			continue
		}
		member := model.Member{Name: name}
		if block := schema.Block(name); block != nil {
			member.Value = w.blocks(inner, block, join(path, name))
		} else {
			member.Value = w.value(inner, nested(schema, name), join(path, name))
		}
		w.open = append(w.open, member)
	}
	return w.closed(first)
}

// closed are the members that were put into open since it had so many.
func (l *planned) closed(first int) model.Members {
	members := model.MembersOf(append([]model.Member{}, l.open[first:]...))
	l.open = l.open[:first]
	return members
}

func nested(schema *vocabulary.Schema, name string) *vocabulary.Schema {
	if a := schema.Attribute(name); a != nil {
		return a.Nested
	}
	return nil
}

// blocks lowers nested blocks to a list, each with the expressions of its own.
func (w *writer) blocks(t tree, block *vocabulary.Block, path string) model.Value {
	if t.unknown == true {
		return w.value(t, nil, path)
	}
	elements := []tree{t}
	if list, ok := t.value.([]any); ok {
		elements = make([]tree, len(list))
		for i := range list {
			elements[i] = t.at(i)
		}
	} else if t.value == nil {
		elements = nil
	}
	wrote := blocksWritten(t.expr, elements, block.Nesting)
	list := make([]model.Value, len(elements))
	for i, inner := range elements {
		list[i] = model.Record(w.members(inner, wrote[i], block.Schema, path), w.origin(path))
	}
	return model.List(list, w.origin(path))
}

// value lowers a value as a plan writes it, and notes what it refers to.
func (w *writer) value(t tree, schema *vocabulary.Schema, path string) model.Value {
	targets := w.targets(t.expr)
	w.given = !authored(t.expr)
	v := w.plain(t, schema, path, targets)
	w.given = false
	w.note(targets, v, path)
	return v
}

// plain lowers a value. Objects with a schema are the provider's: what is left
// out of them is not written.
func (w *writer) plain(t tree, schema *vocabulary.Schema, path string, targets []target) model.Value {
	out := model.Value{Origin: w.origin(path), Sensitive: t.sensitive == true, State: model.Known}
	if t.unknown == true {
		out.State, out.Why, out.Doc = model.Unknown, why(targets), w.policyOf(targets)
		return out
	}
	switch value := t.value.(type) {
	case nil:
		out.State = model.Absent
	case []any:
		list := make([]model.Value, len(value))
		meant := w.targetOfEach(t, targets)
		for i := range value {
			list[i] = w.plain(t.at(i), schema, path, meant(i))
		}
		out.Data = list
	case object:
		first := len(w.open)
		for name, inner := range t.members {
			if schema == nil || !inner.isNothing() {
				v := w.plain(inner, nested(schema, name), join(path, name), targets)
				w.open = append(w.open, model.Member{Name: name, Value: v})
			}
		}
		out.Data = w.closed(first)
	default:
		out.Data, out.Given = value, w.given
	}
	return out
}

func (w *writer) targets(expr any) []target {
	if expr == nil {
		return nil
	}
	return w.config.follow(references(expr), w.from, 0)
}

// why says why a value is unknown, from the references behind it.
func why(targets []target) *model.Cause {
	cause := &model.Cause{Reason: "known after apply"}
	for _, t := range targets {
		if t.isVar {
			continue
		}
		cause.Reason = "depends on " + join(t.address, t.attr) + ", known after apply"
		if len(targets) == 1 && !t.several {
			cause.Key = join(t.address, t.attr)
			cause.NotEmpty = vocabulary.Identifies(t.attr)
		}
		break
	}
	return cause
}

// note adds the references to the resource. One reference alone hands its
// value on, unless the values that are known say otherwise.
func (w *writer) note(targets []target, v model.Value, path string) {
	resources := 0
	for _, t := range targets {
		if !t.isVar {
			resources++
		}
	}
	for _, t := range targets {
		if t.isVar {
			continue
		}
		ref := model.Ref{Path: path, To: t.address, Attr: t.attr, Exact: resources == 1 && !t.several}
		if to := w.instances[t.address]; to != nil && ref.Exact && v.State == model.Known && t.attr != "" {
			known := w.planned.resource(to).Body.At(t.attr)
			ref.Exact = known.State != model.Known || model.Same(known, v)
		}
		w.resource.Refs = append(w.resource.Refs, ref)
	}
}

// declarations lowers the variables, provider configurations and module calls.
func (l *planned) declarations(c *configuration) {
	if l.config == nil {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(c.ProviderConfigs)) {
		p := c.ProviderConfigs[key]
		if p == nil {
			continue
		}
		name := "provider." + p.Name
		if p.Alias != "" {
			name += "." + p.Alias
		}
		l.provider(p, name)
	}
	declared := make(map[string]bool)
	for _, address := range slices.SortedFunc(maps.Keys(l.config.modules), byModule) {
		m := l.config.modules[address]
		if declared[m.folder] {
			continue // once for a module, however often it is called
		}
		declared[m.folder] = true
		for _, name := range slices.Sorted(maps.Keys(m.Variables)) {
			if v := m.Variables[name]; v != nil {
				l.variable(v, within(address, "var."+name))
			}
		}
		for _, name := range slices.Sorted(maps.Keys(m.ModuleCalls)) {
			if c := m.ModuleCalls[name]; c != nil {
				l.call(c, within(address, "module."+name))
			}
		}
	}
}

// byModule puts a module before those that it calls, as its source is read.
func byModule(a, b string) int { return slices.Compare(strings.Split(a, "."), strings.Split(b, ".")) }

// provider lowers the configuration of a provider. A plan has its expressions, and
// not their values.
func (l *planned) provider(p *providerConfig, name string) {
	r := l.declaration(model.Provider, "provider."+p.Name, within(p.ModuleAddress, name))
	w := &writer{planned: l, resource: r}
	var body model.Draft
	expressions, _ := p.Expressions.value.(object)
	for _, e := range expressions {
		if refs := references(e.value); len(refs) > 0 {
			body.Set(e.name, model.Undecided("depends on "+refs[0], w.origin(e.name)))
		} else if value := constant(e.value); value != nil {
			body.Set(e.name, w.plain(tree{value: value}, nil, e.name, nil))
		}
	}
	r.Body = model.Record(body.Members(), w.origin(""))
	l.scope.Add(r)
}

func (l *planned) variable(v *variableConfig, address string) {
	r := l.declaration(model.Variable, "variable", address)
	w := &writer{planned: l, resource: r}
	body := make(map[string]model.Value)
	if v.Default.value != nil {
		body["default"] = w.plain(tree{value: v.Default.value}, nil, "default", nil)
	}
	if v.Description != "" {
		body["description"] = model.Text(v.Description, w.origin("description"))
	}
	if v.Sensitive {
		body["sensitive"] = model.Flag(true, w.origin("sensitive"))
	}
	r.Body = model.Object(body, w.origin(""))
	l.scope.Add(r)
}

func (l *planned) call(c *callConfig, address string) {
	r := l.declaration(model.Call, "module", address)
	w := &writer{planned: l, resource: r}
	body := make(map[string]model.Value)
	if c.Source != "" {
		body["source"] = model.Text(c.Source, w.origin("source"))
	}
	if c.Version != "" {
		body["version"] = model.Text(c.Version, w.origin("version"))
	}
	r.Body = model.Object(body, w.origin(""))
	l.scope.Add(r)
}

func (l *planned) declaration(mode model.Mode, typ, address string) *model.Resource {
	return &model.Resource{Type: typ, Address: address, Block: address, Mode: mode, Location: l.at}
}

func (l *planned) outputs(p *plan) {
	if p.PlannedValues == nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(p.PlannedValues.Outputs)) {
		out := p.PlannedValues.Outputs[name]
		if out == nil {
			continue
		}
		t := tree{value: ordered(out.Value), sensitive: out.Sensitive}
		if change := p.OutputChanges[name]; change != nil {
			t.unknown = ordered(change.AfterUnknown)
			if t.value == nil {
				t.value = ordered(change.After) // what is known of a value that is not known as a whole
			}
		}
		l.output(name, out, t)
	}
}

func (l *planned) output(name string, out *output, t tree) {
	w := &writer{planned: l}
	l.scope.Outputs = append(l.scope.Outputs, model.Output{Name: name, Type: typeOf(out), Value: w.plain(t, nil, name, nil)})
}

// typeOf is the type of an output; one that is not known has none in a plan.
func typeOf(out *output) json.RawMessage {
	if len(out.Type) == 0 || string(out.Type) == "null" {
		return json.RawMessage(`"dynamic"`)
	}
	return out.Type
}

func join(prefix, name string) string {
	switch {
	case prefix == "":
		return name
	case name == "":
		return prefix
	}
	return prefix + "." + name
}
