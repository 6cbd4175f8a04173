package tfplan

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// planned lowers one plan.
type planned struct {
	scope   *model.Scope
	at      model.Range
	config  *config
	changes map[string]*tfjson.Change
	values  map[string]map[string]any // of all instances, by address
}

func lowerPlan(scope *model.Scope, p *tfjson.Plan, at model.Range, diags *diag.List) {
	l := &planned{scope: scope, at: at, config: newConfig(p.Config), changes: make(map[string]*tfjson.Change), values: make(map[string]map[string]any)}
	if l.config == nil {
		diags.Warnf(at, "the plan has no configuration: what its author left out cannot be told from what is known after apply")
	}
	for _, change := range p.ResourceChanges {
		if change.Change != nil && change.DeposedKey == "" {
			l.changes[change.Address] = change.Change
		}
	}
	var modules []*tfjson.StateModule
	if p.PriorState != nil && p.PriorState.Values != nil {
		modules = append(modules, onlyData(p.PriorState.Values.RootModule))
	}
	if p.PlannedValues != nil {
		modules = append(modules, p.PlannedValues.RootModule)
	}
	for _, m := range modules {
		l.index(m)
	}
	l.declarations(p.Config)
	for _, m := range modules {
		l.module(m)
	}
	l.outputs(p)
}

// onlyData keeps the data sources, which a plan has only in its prior state.
func onlyData(m *tfjson.StateModule) *tfjson.StateModule {
	if m == nil {
		return nil
	}
	kept := &tfjson.StateModule{Address: m.Address}
	for _, r := range m.Resources {
		if r.Mode == tfjson.DataResourceMode {
			kept.Resources = append(kept.Resources, r)
		}
	}
	for _, child := range m.ChildModules {
		kept.ChildModules = append(kept.ChildModules, onlyData(child))
	}
	return kept
}

// index notes which instances there are, before references are followed.
func (l *planned) index(m *tfjson.StateModule) {
	if m == nil {
		return
	}
	for _, r := range m.Resources {
		l.values[r.Address] = r.AttributeValues
		if a, _, ok := splitAddress(r.Address); ok && l.config != nil {
			block := within(a.module(), a.local())
			l.config.instances[block] = append(l.config.instances[block], r.Address)
		}
	}
	for _, child := range m.ChildModules {
		l.index(child)
	}
}

func (l *planned) module(m *tfjson.StateModule) {
	if m == nil {
		return
	}
	for _, r := range m.Resources {
		if r.DeposedKey == "" && l.scope.Resource(r.Address) == nil {
			l.resource(r)
		}
	}
	for _, child := range m.ChildModules {
		l.module(child)
	}
}

// tree is a planned value with what Terraform says of it beside: what of it is
// unknown, what is sensitive, and which expression made it.
type tree struct {
	value, unknown, sensitive any
	expr                      *tfjson.Expression
	// written is false for what no expression of the author stands behind.
	written bool
}

func (l *planned) resource(r *tfjson.StateResource) {
	a, _, ok := splitAddress(r.Address)
	if !ok {
		return
	}
	mode, schema := model.Managed, vocabulary.Resource(r.Type)
	if r.Mode == tfjson.DataResourceMode {
		mode, schema = model.Data, vocabulary.Data(r.Type)
	}
	out := &model.Resource{Type: r.Type, Address: r.Address, Block: a.block(), Mode: mode, Native: schema == nil, Location: l.at}
	w := &writer{planned: l, resource: out, module: a.module(), key: a.key}
	whole := tree{value: map[string]any(r.AttributeValues), written: true}
	if change := l.changes[r.Address]; change != nil {
		whole.unknown, whole.sensitive = change.AfterUnknown, change.AfterSensitive
	}
	if whole.sensitive == nil && len(r.SensitiveValues) > 0 {
		_ = json.Unmarshal(r.SensitiveValues, &whole.sensitive) // a shape we cannot read marks nothing
	}
	exprs, known := l.expressions(a)
	out.Body = model.Object(w.members(whole, exprs, known, schema, ""), w.origin(""))
	l.scope.Add(out)
}

// expressions are those of the resource's block. known is false where the plan
// has no configuration for it.
func (l *planned) expressions(a address) (map[string]*tfjson.Expression, bool) {
	if l.config == nil {
		return nil, false
	}
	m := l.config.modules[keyless(a.module())]
	if m == nil || m.resources[a.local()] == nil {
		return nil, false
	}
	return m.resources[a.local()].Expressions, true
}

// writer lowers the values of one resource.
type writer struct {
	*planned
	resource    *model.Resource
	module, key string
}

func (w *writer) origin(name string) model.Origin {
	return model.Origin{Range: w.at, Name: name, Resource: w.resource}
}

// members lowers an object. What the author did not write is left out, unless
// Terraform knows it all the same.
func (w *writer) members(t tree, exprs map[string]*tfjson.Expression, known bool, schema *vocabulary.Schema, name string) map[string]model.Value {
	values, _ := t.value.(map[string]any)
	unknown, _ := t.unknown.(map[string]any)
	names := make(map[string]bool, len(values)+len(unknown))
	for n := range values {
		names[n] = true
	}
	for n := range unknown {
		names[n] = true
	}
	out := make(map[string]model.Value, len(names))
	for n := range names {
		expr := exprs[n]
		member := tree{value: values[n], unknown: below(t.unknown, n), sensitive: below(t.sensitive, n), expr: expr, written: expr != nil || !known}
		if v, ok := w.member(member, innerSchema(schema, n), join(name, n)); ok {
			out[n] = v
		}
	}
	return out
}

// member lowers one attribute or block type, or says that it was not written.
func (w *writer) member(t tree, schema *vocabulary.Schema, name string) (model.Value, bool) {
	if !t.written && (t.unknown == true || isNothing(t.value)) {
		return model.Value{}, false
	}
	if t.expr != nil && t.expr.ExpressionData != nil && len(t.expr.NestedBlocks) > 0 {
		return w.blocks(t, schema, name), true
	}
	return w.value(t, schema, name), true
}

// isNothing tells how a plan writes what its author left out.
func isNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// blocks lowers nested blocks, each with the expressions of its own.
func (w *writer) blocks(t tree, schema *vocabulary.Schema, name string) model.Value {
	elements, isList := t.value.([]any)
	if !isList && t.value != nil {
		elements = []any{t.value}
	}
	list := make([]model.Value, len(elements))
	for i, element := range elements {
		var exprs map[string]*tfjson.Expression
		known := i < len(t.expr.NestedBlocks) && len(elements) == len(t.expr.NestedBlocks)
		if known {
			exprs = t.expr.NestedBlocks[i]
		}
		unknown, sensitive := at(t.unknown, i), at(t.sensitive, i)
		if !isList {
			unknown, sensitive = t.unknown, t.sensitive
		}
		inner := tree{value: element, unknown: unknown, sensitive: sensitive, written: true}
		list[i] = model.Object(w.members(inner, exprs, known, schema, name), w.origin(name))
	}
	return model.List(list, w.origin(name))
}

// value lowers a value as a plan writes it.
func (w *writer) value(t tree, schema *vocabulary.Schema, name string) model.Value {
	targets := w.targets(t.expr)
	v := w.plain(t, schema, name, targets)
	w.note(targets, v, name)
	return v
}

func (w *writer) plain(t tree, schema *vocabulary.Schema, name string, targets []target) model.Value {
	out := model.Value{Origin: w.origin(name), Sensitive: t.sensitive == true}
	if t.unknown == true {
		out.State, out.Why = model.Unknown, why(targets)
		return out
	}
	switch value := t.value.(type) {
	case nil:
		return out
	case []any:
		list := make([]model.Value, len(value))
		for i, element := range value {
			list[i] = w.plain(tree{value: element, unknown: at(t.unknown, i), sensitive: at(t.sensitive, i)}, schema, name, targets)
			list[i].Sensitive = list[i].Sensitive || out.Sensitive
		}
		out.Data = list
	case map[string]any:
		out.Data = w.object(t, value, schema, name, targets)
	default:
		out.Data = value
	}
	out.State = model.Known
	return out
}

func (w *writer) object(t tree, value map[string]any, schema *vocabulary.Schema, name string, targets []target) map[string]model.Value {
	members := make(map[string]model.Value, len(value))
	for n, member := range value {
		inner := tree{value: member, unknown: below(t.unknown, n), sensitive: below(t.sensitive, n)}
		if schema != nil && (isNothing(member) && inner.unknown == nil) {
			continue // a block or attribute of the provider's that was left out
		}
		members[n] = w.plain(inner, innerSchema(schema, n), join(name, n), targets)
	}
	if unknown, ok := t.unknown.(map[string]any); ok {
		for n, u := range unknown {
			if _, done := members[n]; !done && u == true {
				members[n] = w.plain(tree{unknown: true}, nil, join(name, n), targets)
			}
		}
	}
	return members
}

func (w *writer) targets(expr *tfjson.Expression) []target {
	if expr == nil || expr.ExpressionData == nil {
		return nil
	}
	return w.config.follow(expr.References, w.module, w.key, 0)
}

// why says why a value is unknown, from the references behind it.
func why(targets []target) *model.Cause {
	cause := &model.Cause{Reason: "known after apply"}
	for _, t := range targets {
		if t.isVar {
			continue
		}
		cause.Reason = "depends on " + join(t.address, t.attr) + ", known after apply"
		if len(targets) == 1 {
			cause.Key = join(t.address, t.attr)
			cause.NotEmpty = t.attr == "id" || t.attr == "arn"
		}
		break
	}
	return cause
}

// note adds the references to the resource. One reference alone hands its
// value on, unless the values that are known say otherwise.
func (w *writer) note(targets []target, v model.Value, name string) {
	resources := slices.DeleteFunc(slices.Clone(targets), func(t target) bool { return t.isVar })
	for _, t := range resources {
		exact := len(resources) == 1
		if known, ok := w.values[t.address][t.attr]; ok && exact && v.State == model.Known {
			exact = known == v.Data
		}
		w.resource.Refs = append(w.resource.Refs, model.Ref{Path: name, To: t.address, Attr: t.attr, Exact: exact})
	}
}

// declarations lowers the variables and provider configurations.
func (l *planned) declarations(c *tfjson.Config) {
	if c == nil {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(c.ProviderConfigs)) {
		p := c.ProviderConfigs[key]
		name := "provider." + p.Name
		if p.Alias != "" {
			name += "." + p.Alias
		}
		l.declare(model.Provider, "provider."+p.Name, p.ModuleAddress, name, constants(p.Expressions), false)
	}
	for _, path := range slices.Sorted(maps.Keys(l.config.modules)) {
		variables := l.config.modules[path].Variables
		for _, name := range slices.Sorted(maps.Keys(variables)) {
			v := variables[name]
			members := map[string]any{"default": v.Default}
			if v.Description != "" {
				members["description"] = v.Description
			}
			l.declare(model.Variable, "variable", path, "var."+name, members, v.Sensitive)
		}
	}
}

func (l *planned) declare(mode model.Mode, typ, module, name string, members map[string]any, sensitive bool) {
	r := &model.Resource{Type: typ, Address: within(module, name), Block: within(module, name), Mode: mode, Location: l.at}
	w := &writer{planned: l, resource: r}
	body := make(map[string]model.Value, len(members))
	for n, v := range members {
		if v != nil {
			body[n] = w.plain(tree{value: v}, nil, n, nil)
		}
	}
	if sensitive {
		body["sensitive"] = model.Flag(true, w.origin("sensitive"))
	}
	r.Body = model.Object(body, w.origin(""))
	l.scope.Add(r)
}

// constants are the arguments that the author wrote out.
func constants(exprs map[string]*tfjson.Expression) map[string]any {
	out := make(map[string]any)
	for name, e := range exprs {
		if e.ExpressionData != nil && e.ConstantValue != nil && e.ConstantValue != tfjson.UnknownConstantValue {
			out[name] = e.ConstantValue
		}
	}
	return out
}

func (l *planned) outputs(p *tfjson.Plan) {
	var known map[string]*tfjson.StateOutput
	if p.PlannedValues != nil {
		known = p.PlannedValues.Outputs
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		out := known[name]
		t := tree{value: out.Value, sensitive: out.Sensitive}
		if change := p.OutputChanges[name]; change != nil {
			t.unknown = change.AfterUnknown
			if t.value == nil {
				t.value = change.After // what is known of a value that is not known as a whole
			}
		}
		w := &writer{planned: l}
		l.scope.Outputs = append(l.scope.Outputs, model.Output{Name: name, Type: typeOf(out), Value: w.plain(t, nil, name, nil)})
	}
}

// typeOf is the type of an output; one that is not known has none in a plan.
func typeOf(out *tfjson.StateOutput) json.RawMessage {
	if out.Type == cty.NilType {
		return json.RawMessage(`"dynamic"`)
	}
	text, err := out.Type.MarshalJSON()
	if err != nil {
		return json.RawMessage(`"dynamic"`)
	}
	return text
}

// lowerState lowers a state as deployed resources: all of it is known.
func lowerState(scope *model.Scope, values *tfjson.StateValues, at model.Range) {
	if values == nil {
		return
	}
	l := &planned{scope: scope, at: at}
	l.module(values.RootModule)
	for _, name := range slices.Sorted(maps.Keys(values.Outputs)) {
		out := values.Outputs[name]
		w := &writer{planned: l}
		v := w.plain(tree{value: out.Value, sensitive: out.Sensitive}, nil, name, nil)
		scope.Outputs = append(scope.Outputs, model.Output{Name: name, Type: typeOf(out), Value: v})
	}
}

func innerSchema(schema *vocabulary.Schema, name string) *vocabulary.Schema {
	if b := schema.Block(name); b != nil {
		return b.Schema
	}
	if a := schema.Attribute(name); a != nil {
		return a.Nested
	}
	return nil
}

// below and at look into the trees in which Terraform says true for what is
// unknown or sensitive; true above holds for all below.
func below(t any, name string) any {
	if t == true {
		return true
	}
	members, _ := t.(map[string]any)
	return members[name]
}

func at(t any, i int) any {
	if t == true {
		return true
	}
	elements, _ := t.([]any)
	if i < len(elements) {
		return elements[i]
	}
	return nil
}

func join(prefix, name string) string {
	switch {
	case prefix == "":
		return name
	case name == "":
		return prefix
	}
	return fmt.Sprintf("%s.%s", prefix, name)
}
