package formats

import (
	"bufio"
	"io"
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// OCSFOptions are what the schema wants to know beside the findings.
type OCSFOptions struct {
	Time    time.Time
	Version string // of Lintel
}

// The numbers of the Open Cybersecurity Schema Framework 1.3 for a Compliance Finding that is created
// (https://schema.ocsf.io/1.3.0/classes/compliance_finding).
const (
	ocsfVersion  = "1.3.0"
	ocsfCategory = 2
	ocsfClass    = 2003
	ocsfCreate   = 1
)

type ocsfEvent struct {
	ActivityID   int            `json:"activity_id"`
	CategoryUID  int            `json:"category_uid"`
	ClassUID     int            `json:"class_uid"`
	TypeUID      int            `json:"type_uid"`
	Time         int64          `json:"time"` // milliseconds
	SeverityID   int            `json:"severity_id"`
	StatusID     int            `json:"status_id"`
	Message      string         `json:"message"`
	Metadata     ocsfMetadata   `json:"metadata"`
	FindingInfo  ocsfFinding    `json:"finding_info"`
	Compliance   ocsfCompliance `json:"compliance"`
	Resources    []ocsfResource `json:"resources"`
	Remediation  *ocsfFix       `json:"remediation,omitempty"`
	Cloud        *ocsfCloud     `json:"cloud,omitempty"`
	StatusDetail string         `json:"status_detail,omitempty"`
	Unmapped     *ocsfUnmapped  `json:"unmapped,omitempty"`
}

type ocsfUnmapped struct {
	SetBy  []string    `json:"set_by,omitempty"` // nearest first
	Owner  string      `json:"owner,omitempty"`
	Change scan.Change `json:"change,omitempty"`
}

type ocsfMetadata struct {
	Version string      `json:"version"`
	Product ocsfProduct `json:"product"`
}

type ocsfProduct struct {
	Name       string `json:"name"`
	VendorName string `json:"vendor_name"`
	Version    string `json:"version,omitempty"`
}

type ocsfFinding struct {
	UID   string   `json:"uid"`
	Title string   `json:"title"`
	Desc  string   `json:"desc,omitempty"`
	Types []string `json:"types"`
}

type ocsfCompliance struct {
	Control      string   `json:"control"`
	Standards    []string `json:"standards"`
	Status       string   `json:"status"`
	StatusID     int      `json:"status_id"`
	StatusDetail string   `json:"status_detail,omitempty"`
}

type ocsfResource struct {
	UID    string `json:"uid"`
	Type   string `json:"type"`
	Region string `json:"region,omitempty"`
}

type ocsfFix struct {
	Desc string `json:"desc"`
}

type ocsfCloud struct {
	Provider string      `json:"provider"`
	Region   string      `json:"region,omitempty"`
	Account  ocsfAccount `json:"account"`
}

type ocsfAccount struct {
	UID string `json:"uid"`
}

// OCSF writes an array of Compliance Findings, one for each finding, and of Base Events, one for each diagnostic. A verdict that was not reached has the status
// Unknown; what is suppressed is said to be.
func OCSF(w io.Writer, r *scan.Report, opt OCSFOptions) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	for i := range r.Findings {
		out.element(i, ocsfOf(&r.Findings[i], opt))
	}
	for i, d := range r.Diagnostics {
		out.element(len(r.Findings)+i, ocsfNote(d, opt))
	}
	out.text("\n]\n")
	return out.flush()
}

func ocsfOf(f *scan.Finding, opt OCSFOptions) ocsfEvent {
	status, statusID := ocsfStatus(f.Verdict)
	e := ocsfEvent{
		ActivityID: ocsfCreate, CategoryUID: ocsfCategory, ClassUID: ocsfClass, TypeUID: ocsfClass*100 + ocsfCreate,
		Time: opt.Time.UnixMilli(), SeverityID: ocsfSeverity(f.Check.Severity), StatusID: 1, // new
		Message:     printable(spoken(f, f.Message)),
		Metadata:    ocsfMetadata{Version: ocsfVersion, Product: ocsfProduct{"Lintel", "Lintel", opt.Version}},
		FindingInfo: ocsfFinding{UID: f.Fingerprint, Title: printable(f.Check.Title), Desc: printable(f.Check.Why), Types: []string{f.Check.ID}},
		Compliance: ocsfCompliance{
			Control: f.Check.ID, Standards: []string{"Lintel"}, Status: status, StatusID: statusID, StatusDetail: printable(spoken(f, f.Reason)),
		},
	}
	if f.Suppressed != nil {
		e.StatusID, e.StatusDetail = 3, printable(f.Suppressed.Reason) // suppressed
	}
	if fix := f.Check.Fix.For(f.Format); fix != "" {
		e.Remediation = &ocsfFix{printable(fix)}
	}
	account, region := regionOf(f)
	if account != "" {
		e.Cloud = &ocsfCloud{"AWS", region, ocsfAccount{account}}
	}
	for _, r := range partiesOf(f) {
		e.Resources = append(e.Resources, ocsfResource{printable(r.Address), printable(r.Type), region})
	}
	more := ocsfUnmapped{Owner: printable(f.Owner), Change: f.Change}
	for _, hop := range f.Chain {
		more.SetBy = append(more.SetBy, strings.TrimSpace(printable(hop.Name)+" "+where(hop.Range)))
	}
	if more.SetBy != nil || more.Owner != "" || more.Change != "" {
		e.Unmapped = &more
	}
	return e
}

// ocsfNote is a diagnostic: an event that is of no class.
func ocsfNote(d diag.Diagnostic, opt OCSFOptions) any {
	severity := map[diag.Severity]int{diag.Info: 1, diag.Warning: 2, diag.Error: 3}[d.Severity]
	return struct {
		ActivityID  int          `json:"activity_id"`
		CategoryUID int          `json:"category_uid"`
		ClassUID    int          `json:"class_uid"`
		TypeUID     int          `json:"type_uid"`
		Time        int64        `json:"time"`
		SeverityID  int          `json:"severity_id"`
		Message     string       `json:"message"`
		Metadata    ocsfMetadata `json:"metadata"`
	}{99, 0, 0, 99, opt.Time.UnixMilli(), severity, complaint(d), ocsfMetadata{Version: ocsfVersion, Product: ocsfProduct{"Lintel", "Lintel", opt.Version}}}
}

func ocsfStatus(v checks.Verdict) (string, int) {
	switch v {
	case checks.Passed:
		return "Pass", 1
	case checks.Fail:
		return "Fail", 3
	}
	return "Unknown", 0
}

func ocsfSeverity(s checks.Severity) int {
	return map[checks.Severity]int{checks.Low: 2, checks.Medium: 3, checks.High: 4, checks.Critical: 5}[s]
}

// regionOf is where a live finding is: the account, and the region unless the resource has none. Both are "" for code.
func regionOf(f *scan.Finding) (account, region string) {
	if f.Format != model.Live {
		return "", ""
	}
	account, region, _ = strings.Cut(f.Root, "/")
	if region == "global" {
		region = ""
	}
	return printable(account), printable(region)
}

// partiesOf are the instances and, last, the companion.
func partiesOf(f *scan.Finding) []*model.Resource {
	all := f.Instances
	if len(all) == 0 && f.Resource != nil {
		all = []*model.Resource{f.Resource}
	}
	if f.Companion != nil {
		all = append(all[:len(all):len(all)], f.Companion)
	}
	return all
}
