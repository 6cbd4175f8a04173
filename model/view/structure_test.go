package view

import (
	"strings"
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

func TestStructureOrYAML(t *testing.T) {
	at := model.Origin{Name: "body"}
	unknown := func(parts ...model.Value) model.Value {
		return model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{Parts: parts}}
	}
	region := model.Undecided("var.region is not set", at)
	for name, v := range map[string]model.Value{
		"YAML":    model.Text("paths:\n  /orders:\n    get: {on: true}\n    post: 200\nother: &o {200: ~}\nsame: *o\n", at),
		"JSON":    model.Text(` {"paths": {"/orders": {"get": {"on": true}, "post": "200"}}}`, at),
		"partial": unknown(model.Text("paths:\n  /orders:\n    get: {on: true}\n    post: 200\nuri: arn:aws:apigateway:", at), region, model.Text(":lambda\nwhole: ", at), region),
	} {
		got := StructureOrYAML(v)
		orders := got.At("paths./orders")
		if on := orders.At("get.on"); on.IsTrue() != model.Yes || on.Origin.Name != "body.paths./orders.get.on" {
			t.Errorf("%s: get.on is %v at %q", name, on, on.Origin.Name)
		}
		if post := orders.At("post"); post.Is("200") != model.Yes {
			t.Errorf("%s: post is %v", name, post)
		}
		if name != "partial" {
			continue
		}
		if uri := got.At("uri"); uri.State != model.Unknown || uri.Why.Prefix != "arn:aws:apigateway:" || uri.Why.Suffix != ":lambda" {
			t.Errorf("a text with an unknown part is %v", uri)
		}
		if whole := got.At("whole"); whole.State != model.Unknown || whole.Why.Reason != region.Why.Reason {
			t.Errorf("an unknown part is %v", whole)
		}
	}
	named := StructureOrYAML(unknown(model.Text("a: 1\n", at), region, model.Text(": 2\n", at)))
	if named.State != model.Unknown || named.Why.Reason != region.Why.Reason {
		t.Errorf("with an unknown name it is %v", named)
	}
	for _, text := range []string{"a: [", "a: 1\na: 2", strings.Repeat("a", sizeLimit+1)} {
		if got := StructureOrYAML(model.Text(text, at)); got.State != model.Unknown {
			t.Errorf("%.10q is %v", text, got)
		}
	}
}
