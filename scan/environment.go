package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// Environment is a set of inputs under which every Terraform root is judged by
// itself: production, staging.
type Environment struct {
	Name string
	// Values come after those of Options.Inputs. Files among them are paths of the
	// operating system.
	Values []terraform.Input
}

// inEnvironments makes of each Terraform root one for each environment.
func (s *session) inEnvironments(roots []root) []root {
	if len(s.environments) == 0 {
		return roots
	}
	var out []root
	for _, r := range roots {
		if r.plan != nil || r.single != nil {
			out = append(out, r)
			continue
		}
		for i := range s.environments {
			r.environment = &s.environments[i]
			out = append(out, r)
		}
	}
	return out
}

// inputsOf are what a root is given.
func (s *session) inputsOf(r *root) terraform.Inputs {
	in := s.inputs
	if r.environment != nil {
		in.Values = slices.Concat(in.Values, r.environment.Values)
	}
	return in
}

// localizeEnvironments makes the files of environments relative to the boundary.
func (s *site) localizeEnvironments(environments []Environment) ([]Environment, error) {
	out := make([]Environment, len(environments))
	for i, e := range environments {
		in, err := s.localize(terraform.Inputs{Values: e.Values})
		if err != nil {
			return nil, err
		}
		out[i] = Environment{e.Name, in.Values}
	}
	return out, nil
}

// joinEnvironments makes one finding of those that several environments share.
// The findings are sorted, so these stand together.
func joinEnvironments(findings []Finding) []Finding {
	out := findings[:0]
	for _, f := range findings {
		if last := len(out) - 1; last >= 0 && len(f.Environments) > 0 && alike(&out[last], &f) {
			out[last].Environments = append(out[last].Environments, f.Environments...)
			continue
		}
		out = append(out, f)
	}
	return out
}

func alike(a, b *Finding) bool {
	same := func(f *Finding) sameness {
		return sameness{f.Check, f.Resource.Address, f.Place, f.Verdict, f.Message}
	}
	return len(a.Environments) > 0 && a.Root == b.Root && same(a) == same(b) && len(a.Instances) == len(b.Instances)
}

// in notes the environment in which findings were made.
func (e *Environment) in(findings []Finding) {
	if e == nil {
		return
	}
	for i := range findings {
		if findings[i].Verdict != checks.Passed {
			findings[i].Environments = []string{e.Name}
		}
	}
}
