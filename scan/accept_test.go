package scan

import (
	"strings"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
)

// twoRules finds two faults in one verdict about a group.
const twoRules = `
resource "aws_security_group" "g" {
  ingress {
    description = "open" %FIRST
  }
  ingress {
    description = "open" %SECOND
  }
}
`

func TestCountsFollowSuppressions(t *testing.T) {
	ignore := "# lintel:ignore aws-ec2-cidr-open meant to be"
	for _, c := range []struct {
		first, second                  string
		failed, suppressed, bySeverity int
	}{
		{"", "", 1, 0, 2},
		{ignore, "", 1, 0, 1},
		{ignore, ignore, 0, 1, 0},
	} {
		text := strings.NewReplacer("%FIRST", c.first, "%SECOND", c.second).Replace(twoRules)
		r := scanned(t, map[string]string{"main.tf": text}, Options{Checks: []checks.Entry{cidr}})
		if s := r.Summary; s.Failed != c.failed || s.Suppressed != c.suppressed || s.BySeverity["low"] != c.bySeverity {
			t.Errorf("with %q and %q: %+v", c.first, c.second, s)
		}
		if len(r.Findings) != 2 {
			t.Errorf("%d findings are left of 2", len(r.Findings))
		}
	}
}

// A verdict that fails in one place and is unknown in another is unknown if the
// first does not count.
func TestCountsFallBackToUnknown(t *testing.T) {
	text := strings.NewReplacer("%FIRST", "# lintel:ignore aws-ec2-cidr-open meant to be", "%SECOND", "").Replace(twoRules)
	i := strings.LastIndex(text, `"open"`)
	text = "variable \"d\" {}\n" + text[:i] + "var.d" + text[i+len(`"open"`):]
	r := scanned(t, map[string]string{"main.tf": text}, Options{Checks: []checks.Entry{cidr}})
	if s := r.Summary; s.Failed != 0 || s.Unknown != 1 || s.Suppressed != 0 {
		t.Errorf("%+v", s)
	}
}

// A comment that covers an owner covers what lies in its companion, and the other
// way round.
func TestSuppressionOfCompanions(t *testing.T) {
	versioning := checks.Entry{ID: "aws-s3-bucket-unversioned", Check: &checks.Check{
		Rule: checks.RequireAny{Type: "aws_s3_bucket", Path: "versioning.versioning_configuration.status", Of: []string{"Enabled"}},
	}}
	ignore := "# lintel:ignore aws-s3-bucket-unversioned a copy\n"
	bucket := "resource \"aws_s3_bucket\" \"b\" {}\n"
	companion := "resource \"aws_s3_bucket_versioning\" \"b\" {\n  bucket = aws_s3_bucket.b.id\n  versioning_configuration {\n    status = \"Suspended\"\n  }\n}\n"
	for name, src := range map[string]map[string]string{
		"neither":   {"a.tf": bucket, "b.tf": companion},
		"owner":     {"a.tf": ignore + bucket, "b.tf": companion},
		"companion": {"a.tf": bucket, "b.tf": ignore + companion},
	} {
		r := scanned(t, src, Options{Checks: []checks.Entry{versioning}})
		if len(r.Findings) != 1 || (r.Findings[0].Suppressed != nil) != (name != "neither") {
			t.Errorf("%s: %+v, %v", name, r.Findings, r.Diagnostics)
		}
	}
}

// Passing verdicts are not what comments are for.
func TestPassesAreNotSuppressed(t *testing.T) {
	src := map[string]string{"main.tf": "# lintel:ignore aws-ebs-volume-unencrypted why\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = true\n}\n"}
	r := scanned(t, src, Options{Passed: true})
	if len(r.Findings) != 1 || r.Findings[0].Suppressed != nil || r.Summary.Passed != 1 {
		t.Errorf("%+v", r.Findings)
	}
}

// Comments in modules that others wrote are honoured, but what matches nothing
// there is not our reader's to mend.
func TestInstalledModules(t *testing.T) {
	src := map[string]string{
		"main.tf":                         "module \"m\" {\n  source = \"acme/m/aws\"\n}\n",
		".terraform/modules/modules.json": `{"Modules":[{"Key":"m","Source":"registry.terraform.io/acme/m/aws","Dir":".terraform/modules/m"}]}`,
		".terraform/modules/m/main.tf":    "resource \"aws_ebs_volume\" \"v\" {} # lintel:ignore CKV_AWS_3 why\n# lintel:ignore CKV_AWS_3 why\n",
	}
	r := scanned(t, src, Options{WarnUnused: true})
	if len(r.Findings) != 1 || r.Findings[0].Suppressed == nil || len(r.Diagnostics) != 0 {
		t.Errorf("%+v, %v", r.Findings, r.Diagnostics)
	}
}

// Today is the day of the run unless someone says otherwise.
func TestTodayIsTheDayOfTheRun(t *testing.T) {
	scan := func(until time.Time) *Report {
		text := "# lintel:ignore aws-ebs-volume-unencrypted until=" + until.Format(time.DateOnly) + " why\nresource \"aws_ebs_volume\" \"v\" {}\n"
		return scanned(t, map[string]string{"main.tf": text}, Options{})
	}
	if r := scan(time.Now().AddDate(0, 2, 0)); r.Findings[0].Suppressed == nil || len(r.Diagnostics) > 0 {
		t.Errorf("in two months: %v", r.Diagnostics)
	}
	if r := scan(time.Now().AddDate(0, 0, -2)); r.Findings[0].Suppressed != nil || len(r.Diagnostics) != 1 || r.Diagnostics[0].Severity != diag.Warning {
		t.Errorf("two days ago: %v", r.Diagnostics)
	}
}
