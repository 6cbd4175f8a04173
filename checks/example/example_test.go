package example

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

const archive = `-- bad/off.tf --
resource "aws_ebs_volume" "data" {
  # want: encrypted is false
  # want: and small
  encrypted = false
}
-- bad/module/main.tf --
module "volume" {
  source = "./modules/volume"
}
-- bad/module/modules/volume/main.tf --
// want: encrypted is not set
resource "aws_ebs_volume" "data" {}
-- bad/module/policy.json --
{}
-- good/on.tf.json --
{}
-- bad/off.cfn.json --
{
  "Resources": {}
}
-- bad/off.cfn.json.want --
2: Encrypted is: false

3: and small
-- maybe/both.cfn.yaml --
# want: Encrypted is (unknown)
Resources: {}
-- bad/plain/Dockerfile --
# want: root
FROM scratch
-- bad/other.Dockerfile --
# want: root
FROM scratch
-- bad/app.compose.yaml --
# want: privileged
services: {}
-- bad/named/compose.yaml --
# want: privileged
services: {}
-- bad/off.tfplan.json --
{}
-- bad/off.tfplan.json.want --
1: encrypted is false
-- good/on.tfstate --
{}
-- bad/off.snapshot.ndjson --
{}
-- bad/off.snapshot.ndjson.want --
1: encrypted is false
`

func TestParse(t *testing.T) {
	examples, err := Parse([]byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		name   string
		kind   Kind
		format model.Format
		files  string
		wants  string
	}{
		{"bad/off.tf", Bad, model.Terraform, "off.tf", "[off.tf:4: encrypted is false off.tf:4: and small]"},
		{"bad/module", Bad, model.Terraform, "main.tf modules/volume/main.tf policy.json", "[modules/volume/main.tf:2: encrypted is not set]"},
		{"good/on.tf.json", Good, model.Terraform, "on.tf.json", "[]"},
		{"bad/off.cfn.json", Bad, model.CloudFormation, "off.cfn.json", "[off.cfn.json:2: Encrypted is: false off.cfn.json:3: and small]"},
		{"maybe/both.cfn.yaml", Maybe, model.CloudFormation, "both.cfn.yaml", "[both.cfn.yaml:2: Encrypted is (unknown)]"},
		{"bad/plain", Bad, model.Dockerfile, "Dockerfile", "[Dockerfile:2: root]"},
		{"bad/other.Dockerfile", Bad, model.Dockerfile, "other.Dockerfile", "[other.Dockerfile:2: root]"},
		{"bad/app.compose.yaml", Bad, model.Compose, "app.compose.yaml", "[app.compose.yaml:2: privileged]"},
		{"bad/named", Bad, model.Compose, "compose.yaml", "[compose.yaml:2: privileged]"},
		{"bad/off.tfplan.json", Bad, model.TerraformPlan, "off.tfplan.json", "[off.tfplan.json:1: encrypted is false]"},
		{"good/on.tfstate", Good, model.TerraformState, "on.tfstate", "[]"},
		{"bad/off.snapshot.ndjson", Bad, model.Live, "off.snapshot.ndjson", "[off.snapshot.ndjson:1: encrypted is false]"},
	}
	if len(examples) != len(want) {
		t.Fatalf("%d examples, want %d", len(examples), len(want))
	}
	for i, w := range want {
		e := examples[i]
		var files []string
		for _, f := range e.Files {
			files = append(files, f.Name)
		}
		if e.Name != w.name || e.Kind != w.kind || e.Format != w.format || strings.Join(files, " ") != w.files {
			t.Errorf("got %s of %s with %q, want %+v", e.Name, e.Format, files, w)
		}
		if got := fmt.Sprint(e.Wants); got != w.wants {
			t.Errorf("%s: wants are %s, want %s", e.Name, got, w.wants)
		}
	}
}

// Whatever is not understood would be an example that nobody runs.
func TestParseRefuses(t *testing.T) {
	const volume = "# want: x\nresource \"aws_ebs_volume\" \"v\" {}\n"
	for _, test := range []struct{ name, archive, fault string }{
		{"no section", "-- bad/off.tf -\n", `"-- bad/off.tf -" stands before the first section`},
		{"kind", "-- worse/off.tf --\n" + volume, `section "worse/off.tf" is none of`},
		{"no name", "-- bad --\n" + volume, `section "bad" is none of`},
		{"way out", "-- bad/x/../y.tf --\n" + volume, "is none of"},
		{"twice", "-- bad/off.tf --\n" + volume + "-- bad/off.tf --\n" + volume, "bad/off.tf is there twice"},
		{"no format", "-- bad/off.txt --\n" + volume, "bad/off.txt: no file has the name of an input"},
		{"two formats", "-- bad/x/main.tf --\n" + volume + "-- bad/x/Dockerfile --\nFROM scratch\n", "files of terraform and of dockerfile"},
		{"no want", "-- bad/off.tf --\n{}\n", "bad/off.tf: nothing is wanted"},
		{"want in a good one", "-- good/on.tf --\n" + volume, "a good example wants nothing, yet on.tf:2: x"},
		{"no message", "-- bad/off.tf --\n# want:\n{}\n", "the want in line 1 has no message"},
		{"no line", "-- bad/off.tf --\n{}\n# want: x\n", `no line follows "want: x"`},
		{"no number", "-- bad/off.tf.json --\n{}\n-- bad/off.tf.json.want --\nx\n", `"x" is not LINE: MESSAGE`},
		{"line 0", "-- bad/off.tf.json --\n{}\n-- bad/off.tf.json.want --\n0: x\n", `"0: x" is not LINE: MESSAGE`},
		{"no file", "-- bad/x/main.tf --\n{}\n-- bad/x/other.tf.json.want --\n1: x\n", "other.tf.json:1: x is wanted of a file that is not there"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse([]byte(test.archive))
			if err == nil || !strings.Contains(err.Error(), test.fault) {
				t.Errorf("got %v, want %q", err, test.fault)
			}
		})
	}
}

func TestOf(t *testing.T) {
	check := &checks.Entry{ID: "aws-ebs-volume-unencrypted", Path: "aws/ebs/volume_unencrypted"}
	if examples, err := Of(check); err != nil || len(examples) == 0 {
		t.Errorf("%d examples, %v", len(examples), err)
	}
	if _, err := Of(&checks.Entry{ID: "aws-none", Path: "aws/none"}); err == nil || !strings.Contains(err.Error(), "aws-none") {
		t.Errorf("got %v, want an error that names the check", err)
	}
}

func TestVerdict(t *testing.T) {
	for kind, want := range map[Kind]checks.Verdict{Bad: checks.Fail, Good: checks.Passed, Maybe: checks.Unknown} {
		if got := kind.Verdict(); got != want {
			t.Errorf("%s is %s, want %s", kind, got, want)
		}
	}
}
