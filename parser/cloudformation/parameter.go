package cloudformation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Inputs are what is given to a root template.
type Inputs struct {
	// Params are values in the order in which they were given: the last one wins.
	Params []Param
}

// Param is "NAME=VALUE", or a file with such values: as the create-stack and
// deploy commands take them, as CodePipeline does, or a plain object. A pseudo
// parameter, AWS::Region, can be given as well.
type Param struct {
	File bool
	Text string
}

// inputsGiven reads the inputs.
func (r *run) inputsGiven() map[string]model.Value {
	values := map[string]model.Value{}
	for _, p := range r.inputs.Params {
		if p.File {
			r.readParams(p.Text, values)
		} else if name, value, ok := strings.Cut(p.Text, "="); ok {
			values[name] = model.Value{Data: value, State: model.Known, Given: true}
		}
	}
	return values
}

func (r *run) readParams(file string, values map[string]model.Value) {
	data, err := readFile(r.loader.fsys, file)
	if err != nil {
		r.diags.Errorf(model.Range{File: file}, "cannot read these parameters: %v", cause(err))
		return
	}
	root, diags := parseAny(file, data)
	r.diags.Add(diags...)
	if root == nil {
		return
	}
	if !takeParams(root, values) {
		r.diags.Errorf(root.at, "these are no parameters in a layout that is known")
	}
}

// parseAny reads JSON and YAML of any kind.
func parseAny(file string, data []byte) (*node, diag.List) {
	if root, diags := readJSON(file, data); !diags.HasErrors() {
		return root, diags
	}
	return readYAML(file, data)
}

// takeParams reads the layouts of parameter files: a list of ParameterKey and
// ParameterValue, a list of "NAME=VALUE", an object below "Parameters", a plain
// object.
//
// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
func takeParams(root *node, values map[string]model.Value) bool {
	if inner := root.get("Parameters"); inner != nil {
		return takeParams(inner, values)
	}
	switch root.kind {
	case list:
		for _, item := range root.items {
			name, value := item.get("ParameterKey").word(), item.get("ParameterValue")
			if pair, text, ok := strings.Cut(item.word(), "="); ok {
				name, value = pair, textNode(text, item.at)
			}
			if name == "" {
				return false
			}
			takeParam(name, value, values)
		}
		return true
	case object:
		for _, m := range root.members {
			takeParam(m.key, m.value, values)
		}
		return true
	}
	return false
}

func takeParam(name string, value *node, values map[string]model.Value) {
	at := model.Origin{}
	switch {
	case value == nil: // UsePreviousValue: only the stack knows
	case value.kind == list:
		words := make([]string, len(value.items))
		for i, item := range value.items {
			words[i] = item.word()
		}
		values[name] = model.Text(strings.Join(words, ","), at)
	case value.kind == scalar:
		values[name] = model.Text(value.text, at)
	}
}

// parameter is one that a template declares.
type parameter struct {
	name  string
	typ   string
	body  *node
	at    model.Range
	value model.Value
}

func (s *stack) declareParameters(section *node) {
	s.params = map[string]*parameter{}
	if s.depth == 0 {
		s.loader.declares(members(section))
	}
	for _, m := range members(section) {
		if m.value.kind != object {
			s.diags.Errorf(m.at, "the parameter %s is no object: left out", m.key)
			continue
		}
		p := &parameter{name: m.key, typ: m.value.get("Type").word(), body: m.value, at: span(m.at, m.value.at)}
		p.value = s.valueOf(p)
		if p.isSecret() {
			p.value = concealed(p.value)
		}
		s.params[m.key] = p
	}
}

func (p *parameter) isSecret() bool { return p.body.get("NoEcho").isTrue() }

func (p *parameter) isList() bool {
	return p.typ == "CommaDelimitedList" || strings.HasPrefix(p.typ, "List<") || strings.Contains(p.typ, "Value<List<") ||
		strings.Contains(p.typ, "Value<CommaDelimitedList>")
}

// isStored tells that what is given is the name under which Systems Manager
// keeps the value.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
func (p *parameter) isStored() bool { return strings.HasPrefix(p.typ, "AWS::SSM::Parameter::Value<") }

// valueOf is what a parameter stands for: what is given, its default, one of the
// values it allows, or something of its type.
func (s *stack) valueOf(p *parameter) model.Value {
	key := s.prefix + p.name
	if p.isStored() {
		return unknown("the parameter "+key+" is read from Systems Manager", key, model.Origin{})
	}
	if given, ok := s.given[p.name]; ok {
		return s.allowed(p, p.convert(given))
	}
	if preset := p.body.get("Default"); preset != nil && preset.kind == scalar {
		return p.convert(model.Text(preset.plain(), model.Origin{}))
	}
	reason := "the parameter " + key + " has no value here"
	if choices := p.body.get("AllowedValues"); choices != nil && choices.kind == list && !p.isList() {
		var values []model.Value
		for _, choice := range choices.items {
			if choice.kind == scalar {
				values = append(values, p.convert(model.Text(choice.plain(), model.Origin{})))
			}
		}
		return oneOf(reason, key, model.Origin{}, values)
	}
	v := unknown(reason, key, model.Origin{})
	least, _ := strconv.Atoi(p.body.get("MinLength").word())
	v.Why.NotEmpty = p.typ != "String" || least > 0
	return v
}

// convert brings what is given to the type of a parameter.
func (p *parameter) convert(v model.Value) model.Value {
	if v.State == model.Unknown && len(v.Why.Alternatives) > 0 {
		return each(v, v.Origin, p.convert)
	}
	text, ok := textOf(v)
	switch items, isList := v.Data.([]model.Value); {
	case v.State == model.Unknown:
		return v
	case isList && p.isList() && !slices.ContainsFunc(items, isNested):
		return v
	case !ok:
		return model.Undecided("what is given for "+p.name+" is no text", v.Origin)
	case p.isList():
		words := strings.Split(text, ",")
		items := make([]model.Value, len(words))
		for i, word := range words {
			items[i] = model.Text(strings.TrimSpace(word), v.Origin)
			items[i].Given = v.Given
		}
		return model.List(items, v.Origin)
	case p.typ == "Number":
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return model.Number(f, v.Origin)
		}
	}
	v.Data = text
	return v
}

// isNested tells what cannot be an element of a list parameter.
func isNested(v model.Value) bool {
	_, isText := textOf(v)
	return v.State == model.Known && !isText
}

// allowed reports a value that the parameter does not allow.
func (s *stack) allowed(p *parameter, v model.Value) model.Value {
	choices := p.body.get("AllowedValues")
	text, ok := textOf(v)
	if !ok || choices == nil || choices.kind != list {
		return v
	}
	for _, choice := range choices.items {
		if choice.word() == text || choice.plain() == text {
			return v
		}
	}
	s.diags.Warnf(p.at, "the value given for %s is none of its AllowedValues", p.name)
	return v
}

func concealed(v model.Value) model.Value {
	v.Sensitive = true
	if items, ok := v.Data.([]model.Value); ok {
		hidden := make([]model.Value, len(items))
		for i, item := range items {
			hidden[i] = concealed(item)
		}
		v.Data = hidden
	}
	if v.Why != nil && len(v.Why.Alternatives) > 0 {
		why := *v.Why
		why.Alternatives = make([]model.Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			why.Alternatives[i] = concealed(a)
		}
		v.Why = &why
	}
	return v
}

// placed is a value where it is used.
func placed(v model.Value, at model.Origin) model.Value {
	v.Origin = at
	switch data := v.Data.(type) {
	case []model.Value:
		items := make([]model.Value, len(data))
		for i, item := range data {
			items[i] = placed(item, at)
		}
		v.Data = items
	case model.Members:
		v.Data = data.Replaced(func(name string, member model.Value) model.Value {
			below := at
			below.Name = joinName(at.Name, name)
			return placed(member, below)
		})
	}
	if v.Why != nil && len(v.Why.Alternatives) > 0 {
		why := *v.Why
		why.Alternatives = make([]model.Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			why.Alternatives[i] = placed(a, at)
		}
		v.Why = &why
	}
	return v
}

// lowerParameters puts the parameters into the scope as variables: secrets are
// written in their defaults, too.
func (s *stack) lowerParameters() {
	for _, m := range members(s.template.root.get("Parameters")) {
		p := s.params[m.key]
		if p == nil || p.at.Start != m.at.Start {
			continue
		}
		r := &model.Resource{
			Type: "variable", Address: s.free(s.prefix+p.name, s.prefix+p.name), Block: p.name, Mode: model.Variable, Location: p.at,
		}
		body := map[string]model.Value{}
		for _, word := range [...]struct{ name, as string }{{"Default", "default"}, {"Description", "description"}, {"NoEcho", "sensitive"}} {
			if n := p.body.get(word.name); n != nil && n.kind == scalar && !(word.name == "Default" && p.isStored()) {
				body[word.as] = s.literal(n, model.Origin{Range: n.at, Name: word.name, Resource: r})
			}
		}
		if preset, ok := body["default"]; ok && p.isSecret() {
			body["default"] = concealed(preset)
		}
		r.Body = model.Object(body, model.Origin{Range: p.at, Resource: r})
		s.scope.Add(r)
	}
}

// literal is a scalar that is no expression.
func (s *stack) literal(n *node, at model.Origin) model.Value {
	if b, ok := boolean(n.text); ok && !n.quoted {
		return model.Flag(b, at)
	}
	return model.Text(n.text, at)
}
