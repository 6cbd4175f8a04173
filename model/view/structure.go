package view

import "github.com/lintel-iac/lintel/model"

// Structure is what a value encodes: the structure its author wrote, where it has
// one, or the JSON that its text is. What is no JSON is unknown, with the reason.
func Structure(v model.Value) model.Value {
	if v.Doc != nil {
		return *v.Doc
	}
	switch {
	case v.State == model.Unknown && len(v.Why.Alternatives) > 0:
		forms := make([]model.Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			forms[i] = Structure(a)
		}
		return model.OneOf(v.Why.Reason, v.Origin, forms...)
	case v.State == model.Unknown && len(v.Why.Parts) > 0:
		structure, _ := JSON(v.Origin, v.Why.Parts...)
		return structure
	}
	if _, isText := v.Data.(string); !isText || v.State != model.Known {
		return v
	}
	structure, _ := JSON(v.Origin, v)
	return structure
}
