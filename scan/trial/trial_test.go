package trial

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

var encrypted = checks.Entry{ID: "volume", Check: &checks.Check{
	Title: "Volume is not encrypted", Rule: checks.RequireTrue{Type: "aws_ebs_volume", Path: "encrypted"},
}}

const volume = "resource \"aws_ebs_volume\" \"v\" {\n  availability_zone = \"a\"\n  # want: encrypted is false\n  encrypted = false\n}\n"

// A wrong example fails, in the source and in the plan that is made of it.
func TestRun(t *testing.T) {
	planned := []model.Format{model.Terraform, model.TerraformPlan}
	for _, test := range []struct {
		name, archive, fault string
		formats              []model.Format
	}{
		{"right", "-- bad/off.tf --\n" + volume, "", planned},
		{"other message", "-- bad/off.tf --\n" + strings.Replace(volume, "is false", "is off", 1), "not found: fail: off.tf:4: encrypted is off", planned},
		{"in the plan", "-- bad/off.tf --\n" + strings.Replace(volume, "is false", "is off", 1), "as a plan: not wanted: fail: off.tf:4: encrypted is false", planned},
		{"nothing judged", "-- good/on.tf --\nlocals {\n  x = 1\n}\n", "nothing in the example was judged", planned},
		{"not to be planned", "-- maybe/on.tf --\nvariable \"v\" {}\n" + strings.NewReplacer("= false", "= var.v", "is false", "is (unknown)").Replace(volume), "", []model.Format{model.Terraform}},
		{"broken", "-- bad/off.tf --\n" + volume + "resource {", "error: ", planned},
		{"template", "-- bad/off.cfn.yaml --\nResources:\n  V:\n    Type: AWS::EC2::Volume\n    Properties:\n      # want: Encrypted is false\n      Encrypted: false\n", "", []model.Format{model.CloudFormation}},
	} {
		t.Run(test.name, func(t *testing.T) {
			examples, err := example.Parse([]byte(test.archive))
			if err != nil {
				t.Fatal(err)
			}
			faults, formats, err := Run(context.Background(), &encrypted, &examples[0])
			if err != nil && test.name != "broken" {
				t.Fatal(err)
			}
			if test.fault == "" && len(faults) > 0 || test.fault != "" && !strings.Contains(strings.Join(faults, "\n"), test.fault) {
				t.Errorf("got %q, want %q", faults, test.fault)
			}
			if test.name != "broken" && !slices.Equal(formats, test.formats) {
				t.Errorf("judged as %v", formats)
			}
		})
	}
}
