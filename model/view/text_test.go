package view

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// lines is a place that spans lines of a file.
func lines(first, last int32) model.Origin {
	return model.Origin{Name: "policy", Range: model.Range{
		File: "main.tf", Start: model.Pos{Line: first, Column: 12}, End: model.Pos{Line: last, Column: 4},
	}}
}

const heredoc = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "*"
      ],
      "Resource":
        "*"
    }
  ]
}
`

func TestPlacesInText(t *testing.T) {
	tests := []struct {
		name       string
		text       string
		at         model.Origin
		wantAction int32 // the line of "*"
	}{
		{"heredoc", heredoc, lines(10, 25), 18},
		{"heredoc that ends in the next line", heredoc, lines(10, 26), 18},
		{"heredoc without its last line end", strings.TrimSpace(heredoc), lines(10, 25), 18},
		{"the text alone", heredoc, lines(10, 24), 17},
		{"one line", heredoc, lines(10, 10), 10},
		{"lines that do not fit", heredoc, lines(10, 14), 10},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := model.Text(test.text, test.at)
			s := only(t, Policy(v))
			var places []int32
			for a := range s.Actions() {
				places = append(places, a.Origin.Start.Line)
			}
			if len(places) != 2 || places[1] != test.wantAction {
				t.Errorf("actions are in lines %d, want %d", places, test.wantAction)
			}
			if s.Resource().Origin.Name != "policy.Statement.Resource" || s.Resource().Origin.File != "main.tf" {
				t.Errorf("the resource is at %+v", s.Resource().Origin)
			}
			if fits := test.wantAction != 10; fits && s.Resource().Origin.Start.Line != test.wantAction+3 {
				t.Errorf("the resource is in line %d", s.Resource().Origin.Start.Line)
			}
		})
	}
}

func TestPlaceOfASyntaxError(t *testing.T) {
	text := "{\n  \"Statement\": [\n    { \"Effect\": Allow }\n  ]\n}\n"
	d := Policy(model.Text(text, lines(1, 7)))
	if d.Err == nil || d.Err.At.Start.Line != 4 {
		t.Errorf("err is %+v", d.Err)
	}
	d = Policy(model.Text("{\n  \"Statement\": [\n", lines(1, 4)))
	if d.Err == nil || d.Err.At.Start.Line != 4 {
		t.Errorf("err is %+v", d.Err)
	}
}

func TestTemplate(t *testing.T) {
	at := lines(1, 13)
	part := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	bucket := keyed("aws_s3_bucket.b.arn")
	structure, err := JSON(at,
		part("{\n\"Statement\": [{\n\"Effect\": \"Allow\",\n\"Action\": \"s3:\\\"*\",\n\"Resource\": [\""), bucket,
		part("\",\n\""), bucket, part("/*\", \"arn:"), unknown(), part("\"],\n\"Principal\": "), unknown(),
		part(",\n\"Count\": "), model.Number(3, model.Origin{}),
		part(",\n\"Condition\": {\"StringEquals\": {\""), unknown(), part(":sub\": \"x\"}}\n}]\n}\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := structure.At("Statement")
	var resources []model.Value
	for v := range s.Each("Resource") {
		resources = append(resources, v)
	}
	if len(resources) != 3 {
		t.Fatalf("resources are %v", resources)
	}
	if v := resources[0]; v.Why == nil || v.Why.Key != "aws_s3_bucket.b.arn" || v.Origin.Start.Line != 6 {
		t.Errorf("a part alone is %+v", v)
	}
	if v := resources[1]; v.Why == nil || v.Why.Key != `"${aws_s3_bucket.b.arn}/*"` || v.Why.Prefix != "" || v.Origin.Start.Line != 7 {
		t.Errorf("a part with an end is %+v", v)
	}
	if v := resources[2]; v.Why == nil || v.Why.Key != "" || v.Why.Prefix != "arn:" {
		t.Errorf("a part with a start is %+v", v)
	}
	if v := s.At("Principal"); v.State != model.Unknown || v.Why.Reason != "var.x has no value here" {
		t.Errorf("a part in place of a value is %+v", v)
	}
	want(t, "a known part", s.At("Count").AtLeast(3), yes)
	if v := s.At("Condition.StringEquals"); v.State != model.Unknown {
		t.Errorf("an object with an unknown name is %+v", v)
	}
	if v := s.At("Action"); v.Data != `s3:"*` {
		t.Errorf("the action is %+v", v)
	}
}

func TestEndsOfATextWithUnknownParts(t *testing.T) {
	begins, ends := model.Undecided("known after apply", model.Origin{}), model.Undecided("known after apply", model.Origin{})
	begins.Why.Prefix, ends.Why.Suffix = "arn:", ":root"
	text := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	v, err := JSON(model.Origin{}, text(`["x-`), begins, text(`/`), ends, text(`", "`), ends, text(`*"]`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for e := range v.Elements() {
		got = append(got, e.Why.Prefix+" "+e.Why.Suffix)
	}
	if want := []string{"x-arn: :root", " :root*"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestJSONKeepsSecrets(t *testing.T) {
	secret := model.Text(`{"a": ["x", 1, true, null]}`, model.Origin{})
	secret.Sensitive = true
	structure, _ := JSON(model.Origin{}, secret)
	for v := range structure.Each("a") {
		if v.State == model.Known && !v.Sensitive {
			t.Errorf("%v is not sensitive", v.Data)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{heredoc, "{}", `{"a": [1, "b", null, true]}`, `{"Statement": "` + opening + "0" + closing + `"}`,
		opening + "9" + closing, `"0` + opening + `0"`, `"` + closing + opening + "0" + closing + closing + `"`, `{"a":1,"a":2}`, strings.Repeat("[", 70), "\"\\", "{\n\n]", "\xff", "1e999"} {
		f.Add(s, int32(16))
	}
	f.Fuzz(func(t *testing.T, text string, span int32) {
		at := lines(3, 3+max(0, span%64))
		structure, err := JSON(at, model.Text(text, at), unknown(), model.Text(text, at))
		inside := func(o model.Origin) {
			if o.Start.Line < at.Start.Line || o.End.Line > at.End.Line || o.End.Line < o.Start.Line {
				t.Errorf("place %+v is outside of %+v", o.Range, at.Range)
			}
		}
		if err != nil {
			inside(err.At)
		}
		walk(structure, func(v model.Value) { inside(v.Origin) })
		markup, _ := YAML(at, model.Text(text, at), unknown(), model.Text(text, at))
		walk(markup, func(v model.Value) { inside(v.Origin) })
		d := Policy(model.Text(text, at))
		d.Public()
		d.RequiresTLS()
		d.Grants("s3:GetObject")
		for s := range d.Statements() {
			inside(s.Action().Origin)
			s.AllActions()
			s.AllResources()
		}
	})
}

func walk(v model.Value, visit func(model.Value)) {
	visit(v)
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			walk(e, visit)
		}
	case model.Members:
		for _, m := range data.All() {
			walk(m, visit)
		}
	}
}

func TestPatterns(t *testing.T) {
	tests := []struct {
		a, b           string
		matches, meets bool
	}{
		{"", "", true, true},
		{"*", "", true, true},
		{"a*c", "abbc", true, true},
		{"a*c", "abb", false, false},
		{"a?c", "abc", true, true},
		{"a?c", "ac", false, false},
		{"*b*", "abc", true, true},
		{"s3:*", "s3:Get*", true, true},
		{"s3:Get*", "s3:*", false, true},
		{"s3:Get*", "s3:*Object", false, true},
		{"s3:Get*", "s3:Put*", false, false},
		{"s3:?", "s3:*", false, true},
		{"**", "x", true, true},
		{"?", "*", false, true},
	}
	for _, test := range tests {
		if got := matches(test.a, test.b); got != test.matches {
			t.Errorf("matches(%q, %q) is %v", test.a, test.b, got)
		}
		if got := meets(test.a, test.b); got != test.meets {
			t.Errorf("meets(%q, %q) is %v", test.a, test.b, got)
		}
		if got := meets(test.b, test.a); got != test.meets {
			t.Errorf("meets(%q, %q) is %v", test.b, test.a, got)
		}
	}
}

func TestWithoutTrailingCommas(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1,}`:           `{"a": 1 }`,
		"[1, 2,\n]":           "[1, 2 \n]",
		`{"a": [1,], "b": 2}`: `{"a": [1 ], "b": 2}`,
		`{"a": ",}"}`:         "",
		`{"a": "\",]"}`:       "",
		`{"a": 1}`:            "",
		"":                    "",
	} {
		if got := withoutTrailingCommas(text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestTrailingCommaIsReadAndReported(t *testing.T) {
	at := model.Origin{Name: "policy"}
	v, err := JSON(at, model.Text(`{"Statement": [{"Effect": "Allow",}]}`, at))
	if err == nil {
		t.Error("no error")
	}
	want(t, "effect", v.At("Statement.Effect").Is("Allow"), yes)
}
