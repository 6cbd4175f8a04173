package formats

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan"
)

// deployed is the sample as if it were live.
func deployed() *scan.Report {
	r := sample()
	r.Stage = "live"
	for i := range r.Findings {
		r.Findings[i].Format, r.Findings[i].Root = model.Live, "111122223333/eu-central-1"
	}
	return r
}

func TestOCSF(t *testing.T) { golden(t, "scan.ocsf.json", printed(t, deployed(), writers["ocsf"])) }

func TestASFF(t *testing.T) { golden(t, "scan.asff.json", printed(t, deployed(), writers["asff"])) }

func TestOCSFHasEveryFinding(t *testing.T) {
	var events []map[string]any
	if err := json.Unmarshal([]byte(printed(t, deployed(), writers["ocsf"])), &events); err != nil {
		t.Fatal(err)
	}
	r := sample()
	if len(events) != len(r.Findings)+len(r.Diagnostics) {
		t.Errorf("%d events of %d findings and %d diagnostics", len(events), len(r.Findings), len(r.Diagnostics))
	}
	for _, e := range events[:len(r.Findings)] {
		if e["type_uid"] != 200301.0 || e["cloud"].(map[string]any)["region"] != "eu-central-1" || len(e["resources"].([]any)) == 0 {
			t.Errorf("the event is %v", e)
		}
	}
}

// What is global has its place in the partition's own region.
func TestASFFOfGlobalResources(t *testing.T) {
	for partition, want := range map[string]string{"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-eusc": "eusc-de-east-1"} {
		r := deployed()
		for i := range r.Findings {
			r.Findings[i].Root = "111122223333/global"
		}
		arn := "arn:" + partition + ":securityhub:" + want + ":111122223333:product/111122223333/default"
		write := func(w io.Writer, r *scan.Report) error {
			return ASFF(w, r, ASFFOptions{Partition: partition, Time: noon})
		}
		if got := printed(t, r, write); !strings.Contains(got, arn) {
			t.Errorf("no %s in %s", arn, got)
		}
	}
}

func TestASFFLeavesOutWhatIsNotLive(t *testing.T) {
	if got := printed(t, sample(), writers["asff"]); got != "[\n]\n" {
		t.Errorf("got %s", got)
	}
}
