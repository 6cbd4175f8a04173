package formats

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// SARIFOptions say what of the report goes into the SARIF file.
type SARIFOptions struct {
	ShowUnknown bool // undecided verdicts as results of kind "open"
	// Stage is what was scanned ("source", "plan", "live"), so that the uploads of
	// one stage do not close the alerts of another; "" is "source".
	Stage   string
	Version string // of lintel, "" to leave it out
}

// GitHub takes no more results in a run than that, and no longer descriptions.
const (
	mostResults     = 25_000
	longDescription = 1024
)

// SARIF writes the report for code scanning services, with GitHub's
// conventions. File names are relative to the repository.
func SARIF(w io.Writer, r *scan.Report, opt SARIFOptions) error {
	source := sourceOf(r)
	s := &sarifRun{report: r, opt: opt, source: source, rules: make(map[string]int),
		hashes: hasher{source: source, files: make(map[string][]string)}}
	doc := sarif.NewReport()
	doc.AddRun(s.run())
	out, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	_, err = w.Write(append(safeJSON(out), '\n'))
	return err
}

type sarifRun struct {
	report *scan.Report
	opt    SARIFOptions
	source *source
	hashes hasher
	driver *sarif.ToolComponent
	rules  map[string]int // the place of each rule's id in driver.Rules
}

func (s *sarifRun) run() *sarif.Run {
	run := sarif.NewRunWithInformationURI("lintel", home)
	s.driver = run.Tool.Driver
	if s.opt.Version != "" {
		s.driver.WithSemanticVersion(s.opt.Version)
	}
	for _, check := range s.report.Checks {
		s.rule(check)
	}
	shown, leftOut := s.worst()
	for _, f := range shown {
		run.AddResult(s.result(f))
	}
	run.WithColumnKind("utf16CodeUnits")
	run.WithAutomationDetails(sarif.NewRunAutomationDetails().WithID(s.category()))
	return run.WithInvocations([]*sarif.Invocation{s.invocation(leftOut)})
}

// category is what GitHub keeps the alerts of different uploads apart by.
func (s *sarifRun) category() string {
	id := "lintel/" + cmp.Or(s.opt.Stage, "source") + "/"
	if root := s.report.Base; root != "" && root != "." {
		id += printable(root) + "/"
	}
	return id
}

// worst picks the findings to show, in the order of the report. If there are
// too many, the mildest are left out, undecided ones before any other.
func (s *sarifRun) worst() (shown []*scan.Finding, leftOut int) {
	for i := range s.report.Findings {
		f := &s.report.Findings[i]
		if f.Verdict == checks.Fail || f.Verdict == checks.Unknown && s.opt.ShowUnknown {
			shown = append(shown, f)
		}
	}
	if len(shown) <= mostResults {
		return shown, 0
	}
	order := make([]int, len(shown))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(shown[b]), rank(shown[a])) })
	order = order[:mostResults]
	slices.Sort(order)
	kept := make([]*scan.Finding, len(order))
	for i, at := range order {
		kept[i] = shown[at]
	}
	return kept, len(shown) - len(kept)
}

// rank is the greater the more it matters that a finding is shown.
func rank(f *scan.Finding) int {
	n := int(f.Check.Severity)
	if f.Verdict == checks.Fail {
		n += 10
	}
	if f.Suppressed == nil {
		n += 100
	}
	return n
}

// rule returns the place of a check in the list of rules.
func (s *sarifRun) rule(check *checks.Entry) int {
	if at, ok := s.rules[check.ID]; ok {
		return at
	}
	s.rules[check.ID] = len(s.driver.Rules)
	s.driver.AddRule(sarifRule(check))
	return s.rules[check.ID]
}

func sarifRule(check *checks.Entry) *sarif.ReportingDescriptor {
	rule := sarif.NewRule(check.ID)
	rule.WithShortDescription(sarifText(check.Title))
	rule.WithFullDescription(sarifText(check.Why))
	rule.WithHelp(sarifHelp(check))
	rule.WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(level(check.Severity)))
	if len(check.References) > 0 {
		rule.WithHelpURI(check.References[0])
	}
	if formerly := strings.Fields(check.Formerly); len(formerly) > 0 {
		rule.WithDeprecatedIds(formerly)
	}
	return rule.WithProperties(ruleProperties(check))
}

func sarifText(s string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(cut(s, longDescription))
}

// ruleProperties are those by which GitHub sorts and filters. An opinion is no
// security rule: it has a problem severity instead of a score.
func ruleProperties(check *checks.Entry) *sarif.PropertyBag {
	folder, _, _ := strings.Cut(check.Path, "/")
	bag := sarif.NewPropertyBag().Add("precision", "high")
	if check.Opinion {
		return bag.Add("problem.severity", "recommendation").WithTags([]string{"maintainability", folder})
	}
	score := [...]string{checks.Low: "2.0", checks.Medium: "5.5", checks.High: "8.0", checks.Critical: "9.5"}
	return bag.Add("security-severity", score[check.Severity]).WithTags([]string{"security", folder})
}

func sarifHelp(check *checks.Entry) *sarif.MultiformatMessageString {
	text, markdown := check.Why, check.Why+"\n"
	for _, fix := range [...]struct{ format, words string }{
		{"Terraform", check.Fix.Terraform}, {"CloudFormation", check.Fix.CloudFormation}, {"Dockerfile", check.Fix.Docker},
		{"Compose", check.Fix.Compose}, {"Live", check.Fix.Live},
	} {
		if fix.words != "" {
			text += "\n\n" + fix.format + ": " + fix.words
			markdown += "\n**" + fix.format + ":** " + fix.words + "\n"
		}
	}
	for i, reference := range check.References {
		if i == 0 {
			markdown += "\n"
		}
		text += "\n" + reference
		markdown += "- <" + reference + ">\n"
	}
	return sarif.NewMultiformatMessageString().WithText(text).WithMarkdown(markdown)
}

func level(severity checks.Severity) string {
	switch severity {
	case checks.Critical, checks.High:
		return sarif.LevelError
	case checks.Medium:
		return sarif.LevelWarning
	}
	return sarif.LevelNote
}

func (s *sarifRun) result(f *scan.Finding) *sarif.Result {
	result := sarif.NewRuleResult(f.Check.ID).WithRuleIndex(s.rule(f.Check)).WithMessage(sarif.NewTextMessage(resultText(f)))
	result.Level = level(f.Check.Severity)
	if f.Verdict == checks.Unknown {
		result.Kind, result.Level = "open", sarif.LevelNone
	}
	first := s.location(f.Place, f.At.State == model.Absent)
	if f.Resource != nil {
		first.AddLogicalLocation(sarif.NewLogicalLocation().
			WithFullyQualifiedName(printable(f.Resource.Address)).WithKind("resource"))
	}
	result.AddLocation(first)
	for _, party := range [...]*model.Resource{f.Resource, f.Companion} {
		if party != nil && party.Location.File != "" {
			id := len(result.RelatedLocations)
			result.AddRelatedLocation(s.location(party.Location, false).WithID(id).
				WithMessage(sarif.NewTextMessage(sarifMessage(party.Address))))
		}
	}
	for _, hop := range f.Chain {
		if hop.Range.File != "" {
			result.AddRelatedLocation(s.location(hop.Range, false).WithID(len(result.RelatedLocations)).
				WithMessage(sarif.NewTextMessage(sarifMessage("set by " + hop.Name))))
		}
	}
	if f.Owner != "" {
		result.WithProperties(sarif.NewPropertyBag().Add("owner", printable(f.Owner)))
	}
	if len(f.Way) > 0 {
		result.AddCodeFlow(s.codeFlow(f.Way, first))
	}
	if state := baselineState(f.Change); state != "" {
		result.WithBaselineState(state)
	}
	if f.Suppressed != nil {
		result.AddSuppression(suppression(f.Suppressed))
	}
	return result.WithPartialFingerprints(map[string]string{
		"lintel/v1":               f.Fingerprint,
		"primaryLocationLineHash": s.lineHash(f),
	})
}

// codeFlow is the way of an attack, which ends at the finding.
func (s *sarifRun) codeFlow(way []model.Hop, end *sarif.Location) *sarif.CodeFlow {
	flow := sarif.NewThreadFlow()
	for _, hop := range way {
		location := s.location(hop.Range, false).WithMessage(sarif.NewTextMessage(sarifMessage(hop.Name)))
		flow.AddLocation(sarif.NewThreadFlowLocation().WithLocation(location))
	}
	flow.AddLocation(sarif.NewThreadFlowLocation().WithLocation(end))
	return sarif.NewCodeFlow().AddThreadFlow(flow)
}

// baselineState is a change in SARIF's words. What cannot be told counts as new, as
// it does for the gate. There is no "absent": services take every result in a file
// for one that is open.
func baselineState(c scan.Change) string {
	switch c {
	case scan.Introduced, scan.Undecided:
		return "new"
	case scan.Unchanged:
		return "unchanged"
	case scan.Moved:
		return "updated"
	}
	return ""
}

// resultText says what was found and where: GitHub shows it alone, without the
// resource.
func resultText(f *scan.Finding) string {
	text := spoken(f, f.Message)
	if f.Resource != nil {
		text += " in " + parties(f)
	}
	if f.Verdict == checks.Unknown && f.Reason != "" {
		text += ": " + spoken(f, f.Reason)
	}
	return sarifMessage(text)
}

// sarifMessage makes a text one line in which no link can hide.
func sarifMessage(s string) string {
	return strings.ReplaceAll(printable(s), "](", "] (")
}

func suppression(s *scan.Suppression) *sarif.Suppression {
	kind := "external"
	if s.Kind == "comment" {
		kind = "inSource"
	}
	return sarif.NewSuppression().WithKind(kind).WithStatus("accepted").WithJustification(printable(s.Reason))
}

// lineHash is GitHub's; where the line is not to be had, the finding's own
// fingerprint does the same, as long as it does not change.
func (s *sarifRun) lineHash(f *scan.Finding) string {
	hash := s.hashes.at(f.Place.File, f.Place.Start.Line)
	if hash == "" {
		return f.Fingerprint[:min(16, len(f.Fingerprint))] + ":1"
	}
	return hash
}

// location is a place in the repository. Of a missing attribute only the first
// line is named: a pull request shows an alert only if it changes all its lines.
func (s *sarifRun) location(at model.Range, missing bool) *sarif.Location {
	place := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(fileURI(at.File)))
	startLine, endLine := max(1, at.Start.Line), max(1, at.Start.Line, at.End.Line)
	if missing {
		endLine = startLine
	}
	start := s.utf16Column(at.File, startLine, at.Start.Column)
	end := s.utf16Column(at.File, endLine, at.End.Column)
	if missing && at.End.Line > startLine {
		text, _ := s.source.at(at.File, startLine)
		end = utf16Length(text) + 1
	}
	if endLine == startLine {
		end = max(end, start+1)
	}
	return sarif.NewLocationWithPhysicalLocation(place.WithRegion(sarif.NewRegion().
		WithStartLine(int(startLine)).WithStartColumn(start).WithEndLine(int(endLine)).WithEndColumn(end)))
}

// utf16Column turns a column that counts what a reader sees as a character
// into one that counts UTF-16 units, as SARIF does. It counts on the line as
// written, of which nothing but the number gets out.
func (s *sarifRun) utf16Column(file string, line, column int32) int {
	if column <= 1 || s.source.line == nil {
		return int(max(1, column))
	}
	text := s.source.line(file, int(line))
	at := byteAt(text, column)
	if at == len(text) { // behind the end, or a line that is not to be had
		return max(int(column), utf16Length(text)+1)
	}
	return utf16Length(text[:at]) + 1
}

func utf16Length(s string) int {
	if isASCII(s) {
		return len(s)
	}
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// fileURI is a path as a relative reference: what is not a letter of a name is
// percent-encoded, also a colon, before which a scheme would stand.
func fileURI(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

// invocation holds what could not be read.
func (s *sarifRun) invocation(leftOut int) *sarif.Invocation {
	invocation := sarif.NewInvocation().WithExecutionSuccessful(!s.report.Diagnostics.HasErrors())
	for _, d := range s.report.Diagnostics {
		note := notification(d.Severity, d.Summary, d.Detail)
		if d.Range.File != "" {
			note.AddLocation(s.location(d.Range, false))
		}
		invocation.AddToolExecutionNotification(note)
	}
	if leftOut > 0 {
		invocation.AddToolExecutionNotification(notification(diag.Warning,
			fmt.Sprintf("%d results left out", leftOut), fmt.Sprintf("GitHub takes %d; the most severe are here.", mostResults)))
	}
	return invocation
}

func notification(severity diag.Severity, summary, detail string) *sarif.Notification {
	levels := map[diag.Severity]string{diag.Error: sarif.LevelError, diag.Warning: sarif.LevelWarning, diag.Info: sarif.LevelNote}
	text := summary
	if detail != "" {
		text += ": " + detail
	}
	note := sarif.NewNotification().WithMessage(sarif.NewTextMessage(sarifMessage(text)))
	note.Level = levels[severity]
	return note
}
