package ssm

import (
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
	if r.At("document_format").IsFold("YAML") == model.Yes {
		return view.StructureOrYAML(r.At("content"))
	}
	return view.Structure(r.At("content"))
}
