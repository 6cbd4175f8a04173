package formats

import (
	"bufio"
	"cmp"
	"io"
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/scan"
)

// ASFFOptions are what the format wants to know beside the findings.
type ASFFOptions struct {
	Time      time.Time
	Partition string // "" is aws
}

// What Security Hub takes at most (https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html).
const (
	asffTitle       = 256
	asffDescription = 1024
	asffFix         = 512
	asffResources   = 32
)

type asffFinding struct {
	SchemaVersion string
	ID            string `json:"Id"`
	ProductARN    string `json:"ProductArn"`
	GeneratorID   string `json:"GeneratorId"`
	AWSAccountID  string `json:"AwsAccountId"`
	Types         []string
	CreatedAt     string
	UpdatedAt     string
	Severity      struct{ Label string }
	Title         string
	Description   string
	Remediation   *asffRemediation `json:",omitempty"`
	Resources     []asffResource
	Compliance    asffCompliance
	Workflow      struct{ Status string }
	RecordState   string
	ProductFields map[string]string
}

type asffRemediation struct{ Recommendation struct{ Text string } }

type asffResource struct {
	Type      string
	ID        string `json:"Id"`
	Partition string
	Region    string `json:",omitempty"`
}

type asffCompliance struct{ Status string }

// ASFF writes live findings as an array in the AWS Security Finding Format, for BatchImportFindings, which takes a
// hundred at a time. What is not live has no account, and is left out; for diagnostics it has no place.
func ASFF(w io.Writer, r *scan.Report, opt ASFFOptions) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Format == model.Live {
			out.element(n, asffOf(f, opt))
			n++
		}
	}
	out.text("\n]\n")
	return out.flush()
}

func asffOf(f *scan.Finding, opt ASFFOptions) asffFinding {
	account, region := regionOf(f)
	partition := cmp.Or(opt.Partition, partitionOf(f))
	region = cmp.Or(region, vocabulary.PartitionNamed(partition).Home) // where global resources are at home
	at := opt.Time.UTC().Format("2006-01-02T15:04:05.000Z")
	out := asffFinding{
		SchemaVersion: "2018-10-08",
		ID:            "lintel/" + f.Fingerprint,
		ProductARN:    "arn:" + partition + ":securityhub:" + region + ":" + account + ":product/" + account + "/default",
		GeneratorID:   f.Check.ID, AWSAccountID: account,
		Types:     []string{"Software and Configuration Checks/Vulnerabilities/Misconfiguration"},
		CreatedAt: at, UpdatedAt: at,
		Title:         cut(printable(f.Check.Title), asffTitle),
		Description:   cut(printable(asffText(f)), asffDescription),
		Compliance:    asffCompliance{asffStatus(f.Verdict)},
		RecordState:   "ACTIVE",
		ProductFields: map[string]string{"lintel/fingerprint": f.Fingerprint},
	}
	if f.Owner != "" {
		out.ProductFields["lintel/owner"] = printable(f.Owner)
	}
	out.Severity.Label = strings.ToUpper(f.Check.Severity.String())
	out.Workflow.Status = "NEW"
	switch {
	case f.Suppressed != nil:
		out.Workflow.Status = "SUPPRESSED"
	case f.Verdict == checks.Passed:
		out.Severity.Label, out.Workflow.Status = "INFORMATIONAL", "RESOLVED"
	}
	if fix := f.Check.Fix.For(f.Format); fix != "" {
		out.Remediation = &asffRemediation{}
		out.Remediation.Recommendation.Text = cut(printable(fix), asffFix)
	}
	for i, r := range partiesOf(f) {
		if i < asffResources {
			out.Resources = append(out.Resources, asffResource{"Other", printable(r.Address), partition, region})
		}
	}
	return out
}

// asffText says what was found, why that is not known, and what set it; then why it matters.
func asffText(f *scan.Finding) string {
	text := spoken(f, f.Message) + "."
	if f.Reason != "" {
		text += " It is unknown: " + spoken(f, f.Reason) + "."
	}
	for _, hop := range f.Chain {
		text += " Set by " + strings.TrimSpace(hop.Name+" "+where(hop.Range)) + "."
	}
	return text + " " + f.Check.Why
}

// partitionOf is the one that the resource's ARN names.
func partitionOf(f *scan.Finding) string {
	if f.Resource == nil {
		return "aws"
	}
	if parts := strings.Split(f.Resource.Address, ":"); len(parts) > 2 && parts[0] == "arn" {
		return printable(parts[1])
	}
	return "aws"
}

func asffStatus(v checks.Verdict) string {
	switch v {
	case checks.Passed:
		return "PASSED"
	case checks.Fail:
		return "FAILED"
	}
	return "NOT_AVAILABLE"
}
