package cloudformation

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// outcomeSteps is how many values are evaluated for all outcomes of a template.
const outcomeSteps = maxSteps / 2

// outcomes evaluates the template once for each way in which the conditions that it
// leaves open may turn out together. It takes the first of them to hold, and not
// to hold, and what is open in either then is taken in the same way: a condition
// that follows from others has no outcomes of its own. Of too many, the last ones
// leave open what comes last.
func (r *run) outcomes() (model.Outcomes, diag.List) {
	var settled []*run
	var diags diag.List
	steps := r.steps
	for queue := []*run{r}; len(queue) > 0; {
		next := queue[0]
		queue = queue[1:]
		open := next.open()
		full := len(settled)+len(queue)+2 > model.MaxOutcomes || steps > outcomeSteps || r.ctx.Err() != nil
		if open == "" || full {
			if open != "" && len(diags) == 0 {
				diags.Warnf(next.where(open), "the conditions have too many outcomes to judge each: whether %s holds is left open in some", open)
			}
			settled = append(settled, next)
			continue
		}
		branches := next.split(open)
		for _, branch := range branches {
			steps += branch.steps
		}
		if len(branches) == 0 { // the condition contradicts itself, as has been said
			settled = append(settled, next)
		}
		queue = append(queue, branches...)
	}
	if slices.Contains(settled, r) {
		return nil, diags
	}
	return described(settled), diags
}

// open is the first condition that is open, "" if there is none. One that stays open
// where it was taken to hold, as a broken one may, is not taken again.
func (r *run) open() string {
	for _, name := range r.undecided {
		if !slices.ContainsFunc(r.premises, func(g model.Given) bool { return g.Condition == name }) {
			return name
		}
	}
	return ""
}

// split evaluates the template with a condition taken to hold, and not to hold, as
// far as either can be.
func (r *run) split(open string) []*run {
	var branches []*run
	for _, holds := range [...]bool{true, false} {
		branch := newRun(r.ctx, r.loader, r.scope.Root, r.inputs)
		branch.emit = r.emit
		branch.premises = append(slices.Clip(r.premises), model.Given{Condition: open, Holds: holds})
		if _, _, err := branch.parse(); err == nil && !branch.impossible {
			branches = append(branches, branch)
		}
	}
	return branches
}

// described says of each outcome how all conditions turn out that tell it from
// another, also those that follow.
func described(settled []*run) model.Outcomes {
	var names []string
	for _, r := range settled {
		for _, g := range r.premises {
			if !slices.Contains(names, g.Condition) {
				names = append(names, g.Condition)
			}
		}
	}
	outcomes := make(model.Outcomes, len(settled))
	for i, r := range settled {
		outcomes[i].Scope = r.scope
		for _, name := range names {
			if truth := r.truth(name); truth != model.Maybe {
				outcomes[i].Given = append(outcomes[i].Given, model.Given{Condition: name, Holds: truth == model.Yes})
			}
		}
	}
	return outcomes
}

// truth is how a condition turns out.
func (r *run) truth(name string) model.Truth {
	for _, s := range r.stacks {
		if own, ok := strings.CutPrefix(name, s.prefix); ok && s.conditions[own] != nil {
			return s.condition(own, s.conditions[own].at)
		}
	}
	return model.Maybe
}

func (r *run) where(condition string) model.Range {
	for _, s := range r.stacks {
		if own, ok := strings.CutPrefix(condition, s.prefix); ok && s.conditions[own] != nil {
			return s.conditions[own].at
		}
	}
	return model.Range{File: r.scope.Root}
}

// leaveOpen notes a condition on which something depends, in front of those that
// what it decides depends on.
func (s *stack) leaveOpen(name string, before int) {
	if _, ok := s.conditions[name]; ok && !slices.Contains(s.undecided, s.prefix+name) {
		s.undecided = slices.Insert(s.undecided, before, s.prefix+name)
	}
}

// takeForGranted makes the world that of the outcome at hand.
func (s *stack) takeForGranted() {
	for _, g := range s.premises {
		name, own := strings.CutPrefix(g.Condition, s.prefix)
		n := s.conditions[name]
		if !own || n == nil {
			continue
		}
		if truth := s.condition(name, n.at); truth != model.Maybe && truth != model.Is(g.Holds) {
			s.impossible = true
			return
		}
		s.world = s.assume(n, g.Holds)
		if s.assumed == nil {
			s.assumed = map[string]bool{}
		}
		s.assumed[name] = g.Holds
	}
	for name, holds := range s.assumed {
		if truth := s.reckon(s.conditions[name]); truth != model.Maybe && truth != model.Is(holds) {
			s.impossible = true
		}
	}
}
