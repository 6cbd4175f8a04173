package tfplan_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

const small = `{"format_version":"1.2","planned_values":{"root_module":{"resources":[` +
	`{"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v","values":{"encrypted":false}}` +
	`]}},"configuration":{"root_module":{}}}`

// Plans come from shells and wrappers that add to them.
func TestReadAsItComes(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(small)
	if err != nil {
		t.Fatal(err)
	}
	sorted := `{"applyable":true,"complete":true,"configuration":{"root_module":{}},` + strings.TrimPrefix(small, "{")
	for name, text := range map[string]string{
		"plain":       small,
		"UTF-16":      utf16,
		"BOM":         "\ufeff" + small,
		"wrapped":     "INFO running terraform\n" + small + "\nINFO done\n",
		"sorted keys": sorted,
		"white space": "\r\n\t " + small,
	} {
		t.Run(name, func(t *testing.T) {
			if kind := tfplan.Detect([]byte(text)[:40]); name != "wrapped" && name != "UTF-16" && kind != tfplan.Plan && kind != tfplan.None {
				t.Errorf("its start is taken for a %s", kind)
			}
			scope, _, diags := tfplan.Read([]byte(text), "plan.json", tfplan.None)
			if len(diags) > 0 || scope.Resource("aws_ebs_volume.v") == nil {
				t.Errorf("not read: %v", diags)
			}
		})
	}
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]tfplan.Kind{
		small: tfplan.Plan,
		`{"format_version":"1.0","terraform_version":"1.11.4","values":{}}`: tfplan.State,
		`{"version":4,"terraform_version":"1.11.4"}`:                        tfplan.RawState,
		`{"version":3,"terraform_version":"0.11.1"}`:                        tfplan.OldState,
		"PK\x03\x04\x14\x00\x08\x00tfplan":                                  tfplan.Binary,
		`{"version":4,"name":"a package"}`:                                  tfplan.None,
		`{"Resources":{}}`:                                                  tfplan.None,
		`{"configuration":{"presets":[]}}`:                                  tfplan.None,
		`[]`:                                                                tfplan.None,
		``:                                                                  tfplan.None,
	} {
		if got := tfplan.Detect([]byte(text)); got != want {
			t.Errorf("%q is taken for %q, not %q", text, got, want)
		}
	}
}

// What cannot be read says so, and what to do about it.
func TestUnreadable(t *testing.T) {
	for text, want := range map[string]string{
		"PK\x03\x04tfplan": "terraform show -json plan.bin",
		`{"format_version":"1.2","planned_values":[]}`: "cannot read",
		`{"format_version":"1.2","planned_values":{`:   "cannot read",
		`hello`: "neither a plan nor a state",
	} {
		_, _, diags := tfplan.Read([]byte(text), "plan.bin", tfplan.None)
		if !diags.HasErrors() || !strings.Contains(diags[0].Summary+diags[0].Detail, want) {
			t.Errorf("%q gives %v, not %q", text, diags, want)
		}
	}
}

// The values that a plan was made with are inputs for its source.
func TestInputs(t *testing.T) {
	text := `{"format_version":"1.2","variables":{"n":{"value":2},"s":{"value":"a=${b}"},"l":{"value":["${x}"]},"none":{}},` + strings.TrimPrefix(small, `{"format_version":"1.2",`)
	_, inputs, _ := tfplan.Read([]byte(text), "plan.json", tfplan.None)
	var got []string
	for _, in := range inputs {
		got = append(got, in.Text)
	}
	if want := []string{`l=["$${x}"]`, "n=2", "s=a=${b}"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Plans that others recorded are read, and nothing in them is lost.
func TestRecordedPlans(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/checkov/plans/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the recorded plans are not here")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		scope, _, diags := tfplan.Read(src, filepath.Base(file), tfplan.None)
		managed := 0
		for _, r := range scope.Resources {
			if r.Mode == model.Managed {
				managed++
			}
		}
		want := strings.Count(string(src), `"planned_values"`) > 0 && strings.Contains(plannedText(src), `"managed"`)
		if want && managed == 0 {
			t.Errorf("%s: no resources; %v", filepath.Base(file), diags)
		}
	}
	t.Logf("%d plans read", len(files))
}

// plannedText is the planned values of a plan as text.
func plannedText(src []byte) string {
	var p struct {
		PlannedValues json.RawMessage `json:"planned_values"`
	}
	if json.Unmarshal(src, &p) != nil {
		return ""
	}
	return string(p.PlannedValues)
}

// That a secret is null is a secret, too, where its author wrote it.
func TestSensitiveNull(t *testing.T) {
	const address = `"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v"`
	plan := `{"format_version":"1.2","planned_values":{"root_module":{"resources":[{` + address + `,"values":{"kms_key_id":null,"snapshot_id":null}}]}},
		"resource_changes":[{` + address + `,"change":{"actions":["create"],"after":{},"after_unknown":{},"after_sensitive":{"kms_key_id":true,"snapshot_id":true}}}],
		"configuration":{"root_module":{"resources":[{` + address + `,"expressions":{"kms_key_id":{"references":["var.key"]}}}]}}}`
	scope, _, diags := tfplan.Read([]byte(plan), "plan.json", tfplan.None)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	body := scope.Resource("aws_ebs_volume.v").Body
	if v := body.At("kms_key_id"); v.State != model.Absent || !v.Sensitive {
		t.Errorf("kms_key_id is %v, sensitive %v", v.State, v.Sensitive)
	}
	if v := body.At("snapshot_id"); v.Sensitive {
		t.Error("snapshot_id is sensitive, and nobody wrote it")
	}
}

// A type that Terraform has not costs its output nothing but the type.
func TestOutputOfNoType(t *testing.T) {
	for _, typ := range []string{`["object", {"a": "string"}, ["b"]]`, `null`, `7`} {
		src := `{"format_version": "1.2", "planned_values": {"outputs": {"name": {"value": "orders", "type": ` + typ + `}}}, "configuration": {"root_module": {}}}`
		scope, _, diags := tfplan.Read([]byte(src), "plan.json", tfplan.None)
		if len(diags) > 0 || len(scope.Outputs) != 1 || scope.Outputs[0].Value.Is("orders") != model.Yes {
			t.Errorf("of type %s it is %v, with %v", typ, scope.Outputs, diags)
		}
	}
}
