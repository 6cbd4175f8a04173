package formats

import (
	"encoding/json"
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

func TestASFFLeavesOutWhatIsNotLive(t *testing.T) {
	if got := printed(t, sample(), writers["asff"]); got != "[\n]\n" {
		t.Errorf("got %s", got)
	}
}
