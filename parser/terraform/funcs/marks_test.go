package funcs_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// A ref is a mark such as the evaluator's: any comparable value of a type of its own.
type ref struct{ address string }

func str(s string) cty.Value { return cty.StringVal(s) }
func num(n int64) cty.Value  { return cty.NumberIntVal(n) }
func strs(s ...string) cty.Value {
	vals := make([]cty.Value, len(s))
	for i := range s {
		vals[i] = str(s[i])
	}
	return cty.ListVal(vals)
}

// calls holds for each function a call that depends on x, with a value of x.
var calls = map[string]cty.Value{
	`abs(x)`: num(1), `ceil(x)`: num(1), `floor(x)`: num(1), `log(x, 2)`: num(1), `max(1, x)`: num(2), `min(1, x)`: num(2),
	`parseint(x, 10)`: str("1"), `pow(2, x)`: num(2), `signum(x)`: num(2),

	`chomp(x)`: str("a"), `endswith("a", x)`: str("a"), `format("%s", x)`: str("a"), `formatlist("%s", x)`: strs("a"),
	`indent(2, x)`: str("a"), `join(",", x)`: strs("a"), `lower(x)`: str("a"), `regex("a", x)`: str("a"), `regexall("a", x)`: str("a"),
	`replace("a", "a", x)`: str("b"), `split(",", x)`: str("a"), `startswith(x, "a")`: str("a"), `strcontains(x, "a")`: str("a"),
	`strrev(x)`: str("a"), `substr(x, 0, 1)`: str("a"), `title(x)`: str("a"), `trim(x, "b")`: str("a"), `trimprefix(x, "b")`: str("a"),
	`trimspace(x)`: str("a"), `trimsuffix(x, "b")`: str("a"), `upper(x)`: str("a"),

	`alltrue(x)`: cty.ListVal([]cty.Value{cty.True}), `anytrue(x)`: cty.ListVal([]cty.Value{cty.True}), `chunklist(x, 1)`: strs("a"),
	`coalesce(x, "b")`: str("a"), `coalescelist(x, ["b"])`: strs("a"), `compact(x)`: strs("a"), `concat(x, ["b"])`: strs("a"),
	`contains(x, "a")`: strs("a"), `distinct(x)`: strs("a"), `element(x, 0)`: strs("a"), `flatten([x])`: strs("a"),
	`index(x, "a")`: strs("a"), `keys(x)`: cty.MapVal(map[string]cty.Value{"a": num(1)}), `length(x)`: strs("a"),
	`lookup({a = 1}, x, 2)`: str("a"), `matchkeys(["a"], x, ["b"])`: strs("b"), `merge(x, {})`: cty.EmptyObjectVal, `one(x)`: strs("a"),
	`range(x)`: num(2), `reverse(x)`: strs("a"), `setintersection(x, ["a"])`: strs("a"), `setproduct(x, ["a"])`: strs("a"),
	`setsubtract(x, ["a"])`: strs("a"), `setunion(x, ["a"])`: strs("a"), `slice(x, 0, 1)`: strs("a"), `sort(x)`: strs("a"),
	`sum(x)`: cty.ListVal([]cty.Value{num(1)}), `transpose(x)`: cty.MapVal(map[string]cty.Value{"a": strs("b")}),
	`values(x)`: cty.MapVal(map[string]cty.Value{"a": num(1)}), `zipmap(["a"], x)`: strs("a"),

	`tobool(x)`: cty.True, `tolist(x)`: strs("a"), `tomap(x)`: cty.EmptyObjectVal, `tonumber(x)`: str("1"), `toset(x)`: strs("a"),
	`tostring(x)`: num(1),

	`base64decode(x)`: str("aGk="), `base64encode(x)`: str("a"), `base64gunzip(x)`: str("H4sIAAAAAAAAA0sEAEO+t+gBAAAA"),
	`base64gzip(x)`: str("a"), `base64sha256(x)`: str("a"), `base64sha512(x)`: str("a"), `bcrypt(x)`: str("a"), `csvdecode(x)`: str("a\n1"),
	`jsondecode(x)`: str("1"), `jsonencode(x)`: str("a"), `md5(x)`: str("a"), `rsadecrypt("", x)`: str(pemKey), `sha1(x)`: str("a"),
	`sha256(x)`: str("a"), `sha512(x)`: str("a"), `textdecodebase64(x, "UTF-8")`: str("aGk="), `textencodebase64("a", x)`: str("UTF-8"),
	`urldecode(x)`: str("a"), `urlencode(x)`: str("a"), `uuidv5("dns", x)`: str("a"), `yamldecode(x)`: str("a: 1"), `yamlencode(x)`: str("a"),

	`cidrcontains(x, "10.0.0.1")`: str("10.0.0.0/8"), `cidrhost(x, 1)`: str("10.0.0.0/8"), `cidrnetmask(x)`: str("10.0.0.0/8"),
	`cidrsubnet("10.0.0.0/8", x, 1)`: num(8), `cidrsubnets("10.0.0.0/8", 8, x)`: num(8),

	`formatdate("YYYY", x)`: str("2020-01-01T00:00:00Z"), `timeadd(x, "1h")`: str("2020-01-01T00:00:00Z"),
	`timecmp(x, "2020-01-01T00:00:00Z")`: str("2020-01-01T00:00:00Z"),

	`abspath(x)`: str("a"), `basename(x)`: str("a"), `dirname(x)`: str("a"), `pathexpand(x)`: str("a"), `file(x)`: str("a.txt"),
	`filebase64(x)`: str("a.txt"), `filebase64sha256(x)`: str("a.txt"), `filebase64sha512(x)`: str("a.txt"), `fileexists(x)`: str("a.txt"),
	`filemd5(x)`: str("a.txt"), `fileset(".", x)`: str("*"), `filesha1(x)`: str("a.txt"), `filesha256(x)`: str("a.txt"),
	`filesha512(x)`: str("a.txt"), `templatefile("a.txt", {n = x})`: str("a"), `templatestring(t, {n = x})`: str("a"),

	`can(x)`: str("a"), `try(x, 1)`: str("a"), `sensitive(x)`: str("a"), `nonsensitive(x)`: str("a"), `issensitive(x)`: str("a"),
	`ephemeralasnull(x)`: str("a"),

	`provider::aws::arn_build("aws", "s3", "", "", x)`: str("a"), `provider::aws::arn_parse(x)`: str("arn:aws:s3:::a"),
	`provider::aws::trim_iam_role_path(x)`: str("arn:aws:iam::1:role/a/b"), `provider::terraform::decode_tfvars(x)`: str("a = 1"),
	`provider::terraform::encode_expr(x)`: str("a"), `provider::terraform::encode_tfvars({a = x})`: str("a"),
}

// noArguments have nothing to take marks from.
var noArguments = []string{"plantimestamp", "timestamp", "uuid"}

const pemKey = "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n"

func TestEveryFunctionCarriesMarks(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {Data: []byte("${n}")}}
	scope := &hcl.EvalContext{Functions: funcs.Table(fsys, ".")}
	called := map[string]bool{}
	for call, known := range calls {
		name, _, _ := strings.Cut(call, "(")
		called[name] = true
		// Nothing but the value itself differs: unknown of its type, and unknown altogether.
		for _, x := range []cty.Value{known, cty.UnknownVal(known.Type()), cty.DynamicVal} {
			mark := ref{"aws_s3_bucket.a"}
			scope.Variables = map[string]cty.Value{"x": x.Mark(mark), "t": str("${n}")}
			v, diags := evaluate(call, scope)
			if diags.HasErrors() {
				t.Errorf("%s with x = %#v: %s", call, x, diags)
			} else if !v.HasMarkDeep(mark) {
				t.Errorf("%s with x = %#v has no mark: %#v", call, x, v)
			}
		}
	}
	for _, name := range strings.Fields(terraformNames + providerNames + tofuNames) {
		if !called[name] && !slices.Contains(noArguments, name) {
			t.Errorf("%s is not called", name)
		}
	}
}

// Marks of parts go where the parts go, and no further.
func TestMarksOfParts(t *testing.T) {
	const table = `
element([m, "b"], 1)            | "b"
element([m, u], 1)              | u
element([m, "b"], n)            | marked u
lookup({a = m, b = "b"}, "b")   | "b"
lookup({b = "b"}, "b", m)       | "b"
lookup({b = "b"}, "c", m)       | marked "m"
lookup({a = m}, u, "c")         | marked u
lookup({a = "m"}, u, m)         | marked u
lookup(d, "a", m)               | marked u
merge({a = m}, {a = "b"}).a     | "b"
merge({a = m}, d)               | marked u
flatten([[m], d])               | marked u
flatten([["a"], dm])            | marked u
flatten([["a"], [dm]])          | marked u
concat([m], d)                  | marked u
setproduct([m], d)              | marked u
zipmap([m, u], ["a", "b"])      | marked u
values({a = m, b = "b"})[1]     | "b"
tolist([m, "b"])[1]             | "b"
tolist([m, "b"])[0]             | marked "m"
tomap({a = m, b = "b"}).b       | "b"
length([m])                     | 1
keys({a = m})                   | ["a"]
try({a = m}, 1).a               | marked "m"
try([m, u], 1)                  | marked u
try(m.nope, "f")                | "f"
can([m, u])                     | marked u
can([m])                        | marked true
coalesce("a", m)                | marked "a"
`
	m := ref{"aws_s3_bucket.a"}
	scope := &hcl.EvalContext{
		Functions: funcs.Table(fstest.MapFS{}, "."),
		Variables: map[string]cty.Value{
			"m": str("m").Mark(m), "u": cty.UnknownVal(cty.String), "n": cty.UnknownVal(cty.Number), "d": cty.DynamicVal,
			"dm": cty.DynamicVal.Mark(m),
		},
	}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		call, want, _ := strings.Cut(strings.TrimSpace(line), "|")
		want, marked := strings.CutPrefix(strings.TrimSpace(want), "marked ")
		got, diags := evaluate(call, scope)
		if diags.HasErrors() {
			t.Errorf("%s: %s", call, diags)
			continue
		}
		if got.HasMarkDeep(m) != marked {
			t.Errorf("%s is %#v, marked should be %v", call, got, marked)
		}
		bare, _ := got.UnmarkDeep()
		if expect, _ := evaluate(want, scope); !expect.IsKnown() && bare.IsKnown() || expect.IsKnown() && !expect.RawEquals(bare) {
			t.Errorf("%s is %#v, want %s", call, bare, want)
		}
	}
}

func TestOwnMarks(t *testing.T) {
	both := cty.NewValueMarks(funcs.Sensitive, funcs.Ephemeral, ref{"a"})
	table := funcs.Table(fstest.MapFS{}, ".")
	for name, want := range map[string]cty.Value{
		"sensitive":       str("x").WithMarks(both),
		"nonsensitive":    str("x").Mark(funcs.Ephemeral).Mark(ref{"a"}),
		"issensitive":     cty.True.Mark(ref{"a"}),
		"ephemeralasnull": cty.NullVal(cty.String).Mark(funcs.Sensitive).Mark(ref{"a"}),
	} {
		got, err := table[name].Call([]cty.Value{str("x").WithMarks(both)})
		if err != nil || !got.RawEquals(want) {
			t.Errorf("%s: %#v, %v; want %#v", name, got, err, want)
		}
	}
	inner := cty.ObjectVal(map[string]cty.Value{"a": str("x").Mark(funcs.Ephemeral), "b": str("y")})
	got, err := table["ephemeralasnull"].Call([]cty.Value{inner})
	want := cty.ObjectVal(map[string]cty.Value{"a": cty.NullVal(cty.String), "b": str("y")})
	if err != nil || !got.RawEquals(want) {
		t.Errorf("ephemeralasnull in an object: %#v, %v", got, err)
	}
}

func TestSecretsStayOutOfErrors(t *testing.T) {
	scope := &hcl.EvalContext{
		Functions: funcs.Table(fstest.MapFS{}, "."),
		Variables: map[string]cty.Value{"s": str("hunter2").Mark(funcs.Sensitive)},
	}
	for _, call := range []string{
		`base64decode(s)`, `parseint(s, 10)`, `cidrhost(s, 1)`, `timecmp(s, s)`, `tonumber(s)`, `jsondecode(s)`, `lookup({a = 1}, s)`,
		`element([], s)`, `file(s)`, `uuidv5(s, "a")`, `regex(s, "x")`, `try(parseint(s, 10))`,
	} {
		_, diags := evaluate(call, scope)
		if !diags.HasErrors() || strings.Contains(diags.Error(), "hunter2") {
			t.Errorf("%s: %s", call, diags)
		}
	}
}
