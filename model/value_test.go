package model

import (
	"slices"
	"strings"
	"testing"
)

var here = Origin{Range: Range{File: "main.tf", Start: Pos{3, 1}}}

func text(s string) Value { return Text(s, here) }

func object(members map[string]Value) Value { return Object(members, here) }

func list(elements ...Value) Value { return List(elements, here) }

// body has two blocks of devices, one without an attribute, and a list of names.
func body() Value {
	return object(map[string]Value{
		"device": list(
			object(map[string]Value{"encrypted": Flag(true, here), "name": text("a")}),
			object(map[string]Value{"name": text("b")}),
		),
		"names": list(text("x"), text("y")),
		"empty": list(),
		"null":  Missing(here),
	})
}

func said(values func(func(Value) bool)) string {
	var out []string
	for v := range values {
		out = append(out, v.String())
	}
	return strings.Join(out, ", ")
}

func TestPaths(t *testing.T) {
	b := body()
	for _, test := range []struct {
		path, at, all, each string
	}{
		{"device.name", "a", "a, b", "a, b"},
		{"device.encrypted", "true", "true, not set", "true"},
		{"names", "[x, y]", "[x, y]", "x, y"},
		{"empty.name", "not set", "not set", ""},
		{"null.name", "not set", "not set", ""},
		{"nowhere.at.all", "not set", "not set", ""},
		{"names.below", "not set", "not set, not set", ""},
	} {
		if got := b.At(test.path).String(); got != test.at {
			t.Errorf("At(%q) is %s, want %s", test.path, got, test.at)
		}
		if got := said(b.All(test.path)); got != test.all {
			t.Errorf("All(%q) is %q, want %q", test.path, got, test.all)
		}
		if got := said(b.Each(test.path)); got != test.each {
			t.Errorf("Each(%q) is %q, want %q", test.path, got, test.each)
		}
	}
}

// What is missing remembers where it would have stood, and under which name.
func TestMissingHasAPlace(t *testing.T) {
	v := body().At("settings.http.tokens")
	if v.State != Absent || v.Origin.Name != "settings.http.tokens" || v.Origin.Range != here.Range {
		t.Errorf("got %+v", v)
	}
}

// An element that may not be there makes what is asked of it doubtful.
func TestEachOfAlternatives(t *testing.T) {
	maybe := Value{State: Unknown, Origin: here, Why: &Cause{Reason: "not known", Alternatives: []Value{
		list(object(map[string]Value{"open": Flag(true, here)})), Missing(here),
	}}}
	b := object(map[string]Value{"rule": maybe})
	for v := range b.Each("rule.open") {
		if got := v.IsTrue(); got != Maybe {
			t.Errorf("a rule that may not be there is open: %v", got)
		}
	}
}

func TestOr(t *testing.T) {
	for name, test := range map[string]struct {
		v         Value
		want      string
		defaulted bool
	}{
		"written": {text("a"), "a", false},
		"absent":  {Missing(here), "fallback", true},
		"unknown": {Undecided("why", here), "(unknown)", false},
	} {
		got := test.v.Or("fallback")
		if got.String() != test.want || got.Defaulted != test.defaulted {
			t.Errorf("%s: %v, defaulted %v", name, got, got.Defaulted)
		}
	}
	either := OneOf("why", here, Flag(true, here), Missing(here)).Or(true)
	if either.IsTrue() != Yes {
		t.Errorf("true or, by default, true is %v", either)
	}
}

func TestOneOf(t *testing.T) {
	if v := OneOf("why", here, text("a"), text("a")); v.State != Known || v.Data != "a" {
		t.Errorf("equal alternatives are %v", v)
	}
	v := OneOf("why", here, text("a"), text("b"))
	for question, test := range map[string]struct{ got, want Truth }{
		"a?":      {v.Is("a"), Maybe},
		"a or b?": {v.Is("a", "b"), Yes},
		"c?":      {v.Is("c"), No},
		"set?":    {v.IsSet(), Yes},
		"empty?":  {v.IsEmpty(), No},
	} {
		if test.got != test.want {
			t.Errorf("%s %v, want %v", question, test.got, test.want)
		}
	}
}

func TestSame(t *testing.T) {
	keyed := func(key string) Value { return Value{State: Unknown, Why: &Cause{Key: key}} }
	for name, test := range map[string]struct {
		a, b Value
		want bool
	}{
		"equal texts":           {text("a"), Text("a", Origin{}), true},
		"other texts":           {text("a"), text("b"), false},
		"equal objects":         {body(), body(), true},
		"a member more":         {object(map[string]Value{"a": text("x")}), object(nil), false},
		"null and no member":    {object(map[string]Value{"a": Missing(here)}), object(nil), true},
		"lists in other order":  {list(text("a"), text("b")), list(text("b"), text("a")), false},
		"the same unresolved":   {keyed("var.x"), keyed("var.x"), true},
		"other unresolved":      {keyed("var.x"), keyed("var.y"), false},
		"unresolved, no key":    {keyed(""), keyed(""), false},
		"absent and unresolved": {Missing(here), keyed("var.x"), false},
	} {
		if got := Same(test.a, test.b); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A sensitive value is judged like any other and never printed.
func TestSensitive(t *testing.T) {
	v := text("hunter2")
	v.Sensitive = true
	if v.Is("hunter2") != Yes || v.HasPrefix("hunter") != Yes {
		t.Error("a sensitive value is not judged")
	}
	if got := v.String(); strings.Contains(got, "hunter2") {
		t.Errorf("a sensitive value prints as %s", got)
	}
}

func TestQuestions(t *testing.T) {
	unknown := Undecided("why", here)
	begun := Value{State: Unknown, Why: &Cause{Prefix: "arn:aws:", NotNull: true}}
	for name, test := range map[string]struct{ got, want Truth }{
		"true":                       {Flag(true, here).IsTrue(), Yes},
		"true, spelled":              {text("true").IsTrue(), Yes},
		"false is not true":          {Flag(false, here).IsTrue(), No},
		"absent is not true":         {Missing(here).IsTrue(), No},
		"absent is not false":        {Missing(here).IsFalse(), No},
		"unknown may be true":        {unknown.IsTrue(), Maybe},
		"a default is not set":       {Missing(here).Or(true).IsSet(), No},
		"known not to be null":       {begun.IsSet(), Yes},
		"known not to be empty":      {begun.IsEmpty(), No},
		"unknown may be empty":       {unknown.IsEmpty(), Maybe},
		"absent is empty":            {Missing(here).IsEmpty(), Yes},
		"one of the words":           {text("b").Is("a", "b"), Yes},
		"case matters":               {text("B").Is("b"), No},
		"case does not matter":       {text("B").IsFold("b"), Yes},
		"a number as a word":         {Number(22, here).Is("22"), Yes},
		"the prefix rules it out":    {begun.Is("*"), No},
		"the prefix leaves it open":  {begun.Is("arn:aws:s3:::b"), Maybe},
		"starts so":                  {begun.HasPrefix("arn:"), Yes},
		"may start so":               {begun.HasPrefix("arn:aws:s3"), Maybe},
		"does not start so":          {begun.HasPrefix("http"), No},
		"in the list":                {list(text("a"), text("b")).Contains("b"), Yes},
		"not in the list":            {list(text("a")).Contains("b"), No},
		"may be in the list":         {list(text("a"), unknown).Contains("b"), Maybe},
		"in it, whatever the rest":   {list(text("b"), unknown).Contains("b"), Yes},
		"at least":                   {Number(7, here).AtLeast(7), Yes},
		"at least, spelled":          {text("6").AtLeast(7), No},
		"at most":                    {Number(7, here).AtMost(6), No},
		"no number is at least that": {text("many").AtLeast(1), No},
	} {
		if test.got != test.want {
			t.Errorf("%s: %v, want %v", name, test.got, test.want)
		}
	}
}

func TestTruth(t *testing.T) {
	if min(Yes, Maybe) != Maybe || max(No, Maybe) != Maybe || Not(Yes) != No || Not(Maybe) != Maybe || Not(No) != Yes {
		t.Error("min is and, max is or, Not turns round")
	}
}

// fallbacks are defaults for a test.
type fallbacks map[string]any

func (f fallbacks) Default(_, path string, _ Format) (any, bool) {
	v, ok := f[path]
	return v, ok
}

func TestResourcePaths(t *testing.T) {
	scope := &Scope{Defaults: fallbacks{"encrypted": false, "device.encrypted": false}}
	r := &Resource{Type: "aws_instance", Address: "aws_instance.a", Body: body(), Folded: MembersFrom(map[string]Value{
		"names": object(map[string]Value{"status": text("folded")}),
	})}
	scope.Add(r)
	if got := r.At("encrypted"); !got.Defaulted || got.IsFalse() != Yes {
		t.Errorf("the default is %v", got)
	}
	if got := r.At("names.status").String(); got != "folded" {
		t.Errorf("a folded place reads %s", got)
	}
	if got := said(r.Within("device", "encrypted")); got != "true, false" {
		t.Errorf("the devices are encrypted: %s", got)
	}
	if got := said(r.Within("empty", "encrypted")); got != "" {
		t.Errorf("no element has a value: %s", got)
	}
}

func TestScope(t *testing.T) {
	scope := &Scope{}
	for _, address := range []string{"a.x", "a.y", "b.z"} {
		scope.Add(&Resource{Type: address[:1], Address: address})
	}
	if got := scope.OfType("a"); len(got) != 2 || got[0].Address != "a.x" || got[0].Scope != scope {
		t.Errorf("of type a: %v", got)
	}
	if scope.Resource("b.z") == nil || scope.Resource("c") != nil {
		t.Error("addresses are not found, or too many")
	}
	made := 0
	for range 2 {
		Once(scope, "key", func() []int { made++; return []int{made} })
	}
	if made != 1 {
		t.Errorf("computed %d times", made)
	}
	if got := Once(scope, "key", func() []int { return nil }); !slices.Equal(got, []int{1}) {
		t.Errorf("kept %v", got)
	}
}

func TestStringOfWhatMayNotBeThere(t *testing.T) {
	known := Text("0.0.0.0/0", Origin{})
	secret := known
	secret.Sensitive = true
	object := Object(map[string]Value{"a": known}, Origin{})
	absent := Missing(Origin{})
	for want, v := range map[string]Value{
		"0.0.0.0/0, perhaps":   OneOf("count", Origin{}, known, absent),
		"(sensitive), perhaps": OneOf("count", Origin{}, secret, absent),
		"(unknown)":            OneOf("count", Origin{}, object, absent),
	} {
		if got := v.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
