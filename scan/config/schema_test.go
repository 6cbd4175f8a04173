package config

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"
	"go.yaml.in/yaml/v4"
)

// whole has every key there is.
const whole = `
fail_on: high
fail_on_unknown: true
soft_fail: false
strict: true
require_coverage: 80
warn_unused: true
show_unknown: true
profile: all
severity: low
only: aws-*
skip: [CKV_AWS_18, "aws-s3-*"]
exclude: legacy/**
checks:
  - check: aws-ebs-volume-unencrypted
    path: [sandbox/**, "envs/{dev,test}"]
    enabled: false
    severity: low
workspace: prod
var_files: common.tfvars
param_files: [params.json]
environments:
  prod: [a.tfvars, ../b.tfvars]
  dev: dev.tfvars
trusted:
  registries: [ghcr.io/acme, "*.example.com", "localhost/x", "registry:5000/x"]
  accounts: "123456789012"
policies:
  - policies
  - path: more/policies
    digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
exceptions: security/exceptions.yaml
baseline: base.json
owners:
  tags: [Owner, team]
  codeowners: false
  paths:
    - path: envs/**
      owner: "@acme/platform"
`

// The schema and the reader are of one mind about each of these.
func TestSchemaAndReaderAgree(t *testing.T) {
	schema := loadSchema(t)
	for text, want := range map[string]bool{
		whole:                                     true,
		"":                                        true,
		"# nothing yet\n":                         true,
		"fail_on: none":                           true,
		"fail_on: severe":                         false,
		"fail_on: HIGH":                           false,
		"fail-on: high":                           false,
		"strict: yes please":                      false,
		`strict: "true"`:                          false,
		"soft_fail: 1":                            false,
		"require_coverage: 101":                   false,
		"require_coverage: -1":                    false,
		"require_coverage: all":                   false,
		`require_coverage: "5"`:                   false,
		"profile: none":                           false,
		"severity: none":                          false,
		"only: []":                                false,
		"skip: ''":                                false,
		"skip: 5":                                 false,
		"skip: {a: b}":                            false,
		"workspace: 5":                            true,
		"workspace: ' '":                          false,
		"workspace: ":                             false,
		"var_files: /etc/passwd":                  false,
		`var_files: 'C:\x'`:                       false,
		"var_files: 5":                            false,
		"var_files: [a, '']":                      false,
		"environments: [prod]":                    false,
		"environments: {a=b: x.tfvars}":           false,
		"environments: {prod: [[x]]}":             false,
		"trusted: {registries: acme}":             false,
		"trusted: {registries: https://ghcr.io}":  false,
		"trusted: {registries: '*'}":              false,
		"trusted: {accounts: 123456789012}":       false,
		"trusted: {accounts: '12345'}":            false,
		"trusted: {account: '123456789012'}":      false,
		"policies: p":                             false,
		"policies: [{digest: x}]":                 false,
		"policies: [{path: p, digest: sha256:0}]": false,
		"checks: [{check: a}]":                    false,
		"checks: [{enabled: false}]":              false,
		"checks: [{check: a, enabled: off}]":      false,
		"checks: [{check: a, severity: none}]":    false,
		"checks: [{check: a, paths: b, severity: low}]": false,
		"checks: {a: off}":              false,
		"owners: {paths: [{path: a}]}":  false,
		"owners: {paths: [{owner: a}]}": false,
		"owners: {tags: []}":            false,
		"owners: {codeowners: 5}":       false,
		"- a":                           false,
		"checks:" + strings.Repeat("\n- {check: a, enabled: false}", 500): true,
		"checks:" + strings.Repeat("\n- {check: a, enabled: false}", 501): false,
		"exclude: " + strings.Repeat("x", 1001):                           false,
		"history: x.jsonl":                                                false,
		"format: [sarif=x]":                                               false,
		"boundary: /":                                                     false,
		"env_vars: true":                                                  false,
	} {
		_, err := Read("envs/.lintel.yaml", "envs", []byte(text))
		if (err == nil) != want {
			t.Errorf("%s\nthe reader says %v", text, err)
		}
		if got := passes(t, schema, text); got != want {
			t.Errorf("%s\nthe schema says %v", text, got)
		}
	}
}

// The example in the documentation is one, with every key.
func TestDocumentedExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	text, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("there is no example")
	}
	if _, err := Read(".lintel.yaml", ".", []byte(text)); err != nil {
		t.Error(err)
	}
	if !passes(t, loadSchema(t), text) {
		t.Error("the schema refuses it")
	}
	for key := range (&reader{}).keys() {
		if !strings.Contains("\n"+text, "\n"+key+":") {
			t.Errorf("it has no %s", key)
		}
	}
}

// Each key of the schema is one of the reader's, and the other way round.
func TestSchemaAndReaderHaveTheSameKeys(t *testing.T) {
	text, err := os.ReadFile("schema/lintel.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	described := slices.Sorted(maps.Keys(schema.Properties))
	if known := slices.Sorted(maps.Keys((&reader{}).keys())); !slices.Equal(described, known) {
		t.Errorf("the schema has %v\nthe reader %v", described, known)
	}
	var used map[string]any
	if err := yaml.Unmarshal([]byte(whole), &used); err != nil {
		t.Fatal(err)
	}
	if all := slices.Sorted(maps.Keys(used)); !slices.Equal(described, all) {
		t.Errorf("the schema has %v\nthe example %v", described, all)
	}
}

func loadSchema(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("schema/lintel.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	loader := gojsonschema.NewSchemaLoader()
	loader.Validate = true // the schema itself, too
	schema, err := loader.Compile(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func passes(t *testing.T, schema *gojsonschema.Schema, text string) bool {
	t.Helper()
	var doc any
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	result, err := schema.Validate(gojsonschema.NewGoLoader(doc))
	if err != nil {
		t.Fatal(err)
	}
	return result.Valid()
}
