package view

import "github.com/lintel-iac/lintel/model"

// Structure is what a value encodes: the structure its author wrote, where it has
// one, or the JSON that its text is. What is no JSON is unknown, with the reason.
func Structure(v model.Value) model.Value { return structure(v, JSON) }

// StructureOrYAML is Structure for what may also be written as YAML.
func StructureOrYAML(v model.Value) model.Value { return structure(v, YAML) }

func structure(v model.Value, read func(model.Origin, ...model.Value) (model.Value, *SyntaxError)) model.Value {
	if v.Doc != nil {
		return *v.Doc
	}
	parts := []model.Value{v}
	switch _, isText := v.Data.(string); {
	case v.State == model.Unknown && len(v.Why.Alternatives) > 0:
		forms := make([]model.Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			forms[i] = structure(a, read)
		}
		return model.OneOf(v.Why.Reason, v.Origin, forms...)
	case v.State == model.Unknown && len(v.Why.Parts) > 0:
		parts = v.Why.Parts
	case v.State != model.Known || !isText:
		return v
	}
	encoded, _ := read(v.Origin, parts...)
	return encoded
}
