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

const account = `{"head":{"format":"lintel-snapshot","version":1}}
{"resource":{"type":"AWS::EC2::Volume","id":"vol-0123456789abcdef0","document":{"Encrypted":false}}}
{"unit":{"account":"111122223333","region":"eu-central-1","read":"ec2:DescribeVolumes","types":["AWS::EC2::Volume"],"state":"complete","resources":1}}
`

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
		{"broken", "-- bad/off.tf --\n" + volume + "resource {", "error: ", []model.Format{model.Terraform}},
		{"snapshot", "-- bad/off.snapshot.ndjson --\n" + account + "-- bad/off.snapshot.ndjson.want --\n2: Encrypted is false\n", "", []model.Format{model.Live}},
		{"not wanted of a snapshot", "-- good/on.snapshot.ndjson --\n" + account, "not wanted: fail: on.snapshot.ndjson:2: Encrypted is false", []model.Format{model.Live}},
		{"called from afar", "-- bad/off.tf --\n" + volume + "module \"far\" {\n  source = \"example.com/acme/far/aws\"\n}\n", "", planned},
		{"template", "-- bad/off.cfn.yaml --\nResources:\n  V:\n    Type: AWS::EC2::Volume\n    Properties:\n      # want: Encrypted is false\n      Encrypted: false\n", "", []model.Format{model.CloudFormation}},
	} {
		t.Run(test.name, func(t *testing.T) {
			examples, err := example.Parse([]byte(test.archive))
			if err != nil {
				t.Fatal(err)
			}
			faults, formats, err := Run(context.Background(), &encrypted, &examples[0])
			if err != nil {
				t.Fatal(err)
			}
			if test.fault == "" && len(faults) > 0 || test.fault != "" && !strings.Contains(strings.Join(faults, "\n"), test.fault) {
				t.Errorf("got %q, want %q", faults, test.fault)
			}
			if !slices.Equal(formats, test.formats) {
				t.Errorf("judged as %v", formats)
			}
		})
	}
}
