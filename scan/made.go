package scan

import (
	"context"
	"os"
	"path"

	"github.com/lintel-iac/lintel/model"
)

// made knows which code has made what is deployed.
type made struct {
	by        map[string]*model.Resource // of states, by ARN, and by type and id
	templates []*model.Scope             // of stacks
}

// readStates reads the states that name what they have made, and finds its places in the source.
func (s *session) readStates(ctx context.Context, files []string) error {
	s.made = made{by: map[string]*model.Resource{}}
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
	from := m.code(r)
	if stack, _, logical := tagged(whole(r)); stack != "" && (from == nil || from.Scope.Format == model.CloudFormation) {
		hop := model.Hop{Name: logical + " of the stack " + stack}
		if from != nil {
			hop.Range = from.Location
		}
		return []model.Hop{hop}
	}
	if from == nil {
		return nil
	}
	return []model.Hop{{Name: from.Address, Range: from.Location}}
}

// code is what a state, or the tags of a stack, say has made a resource, or its owner; nil if none does.
func (m made) code(r *model.Resource) *model.Resource {
	r = whole(r)
	for _, name := range namesOf(r) {
		if from := m.by[name]; from != nil {
			return from
		}
	}
	return m.stacked(r)
}

// whole is the resource that was deployed, of which this one may be a companion or a piece.
func whole(r *model.Resource) *model.Resource {
	if r.Owner != nil {
		r = r.Owner
	}
	for r.PartOf != nil {
		r = r.PartOf
	}
	return r
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
