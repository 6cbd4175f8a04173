package funcs_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// terraformNames are the functions of Terraform 1.11, as "terraform metadata functions" lists them.
const terraformNames = `
abs abspath alltrue anytrue base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt can ceil chomp chunklist
cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat contains csvdecode dirname distinct element endswith
ephemeralasnull file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512 flatten
floor format formatdate formatlist indent index issensitive join jsondecode jsonencode keys length log lookup lower matchkeys max md5
merge min nonsensitive one parseint pathexpand plantimestamp pow range regex regexall replace reverse rsadecrypt sensitive
setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev substr sum
templatefile templatestring textdecodebase64 textencodebase64 timeadd timecmp timestamp title tobool tolist tomap tonumber toset
tostring transpose trim trimprefix trimspace trimsuffix try upper urlencode uuid uuidv5 values yamldecode yamlencode zipmap
`

const providerNames = `
provider::aws::arn_build provider::aws::arn_parse provider::aws::trim_iam_role_path
provider::terraform::decode_tfvars provider::terraform::encode_expr provider::terraform::encode_tfvars
`

const tofuNames = "base64gunzip cidrcontains urldecode"

func TestNames(t *testing.T) {
	terraform := strings.Fields(terraformNames)
	if len(terraform) != 118 {
		t.Errorf("Terraform has 118 functions, here are %d", len(terraform))
	}
	var want []string
	for _, name := range append(terraform, strings.Fields(tofuNames)...) {
		want = append(want, name, "core::"+name)
	}
	want = append(want, strings.Fields(providerNames)...)
	slices.Sort(want)
	got := slices.Sorted(maps.Keys(funcs.Table(fstest.MapFS{}, ".")))
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for _, name := range want {
		if !funcs.Known(name) {
			t.Errorf("%s is not known", name)
		}
	}
}

func TestSuggest(t *testing.T) {
	for name, want := range map[string]string{
		"tset":         "toset",
		"lenght":       "length",
		"jsonencoded":  "jsonencode",
		"core::upperr": "core::upper",
		"frobnicate":   "",
		"x":            "",
		"":             "",
	} {
		if funcs.Known(name) {
			t.Errorf("%q is known", name)
		}
		if got := funcs.Suggest(name); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", name, got, want)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		funcs.Table(fstest.MapFS{}, ".")
	}
}
