package checks

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestCondition(t *testing.T) {
	for _, test := range []struct {
		condition Condition
		value     model.Value
		want      model.Truth
	}{
		{Condition{}, text("a"), model.Yes},
		{Condition{}, text(""), model.No},
		{Condition{}, model.Missing(at("x")), model.No},
		{Condition{}, unknown(), model.Maybe},
		{Condition{Empty: true}, text(""), model.Yes},
		{Condition{Empty: true}, model.Missing(at("x")), model.Yes},
		{Condition{Empty: true}, list("a"), model.No},
		{Condition{Of: []string{"a", "b"}}, text("B"), model.Yes},
		{Condition{Of: []string{"a", "b"}}, text("c"), model.No},
		{Condition{Of: []string{"true"}}, flag(true), model.Yes},
		{Condition{Of: []string{"a"}}, model.Missing(at("x")), model.No},
		{Condition{Of: []string{"a"}}, oneOf(text("a"), text("b")), model.Maybe},
		{Condition{NoneOf: []string{"a"}}, text("A"), model.No},
		{Condition{NoneOf: []string{"a"}}, model.Missing(at("x")), model.Yes},
		{Condition{NoneOf: []string{"a"}}, unknown(), model.Maybe},
	} {
		if got := test.condition.holds(test.value); got != test.want {
			t.Errorf("%+v of %v: got %v, want %v", test.condition, test.value, got, test.want)
		}
	}
}

// A value is at fault only as far as the conditions hold.
func TestWhen(t *testing.T) {
	rule := RequireTrue{Type: "t", Path: "x", When: []Condition{{Path: "kind", Of: []string{"web"}}}}
	body := func(kind model.Value) *model.Resource {
		return resource(model.Object(map[string]model.Value{"x": flag(false), "kind": kind}, model.Origin{}), nil)
	}
	expect(t, rule, body(text("web")), "fail: x is false")
	expect(t, rule, body(text("mail")))
	expect(t, rule, body(unknown()), "unknown: x is false")

	each := RequireTrue{Type: "t", Each: "list", Path: "x", When: []Condition{{Path: "kind", NoneOf: []string{"mail"}}}}
	element := func(kind string) model.Value {
		return model.Object(map[string]model.Value{"x": flag(false), "kind": text(kind)}, at("list"))
	}
	elements := model.List([]model.Value{element("mail"), element("web")}, at("list"))
	expect(t, each, resource(object("list", elements), nil), "fail: x is false")
	expect(t, each, resource(object("list", model.List([]model.Value{element("mail")}, at("list"))), nil))
}

// Of what a text encodes, a path is judged in the whole or in each element.
func TestIn(t *testing.T) {
	rule := RequireTrue{Type: "t", In: "doc", Path: "on"}
	body := func(doc string) *model.Resource { return resource(object("doc", model.Text(doc, at("doc"))), nil) }
	expect(t, rule, body(`{"on": true}`))
	expect(t, rule, body(`{"on": false}`), "fail: on is false")
	expect(t, rule, body(`{}`), "fail: on is not set")
	expect(t, rule, body(`[{"on": true}, {"on": false}]`), "fail: on is false")
	expect(t, rule, body(`[]`), "none")
	expect(t, rule, resource(model.Object(nil, model.Origin{}), nil), "fail: on is not set")
	expect(t, rule, resource(object("doc", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, body(`{"on"`), "unknown: doc is (unknown)")
}
