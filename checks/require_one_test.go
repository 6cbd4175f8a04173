package checks

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

func TestRequireOne(t *testing.T) {
	rule := RequireOne{Type: "t", Of: []Condition{{Path: "x", Of: []string{"true"}}, {Path: "y"}}}
	body := func(x, y model.Value) *model.Resource {
		return resource(model.Object(map[string]model.Value{"x": x, "y": y}, model.Origin{}), nil)
	}
	y := func(s string) model.Value { return model.Text(s, at("y")) }
	expect(t, rule, body(flag(true), y("")))
	expect(t, rule, body(flag(false), y("key")))
	expect(t, rule, body(flag(false), y("")), `fail: x is false, and y is ""`)
	expect(t, rule, body(unknown(), y("")), `unknown: x is (unknown), and y is ""`)
	expect(t, rule, body(unknown(), y("key")))

	rule.Says = "there is neither"
	expect(t, rule, body(flag(false), y("")), "fail: there is neither")
	rule.When = []Condition{{Path: "y", NoneOf: []string{""}}}
	expect(t, rule, body(flag(false), y("")))
}

func TestRequireDeclared(t *testing.T) {
	rule := RequireDeclared{Type: "t", Path: "log", What: "log"}
	owner := func(companions ...model.Value) *model.Resource {
		r := resource(model.Object(nil, model.Origin{}), nil)
		r.Folded = model.MembersFrom(map[string]model.Value{"log": model.List(companions, at("log"))})
		return r
	}
	there := object("x", flag(true))
	expect(t, rule, owner(there))
	expect(t, rule, owner(), "fail: no log is declared")
	expect(t, rule, owner(oneOf(there, model.Missing(at("log")))), "unknown: no log is declared")
	expect(t, rule, owner(oneOf(there, model.Missing(at("log"))), there))
	rule.When = []Condition{{Path: "internal", NoneOf: []string{"true"}}}
	expect(t, rule, resource(object("internal", flag(true)), nil))
}

func TestEvery(t *testing.T) {
	rule := Every{
		RequireTrue{Type: "t", Path: "x"},
		RequireSet{Type: "t", Path: "y"},
		RequireSet{Type: "u t2", Path: "z"},
	}
	if got := rule.Types(); got != "t t2 u" {
		t.Errorf("got the types %q", got)
	}
	both := model.Object(map[string]model.Value{"x": flag(true), "y": text("a")}, model.Origin{})
	expect(t, rule, resource(both, nil))
	expect(t, rule, resource(object("x", flag(false)), nil), "fail: x is false", "fail: y is not set")
}

func TestForbidType(t *testing.T) {
	rule := ForbidType{Type: "t", Instead: "u", Says: "one is made"}
	made := resource(object("x", flag(true)), nil)
	made.Mode = model.Managed
	expect(t, rule, made, "fail: one is made")
	looked := resource(object("x", flag(true)), nil)
	looked.Mode = model.Data
	expect(t, rule, looked)
	other := resource(object("x", flag(true)), nil)
	other.Type, other.Mode = "u", model.Managed
	expect(t, rule, other)
}

func TestRequireTrueUnlessCopied(t *testing.T) {
	rule := RequireTrueUnlessCopied{Type: "t", Path: "x", From: []string{"snapshot"}}
	copied := func(x model.Value) *model.Resource {
		return resource(model.Object(map[string]model.Value{"x": x, "snapshot": text("s")}, model.Origin{}), nil)
	}
	expect(t, rule, resource(object("x", flag(true)), nil))
	expect(t, rule, resource(object("x", flag(false)), nil), "fail: x is false")
	expect(t, rule, copied(flag(true)))
	expect(t, rule, copied(flag(false)), "unknown: x is (unknown)")
}

func TestForbidImage(t *testing.T) {
	rule := ForbidImage{Type: "compose_service", Is: view.Image.Latest, Says: "%s moves"}
	service := func(image model.Value) *model.Resource {
		r := resource(object("image", image), nil)
		r.Type = "compose_service"
		return r
	}
	expect(t, rule, service(text("redis:8")))
	expect(t, rule, service(text("redis:latest@sha256:abc")))
	expect(t, rule, service(text("redis:latest")), "fail: redis:latest moves")
	expect(t, rule, service(model.Missing(at("image"))), "none")
}
