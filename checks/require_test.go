package checks

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// at is the origin of a value in these tests: a name is all that messages need.
func at(name string) model.Origin { return model.Origin{Name: name} }

func flag(b bool) model.Value   { return model.Flag(b, at("x")) }
func text(s string) model.Value { return model.Text(s, at("x")) }
func unknown() model.Value      { return model.Undecided("var.x is not set", at("x")) }
func oneOf(values ...model.Value) model.Value {
	return model.OneOf("var.x is not set", at("x"), values...)
}

func list(words ...string) model.Value {
	var l []model.Value
	for _, w := range words {
		l = append(l, text(w))
	}
	return model.List(l, at("x"))
}

func object(name string, v model.Value) model.Value {
	return model.Object(map[string]model.Value{name: v}, model.Origin{})
}

// defaults knows a single default, of "x".
type defaults struct{ value any }

func (d defaults) Default(_, path string, _ model.Format) (any, bool) {
	return d.value, d.value != nil && strings.HasSuffix(path, "x")
}

// resource is one of type "t", in a scope with a default.
func resource(body model.Value, fallback any) *model.Resource {
	r := &model.Resource{Type: "t", Address: "t.r", Body: body}
	(&model.Scope{Defaults: defaults{fallback}}).Add(r)
	return r
}

// verdicts is what a rule says of a resource, "verdict: message" each; "none"
// where there was nothing to judge.
func verdicts(rule Rule, r *model.Resource) []string {
	found, judged, _ := Judge(&Entry{ID: "c", Check: &Check{Rule: rule}}, r)
	if !judged {
		return []string{"none"}
	}
	var said []string
	for _, f := range found {
		said = append(said, fmt.Sprintf("%s: %s", f.Verdict, f.Message))
	}
	return said
}

func expect(t *testing.T, rule Rule, r *model.Resource, want ...string) {
	t.Helper()
	if got := verdicts(rule, r); !slices.Equal(got, want) {
		t.Errorf("%T: got %q, want %q", rule, got, want)
	}
}

func TestRequireTrue(t *testing.T) {
	rule := RequireTrue{Type: "t", Path: "x"}
	for _, test := range []struct {
		value    model.Value
		fallback any
		want     []string
	}{
		{value: flag(true)},
		{value: text("true")},
		{value: flag(false), want: []string{"fail: x is false"}},
		{value: text("yes"), want: []string{"fail: x is yes"}},
		{value: model.Missing(at("x")), want: []string{"fail: x is not set"}},
		{value: model.Missing(at("x")), fallback: false, want: []string{"fail: x is not set, and false by default"}},
		{value: model.Missing(at("x")), fallback: true},
		{value: flag(false), fallback: true, want: []string{"fail: x is false"}},
		{value: unknown(), want: []string{"unknown: x is (unknown)"}},
		{value: oneOf(flag(true), flag(false)), want: []string{"unknown: x is true or false"}},
		{value: oneOf(flag(true), text("true"))},
		{value: oneOf(flag(false), model.Missing(at("x"))), want: []string{"fail: x is false or not set"}},
		{value: oneOf(flag(true), model.Missing(at("x"))), fallback: true},
		{
			value: oneOf(flag(true), model.Missing(at("x"))), fallback: false,
			want: []string{"unknown: x is true or not set, and false by default"},
		},
	} {
		expect(t, rule, resource(object("x", test.value), test.fallback), test.want...)
	}
}

func TestRequireFalse(t *testing.T) {
	rule := RequireFalse{Type: "t", Path: "x"}
	expect(t, rule, resource(object("x", flag(false)), nil))
	expect(t, rule, resource(object("x", text("false")), nil))
	expect(t, rule, resource(object("x", flag(true)), nil), "fail: x is true")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, resource(object("y", flag(true)), nil), "fail: x is not set")
	expect(t, rule, resource(object("y", flag(true)), false))
	expect(t, rule, resource(object("y", flag(true)), true), "fail: x is not set, and true by default")
}

func TestRequireCustomerKey(t *testing.T) {
	for key, want := range map[string]bool{
		"alias/aws/ebs": true, "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs": true,
		"alias/shop": false, "arn:aws:kms:eu-west-1:111122223333:alias/shop": false, "0a1b2c3d-0000-4000-8000-000000000000": false,
	} {
		if got := isKeyOfAWS(key); got != want {
			t.Errorf("%q: %v", key, got)
		}
	}
}

func TestRequireSet(t *testing.T) {
	rule := RequireSet{Type: "t", Path: "x"}
	notEmpty := unknown()
	notEmpty.Why.NotEmpty = true
	expect(t, rule, resource(object("x", text("key")), nil))
	expect(t, rule, resource(object("x", list("a")), nil))
	expect(t, rule, resource(object("x", notEmpty), nil))
	expect(t, rule, resource(object("x", text("")), nil), `fail: x is ""`)
	expect(t, rule, resource(object("x", list()), nil), "fail: x is []")
	expect(t, rule, resource(object("y", text("key")), nil), "fail: x is not set")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, resource(object("x", oneOf(text("key"), model.Missing(at("x")))), nil), "unknown: x is key or not set")
	// The platform's word is not the author's.
	expect(t, rule, resource(object("y", text("key")), "aws"), "fail: x is not set, and aws by default")
}

func TestRequireAny(t *testing.T) {
	rule := RequireAny{Type: "t", Path: "x", Of: []string{"Enabled", "On"}}
	prefixed := unknown()
	prefixed.Why.Prefix = "Sus"
	expect(t, rule, resource(object("x", text("enabled")), nil))
	expect(t, rule, resource(object("x", text("On")), nil))
	expect(t, rule, resource(object("x", text("Suspended")), nil), "fail: x is Suspended")
	expect(t, rule, resource(object("x", prefixed), nil), "fail: x is (unknown)")
	expect(t, rule, resource(object("y", text("on")), nil), "fail: x is not set")
	expect(t, rule, resource(object("y", text("on")), "On"))
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, resource(object("x", oneOf(text("On"), text("Enabled"))), nil))
	expect(t, rule, resource(object("x", oneOf(text("On"), text("Off"))), nil), "unknown: x is On or Off")
}

func TestForbidAny(t *testing.T) {
	rule := ForbidAny{Type: "t", Path: "x", Of: []string{"public-read", "true"}}
	expect(t, rule, resource(object("x", text("private")), nil))
	expect(t, rule, resource(object("x", text("Public-Read")), nil), "fail: x is Public-Read")
	expect(t, rule, resource(object("x", flag(true)), nil), "fail: x is true")
	expect(t, rule, resource(object("y", text("public-read")), nil))
	expect(t, rule, resource(object("y", text("")), "public-read"), "fail: x is not set, and public-read by default")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, resource(object("x", oneOf(text("private"), text("public-read"))), nil), "unknown: x is private or public-read")
	expect(t, rule, resource(object("x", oneOf(text("private"), text("log"))), nil))
}

func TestRequireAll(t *testing.T) {
	rule := RequireAll{Type: "t", Path: "x", Of: []string{"api", "audit"}}
	expect(t, rule, resource(object("x", list("audit", "api", "scheduler")), nil))
	expect(t, rule, resource(object("x", list("api")), nil), "fail: x lacks audit")
	expect(t, rule, resource(object("x", list()), nil), "fail: x lacks api", "fail: x lacks audit")
	expect(t, rule, resource(object("y", list("api", "audit")), nil), "fail: x lacks api", "fail: x lacks audit")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x lacks api", "unknown: x lacks audit")
	mixed := model.List([]model.Value{text("api"), unknown()}, at("x"))
	expect(t, rule, resource(object("x", mixed), nil), "unknown: x lacks audit")
	expect(t, rule, resource(object("x", oneOf(list("api", "audit"), list("api"))), nil), "unknown: x lacks audit")
}

func TestRequireAtLeast(t *testing.T) {
	rule := RequireAtLeast{Type: "t", Path: "x", Min: 7}
	number := func(f float64) model.Value { return model.Number(f, at("x")) }
	expect(t, rule, resource(object("x", number(7)), nil))
	expect(t, rule, resource(object("x", text("30")), nil))
	expect(t, rule, resource(object("x", number(1)), nil), "fail: x is 1")
	expect(t, rule, resource(object("x", text("many")), nil), "fail: x is many")
	expect(t, rule, resource(object("y", number(7)), nil), "fail: x is not set")
	expect(t, rule, resource(object("y", number(7)), 1.0), "fail: x is not set, and 1 by default")
	expect(t, rule, resource(object("x", unknown()), nil), "unknown: x is (unknown)")
	expect(t, rule, resource(object("x", oneOf(number(7), number(14))), nil))
}

// blocks is a list of blocks at "b", each with x or, where nil, without.
func blocks(values ...*model.Value) model.Value {
	var l []model.Value
	for _, v := range values {
		block := model.Object(map[string]model.Value{}, at("b"))
		if v != nil {
			v.Origin = at("b.x")
			block = model.Object(map[string]model.Value{"x": *v}, at("b"))
		}
		l = append(l, block)
	}
	return object("b", model.List(l, at("b")))
}

func TestEach(t *testing.T) {
	on, off, open := flag(true), flag(false), unknown()
	rule := RequireTrue{Type: "t", Each: "b", Path: "x"}
	expect(t, rule, resource(blocks(&on, &on), nil))
	expect(t, rule, resource(blocks(&on, &off, nil, &open), nil),
		"fail: b.x is false", "fail: b.x is not set", "unknown: b.x is (unknown)")
	expect(t, rule, resource(blocks(nil), true))
	expect(t, rule, resource(blocks(), nil), "none")
	expect(t, rule, resource(object("y", off), false), "none")
	expect(t, rule, resource(object("b", unknown()), nil), "unknown: x is (unknown)")
}

// A block that may not be there has no fault if it would be right, and one
// that is not decided if it would be wrong.
func TestEachDoubtful(t *testing.T) {
	rule := RequireTrue{Type: "t", Each: "b", Path: "x"}
	perhaps := func(block map[string]model.Value) model.Value {
		b := model.OneOf("var.b is not set", at("b"), model.Object(block, at("b")), model.Missing(at("b")))
		return object("b", model.List([]model.Value{b}, at("b")))
	}
	named := func(v model.Value) map[string]model.Value {
		v.Origin = at("b.x")
		return map[string]model.Value{"x": v}
	}
	expect(t, rule, resource(perhaps(named(flag(true))), nil))
	expect(t, rule, resource(perhaps(named(flag(false))), nil), "unknown: b.x is false or not set")
	expect(t, rule, resource(perhaps(nil), nil), "unknown: b.x is not set")
	expect(t, rule, resource(perhaps(nil), true))
	expect(t, rule, resource(perhaps(nil), false), "unknown: b.x is not set, and false by default")
	expect(t, rule, resource(perhaps(named(unknown())), nil), "unknown: b.x is (unknown)")

	found, _, _ := Judge(&Entry{Check: &Check{Rule: rule}}, resource(perhaps(named(flag(false))), nil))
	if got := found[0].Reason; got != "var.b is not set" {
		t.Errorf("the reason is %q", got)
	}
}

// Without Each every element is judged too, and none is a missing one.
func TestPathCrossesLists(t *testing.T) {
	on, off := flag(true), flag(false)
	rule := RequireTrue{Type: "t", Path: "b.x"}
	expect(t, rule, resource(blocks(&on, &off), nil), "fail: b.x is false")
	expect(t, rule, resource(blocks(), nil), "fail: b.x is not set")
}

func TestCompanion(t *testing.T) {
	rule := RequireTrue{Type: "owner", Companion: "t", Path: "place.x"}
	if got := rule.Types(); got != "owner t" {
		t.Errorf("judges %q", got)
	}
	alone := resource(object("x", flag(false)), nil)
	expect(t, rule, alone, "fail: x is false")
	expect(t, rule, resource(object("x", flag(true)), nil))
	expect(t, rule, resource(object("y", flag(true)), false), "fail: x is not set, and false by default")

	owner := resource(object("x", flag(true)), nil)
	owner.Type = "owner"
	owner.Folded = model.MembersFrom(map[string]model.Value{"place": alone.Body})
	expect(t, rule, owner, "fail: x is false")
	owner.Folded = nil
	expect(t, rule, owner, "fail: place.x is not set")

	each := RequireTrue{Type: "owner", Companion: "t", Each: "place.b", Path: "x"}
	off := flag(false)
	expect(t, each, resource(blocks(&off), nil), "fail: b.x is false")
}

func TestSaid(t *testing.T) {
	secret := text("hunter2")
	secret.Sensitive = true
	for _, test := range []struct {
		value model.Value
		want  string
	}{
		{text("a"), "a"},
		{model.Missing(at("x")), "not set"},
		{unknown(), "(unknown)"},
		{oneOf(text("a"), secret, unknown()), "a or (sensitive) or (unknown)"},
		{oneOf(text("a"), text("b"), text("c"), text("d")), "(unknown)"},
		{oneOf(secret, model.Missing(at("x"))).Or("k"), "(sensitive) or not set, and k by default"},
		{oneOf(secret, text("b")), "(sensitive) or b"},
	} {
		if got := Said(test.value); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
