package cloudformation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// resource is one of a template's, or one that SAM makes.
type resource struct {
	id   string
	typ  string
	body *node
	at   model.Range
	// header is the place of its name: where it is missing what it should say.
	header model.Range
	// address is the logical id below its stack's, or CDK's construct path.
	address   string
	condition string // its name, "" if it has none
	gone      bool   // its condition is false
	doubtful  bool   // its condition or the loop that makes it is not decided
	nested    *stack
	opening   bool // its nested stack is being opened
	returning bool // an attribute that returns one of its properties is being evaluated
	// of is the id of SAM's resource from which it was made, and lowered is what
	// became of it.
	of      string
	lowered *model.Resource
}

func (r *resource) nests() bool { return r.typ == "AWS::CloudFormation::Stack" || r.isSet() }

// isSet tells a set of stacks, one in each account and region that it names.
func (r *resource) isSet() bool { return r.typ == "AWS::CloudFormation::StackSet" }

// resource is the one with a logical id, or a name that SAM gives.
func (s *stack) resource(id string) (*resource, bool) {
	if other, ok := s.dotted[id]; ok {
		id = other
	}
	r, ok := s.resources[id]
	return r, ok
}

// isReferable tells whether a name with a dot is one that Ref takes.
func (s *stack) isReferable(name string) bool {
	_, ok := s.resource(name)
	return ok
}

// declareResources notes the resources before any property is evaluated.
func (s *stack) declareResources(section *node) {
	s.resources = map[string]*resource{}
	if section == nil {
		return
	}
	if section.open != "" {
		s.lenient = section.open
	}
	all := slices.Clone(s.unrolled(section.members))
	for i := range all {
		all[i].value = s.attributes(all[i])
	}
	for _, m := range s.serverless(all) {
		s.declareResource(m)
	}
}

func (s *stack) declareResource(m member) {
	typ := m.value.get("Type").word()
	switch {
	case m.value.kind == opaque:
		return // as a diagnostic has said
	case m.value.kind != object || typ == "":
		s.diags.Errorf(m.at, "the resource %s has no Type: left out", m.key)
		return
	case typ == "AWS::CDK::Metadata":
		return
	}
	if s.made++; s.made > maxResources {
		if s.spent {
			return
		}
		s.spent = true
		s.diags.Errorf(m.at, "more than %d resources: the rest are left out", maxResources)
		return
	}
	r := &resource{id: m.key, typ: typ, body: m.value, at: span(m.at, m.value.at), header: m.at, doubtful: m.doubtful != "", of: m.of}
	if condition := m.value.get("Condition"); condition != nil && condition.kind != scalar {
		s.diags.Errorf(condition.at, "the Condition of a resource is a name")
		r.doubtful = true
	}
	r.condition = m.value.get("Condition").word()
	if r.condition != "" {
		switch s.condition(r.condition, m.value.get("Condition").at) {
		case model.No:
			r.gone = true
		case model.Maybe:
			r.doubtful = true
			s.leaveOpen(r.condition, len(s.undecided))
		}
	}
	r.address = s.addressOf(r)
	if _, twice := s.resources[r.id]; !twice {
		s.order = append(s.order, r)
	} else {
		s.replace(r)
	}
	s.resources[r.id] = r
}

// resourceAttributes are what stands beside a resource's properties: those of
// CloudFormation, and those that SAM adds.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html
var resourceAttributes = [...]string{
	"Condition", "Connectors", "CreationPolicy", "DeletionPolicy", "DependsOn", "Description", "IgnoreGlobals", "Metadata", "Properties",
	"Type", "UpdatePolicy", "UpdateReplacePolicy", "Version",
}

// attributes is a resource's body with those that are misspelt put right, and told
// like those that there are not.
func (s *stack) attributes(m member) *node {
	if m.value == nil || m.value.kind != object {
		return m.value
	}
	body := *m.value
	for i, attribute := range m.value.members {
		if slices.Contains(resourceAttributes[:], attribute.key) || strings.HasPrefix(attribute.key, "Fn::") {
			continue
		}
		meant := spelledAlike(attribute.key, resourceAttributes[:])
		if meant == "" || m.value.get(meant) != nil {
			s.diags.Warnf(attribute.at, "a resource has no %s: what %s means by it is not seen", attribute.key, m.key)
			continue
		}
		s.diags.Warnf(attribute.at, "a resource has no %s: %s is meant", attribute.key, meant)
		body.members = slices.Clone(body.members)
		body.members[i].key = meant
	}
	if connectors := m.value.get("Connectors"); connectors != nil {
		s.diags.Warnf(connectors.at, "the connectors of %s are not expanded: the policies that SAM makes of them are not seen", m.key)
	}
	return &body
}

func (s *stack) replace(r *resource) {
	for i, other := range s.order {
		if other.id == r.id {
			s.order[i] = r
		}
	}
}

// addressOf is what the author of a resource calls it: with CDK, the path of the
// construct, since logical ids have a hash in them.
func (s *stack) addressOf(r *resource) string {
	if path := r.body.path("Metadata", "aws:cdk:path").word(); path != "" && !s.taken[path] {
		s.taken[path] = true
		return path
	}
	return s.free(s.prefix+r.id, s.prefix+r.id)
}

// free is an address that nothing else has.
func (r *run) free(address, stem string) string {
	for n := 2; r.taken[address]; n++ {
		address = fmt.Sprintf("%s~%d", stem, n)
	}
	r.taken[address] = true
	return address
}

// existence is a canonical text of what must hold for a resource to be made, ""
// where that is decided.
func (s *stack) existence(r *resource) string {
	own := ""
	if r.condition != "" && r.doubtful {
		own = s.label(r.condition)
	}
	if s.within == "" || own == "" {
		return s.within + own
	}
	return s.within + " && " + own
}

// worldOf is the world in which a resource exists.
func (s *stack) worldOf(r *resource) *world {
	if r.condition == "" || !r.doubtful {
		return s.world
	}
	return s.assumeNamed(r.condition, true)
}

// properties evaluates a resource's properties, where it exists.
func (s *stack) properties(r *resource) model.Value {
	n := r.body.get("Properties")
	at := model.Origin{Range: r.header}
	if r.body.open != "" {
		return model.Undecided(r.body.open, at)
	}
	if n == nil || n.kind == null {
		return model.Record(nil, at)
	}
	s.current = r
	defer func() { s.current = nil }()
	return s.in(s.worldOf(r), func() model.Value { return s.eval(n, at) })
}

// lifecycle are the policies that say what becomes of a resource in the end.
func (s *stack) lifecycle(r *resource) map[string]model.Value {
	policies := map[string]model.Value{}
	for _, name := range [...]string{"DeletionPolicy", "UpdateReplacePolicy"} {
		if n := r.body.get(name); n != nil {
			policies[name] = s.in(s.worldOf(r), func() model.Value { return s.evalHere(n, model.Origin{Name: name}) })
		}
	}
	return policies
}

// waitsFor are the addresses of the resources that DependsOn names.
func (s *stack) waitsFor(r *resource) []string {
	n := r.body.get("DependsOn")
	if n == nil {
		return nil
	}
	names := n.items
	if n.kind == scalar {
		names = []*node{n}
	}
	var found []string
	for _, name := range names {
		if other, ok := s.resources[name.word()]; ok {
			found = append(found, other.address)
		} else if s.lenient == "" && name.kind == scalar {
			s.diags.Errorf(name.at, "no resource is called %q", name.text)
		}
	}
	return found
}

// isOfAWS tells that the service itself says what attributes mean. A custom
// resource may return anything.
func (r *resource) isOfAWS() bool {
	return strings.HasPrefix(r.typ, "AWS::") && r.typ != "AWS::CloudFormation::CustomResource"
}

// isModule tells a module of the registry, whose content is not here.
func (r *resource) isModule() bool { return strings.HasSuffix(r.typ, "::MODULE") }
