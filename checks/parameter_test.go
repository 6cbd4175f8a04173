package checks

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// group is a parameter group with one parameter.
func group(parameter model.Value) *model.Resource {
	return resource(model.Object(map[string]model.Value{
		"parameter": model.List([]model.Value{parameter}, at("parameter")),
	}, model.Origin{}), nil)
}

func named(name, value model.Value) model.Value {
	return model.Object(map[string]model.Value{"name": name, "value": value}, at("parameter"))
}

func TestParameter(t *testing.T) {
	for _, test := range []struct {
		parameter model.Value
		want      string
	}{
		{named(text("tls"), text("enabled")), "enabled"},
		{named(text("TLS"), text("disabled")), "disabled"},
		{named(text("audit_logs"), text("enabled")), "not set"},
		{named(unknown(), text("enabled")), "(unknown)"},
		{named(text("tls"), unknown()), "(unknown)"},
		{unknown(), "(unknown)"},
		{model.OneOf("var.b is not set", at("b"), named(text("tls"), text("enabled")), model.Missing(at("b"))), "(unknown)"},
	} {
		if got := Parameter(group(test.parameter), "tls"); got.String() != test.want {
			t.Errorf("%v: got %v, want %s", test.parameter, got, test.want)
		}
	}
	if got := Parameter(resource(object("y", text("a")), nil), "tls"); got.State != model.Absent || got.Origin.Name != "tls" {
		t.Errorf("without parameters: got %v at %q", got, got.Origin.Name)
	}
}

// A list whose only block may not be there may be empty.
func TestRequireSetOfDoubtfulBlock(t *testing.T) {
	rule := RequireSet{Type: "t", Path: "b"}
	block := object("x", text("a"))
	perhaps := model.OneOf("var.b is not set", at("b"), block, model.Missing(at("b")))
	list := func(elements ...model.Value) model.Value { return object("b", model.List(elements, at("b"))) }
	expect(t, rule, resource(list(block), nil))
	expect(t, rule, resource(list(perhaps, block), nil))
	expect(t, rule, resource(list(perhaps), nil), "unknown: b is [(unknown)]")
}
