package checks

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestRequireElement(t *testing.T) {
	rule := RequireElement{Type: "t", Path: "x", Of: []string{"a", "b"}}
	expect(t, rule, resource(object("x", list("c", "b")), nil))
	expect(t, rule, resource(object("x", list("c")), nil), "fail: x is [c]")
	expect(t, rule, resource(object("y", list("a")), nil), "fail: x is not set")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
}

func TestForbidElement(t *testing.T) {
	rule := ForbidElement{Type: "t", Path: "x", Of: []string{"*"}}
	expect(t, rule, resource(object("x", list("a")), nil))
	expect(t, rule, resource(object("y", list("a")), nil))
	expect(t, rule, resource(object("x", list("a", "*")), nil), "fail: x is [a, *]")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
}

func TestForbidSet(t *testing.T) {
	rule := ForbidSet{Type: "t", Path: "x"}
	expect(t, rule, resource(object("y", text("a")), nil))
	expect(t, rule, resource(object("x", text("a")), nil), "fail: x is a")
	expect(t, rule, resource(object("x", list("a")), nil), "fail: x is set")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
}

func TestRequireSetNoneOf(t *testing.T) {
	rule := RequireSet{Type: "t", Path: "x", NoneOf: []string{"default"}}
	expect(t, rule, resource(object("x", text("own")), nil))
	expect(t, rule, resource(object("x", text("Default")), nil), "fail: x is Default")
	expect(t, rule, resource(object("y", text("own")), nil), "fail: x is not set")
}

func TestForbidText(t *testing.T) {
	long := func(s string) bool { return strings.Contains(s, "..") }
	rule := ForbidText{Type: "t", Path: "x", Is: long}
	expect(t, rule, resource(object("x", text("a")), nil))
	expect(t, rule, resource(object("y", text("a..")), nil))
	expect(t, rule, resource(object("x", text("a..")), nil), "fail: x is a..")
	rule.Says = "%s leads upwards"
	expect(t, rule, resource(object("x", text("a..")), nil), "fail: a.. leads upwards")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: (unknown) leads upwards")

	each := ForbidText{Type: "t", Each: "x", Is: long}
	expect(t, each, resource(object("x", list("a", "b..")), nil), "fail: x is b..")
	expect(t, each, resource(object("x", model.Missing(at("x"))), nil), "none")
}

func TestForbidParameter(t *testing.T) {
	group := func(name, value string) *model.Resource {
		block := model.Object(map[string]model.Value{"name": text(name), "value": text(value)}, at("parameter"))
		return resource(object("parameter", model.List([]model.Value{block}, at("parameter"))), nil)
	}
	rule := ForbidParameter{Type: "t", Name: "tls", Of: []string{"disabled"}}
	expect(t, rule, group("tls", "enabled"))
	expect(t, rule, group("tls", "Disabled"), "fail: tls is Disabled")
	expect(t, rule, group("other", "disabled"))
	rule.Set = true
	expect(t, rule, group("other", "disabled"), "fail: tls is not set")
}
