package scan

import (
	"context"
	"os"
	"path"

	"github.com/lintel-iac/lintel/model"
)

// made knows which code has made what is deployed.
type made struct {
	by map[string]*model.Resource // of states, by ARN, and by type and id
}

// readStates reads the states that name what they have made, and finds its places in the source.
func (s *session) readStates(ctx context.Context, files []string) error {
	s.made = made{map[string]*model.Resource{}}
	for _, file := range files {
		real, _, err := actual(file)
		if err != nil {
			return err
		}
		p := &planFile{name: path.Base(real), from: real}
		if s.source != "" {
			s.planned[p.name] = s.source
		}
		scope, diags, err := s.readPlan(ctx, p)
		if err != nil {
			return unavailable(file, err)
		}
		s.diags.Add(diags...)
		for _, r := range scope.Resources {
			s.made.add(r)
		}
	}
	return nil
}

func (m made) add(r *model.Resource) {
	if r.Mode != model.Managed {
		return
	}
	for _, key := range namesOf(r) {
		if m.by[key] == nil {
			m.by[key] = r
		}
	}
}

// namesOf are by what a resource is known: its ARN, and its id, which others of its type do not have.
func namesOf(r *model.Resource) []string {
	var names []string
	if arn, ok := r.Body.At("arn").Data.(string); ok && arn != "" {
		names = append(names, arn)
	}
	if id, ok := r.Body.At("id").Data.(string); ok && id != "" {
		names = append(names, r.Type+" "+id)
	}
	return names
}

// Trace names the code of the resource in which a value stands: the address in a state, or the stack by whose tags the
// platform remembers it.
func (m made) Trace(v model.Value) []model.Hop {
	r := v.Origin.Resource
	if r == nil {
		return nil
	}
	if from := m.code(r); from != nil {
		return []model.Hop{{Name: from.Address, Range: from.Location}}
	}
	stack, ok := r.At("tags.aws:cloudformation:stack-name").Data.(string)
	if !ok {
		return nil
	}
	id, _ := r.At("tags.aws:cloudformation:logical-id").Data.(string)
	return []model.Hop{{Name: id + " of the stack " + stack}}
}

// code is what a state says has made a resource, or its owner; nil if none does.
func (m made) code(r *model.Resource) *model.Resource {
	if r.Owner != nil {
		r = r.Owner
	}
	for _, name := range namesOf(r) {
		if from := m.by[name]; from != nil {
			return from
		}
	}
	return nil
}

// elsewhere reads the start of a file that lies outside of the boundary.
func elsewhere(name string) []byte {
	file, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	start := make([]byte, headSize)
	n, _ := file.Read(start)
	return start[:n]
}
