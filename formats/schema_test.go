package formats

import (
	"os"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/lintel-iac/lintel/scan"
)

func scanSchema(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("schema/scan.schema.json")
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

// faults are what the schema has against a document.
func faults(t *testing.T, schema *gojsonschema.Schema, doc string) []gojsonschema.ResultError {
	t.Helper()
	result, err := schema.Validate(gojsonschema.NewStringLoader(doc))
	if err != nil {
		t.Fatal(err)
	}
	return result.Errors()
}

func TestSchemaDescribesTheJSON(t *testing.T) {
	schema := scanSchema(t)
	inNoFile := volumeFinding()
	inNoFile.Place.File, inNoFile.Resource, inNoFile.Instances = "", resource("aws_ebs_volume.x", rng("", 0, 0, 0, 0)), nil
	for name, doc := range map[string]string{
		"the sample":        printJSON(t, sample()),
		"an empty report":   printJSON(t, &scan.Report{}),
		"one without files": printJSON(t, &scan.Report{Findings: []scan.Finding{inNoFile}}),
	} {
		for _, fault := range faults(t, schema, doc) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for _, file := range []string{"testdata/scan.json", "testdata/scan_empty.json"} {
		doc, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(t, schema, string(doc)) {
			t.Errorf("%s: %s", file, fault)
		}
	}
}

// The schema is strict: what it does not describe does not pass.
func TestSchemaRefusesOtherDocuments(t *testing.T) {
	schema, doc := scanSchema(t), printJSON(t, sample())
	for old, changed := range map[string]string{
		`"schema_version":"1"`: `"schema_version":"2"`,
		`"verdict":"fail"`:     `"verdict":"FAIL"`,
		`"severity":"high"`:    `"severity":"severe"`,
		`"reason":null,`:       ``,
		`"root":`:              `"folder":`,
		`"start_line":1`:       `"start_line":"1"`,
		`"passed":41`:          `"passed":-1`,
		`"diagnostics":[`:      `"notes":[`,
	} {
		if !strings.Contains(doc, old) {
			t.Fatalf("the sample has no %s", old)
		}
		if len(faults(t, schema, strings.Replace(doc, old, changed, 1))) == 0 {
			t.Errorf("%s passes", changed)
		}
	}
}
