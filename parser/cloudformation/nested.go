package cloudformation

import (
	"io/fs"
	"path"

	"github.com/lintel-iac/lintel/model"
)

// locationOf is where a stack says that its template lies, "" if it says so by a
// function. CDK says it in the metadata, and uploads the file first.
func locationOf(resource *node) string {
	switch resource.get("Type").word() {
	case "AWS::CloudFormation::Stack":
		if asset := resource.path("Metadata", "aws:asset:path").word(); asset != "" {
			return asset
		}
		return resource.path("Properties", "TemplateURL").word()
	case "AWS::CloudFormation::StackSet":
		return resource.path("Properties", "TemplateURL").word()
	case "AWS::Serverless::Application":
		return resource.path("Properties", "Location").word()
	}
	return ""
}

// open evaluates the template that a stack nests, with the parameters that it
// hands down, and lowers it. It is nil where that template is not here.
func (s *stack) open(r *resource) *stack {
	if r.nested != nil || r.gone {
		return r.nested
	}
	if r.opening {
		s.diags.Errorf(r.at, "the stack %s wants what it makes itself", r.address)
		return nil
	}
	r.opening = true
	t := s.nestedTemplate(r)
	if t == nil {
		return nil
	}
	if !s.mayNest(t, r) {
		return nil
	}
	inner := s.run.stack(t)
	inner.outer, inner.depth, inner.prefix = s, s.depth+1, r.address+"/"
	inner.within, inner.doubtful = s.existence(r), s.doubtful || r.doubtful
	inner.given = s.handedDown(r)
	if inner.abroad = s.abroad; r.isSet() {
		inner.abroad = inner.prefix
	}
	inner.declare()
	r.nested = inner
	return inner
}

// nestedTemplate is the template that a stack nests: a text of its own, or a file in
// the folder of the template or of the file that its piece was included from.
func (s *stack) nestedTemplate(r *resource) *template {
	if body := r.body.path("Properties", "TemplateBody"); body != nil && r.isSet() {
		return s.inline(r, body)
	}
	file := s.nestedFile(r)
	if file == "" {
		return nil
	}
	t := s.loader.load(file)
	if t.err != nil {
		s.diags.Warnf(r.at, "cannot read the nested template %s: %v", file, cause(t.err))
		return nil
	}
	return t
}

func (s *stack) nestedFile(r *resource) string {
	location := locationOf(r.body)
	if location == "" {
		v := s.evalHere(r.body.path("Properties", "TemplateURL"), model.Origin{})
		location, _ = textOf(v)
	}
	file, ok := nestedFile(s.template.file, location)
	if !ok {
		s.diags.Infof(r.at, "the template that %s nests is no local file: what it makes is not seen", r.address)
		return ""
	}
	if info, err := fs.Stat(s.loader.fsys, file); err != nil || info.IsDir() {
		s.diags.Warnf(r.at, "there is no template %s: what %s makes is not seen", path.Clean(file), r.address)
		return ""
	}
	return file
}

func (s *stack) mayNest(t *template, r *resource) bool {
	if s.depth >= maxNesting {
		s.diags.Errorf(r.at, "stacks are nested deeper than %d: %s is left out", maxNesting, r.address)
		return false
	}
	for outer := s; outer != nil; outer = outer.outer {
		if outer.template == t {
			s.diags.Errorf(r.at, "%s nests the template that it is in", r.address)
			return false
		}
	}
	return s.spend(stackSteps, r.at)
}

// handedDown are the parameters that a stack gives to the one it nests. Account
// and region are its own.
func (s *stack) handedDown(r *resource) map[string]model.Value {
	given := map[string]model.Value{}
	if r.isSet() {
		s.handedToSet(r, given)
		return given
	}
	for name, v := range s.given {
		if name == "AWS::Region" || name == "AWS::AccountId" || name == "AWS::Partition" {
			given[name] = v
		}
	}
	params, _ := s.handed(r, "Parameters").Data.(model.Members)
	for name, param := range params.All() {
		if param.State != model.Absent {
			given[name] = param
		}
	}
	return given
}

// handedToSet are the parameters of the stacks of a set, which are made in other
// accounts and regions. Some of the stacks may be given others.
func (s *stack) handedToSet(r *resource, given map[string]model.Value) {
	for param := range s.handed(r, "Parameters").Elements() {
		if name, ok := textOf(param.At("ParameterKey")); ok {
			given[name] = param.At("ParameterValue")
		}
	}
	for override := range s.handed(r, "StackInstancesGroup").Each("ParameterOverrides.ParameterKey") {
		if name, ok := textOf(override); ok {
			given[name] = model.Undecided("differs between the stacks of "+r.address, override.Origin)
		}
	}
}

// handed is a property of a nested stack.
func (s *stack) handed(r *resource, property string) model.Value {
	return s.in(s.worldOf(r), func() model.Value {
		return s.evalHere(r.body.path("Properties", property), model.Origin{})
	})
}

// outputOf is an output of a nested stack, as the stack around it sees it.
func (s *stack) outputOf(r *resource, name string, where model.Range, at model.Origin) (model.Value, bool) {
	inner := s.open(r)
	if inner == nil {
		return model.Value{}, false
	}
	output := inner.output(name)
	if output == nil {
		s.diags.Errorf(where, "the stack %s has no output %q", r.address, name)
		return model.Value{}, false
	}
	return placed(inner.eval(output.get("Value"), model.Origin{}), at), true
}

func (s *stack) output(name string) *node {
	for _, m := range s.unrolled(members(s.template.root.get("Outputs"))) {
		if m.key == name {
			return m.value
		}
	}
	return nil
}
