package formats

import (
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

func printInspect(t *testing.T, showSensitive bool, scopes ...Inspected) string {
	t.Helper()
	var b strings.Builder
	if err := Inspect(&b, scopes, showSensitive); err != nil {
		t.Fatal(err)
	}
	if !json.Valid([]byte(b.String())) {
		t.Fatalf("not JSON:\n%s", b.String())
	}
	return b.String()
}

func inspected() Inspected {
	none := model.Origin{}
	text := func(s string) model.Value { return model.Text(s, none) }
	unknown := model.Undecided("var.x has no value", none)
	hidden := text(marker)
	hidden.Sensitive = true
	main := resource("aws_db_instance.main", rng("infra/main.tf", 15, 1, 18, 2))
	main.Body = model.Object(map[string]model.Value{
		"name":     text("a < b"),
		"port":     model.Number(5432, none),
		"ratio":    model.Number(0.1234567890123456, none),
		"public":   model.Flag(false, none),
		"comment":  model.Missing(none),
		"kms_key":  unknown,
		"either":   model.OneOf("count is not known", none, text("a"), text("b")),
		"password": hidden,
		"groups":   model.List([]model.Value{text("sg-1"), unknown, model.Object(nil, none), model.List(nil, none)}, none),
		"block": model.List([]model.Value{
			model.Object(map[string]model.Value{"a": text("1"), "b": unknown, "c": hidden}, none),
		}, none),
		"tags": model.Object(map[string]model.Value{"k": text("v")}, none),
	}, none)
	main.Folded = model.MembersFrom(map[string]model.Value{
		"parameters": model.List([]model.Value{model.Object(map[string]model.Value{"value": unknown, "key": hidden}, none)}, none),
	})
	native := &model.Resource{Type: "AWS::X::Y", Address: "Thing", Mode: model.Managed, Native: true}
	return Inspected{
		Root: "infra", Base: "infra",
		Scope: &model.Scope{Root: "infra", Format: model.Terraform, Resources: []*model.Resource{main, native}, Outputs: []model.Output{
			{Name: "all", Type: json.RawMessage(`["object",{"a":"string"}]`), Value: model.Object(map[string]model.Value{"a": unknown}, none)},
			{Name: "gone", Value: unknown},
			{Name: "key", Type: json.RawMessage(`"string"`), Value: hidden},
			{Name: "nothing", Type: json.RawMessage(`"string"`), Value: model.Missing(none)},
			{Name: "endless", Type: json.RawMessage(`"number"`), Value: model.Number(math.Inf(1), none)},
		}},
		Diagnostics: diag.List{{Severity: diag.Error, Summary: "unknown function", Detail: "x", Range: rng("infra/main.tf", 3, 1, 3, 2)}},
	}
}

func TestInspect(t *testing.T) {
	golden(t, "inspect.json", printInspect(t, false, inspected()))
	golden(t, "inspect_sensitive.json", printInspect(t, true, inspected()))
	golden(t, "inspect_several.json", printInspect(t, false, inspected(), Inspected{Root: "."}))
}

func TestInspectKeepsNumbers(t *testing.T) {
	for f, want := range map[float64]string{
		3: "3", 0.1: "0.1", 1234567890123456: "1234567890123456", 1.0 / 3: "0.3333333333333333", 1e21: "1e+21", -0.5: "-0.5",
	} {
		if got, _ := json.Marshal(number(f)); string(got) != want {
			t.Errorf("%g is printed as %s, want %s", f, got, want)
		}
	}
}

func BenchmarkInspect10000(b *testing.B) {
	scope := inspected()
	for range 10_000 {
		scope.Scope.Resources = append(scope.Scope.Resources, scope.Scope.Resources[0])
	}
	for b.Loop() {
		if err := Inspect(io.Discard, []Inspected{scope}, false); err != nil {
			b.Fatal(err)
		}
	}
}
