package scan

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/triage"
)

// Report is the result of a run. Every output is made from it alone.
type Report struct {
	Findings    []Finding // sorted by file, line, column, check, resource
	Diagnostics diag.List
	Summary     Summary
	// Evidence has an element for each framework asked for.
	Evidence []Evidence
	// Stage is "plan", "state" or "live" where nothing else was scanned, else "source".
	Stage string
	// Unseen is what live accounts did not show; nil where there was none to look at.
	Unseen []Unseen
	// Checks are those that were run, sorted by id.
	Checks []*checks.Entry
	// Base is the PATH that was given, a slash path relative to the boundary: what
	// paths in JSON and on the terminal are relative to. "." if several were given, and
	// for a hook, to which a commit may give one or many.
	Base string
	// Line returns one line of a scanned file, without its end, "" if it is not
	// to be had. Secrets are masked by whoever prints it: see Finding.Sensitive.
	Line func(file string, line int) string
	// Compared tells that findings were held against those of before a change.
	Compared bool

	triaged *triager
}

// Finding is one verdict as outputs show it. Instances of one block with the
// same check, place and verdict are one Finding.
type Finding struct {
	checks.Finding
	Root        string // of the scope, relative to the boundary
	Format      model.Format
	Fingerprint string // version 1, hexadecimal; free of line numbers
	// Place is where the attribute at fault is, or where it is missing.
	Place model.Range
	// Chain are the places through which the value came to Place, nearest first:
	// of the first instance, where they differ.
	Chain []model.Hop
	// Instances are all resources meant, the one of the embedded Finding first.
	Instances []*model.Resource
	// Environments are those in which the finding holds; none where the run has none.
	Environments []string
	// When are the outcomes of the input in which the finding holds, as its message
	// says, too: any one of the terms suffices. None where it holds in all.
	When [][]model.Given
	// Sensitive tells that the code line holds a secret: outputs mask the value.
	Sensitive  bool
	Suppressed *Suppression
	// Owner is whose the resource is, "" if nobody says.
	Owner string
	// Change is what became of the finding, "" where it was not compared, or passes.
	Change Change

	votes    []vote // of which it is made, at least one for each instance
	outcomes uint64 // in which it holds
}

// Suppression is why a finding does not count.
type Suppression = triage.Suppression

// Summary counts what the run saw. Passed, Failed, Unknown and Suppressed
// count verdicts: one per check and resource instance.
type Summary struct {
	Passed     int `json:"passed"`
	Failed     int `json:"failed"`
	Unknown    int `json:"unknown"`
	Suppressed int `json:"suppressed"`
	// Skipped counts files that were recognised but not read, by their kind
	// ("dockerfile") or why ("gitignored", "excluded"). A folder into which nobody
	// looked counts as one.
	Skipped map[string]int `json:"skipped"`
	Files   int            `json:"files"` // that were read
	Roots   int            `json:"roots"`
	// Resources counts managed resource instances, Checked those of them that at
	// least one check judged by its type.
	Resources int `json:"resources"`
	Checked   int `json:"checked"`
	// Unchecked counts managed resource instances whose type no check knows, by
	// provider ("azurerm": 212).
	Unchecked map[string]int `json:"unchecked"`
	// BySeverity counts failed findings that are not suppressed.
	BySeverity map[string]int `json:"by_severity"`
	// Changes counts findings by what became of them, suppressed ones too; nil where
	// nothing was compared.
	Changes map[Change]int `json:"changes,omitempty"`
	// Sides counts faults by where they are; nil where what is deployed was held against no code.
	Sides *Sides `json:"sides,omitempty"`
}

// Sides counts the faults of what is deployed and of the code that has made it.
type Sides struct {
	Both int `json:"both"` // to be mended in the code
	Live int `json:"live"` // only deployed: changed elsewhere, or not applied yet
	Code int `json:"code"` // only in the code: the next apply brings them
	Open int `json:"open"` // deployed, and the code does not tell
}
