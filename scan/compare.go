package scan

import (
	"context"
	"fmt"
	"sync"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
)

// comparison holds what is deployed against the source of the states that have made it.
type comparison struct {
	code []Finding // that fail
	// failing, or undecided, and seen is what is live, by the address in the code.
	failing map[breach]bool
	seen    map[string]bool
	mu      sync.Mutex // of seen: regions are judged at the same time
}

// breach is a check that an address fails.
type breach struct{ check, address string }

// compare judges the source, if there is one to compare with.
func (s *session) compare(ctx context.Context, selected *selection) *comparison {
	if s.source == "" || len(s.made.by) == 0 || !s.holdsSource(s.source) {
		return nil
	}
	source, _, err := s.loader.Parse(ctx, s.source, s.inputs)
	if err != nil || source == nil {
		return nil // readPlan has said why
	}
	graft.Fold(source)
	c := &comparison{failing: map[breach]bool{}, seen: map[string]bool{}}
	for _, f := range selected.judge(source, nil, false).findings {
		if f.Verdict == checks.Fail {
			c.code = append(c.code, f)
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
			c.seen[from.Address] = true
		}
	}
}

// deployed takes note of what fails, and says of the findings whether the code fails as well.
func (c *comparison) deployed(by made, judged []*judgement) {
	inCode := map[breach]bool{}
	for _, f := range c.code {
		for _, r := range f.Instances {
			inCode[breach{f.Check.ID, r.Address}] = true
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
			at := breach{f.Check.ID, from.Address}
			if c.failing[at] = true; f.Verdict != checks.Fail {
				continue
			}
			word := "the code passes: it was changed elsewhere, or is not applied yet"
			if inCode[at] {
				word = "the code fails as well"
			}
			f.Chain = append(f.Chain, model.Hop{Name: word})
		}
	}
}

// breaks are the faults that code has and what it has made does not have: the next apply brings them.
func (c *comparison) breaks() diag.List {
	var diags diag.List
	for _, f := range c.code {
		for _, r := range f.Instances {
			if !c.seen[r.Address] || c.failing[breach{f.Check.ID, r.Address}] {
				continue
			}
			diags.Add(diag.Diagnostic{
				Severity: diag.Warning, Range: f.Place,
				Summary: fmt.Sprintf("the next apply breaks what is in order now: %s of %s", f.Check.ID, r.Address),
				Detail:  "What is deployed passes the check, the code fails it.",
			})
		}
	}
	return diags
}
