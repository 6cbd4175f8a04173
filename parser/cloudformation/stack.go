package cloudformation

import (
	"context"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// The work on one root is bounded, whatever its loops, aliases and nested stacks
// multiply to.
const (
	maxSteps     = 2_000_000 // values evaluated
	stackSteps   = 100       // what a nested stack counts as
	maxText      = 64 << 20  // bytes of texts put together
	maxResources = 100_000
	maxNesting   = 8 // of stacks
)

// run is the evaluation of one root with all that it nests.
type run struct {
	ctx     context.Context
	loader  *Loader
	scope   *model.Scope
	emit    func(cfnmap.Document) ([]*model.Resource, diag.List)
	diags   diag.List
	steps   int
	made    int // resources
	text    int
	spent   bool
	targets map[string]model.Ref // what a key refers to
	types   map[string]string    // of what is referred to, by address
	taken   map[string]bool      // addresses
	edges   map[string][]string  // what must be there before a resource, by address
	inputs  Inputs
	// alone is set while exports are gathered, when those of others are not known.
	alone bool
	// premises are what an outcome takes for granted of conditions, by their names
	// with their stack's prefix; undecided are those that something depends on and
	// that are still open; stacks are all that declare any.
	premises  []model.Given
	undecided []string
	stacks    []*stack
	// impossible tells that what is given cannot be.
	impossible bool
}

func newRun(ctx context.Context, l *Loader, file string, in Inputs) *run {
	return &run{
		ctx: ctx, loader: l, inputs: in, targets: map[string]model.Ref{}, types: map[string]string{}, taken: map[string]bool{}, edges: map[string][]string{},
		emit:  cfnmap.Map,
		scope: &model.Scope{Root: file, Format: model.CloudFormation},
	}
}

// finish completes the scope.
func (r *run) finish() {
	r.cycles()
	r.diags.Sort()
}

// spend counts work, and tells whether more may be done.
func (r *run) spend(steps int, at model.Range) bool {
	r.steps += steps
	if !r.spent && (r.steps > maxSteps || r.text > maxText || r.steps&0xfff < steps && r.ctx.Err() != nil) {
		r.spent = true
		r.diags.Errorf(at, "the template multiplies into too much: what follows is not evaluated")
	}
	return !r.spent
}

// stack is one template at work: what it was given, and what it declares.
type stack struct {
	*run
	template *template
	given    map[string]model.Value // parameters, pseudo parameters too
	// prefix leads to a nested stack in addresses: "Network/".
	prefix string
	// within and doubtful are the condition of the nested stack itself.
	within   string
	doubtful bool
	depth    int
	outer    *stack
	// abroad is the set of stacks to which it belongs, "" for none: those are made in
	// accounts and regions of their own.
	abroad string

	params     map[string]*parameter
	conditions map[string]*node
	spelled    map[string]string // canonical texts of conditions, by name
	labels     map[string]string // of conditions, by their canonical text
	naming     map[string]bool   // conditions on the way, against cycles
	assumed    map[string]bool   // how premises have them turn out
	resources  map[string]*resource
	order      []*resource
	current    *resource // whose properties are evaluated
	// dotted are the names with a dot that SAM gives to what it makes: "Api.Stage".
	dotted map[string]string
	world  *world
	// lenient says why what is not declared may exist all the same.
	lenient string
}

func (r *run) stack(t *template) *stack {
	s := &stack{run: r, template: t, world: newWorld(nil), naming: map[string]bool{}, dotted: map[string]string{}}
	r.stacks = append(r.stacks, s)
	return s
}

// declare reads all sections but the resources' properties.
func (s *stack) declare() {
	if s.depth == 0 || s.outer.template != s.template {
		s.diags.Add(s.template.diags...)
	}
	root := s.template.root
	s.transforms(root.get("Transform"))
	if root.open != "" {
		s.lenient = root.open
	}
	s.declareParameters(root.get("Parameters"))
	s.rules(root.get("Rules"))
	s.declareConditions(root.get("Conditions"))
	s.takeForGranted()
	s.declareResources(root.get("Resources"))
	s.unknownSections(root)
}

func (s *stack) unknownSections(root *node) {
	for _, m := range root.members {
		switch m.key {
		case "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Rules",
			"Transform", "Resources", "Outputs", "Globals", "Hooks":
		default:
			s.diags.Warnf(m.at, "templates have no section %q: it is not read", m.key)
		}
	}
}

// transforms tells of those that are not expanded here.
func (s *stack) transforms(declared *node) {
	if declared == nil {
		return
	}
	if declared.kind == list {
		for _, one := range declared.items {
			s.transforms(one)
		}
		return
	}
	name := declared.word()
	if name == "" {
		name = declared.get("Name").word()
	}
	switch {
	case name == "AWS::Include":
	case name == "AWS::LanguageExtensions":
	case strings.HasPrefix(name, "AWS::Serverless-"):
		s.lenient = "SAM may make it"
	case name == "AWS::CodeDeployBlueGreen", strings.HasPrefix(name, "AWS::SecretsManager-"):
		s.lenient = "the transform " + name + " may make it"
		s.diags.Infof(declared.at, "the transform %s is not applied: what it adds is not seen", name)
	default:
		s.lenient = "the macro " + name + " may make it"
		s.diags.Warnf(declared.at, "the macro %s is not run: the template is judged as it stands here", name)
	}
}
