package funcs_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// The functions that Terraform does not have, and those whose result is refined; the captured calls cover the rest.
func TestResults(t *testing.T) {
	scope := &hcl.EvalContext{
		Functions: funcs.Table(fstest.MapFS{"a.txt": {Data: []byte("a")}}, "."),
		Variables: map[string]cty.Value{
			"u":      cty.UnknownVal(cty.String).RefineNotNull(),
			"arn":    cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull("arn:aws:s3:::bu").NewValue(),
			"key":    str(pemKey),
			"bytes":  str("\xff"),
			"object": cty.UnknownVal(cty.Object(map[string]cty.Type{"a": cty.Number})),
		},
	}
	const table = `
base64gunzip(base64gzip("hé"))                                      | "hé"
base64gunzip("H4sIAAAAAAAAA0sEAEO+t+gBAAAA")                        | "a"
base64gunzip("aGk=")                                                | error
base64gunzip("?")                                                   | error
base64gunzip(null)                                                  | error
urldecode("a+b%2F%C3%A9")                                           | "a b/é"
urldecode("%zz")                                                    | error
urldecode("%ff")                                                    | error
yamlencode(bytes)                                                   | error
yamlencode([{a = bytes}])                                           | error
cidrcontains("10.0.0.0/8", "10.1.2.3")                              | true
cidrcontains("10.0.0.0/8", "11.1.2.3")                              | false
cidrcontains("10.0.0.0/8", "10.1.0.0/16")                           | true
cidrcontains("10.1.0.0/16", "10.0.0.0/8")                           | false
cidrcontains("fd00::/8", "fd01::1")                                 | true
cidrcontains("fd00::/8", "10.0.0.1")                                | error
cidrcontains("10.0.0.0/8", "x")                                     | error
cidrcontains(u, "10.0.0.0/8")                                       | unknown
provider::aws::arn_parse("arn:aws:iam::123:role/a:b").resource      | "role/a:b"
provider::aws::arn_parse("arn:aws:iam::123:role/a").account_id      | "123"
provider::aws::arn_parse("arn:aws:iam")                             | error
provider::aws::arn_parse("x:aws:iam::123:role")                     | error
provider::aws::arn_parse(null)                                      | error
provider::aws::arn_parse(arn).service                               | "s3"
provider::aws::arn_parse(arn).account_id                            | ""
provider::aws::arn_parse(arn).resource                              | unknown
startswith(provider::aws::arn_parse(arn).resource, "b")             | true
provider::aws::arn_parse(u).service                                 | unknown
provider::aws::arn_build("aws", "iam", "", "123", "role/a")         | "arn:aws:iam::123:role/a"
provider::aws::arn_build("aws", "s3", "", "", "a-${u}")             | unknown
startswith(provider::aws::arn_build("aws", "s3", "", u, "a"), "arn:aws:s3:") | true
provider::aws::trim_iam_role_path("arn:aws:iam::1:role/a/b/c")      | "arn:aws:iam::1:role/c"
provider::aws::trim_iam_role_path("arn:aws:iam::1:role/c")          | "arn:aws:iam::1:role/c"
provider::aws::trim_iam_role_path("arn:aws:iam::1:user/c")          | error
provider::aws::trim_iam_role_path("arn:aws:s3:::role/c")            | error
startswith(coalesce("arn:${u}", "b"), "arn:")                       | true
upper(u) == null                                                    | false
cidrhost(u, 1) == null                                              | false
uuid() == null                                                      | false
rsadecrypt("aGk=", key)                                             | unknown
abspath("a")                                                        | unknown
pathexpand("~/a")                                                   | unknown
core::try(core::file("a.txt"), "b")                                 | "a"
setproduct(range(1000), range(1000), range(1000))                   | error
length(matchkeys(["a", u], ["b", u], [])) == 0                      | true
length(matchkeys(["a"], ["b"], [u])) == 0                           | true
matchkeys(["a"], [u], ["b"])                                        | unknown
lookup({a = 1}, "b", "c")                                           | "c"
lookup(object, "b", "c")                                            | unknown
indent(1000000000, "a\nb")                                          | error
format("%99999999s", "a")                                           | error
format("%.99999999f", 1)                                            | error
format("%5s 99999999", "a")                                         | "    a 99999999"
formatlist("%99999999s", ["a"])                                     | error
`
	for line := range strings.Lines(strings.TrimSpace(table)) {
		call, want, _ := strings.Cut(strings.TrimSpace(line), " | ")
		got, diags := evaluate(strings.TrimSpace(call), scope)
		switch want = strings.TrimSpace(want); {
		case diags.HasErrors() != (want == "error"):
			t.Errorf("%s: %v", call, diags)
		case want == "error":
		case want == "unknown":
			if got.IsKnown() {
				t.Errorf("%s is known: %#v", call, got)
			}
		default:
			if expect, _ := evaluate(want, scope); !got.RawEquals(expect) {
				t.Errorf("%s is %#v, want %s", call, got, want)
			}
		}
	}
}

func TestSandbox(t *testing.T) {
	scope := &hcl.EvalContext{Functions: funcs.Table(fstest.MapFS{
		"top.txt":            {Data: []byte("top")},
		"roots/a/own.txt":    {Data: []byte("own")},
		"roots/a/t.tftpl":    {Data: []byte(`${file("own.txt")}`)},
		"roots/a/leak.tftpl": {Data: []byte(`${file("../../../x")}`)},
		"roots/b/other.txt":  {Data: []byte("other")},
		"roots/a/pipe":       {Mode: fs.ModeNamedPipe},
	}, "roots/a")}
	for call, want := range map[string]any{
		`file("own.txt")`:                       "own",
		`file("./own.txt")`:                     "own",
		`file("../b/other.txt")`:                "other",
		`file("../../top.txt")`:                 "top",
		`templatefile("t.tftpl", {})`:           "own",
		`join(",", fileset(".", "*.txt"))`:      "own.txt",
		`join(",", fileset("..", "*/*.txt"))`:   "a/own.txt,b/other.txt",
		`join(",", fileset(".", "../b/*.txt"))`: "../b/other.txt",
		`file("top.txt")`:                       fs.ErrNotExist,
		`filemd5("top.txt")`:                    fs.ErrNotExist,
		`templatefile("top.txt", {})`:           fs.ErrNotExist,
		`file("../../../x")`:                    funcs.ErrOutside,
		`file("/etc/passwd")`:                   funcs.ErrOutside,
		`file("~/.ssh/id_rsa")`:                 funcs.ErrOutside,
		`file("a/../../../../x")`:               funcs.ErrOutside,
		`filebase64("../../../x")`:              funcs.ErrOutside,
		`filesha256("/etc/passwd")`:             funcs.ErrOutside,
		`fileexists("/etc/passwd")`:             funcs.ErrOutside,
		`fileset("/etc", "*")`:                  funcs.ErrOutside,
		`fileset("../../..", "*")`:              funcs.ErrOutside,
		`fileset(".", "../../../*")`:            funcs.ErrOutside,
		`templatefile("../../../x", {})`:        funcs.ErrOutside,
		`templatefile("leak.tftpl", {})`:        nil,
		`file("pipe")`:                          nil,
		`file(".")`:                             nil,
	} {
		got, diags := evaluate(call, scope)
		switch want := want.(type) {
		case string:
			if diags.HasErrors() || !got.RawEquals(str(want)) {
				t.Errorf("%s: %#v, %v", call, got, diags)
			}
		case error:
			if err := callError(diags); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", call, err, want)
			}
		default:
			if !diags.HasErrors() {
				t.Errorf("%s: %#v", call, got)
			}
		}
	}
}

func callError(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if extra, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d); ok {
			return extra.FunctionCallError()
		}
	}
	return nil
}

func TestSymlinksStayInside(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(os.TempDir(), dir+"/out"); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if err := os.WriteFile(dir+"/a.txt", []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	scope := &hcl.EvalContext{Functions: funcs.Table(root.FS(), ".")}
	if v, diags := evaluate(`file("a.txt")`, scope); diags.HasErrors() || !v.RawEquals(str("a")) {
		t.Errorf("%#v %v", v, diags)
	}
	if v, diags := evaluate(`fileset("out", "**")`, scope); diags.HasErrors() || v.LengthInt() != 0 {
		t.Errorf("%#v %v", v, diags)
	}
}
