package rego

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/diag"
)

const header = "# METADATA\n# title: Fault\n# custom:\n#   severity: low\n#   types: [aws_security_group]\npackage acme.fault\n\n"

func compileText(text string) diag.List {
	_, diags := Compile([]Module{{"p/fault.rego", []byte(text)}}, map[string]any{"acme": map[string]any{"allowed": []any{"x"}}})
	return diags
}

// What is wrong with a policy is said when it is loaded, with its place: a slip must not pass for a policy that finds nothing.
func TestFaultsAreFoundAtLoad(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"syntax", header + "deny contains", "p/fault.rego:8: error: "},
		{"no annotations", "package acme.fault\n\ndeny contains \"name\"", "p/fault.rego:1: error: acme.fault denies something, and no annotations say of what"},
		{"no title", strings.Replace(header, "# title: Fault\n", "", 1) + `deny contains "name"`, "p/fault.rego:1: error: the policy has no title"},
		{"no types", strings.Replace(header, "#   types: [aws_security_group]\n", "", 1) + `deny contains "name"`, "p/fault.rego:1: error: the policy names no types"},
		{"unknown annotation", strings.Replace(header, "severity", "severty", 1) + `deny contains "name"`, `p/fault.rego:4: error: unknown annotation "severty"; did you mean "severity"?`},
		{"annotation elsewhere", strings.Replace(header, "# title", "# custm: {}\n# title", 1) + `deny contains "name"`, `p/fault.rego:2: error: unknown annotation "custm"; did you mean "custom"?`},
		{"unknown severity", strings.Replace(header, "low", "lowest", 1) + `deny contains "name"`, `p/fault.rego:4: error: there is no severity "lowest"`},
		{"misspelt type", strings.Replace(header, "_group]", "_grop]", 1) + `deny contains "name"`, `p/fault.rego:5: error: there is no resource type "aws_security_grop"; did you mean "aws_security_group"?`},
		{"old type", strings.Replace(header, "aws_security_group", "aws_alb", 1) + `deny contains "name"`, "p/fault.rego:5: error: aws_alb is an old name: policies see such resources as aws_lb"},
		{"misspelt attribute", header + `deny contains "name" if input.resource.attributes.nam == "x"`, `p/fault.rego:8: error: aws_security_group has no nam; did you mean "name"?`},
		{"misspelt inner attribute", header + "deny contains \"name\" if {\n\tsome rule in input.resource.attributes.ingress\n\trule.from_prt == 22\n}", `p/fault.rego:10: error: aws_security_group has no ingress.from_prt; did you mean "ingress.from_port"?`},
		{"misspelt place", header + `deny contains "nam"`, `p/fault.rego:8: error: aws_security_group has no nam; did you mean "name"?`},
		{"misspelt place of an object", header + `deny contains {"path": "nam", "message": "x"}`, `p/fault.rego:8: error: aws_security_group has no nam`},
		{"misspelt member", header + `deny contains "name" if input.resource.atributes.name`, `p/fault.rego:8: error: a resource has no "atributes"; did you mean "attributes"?`},
		{"misspelt input", header + `deny contains "name" if input.resorce.attributes.name`, `p/fault.rego:8: error: the input has no "resorce"; did you mean "resource"?`},
		{"misspelt type of another", header + `deny contains "name" if input.scope.resources.aws_vcp[_].attributes.cidr_block`, `p/fault.rego:8: error: there is no resource type "aws_vcp"; did you mean "aws_vpc"?`},
		{"misspelt attribute of another", header + `deny contains "name" if input.scope.resources.aws_vpc[_].attributes.cidr_blok`, `p/fault.rego:8: error: aws_vpc has no cidr_blok; did you mean "cidr_block"?`},
		{"no deny", header + `denies contains "name" if input.resource.attributes.name`, `p/fault.rego:1: error: acme.fault can never apply: it has no rule "deny"`},
		{"deny is no set", header + `deny := "name"`, "p/fault.rego:8: error: deny is a set"},
		{"other type", header + "deny contains \"name\" if {\n\tinput.resource.type == \"aws_vpc\"\n}", "p/fault.rego:9: error: this can never apply: input.resource.type is aws_security_group, not aws_vpc"},
		{"other mode", header + `deny contains "name" if input.resource.mode == "data"`, "p/fault.rego:8: error: this can never apply: input.resource.mode is managed, not data"},
		{"misspelt format", header + `deny contains "name" if input.format == "terrafrom"`, `not terrafrom; did you mean "terraform"?`},
		{"never", header + "deny contains \"name\" if {\n\tinput.resource.attributes.name\n\t1 == 2\n}", "p/fault.rego:8: error: this can never apply, whatever the input"},
		{"misspelt in a function", header + "deny contains \"name\" if bad(input.resource)\n\nbad(r) if r.attributes.nam == \"x\"", `p/fault.rego:10: error: aws_security_group has no nam; did you mean "name"?`},
		{"misspelt in a function of a function", header + "deny contains \"name\" if bad(input.resource)\n\nbad(r) if {\n\tsome rule in r.attributes.ingress\n\tworse(rule)\n}\n\nworse(rule) if rule.from_prt == 22", `p/fault.rego:15: error: aws_security_group has no ingress.from_prt`},
		{"misspelt where a function hands on", header + "deny contains \"name\" if bad(input.resource)\n\nbad(r) if worse(r)\n\nworse(r) if r.attributes.nam == \"x\"", `p/fault.rego:12: error: aws_security_group has no nam`},
		{"misspelt key", header + `deny contains "name" if object.get(input.resource.attributes, "nam", "x") == "x"`, `p/fault.rego:8: error: aws_security_group has no nam`},
		{"misspelt path of keys", header + "deny contains \"name\" if {\n\tr := input.resource\n\tobject.get(r, [\"attributes\", \"nam\"], \"x\") == \"x\"\n}", `p/fault.rego:10: error: aws_security_group has no nam`},
		{"misspelt in every element", header + `deny contains "name" if every rule in input.resource.attributes.ingress { rule.from_prt == 22 }`, `p/fault.rego:8: error: aws_security_group has no ingress.from_prt`},
		{"custom annotation of a rule", header + "# METADATA\n# title: Rule\n# custom:\n#   severity: high\ndeny contains \"name\"", "p/fault.rego:11: error: what is custom is said above the package"},
		{"unknown annotation of a rule", header + "# METADATA\n# titel: Rule\ndeny contains \"name\"", `p/fault.rego:9: error: unknown annotation "titel"; did you mean "title"?`},
		{"size", header + `deny contains "name" if bits.lsh(1, 2) == 4`, "undefined function bits.lsh: its result may have any size"},
		{"rule of no use", header + "deny contains \"name\"\n\nwarn contains \"name\" if input.resource.attributes.name", "p/fault.rego:10: error: warn can never apply"},
		{"no such data", header + `deny contains "name" if input.resource.attributes.name in data.acme.alowed`, "p/fault.rego:8: error: data.acme.alowed is neither a rule nor in a data file"},
		{"types without what is wanted", strings.Replace(header, "#   types", "#   having: [volume_size]\n#   types", 1) + `deny contains "name"`, "p/fault.rego:6: error: the policy can never apply: none of its types has volume_size"},
		{"network", header + `deny contains "name" if http.send({"method": "get", "url": "http://example.com"})`, "undefined function http.send: policies have no network, no files and no clock"},
		{"clock", header + `deny contains "name" if time.now_ns() > 1`, "undefined function time.now_ns: policies have no network"},
		{"chance", header + `deny contains "name" if rand.intn("x", 2) == 1`, "undefined function rand.intn"},
		{"environment", header + `deny contains "name" if opa.runtime().env.HOME`, "undefined function opa.runtime"},
		{"remote schema", header + `deny contains "name" if json.match_schema({}, {"$ref": "http://example.com"})`, "undefined function json.match_schema"},
		{"documents of another", header + `deny contains "name" if input.scope.resources.aws_iam_policy[_].documents.policy.public`, "the policy documents of other resources are not shown"},
		{"documents by chance", header + "deny contains \"name\" if {\n\tsome d in input.resource.documents\n\td.public\n}", "say which policy document"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var said []string
			for _, d := range compileText(test.text) {
				said = append(said, d.String())
			}
			if all := strings.Join(said, "\n"); !strings.Contains(all, test.want) {
				t.Errorf("got\n%s\nwant\n%s", all, test.want)
			}
		})
	}
}

func TestSoundPoliciesLoad(t *testing.T) {
	for name, text := range map[string]string{
		"plain":            header + `deny contains "name" if input.resource.attributes.name in data.acme.allowed`,
		"folded":           strings.Replace(header, "aws_security_group", "aws_s3_bucket", 1) + `deny contains "versioning" if input.resource.folded.versioning.versioning_configuration`,
		"index":            header + "deny contains sprintf(\"ingress.%d.from_port\", [i]) if input.resource.attributes.ingress[i].from_port == 22",
		"one of two types": strings.Replace(header, "[aws", "[aws_vpc, aws", 1) + `deny contains "cidr_block" if input.resource.attributes.name`,
		"any type":         strings.Replace(header, "[aws_security_group]", `["*"]`, 1) + `deny contains "whatever" if input.resource.attributes.whatever`,
		"container":        strings.Replace(header, "aws_security_group", "compose_service", 1) + `deny contains "image" if input.resource.attributes.image`,
		"native":           strings.Replace(header, "aws_security_group", "AWS::Some::Thing", 1) + `deny contains "Image" if input.resource.attributes.Image`,
		"data source":      strings.Replace(header, "aws_security_group", "data.aws_ami", 1) + `deny contains "owners" if not input.resource.attributes.owners`,
		"library":          "# METADATA\n# title: What others need\npackage acme.library\n\nf(x) := x",
		"function of many": header + "deny contains \"name\" if {\n\tset(input.resource.attributes)\n\tset(input.scope)\n}\n\nset(x) if x.name == \"x\"\n\nset(x) if x.root == \"x\"",
		"annotations":      "\ufeff" + strings.Replace(header, "package", "# authors: [somebody]\n\npackage", 1) + "# METADATA\n# title: Rule\n# scope: document\ndeny contains \"name\"",
		"format":           header + `deny contains "name" if input.format in {"live", "terraform"}`,
		"none of the data": header + "deny contains \"name\" if {\n\tsome x in data.acme.allowed\n\tx == \"y\"\n}",
		"helper":           header + "deny contains \"name\" if bad\n\nbad if input.resource.attributes.name == \"x\"",
	} {
		t.Run(name, func(t *testing.T) {
			if diags := compileText(text); len(diags) > 0 {
				t.Error(diags)
			}
		})
	}
}
