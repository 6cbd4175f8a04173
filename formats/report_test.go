package formats

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares what was printed with a file under testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// marker stands for a secret in the sources below.
const marker = "hunter2-MARKER"

var sources = map[string]string{
	"infra/main.tf": `resource "aws_ebs_volume" "data" {
  count     = 3
  encrypted = false
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration { status = "Suspended" }
}

resource "aws_db_instance" "main" {
  storage_encrypted = var.encrypted
  password          = "` + marker + `" # rotate
}

resource "aws_instance" "web" {
  user_data = <<-EOT
    export PASSWORD=` + marker + `
    echo "started"
  EOT
}
`,
	"modules/naïve file#1.tf": "resource \"aws_sqs_queue\" \"évil\" {\n\tname = \"日本語 \x1b[31m##[error]\u202e\" ; kms_master_key_id = \"\"\n}\n",
}

func sourceLine(file string, line int) string {
	lines := strings.Split(sources[file], "\n")
	if line > len(lines) {
		return ""
	}
	return lines[line-1]
}

var (
	volume = entry("aws/ebs/volume_unencrypted", checks.Check{
		Title: "EBS volume is not encrypted at rest", Severity: checks.High,
		Why: "Whoever obtains a snapshot can read it all.",
		Fix: checks.Fix{Terraform: `Set "encrypted = true".`, CloudFormation: `Set "Encrypted: true".`},
		Aliases: checks.Aliases{
			Checkov: "CKV_AWS_3", Trivy: "AVD-AWS-0026 AWS-0026",
		},
		References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
		Since:      "0.1", Formerly: "aws-ebs-unencrypted",
		Rule: checks.RequireTrue{Type: "aws_ebs_volume", Path: "encrypted"},
	})
	versioning = entry("aws/s3/bucket_unversioned", checks.Check{
		Title: "S3 bucket keeps no versions", Severity: checks.Medium,
		Why: "What is overwritten or deleted is gone.",
		Fix: checks.Fix{Terraform: `Set "status = \"Enabled\"".`},
		Rule: checks.RequireAny{
			Type: "aws_s3_bucket", Path: "versioning.versioning_configuration.status", Of: []string{"Enabled"},
		},
	})
	storage = entry("aws/rds/instance_unencrypted", checks.Check{
		Title: "Database is not encrypted at rest", Severity: checks.High, Why: "Backups and snapshots can be read.",
		Fix:  checks.Fix{Terraform: `Set "storage_encrypted = true".`},
		Rule: checks.RequireTrue{Type: "aws_db_instance", Path: "storage_encrypted"},
	})
	written = entry("aws/rds/password_in_code", checks.Check{
		Title: "Password stands in the code", Severity: checks.Critical, Why: "Whoever reads the code has it.",
		Fix:  checks.Fix{Terraform: `Use "manage_master_user_password = true".`},
		Rule: checks.RequireSet{Type: "aws_db_instance", Path: "password"},
	})
	tags = entry("aws/tags/missing", checks.Check{
		Title: "Resource has no tags", Severity: checks.Low, Why: "Nobody knows whose it is.", Opinion: true,
		Fix:  checks.Fix{Terraform: `Add "tags".`},
		Rule: checks.RequireSet{Type: "aws_sqs_queue", Path: "tags"},
	})
)

func entry(path string, check checks.Check) *checks.Entry {
	return &checks.Entry{ID: strings.NewReplacer("/", "-", "_", "-").Replace(path), Path: path, Check: &check}
}

func rng(file string, numbers ...int32) model.Range {
	return model.Range{File: file, Start: model.Pos{Line: numbers[0], Column: numbers[1]}, End: model.Pos{Line: numbers[2], Column: numbers[3]}}
}

func resource(address string, at model.Range) *model.Resource {
	parts := strings.Split(address, ".")
	return &model.Resource{Type: parts[0], Address: address, Block: address, Mode: model.Managed, Location: at}
}

func at(v model.Value, place model.Range) model.Value {
	v.Origin.Range = place
	return v
}

// hostile is an address as a for_each over a hostile map would make it.
const hostile = "aws_sqs_queue.évil[\"a\n::error::b\x1b]0;x\x07]]><script>alert(1)</script>[c](http://x)\u202e\u0085\"]"

// sample has one finding of each kind.
func sample() *scan.Report {
	r := &scan.Report{
		Base: "infra", Line: sourceLine,
		Checks: []*checks.Entry{volume, storage, written, versioning, tags},
		Findings: []scan.Finding{
			volumeFinding(), versionsFinding(), unknownFinding(), suppressedFinding(),
			passwordFinding(), heredocFinding(), hostileFinding(), passedFinding(),
		},
		Summary: scan.Summary{
			Passed: 41, Failed: 7, Unknown: 1, Suppressed: 1, Files: 2, Roots: 1, Resources: 20, Checked: 8,
			Skipped: map[string]int{"binary": 1, "larger than 10 MB": 2}, Unchecked: map[string]int{"azurerm": 10, "google": 2},
			BySeverity: map[string]int{"critical": 2, "high": 1, "medium": 1, "low": 1},
		},
	}
	r.Diagnostics = diag.List{
		{Severity: diag.Error, Summary: `unknown function "tset"`, Detail: `did you mean "toset"?`, Range: rng("infra/main.tf", 30, 3, 30, 9)},
		{Severity: diag.Warning, Summary: "module \"x\n::error::\x1b[2J\" is not installed", Range: rng("modules/a:b.tf", 1, 1, 1, 1)},
		{Severity: diag.Info, Summary: "plan.json was not read: it lies beside source"},
	}
	return r
}

func base(check *checks.Entry, verdict checks.Verdict, place model.Range) scan.Finding {
	return scan.Finding{
		Finding: checks.Finding{Check: check, Verdict: verdict},
		Root:    "infra", Format: model.Terraform, Place: place,
		Fingerprint: fmt.Sprintf("%032x", len(check.ID)*1000+int(place.Start.Line)),
	}
}

func volumeFinding() scan.Finding {
	block := rng("infra/main.tf", 1, 1, 4, 2)
	f := base(volume, checks.Fail, rng("infra/main.tf", 3, 3, 3, 20))
	for i := range 3 {
		f.Instances = append(f.Instances, resource(fmt.Sprintf("aws_ebs_volume.data[%d]", i), block))
	}
	f.Resource = f.Instances[0]
	f.At = at(model.Flag(false, model.Origin{Name: "encrypted"}), f.Place)
	f.Message = "encrypted is false"
	return f
}

func versionsFinding() scan.Finding {
	f := base(versioning, checks.Fail, rng("infra/main.tf", 12, 30, 12, 50))
	f.Resource = resource("aws_s3_bucket.logs", rng("infra/main.tf", 6, 1, 8, 2))
	f.Companion = resource("aws_s3_bucket_versioning.logs", rng("infra/main.tf", 10, 1, 13, 2))
	f.Instances = []*model.Resource{f.Resource}
	f.At = at(model.Text("Suspended", model.Origin{}), f.Place)
	f.Message = "versioning_configuration.status is Suspended"
	f.Chain = []model.Hop{
		{Name: "argument status of module.logs", Range: rng("modules/a:b.tf", 2, 3, 2, 20)},
		{Name: "the value given for var.status"},
	}
	return f
}

func unknownFinding() scan.Finding {
	f := base(storage, checks.Unknown, rng("infra/main.tf", 16, 3, 16, 36))
	f.Resource = resource("aws_db_instance.main", rng("infra/main.tf", 15, 1, 18, 2))
	f.Instances = []*model.Resource{f.Resource}
	f.At = at(model.Undecided("var.encrypted has no value", model.Origin{}), f.Place)
	f.Message, f.Reason = "storage_encrypted is (unknown)", "var.encrypted has no value"
	f.When = [][]model.Given{{{Condition: "IsProd"}, {Condition: "IsLarge", Holds: true}}, {{Condition: "IsTest", Holds: true}}}
	f.Owner = "platform"
	return f
}

func suppressedFinding() scan.Finding {
	f := unknownFinding()
	f.Verdict, f.Reason, f.Fingerprint = checks.Fail, "", strings.Repeat("e", 32)
	f.Message = "storage_encrypted is false"
	f.Suppressed = &scan.Suppression{Kind: "comment", Reason: "test data only", Owner: "data", Until: "2030-01-01"}
	f.Owner = "@acme/data"
	return f
}

func passwordFinding() scan.Finding {
	f := base(written, checks.Fail, rng("infra/main.tf", 17, 3, 17, 40))
	f.Resource = resource("aws_db_instance.main", rng("infra/main.tf", 15, 1, 18, 2))
	f.Instances = []*model.Resource{f.Resource}
	f.Sensitive = true
	f.At = at(model.Text(marker, model.Origin{}), f.Place)
	f.Message = "password is " + marker // what a careless check would say
	return f
}

func heredocFinding() scan.Finding {
	f := base(written, checks.Fail, rng("infra/main.tf", 21, 15, 25, 1))
	f.Resource = resource("aws_instance.web", rng("infra/main.tf", 20, 1, 25, 2))
	f.Instances = []*model.Resource{f.Resource}
	f.Sensitive = true
	f.At = at(model.Text("export PASSWORD="+marker+"\necho \"started\"\n", model.Origin{}), f.Place)
	f.Message = "user_data sets PASSWORD"
	return f
}

func hostileFinding() scan.Finding {
	f := base(tags, checks.Fail, rng("modules/naïve file#1.tf", 2, 30, 2, 52))
	f.Resource = resource(hostile, rng("modules/naïve file#1.tf", 1, 1, 3, 2))
	f.Instances = []*model.Resource{f.Resource}
	f.At = at(model.Missing(model.Origin{}), f.Place)
	f.Owner = hostile
	f.Message = "::error::tags is not set, and \x1b[31m[x](http://evil) <script>]]> by default"
	return f
}

func passedFinding() scan.Finding {
	f := base(volume, checks.Passed, rng("infra/main.tf", 1, 1, 1, 1))
	f.Resource = resource("aws_ebs_volume.other", f.Place)
	f.Instances = []*model.Resource{f.Resource}
	return f
}

// many is a large report: n findings spread over n/100 files.
func many(n int) *scan.Report {
	r := sample()
	r.Findings = nil
	for i := range n {
		f := volumeFinding()
		f.Fingerprint = fmt.Sprintf("%032x", i)
		f.Resource.Address = fmt.Sprintf("aws_ebs_volume.data%d", i)
		f.Place.File = fmt.Sprintf("infra/%d.tf", i/100)
		r.Findings = append(r.Findings, f)
	}
	r.Line = func(_ string, line int) string { return sourceLine("infra/main.tf", line) }
	return r
}
