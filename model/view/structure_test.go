package view

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestStructure(t *testing.T) {
	at := model.Origin{Name: "content"}
	object := model.Object(map[string]model.Value{"a": model.Number(1, at)}, at)
	written := model.Undecided("depends on a resource", at)
	written.Doc = &object
	for name, v := range map[string]model.Value{
		"text":         model.Text(`{"a": 1}`, at),
		"structure":    written,
		"alternatives": model.OneOf("var.x is not set", at, model.Text(`{"a": 1}`, at), model.Text(`{"a": 1, "b": 2}`, at)),
		"parts": {State: model.Unknown, Origin: at, Why: &model.Cause{Parts: []model.Value{
			model.Text(`{"a": 1, "b": "`, at), model.Undecided("var.x is not set", at), model.Text(`"}`, at),
		}}},
		"object": object,
	} {
		if got := Structure(v).At("a"); got.Is("1") != model.Yes {
			t.Errorf("%s: a is %v", name, got)
		}
	}
	if got := Structure(model.Text("schemaVersion: 1", at)); got.State != model.Unknown {
		t.Errorf("what is no JSON is %v", got)
	}
	if got := Structure(model.Missing(at)); got.State != model.Absent {
		t.Errorf("what is not there is %v", got)
	}
}
