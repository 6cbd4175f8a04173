// Package checks says what a check is: static data about a fault, and a rule
// that finds it in the model. The checks themselves live in the folders below,
// one folder per service, two files per check: FAULT.go and FAULT.txtar with its
// examples.
package checks

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Check is all that is said about one fault. It is static data: nothing of it
// is built when the program starts.
type Check struct {
	Title    string // the fault, as a sentence without a full stop
	Severity Severity
	Why      string // what it costs whoever lets it be, in a sentence or two
	Fix      Fix
	Aliases  Aliases
	// References are addresses of the vendor's documentation.
	References []string
	// Opinion marks tags, naming, style and cost: off unless asked for.
	Opinion bool
	// Loss marks a check of what a change takes away. Its rule is shown resources as
	// they were before the change; what has become of them is in their scope's After.
	Loss bool
	// Setting is the flag, by its name, by which an owner decides what the check
	// asks for: once it is given, the check is no opinion.
	Setting string
	Since   string // the version that brought the check
	// Formerly is a space-separated list of ids the check had before.
	Formerly string
	Rule     Rule
}

// As is the check with a severity that somebody decided on.
func (c *Check) As(severity Severity) *Check {
	other := *c
	other.Severity = severity
	return &other
}

// Severity says how bad a fault is. The zero value is Low.
type Severity uint8

const (
	Low Severity = iota
	Medium
	High
	Critical
)

func (s Severity) String() string {
	return [...]string{"low", "medium", "high", "critical"}[s]
}

// ParseSeverity is the inverse of String.
func ParseSeverity(word string) (Severity, bool) {
	for s := Low; s <= Critical; s++ {
		if strings.EqualFold(word, s.String()) {
			return s, true
		}
	}
	return Low, false
}

// Fix says in one or two sentences what to do, in the words of each input.
type Fix struct {
	Terraform, CloudFormation, Docker, Compose, Live string
}

// For returns the fix in the words of a format.
func (f Fix) For(format model.Format) string {
	switch format {
	case model.CloudFormation:
		return f.CloudFormation
	case model.Dockerfile:
		return f.Docker
	case model.Compose:
		return f.Compose
	case model.Live:
		return f.Live
	}
	return f.Terraform
}

// Aliases names the same fault in other tools, each a space-separated list of
// their ids. Two checks may share an alias.
type Aliases struct {
	Checkov, KICS, Trivy, Hadolint, CfnNag, Guard, Regula, Prowler string
}

// Each yields the tools that have ids, by their names in JSON, in a fixed order.
func (a Aliases) Each(yield func(tool string, ids []string) bool) {
	for _, tool := range [...]struct{ name, ids string }{
		{"cfn_nag", a.CfnNag}, {"checkov", a.Checkov}, {"guard", a.Guard}, {"hadolint", a.Hadolint},
		{"kics", a.KICS}, {"prowler", a.Prowler}, {"regula", a.Regula}, {"trivy", a.Trivy},
	} {
		if tool.ids != "" && !yield(tool.name, strings.Fields(tool.ids)) {
			return
		}
	}
}

// Entry is a check under its id. The list in checks/all is generated from the
// files: the path of a check is its id.
type Entry struct {
	ID   string // "aws-ebs-volume-unencrypted"
	Path string // "aws/ebs/volume_unencrypted"
	*Check
}

// IDs yields all ids by which the check is known, plain: its own, those it had before
// and those that other tools give it.
func (e *Entry) IDs(yield func(id string) bool) {
	if !yield(e.ID) {
		return
	}
	for _, id := range strings.Fields(e.Formerly) {
		if !yield(id) {
			return
		}
	}
	for _, ids := range e.Aliases.Each {
		for _, id := range ids {
			if !yield(PlainID(id)) {
				return
			}
		}
	}
}

// PlainID is an id as it is compared: Trivy writes AVD-AWS-0026 and AWS-0026.
func PlainID(id string) string { return strings.TrimPrefix(strings.ToLower(id), "avd-") }

// Rule finds a fault.
type Rule interface {
	// Types is a space-separated list of the resource types the rule judges. A
	// data source is named as in an address, "data.aws_ami"; "*" stands for all.
	Types() string
	// Judge looks at one resource of these types.
	Judge(p *Pass, r *model.Resource)
}

// Func is a rule of its own making.
type Func struct {
	On string // the types it judges, separated by spaces
	Do func(p *Pass, r *model.Resource)
}

func (f Func) Types() string                    { return f.On }
func (f Func) Judge(p *Pass, r *model.Resource) { f.Do(p, r) }
