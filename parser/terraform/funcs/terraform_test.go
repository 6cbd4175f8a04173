package funcs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// A captured call is what Terraform 1.11.4 made of an expression.
type captured struct {
	Expr      string          `json:"expr"`
	Type      json.RawMessage `json:"type"`
	Value     any             `json:"value"`
	Unknown   any             `json:"unknown"`
	KnownPart any             `json:"known_part"`
	Error     bool            `json:"error"`
	Infinite  bool            `json:"infinite"`
	Sensitive bool            `json:"sensitive"`
	Newer     string          `json:"newer"` // where go-cty is ahead of the one in Terraform 1.11.4
}

// deliberate holds the calls whose result is another on purpose, with the reason.
var deliberate = map[string]string{
	`abspath(".") == path.cwd`:                                     "unknown, so that no output holds a path of the machine",
	`abspath("files/a.txt") == "${path.cwd}/files/a.txt"`:          "as above",
	`abspath("") != ""`:                                            "as above",
	`pathexpand("~/x") != ""`:                                      "as above",
	`templatefile("/etc/hostname",{}) != ""`:                       "lies outside the boundary",
	`fileexists("~/nonexistent")`:                                  "as above",
	`matchkeys(["a","b"],["x","y"],[local.unk])`:                   "Terraform takes an unknown searchset for one that matches nothing",
	`matchkeys(["a","b"],["x","y"],["x",local.unk])`:               "as above",
	`issensitive(merge({a=local.sec},sensitive(null)))`:            "whether the argument is null is a secret, too",
	`cidrsubnet("10.0.0.0/8",8,-1)`:                                "go-cidr refuses now what gave a block outside the prefix",
	`cidrhost("fd00::/8",340282366920938463463374607431768211455)`: "as above",
	`cidrsubnet("10.0.0.0/8",-9,0)`:                                `Terraform gives "<nil>"`,
	`cidrsubnets("::ffff:10.0.0.0/104",4)`:                         "Terraform mixes up the length of such addresses",
	`fileset("files","\\a.txt")`:                                   "doublestar leaves the backslash in a pattern without wildcards",
}

func TestCapturedCalls(t *testing.T) {
	runCaptured(t, "testdata")
}

func TestConformance(t *testing.T) {
	const dir = "../../../../shared/tf-conformance/functions"
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the conformance cases are not here: ", dir)
	}
	runCaptured(t, dir)
}

func runCaptured(t *testing.T, dir string) {
	content, err := os.ReadFile(filepath.Join(dir, "cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []captured }
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	scope := terraformScope(os.DirFS(dir))
	agreed := 0
	for _, c := range file.Cases {
		got, diags := evaluate(c.Expr, scope)
		switch problem := c.compare(got, diags); {
		case problem == "":
			agreed++
		case deliberate[c.Expr] == "" && c.Newer == "":
			t.Errorf("%s\n%s\ngot  %#v\n     %v\nwant %s", c.Expr, problem, got, diags, c)
		default:
			t.Logf("differs on purpose: %s", c.Expr)
		}
	}
	t.Logf("%d of %d calls agree", agreed, len(file.Cases))
}

func evaluate(src string, scope *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	expr, diags := hclsyntax.ParseExpression([]byte(src), "test", hcl.InitialPos)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	return expr.Value(scope)
}

// terraformScope has the values that the configuration had in which the calls were captured.
func terraformScope(fsys fs.FS) *hcl.EvalContext {
	id := cty.UnknownVal(cty.String).RefineNotNull()
	return &hcl.EvalContext{
		Functions: funcs.Table(fsys, "."),
		Variables: map[string]cty.Value{
			"path": cty.ObjectVal(map[string]cty.Value{
				"module": cty.StringVal("."),
				"cwd":    cty.UnknownVal(cty.String),
			}),
			"terraform_data": cty.ObjectVal(map[string]cty.Value{
				"u": cty.ObjectVal(map[string]cty.Value{"id": id}),
			}),
			"local": cty.ObjectVal(map[string]cty.Value{
				"unk":     id,
				"unknum":  cty.UnknownVal(cty.Number).RefineNotNull(),
				"unkbool": cty.UnknownVal(cty.Bool).RefineNotNull(),
				"unkdyn":  cty.DynamicVal,
				"sec":     cty.StringVal("s").Mark(funcs.Sensitive),
				"secunk":  id.Mark(funcs.Sensitive),
				"tpl":     cty.StringVal("name is ${name}"),
				"tpls": cty.ObjectVal(map[string]cty.Value{
					"a": cty.StringVal("x${n}"),
					"b": cty.StringVal("${v}"),
					"l": cty.TupleVal([]cty.Value{cty.StringVal("q")}),
				}),
				"k":     cty.StringVal("a"),
				"tl":    cty.TupleVal([]cty.Value{cty.StringVal("z${n}")}),
				"nulls": cty.NullVal(cty.String),
				"recs":  cty.StringVal("${templatestring(n, {})}"),
				"recf":  cty.StringVal(`${templatefile("files/a.txt", {})}`),
				"bad":   cty.StringVal("${"),
				"fn":    cty.StringVal("${upper(n)}"),
				"cfn":   cty.StringVal("${core::upper(n)}"),
			}),
		},
	}
}

func (c captured) String() string {
	b, _ := json.Marshal(c)
	return string(b)
}

// compare says what is different, or "".
func (c captured) compare(got cty.Value, diags hcl.Diagnostics) string {
	bare, _ := got.UnmarkDeep()
	switch {
	case diags.HasErrors() != c.Error:
		return "error"
	case c.Error:
		return ""
	case c.Unknown == true:
		if bare.IsKnown() {
			return "known"
		}
		return ""
	case got.HasMark(funcs.Sensitive) != c.Sensitive:
		return "sensitive"
	case c.Infinite:
		return ""
	case !reflect.DeepEqual(unknownParts(bare), prune(c.Unknown)):
		return "unknown parts"
	case c.Unknown != nil:
		if c.KnownPart != nil && !sameValue(c.KnownPart, bare) {
			return "known part"
		}
		return ""
	case !sameType(c.Type, bare):
		return "type"
	case !sameValue(c.Value, bare):
		return "value"
	}
	return ""
}

// unknownParts has true for each unknown part, in lists and objects of the shape of v, and nil for what is known throughout.
func unknownParts(v cty.Value) any {
	if !v.IsKnown() {
		return true
	}
	if v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	if v.Type().IsObjectType() || v.Type().IsMapType() {
		parts := map[string]any{}
		for k, e := range v.Elements() {
			parts[k.AsString()] = unknownParts(e)
		}
		return prune(parts)
	}
	var parts []any
	for _, e := range v.Elements() {
		parts = append(parts, unknownParts(e))
	}
	return prune(parts)
}

// prune makes nil of what has no true in it.
func prune(parts any) any {
	switch parts := parts.(type) {
	case bool:
		if parts {
			return true
		}
	case []any:
		some := false
		for i := range parts {
			parts[i] = prune(parts[i])
			some = some || parts[i] != nil
		}
		if some {
			return parts
		}
	case map[string]any:
		kept := map[string]any{}
		for k := range parts {
			if part := prune(parts[k]); part != nil {
				kept[k] = part
			}
		}
		if len(kept) > 0 {
			return kept
		}
	}
	return nil
}

// sameType lets any type pass for a null, of which Terraform's plan does not tell the type.
func sameType(want json.RawMessage, got cty.Value) bool {
	ty, err := ctyjson.UnmarshalType(want)
	return err == nil && (got.IsNull() || ty.Equals(got.Type()))
}

// sameValue ignores what is unknown in got.
func sameValue(want any, got cty.Value) bool {
	if !got.IsKnown() {
		return want == nil
	}
	if got.IsNull() || want == nil {
		return got.IsNull() && want == nil
	}
	switch want := want.(type) {
	case bool:
		return got.Type() == cty.Bool && got.True() == want
	case string:
		return got.Type() == cty.String && got.AsString() == want
	case json.Number:
		return got.Type() == cty.Number && sameNumber(want.String(), got.AsBigFloat())
	case []any:
		elements := got.AsValueSlice()
		for i := range elements {
			if len(want) != len(elements) || !sameValue(want[i], elements[i]) {
				return false
			}
		}
		return len(want) == len(elements)
	case map[string]any:
		for k, e := range got.AsValueMap() {
			if !sameValue(want[k], e) {
				return false
			}
		}
		return len(want) <= got.LengthInt()
	}
	return false
}

func sameNumber(want string, got *big.Float) bool {
	w, _, err := big.ParseFloat(want, 10, 512, big.ToNearestEven)
	const digits = 15
	return err == nil && (w.Cmp(got) == 0 || w.Text('g', digits) == got.Text('g', digits))
}
