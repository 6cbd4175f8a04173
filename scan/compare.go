package scan

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
)

// comparison holds what is deployed against the source of the states that have made it.
type comparison struct {
	code []Finding       // that fail
	open map[breach]bool // what in the code is not decided
	// failing, or undecided, and seen is what is live, by the address in the code.
	failing map[breach]bool
	seen    map[string]bool
	mu      sync.Mutex // of seen: regions are judged at the same time
}

// breach is a check that a place in the code fails.
type breach struct{ check, at string }

// inCode names a resource of the code: by its address, which in templates is unique in one of them.
func inCode(r *model.Resource) string {
	if r.Scope.Format != model.CloudFormation {
		return r.Address
	}
	return r.Scope.Root + " " + whole(r).Address
}

// compare judges the source, if there is one to compare with: Terraform's that states are of, and templates.
func (s *session) compare(ctx context.Context, selected *selection) *comparison {
	code := s.made.templates
	if s.source != "" && len(s.made.by) > 0 && s.holdsSource(s.source) {
		if source, _, err := s.loader.Parse(ctx, s.source, s.inputs); err == nil && source != nil { // readPlan has said why
			graft.Fold(source)
			code = append(slices.Clone(code), source)
		}
	}
	if len(code) == 0 {
		return nil
	}
	c := &comparison{open: map[breach]bool{}, failing: map[breach]bool{}, seen: map[string]bool{}}
	for _, source := range code {
		for _, f := range selected.judge(source, nil, false).findings {
			if f.Verdict == checks.Fail {
				c.code = append(c.code, f)
				continue
			}
			for _, r := range f.Instances {
				c.open[breach{f.Check.ID, inCode(r)}] = true
			}
		}
	}
	return c
}

// see takes note of what is live.
func (c *comparison) see(by made, sc *model.Scope) {
	if c == nil || sc.Format != model.Live {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, r := range sc.Resources {
		if from := by.code(r); from != nil {
			c.seen[inCode(from)] = true
		}
	}
}

// deployed takes note of what fails, and says of the findings whether the code fails as well.
func (c *comparison) deployed(by made, judged []*judgement, s *Sides) {
	failing := map[breach]bool{}
	for _, f := range c.code {
		for _, r := range f.Instances {
			failing[breach{f.Check.ID, inCode(r)}] = true
		}
	}
	for _, j := range judged {
		if j == nil {
			continue
		}
		for i := range j.findings {
			f := &j.findings[i]
			from := by.code(f.Resource)
			if from == nil || f.Format != model.Live || f.Verdict == checks.Passed {
				continue
			}
			at := breach{f.Check.ID, inCode(from)}
			if c.failing[at] = true; f.Verdict != checks.Fail {
				continue
			}
			word := "the code passes: it was changed elsewhere, or is not applied yet"
			switch {
			case failing[at]:
				word = "the code fails as well"
				s.Both++
			case c.open[at]:
				word = "the code does not tell whether it fails as well"
				s.Open++
			default:
				s.Live++
			}
			f.Chain = append(f.Chain, model.Hop{Name: word})
		}
	}
}

// breaks are the faults that code has and what it has made does not have: the next apply brings them.
func (c *comparison) breaks(s *Sides) diag.List {
	var diags diag.List
	for _, f := range c.code {
		for _, r := range f.Instances {
			if at := inCode(r); !c.seen[at] || c.failing[breach{f.Check.ID, at}] {
				continue
			}
			s.Code++
			diags.Add(diag.Diagnostic{
				Severity: diag.Warning, Range: f.Place,
				Summary: fmt.Sprintf("the next apply breaks what is in order now: %s of %s", f.Check.ID, r.Address),
				Detail:  "What is deployed passes the check, the code fails it.",
			})
		}
	}
	return diags
}
