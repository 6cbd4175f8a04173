package ssm

import (
	"fmt"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// inputs yields what the document of a session says under a name.
func inputs(r *model.Resource, name string) func(yield func(model.Value) bool) {
	return func(yield func(model.Value) bool) {
		if r.At("document_type").Is("Session") != model.No {
			content(r).All("inputs." + name)(yield)
		}
	}
}

// content is the structure of a document, in JSON or YAML.
func content(r *model.Resource) model.Value {
	v := r.At("content")
	text, isText := v.Data.(string)
	if r.At("document_format").IsFold("YAML") != model.Yes || !isText {
		return view.Structure(v)
	}
	var decoded any
	if err := yaml.Unmarshal([]byte(text), &decoded); err != nil {
		return model.Undecided(fmt.Sprintf("%s is not YAML", v.Origin.Name), v.Origin)
	}
	return value(decoded, v.Origin)
}

// value is what YAML was decoded into, all of it at the place of the text.
func value(decoded any, at model.Origin) model.Value {
	switch data := decoded.(type) {
	case map[string]any:
		members := make(map[string]model.Value, len(data))
		for name, member := range data {
			below := at
			below.Name = at.Name + "." + name
			members[name] = value(member, below)
		}
		return model.Object(members, at)
	case []any:
		list := make([]model.Value, len(data))
		for i, element := range data {
			list[i] = value(element, at)
		}
		return model.List(list, at)
	case bool:
		return model.Flag(data, at)
	case nil:
		return model.Missing(at)
	}
	return model.Text(fmt.Sprint(decoded), at)
}
