package view

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/model"
)

// YAML is JSON for a text that may be YAML too, whose leaves then all have the place of the whole text.
func YAML(at model.Origin, parts ...model.Value) (model.Value, *SyntaxError) {
	p := join(parts, false)
	if strings.HasPrefix(strings.TrimSpace(p.text), "{") {
		return JSON(at, parts...)
	}
	var decoded any
	problem := ""
	if len(p.text) > sizeLimit {
		problem = fmt.Sprintf("the YAML is longer than %d bytes", sizeLimit)
	} else if err := yaml.Unmarshal([]byte(p.text), &decoded); err != nil {
		problem = "the text is not YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")
	}
	if problem != "" {
		return model.Undecided(problem, at), &SyntaxError{at, problem}
	}
	return p.value(decoded, at), nil
}

// value is what YAML was decoded into.
func (p *pieces) value(decoded any, at model.Origin) model.Value {
	switch data := decoded.(type) {
	case map[string]any:
		return record(p, data, at)
	case map[any]any: // not all of its members' names are texts: statuses of HTTP
		return record(p, data, at)
	case []any:
		list := make([]model.Value, len(data))
		for i, element := range data {
			list[i] = p.value(element, at)
		}
		return model.List(list, at)
	case bool:
		return model.Value{Data: data, State: model.Known, Sensitive: p.sensitive, Origin: at}
	case nil:
		return model.Missing(at)
	}
	return p.leaf(fmt.Sprint(decoded), at)
}

// record is unknown as a whole where the name of a member is.
func record[K comparable](p *pieces, data map[K]any, at model.Origin) model.Value {
	members := model.NewDraft(len(data))
	blurred, blur := "", model.Value{}
	for key, data := range data {
		name := fmt.Sprint(key)
		if v := p.leaf(name, at); v.State == model.Unknown && (blurred == "" || name < blurred) {
			blurred, blur = name, v
		}
		below := at
		below.Name = member(at.Name, name)
		members.Set(name, p.value(data, below))
	}
	if blurred != "" {
		return model.Undecided(blur.Why.Reason, at)
	}
	return model.Record(members.Members(), at)
}
