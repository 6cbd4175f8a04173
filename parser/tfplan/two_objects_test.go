package tfplan_test

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

const planned = `{"format_version":"1.2","planned_values":{"root_module":{"resources":[
{"address":"aws_ebs_volume.data","mode":"managed","type":"aws_ebs_volume","name":"data","values":{"availability_zone":"eu-central-1a"}}]}},
"resource_changes":[{"address":"aws_ebs_volume.data","mode":"managed","type":"aws_ebs_volume","name":"data",
"change":{"actions":["create"],"after_unknown":{"encrypted":true,"kms_key_id":true}}}]CONFIGURATION}`

const configuration = `,"configuration":{"root_module":{"resources":[{"address":"aws_ebs_volume.data","mode":"managed","type":"aws_ebs_volume",
"name":"data","expressions":{"availability_zone":{"constant_value":"eu-central-1a"},"kms_key_id":{"references":["aws_kms_key.k.arn","aws_kms_key.k"]}}}]}}`

// In a plan, after_unknown counts as unknown only where the configuration has an
// expression for the attribute; otherwise it is absent.
func TestTwoObjects(t *testing.T) {
	r, diags := read(t, configuration)
	if got := r.At("encrypted"); got.State != model.Absent {
		t.Errorf("what its author left out is %v", got)
	}
	if got := r.At("kms_key_id"); got.State != model.Unknown || !strings.Contains(got.Why.Reason, "aws_kms_key.k.arn") {
		t.Errorf("what its author wrote is %v", got)
	}
	if len(diags) > 0 {
		t.Error(diags)
	}
}

// A plan without configuration leaves such attributes unknown, with one
// diagnostic.
func TestTwoObjectsWithoutConfiguration(t *testing.T) {
	r, diags := read(t, "")
	if got := r.At("encrypted"); got.State != model.Unknown {
		t.Errorf("what nobody can tell is %v", got)
	}
	if len(diags) != 1 {
		t.Errorf("%d diagnostics: %v", len(diags), diags)
	}
}

func read(t *testing.T, configuration string) (*model.Resource, []string) {
	t.Helper()
	scope, _, diags := tfplan.Read([]byte(strings.Replace(planned, "CONFIGURATION", configuration, 1)), "plan.json", tfplan.Plan)
	r := scope.Resource("aws_ebs_volume.data")
	if r == nil {
		t.Fatal("the resource is not there")
	}
	var texts []string
	for _, d := range diags {
		texts = append(texts, d.String())
	}
	return r, texts
}
