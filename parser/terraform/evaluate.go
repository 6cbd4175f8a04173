package terraform

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform/funcs"
)

// Limits keep a hostile or mistaken configuration from exhausting the machine.
const (
	maxInstances   = 20_000  // of one block
	maxTotal       = 500_000 // resource instances of one root
	maxModules     = 20_000  // module instances of one root
	maxModuleDepth = 64
)

// evaluator evaluates one root. It is used by one goroutine.
type evaluator struct {
	ctx       context.Context
	loader    *Loader
	root      string
	workspace string
	strict    bool
	handed    bool   // a variable of the root was given with the command
	cwd       string // "" where it is not known
	functions *hcl.EvalContext
	manifest  map[string]installedModule // by call path, from .terraform/modules
	diags     diag.List
	// traversals keeps which references an expression makes: the same
	// expression is evaluated for every instance of its block.
	traversals  map[hcl.Expression][]hcl.Traversal
	texts       map[hcl.Expression]string // their source, likewise
	constraints map[*block]constraint
	presets     map[*block]cty.Value                // of variables, in their types
	unset       map[*vocabulary.Attribute]cty.Value // what the platform will set
	signatures  map[string]*signature               // of functions, by name
	reported    map[*module]bool                    // whose diagnostics are taken over
	defaultTags map[configuration]model.Value
	evaluating  []nodeName // the nodes under way, for cycles
	quiet       int        // over 0 while diagnostics are dropped
	steps       int        // of for expressions so far
	stopped     bool       // they have used up their steps
	fleeting    bool       // some value so far is ephemeral
	total       int        // resource instances so far
	modules     []*instance
	origins     map[originName]*origin        // of references
	byLowered   map[*model.Resource]*resource // made when the first trace is asked for
}

func newEvaluator(ctx context.Context, l *Loader, dir string, in Inputs) *evaluator {
	ev := &evaluator{
		ctx: ctx, loader: l, root: dir, workspace: in.Workspace, strict: in.Strict,
		functions:   &hcl.EvalContext{Functions: funcs.Table(l.fsys, dir)},
		traversals:  make(map[hcl.Expression][]hcl.Traversal),
		texts:       make(map[hcl.Expression]string),
		constraints: make(map[*block]constraint),
		presets:     make(map[*block]cty.Value),
		unset:       make(map[*vocabulary.Attribute]cty.Value),
		signatures:  make(map[string]*signature),
		reported:    make(map[*module]bool),
		defaultTags: make(map[configuration]model.Value),
		origins:     make(map[originName]*origin),
	}
	if ev.workspace == "" {
		ev.workspace = "default"
	}
	if in.Strict {
		ev.pretend(ev.functions.Functions)
	}
	ev.manifest = ev.readManifest()
	return ev
}

// node is a value that is evaluated once, when it is first asked for.
type node struct {
	state nodeState
	value cty.Value
}

type nodeState uint8

const (
	pending nodeState = iota
	underway
	done
)

// once evaluates a node, declared at a place, unless that is done. A node that
// needs itself is a cycle: reported, and unknown.
func (ev *evaluator) once(n *node, name nodeName, at hcl.Range, compute func() cty.Value) cty.Value {
	switch n.state {
	case done:
		return n.value
	case underway:
		ev.cycle(name, at)
		return cty.DynamicVal
	}
	n.state = underway
	ev.evaluating = append(ev.evaluating, name)
	n.value = ev.bounded(compute(), name, at)
	ev.evaluating = ev.evaluating[:len(ev.evaluating)-1]
	n.state = done
	return n.value
}

func (ev *evaluator) cycle(name nodeName, at hcl.Range) {
	var path []string
	for _, under := range ev.evaluating[max(slices.Index(ev.evaluating, name), 0):] {
		path = append(path, under.String())
	}
	ev.errorf(at, "values depend on each other in a cycle: %s", strings.Join(append(path, name.String()), " → "))
}

// nodeName names a node; its text is made only for those who read it.
type nodeName struct {
	within     string // address of the module or resource instance
	kind, name string // "var", "local", "output", "module", a resource's block; or an attribute without kind
}

func (n nodeName) String() string { return join(join(n.within, n.kind), n.name) }

// quietly evaluates what may never come to pass: its diagnostics are dropped.
func (ev *evaluator) quietly(do func()) {
	kept := ev.diags
	ev.quiet++
	do()
	ev.quiet--
	ev.diags = kept
}

func (ev *evaluator) errorf(at hcl.Range, format string, args ...any) {
	ev.diags.Errorf(place(at), format, args...)
}

func (ev *evaluator) warnf(at hcl.Range, format string, args ...any) {
	ev.diags.Warnf(place(at), format, args...)
}

// refuse reports what Terraform would refuse though a linter merely does not
// know it.
func (ev *evaluator) refuse(at hcl.Range, format string, args ...any) {
	if ev.strict {
		ev.errorf(at, format, args...)
		return
	}
	ev.warnf(at, format, args...)
}

// instance is one evaluation of a module: the root, or one instance of a call.
type instance struct {
	ev      *evaluator
	source  *module
	parent  *instance
	call    *block
	caller  *scope // in which the call's arguments are evaluated
	address string // "" or "module.a[\"x\"].module.b"
	block   string // the same without keys
	names   []string
	depth   int
	// doubtful is true below a call whose count or for_each is not known.
	doubtful  bool
	condition string
	inputs    map[string]input // of the root
	// inputsLost is true of a root that a file of inputs could not be read for.
	inputsLost bool
	home       *scope // of what is declared in it, made when first asked for
	fixed      *scope // of what may refer to nothing, likewise

	// In the order of the module.
	variables, locals, outputs []node
	resources                  []expansion[*resource]
	calls                      map[string]*expansion[*instance]
}

// instance makes a module instance; nothing in it is evaluated yet.
func (ev *evaluator) instance(source *module, call *block, caller *scope, key expansionKey, name string) *instance {
	in := &instance{
		ev: ev, source: source, call: call, caller: caller,
		variables: make([]node, len(source.variables)), locals: make([]node, len(source.locals)), outputs: make([]node, len(source.outputs)),
		resources: make([]expansion[*resource], len(source.order)), calls: map[string]*expansion[*instance]{},
	}
	if caller != nil {
		in.parent = caller.in
		in.depth = in.parent.depth + 1
		in.address = in.parent.prefix() + "module." + name + key.String()
		in.block = join(in.parent.block, "module."+name)
		in.names = append(slices.Clip(in.parent.names), name)
		in.doubtful = in.parent.doubtful || key.kind == keyUnknown
		in.condition = in.parent.condition
	}
	if !ev.reported[source] {
		ev.reported[source] = true
		ev.diags.Add(source.diags...)
	}
	ev.modules = append(ev.modules, in)
	return in
}

// prefix is what stands before an address in this module.
func (in *instance) prefix() string {
	if in.address == "" {
		return ""
	}
	return in.address + "."
}

// join puts a dot between two parts of a name, where there are two.
func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	if name == "" {
		return prefix
	}
	return prefix + "." + name
}

// local evaluates a named expression.
func (in *instance) local(name string, at hcl.Range) cty.Value {
	a := in.source.locals[name]
	if a == nil {
		in.undeclared(at, "local."+name)
		return cty.DynamicVal
	}
	return in.ev.once(&in.locals[a.nth], nodeName{in.address, "local", name}, a.at, func() cty.Value { return in.scope().value(a.expr) })
}

// undeclared reports a reference to nothing, unless what it means may have been
// lost with a block that could not be read.
func (in *instance) undeclared(at hcl.Range, name string) {
	if !in.source.lost {
		in.ev.errorf(at, "%s is not declared%s", name, in.inModule())
	}
}

// output evaluates an output for the calling module.
func (in *instance) output(name string, at hcl.Range) cty.Value {
	b := in.source.outputs[name]
	if b == nil {
		if in.source.lost {
			return cty.DynamicVal
		}
		in.ev.errorf(at, "module %s has no output %q", strings.Join(in.names, "."), name)
		return cty.DynamicVal
	}
	return in.ev.once(&in.outputs[b.nth], nodeName{in.address, "output", name}, b.header, func() cty.Value { return in.evaluateOutput(b) })
}

func (in *instance) evaluateOutput(b *block) cty.Value {
	expr := b.body.expr("value")
	if expr == nil {
		in.ev.errorf(b.header, "output %q has no value", b.labels[0])
		return cty.DynamicVal
	}
	v := in.scope().value(expr)
	in.guard(b, expr, v)
	// "sensitive" guards the root's outputs; Terraform 1.11 hands those of a called
	// module on as they are.
	if in.call == nil && in.flag(b.body, "sensitive") {
		v = v.Mark(funcs.Sensitive)
	}
	if in.flag(b.body, "ephemeral") {
		v = in.ev.ephemeral(v)
	}
	return v
}

// guard reports an output that would give away what must not be kept or shown. What
// the root may not do, a module that is only judged as one may.
func (in *instance) guard(b *block, expr hcl.Expression, v cty.Value) {
	sensitive, ephemeral := in.flag(b.body, "sensitive"), in.flag(b.body, "ephemeral")
	if in.ev.isEphemeral(v) && !ephemeral {
		in.ev.errorf(expr.Range(), "output %q is given an ephemeral value, and is not declared as ephemeral", b.labels[0])
	}
	if in.call != nil || !in.ev.strict {
		return
	}
	if v.HasMarkDeep(funcs.Sensitive) && !sensitive && !saysSensitive(expr) {
		in.ev.errorf(b.header, "output %q shows a sensitive value, and is not declared as sensitive", b.labels[0])
	}
	if ephemeral {
		in.ev.errorf(b.header, "output %q is ephemeral, and the root keeps its outputs", b.labels[0])
	}
}

// saysSensitive tells a call of sensitive(): whoever writes that gives nothing away
// unawares, though Terraform wants it said a second time.
func saysSensitive(expr hcl.Expression) bool {
	call, ok := bare(expr).(*hclsyntax.FunctionCallExpr)
	return ok && call.Name == "sensitive"
}

// flag is a boolean argument that must be written out.
func (in *instance) flag(b *body, name string) bool {
	expr := b.expr(name)
	if expr == nil {
		return false
	}
	v, _ := expr.Value(nil)
	v = plain(v)
	return v.IsKnown() && !v.IsNull() && (v.Type() == cty.Bool && v.True() || v.Type() == cty.String && v.AsString() == "true")
}

func (in *instance) scope() *scope {
	if in.home == nil {
		in.home = &scope{in: in}
	}
	return in.home
}

// expansionKey tells one instance of a block from its siblings.
type expansionKey struct {
	kind keyKind
	n    int
	s    string
}

type keyKind uint8

const (
	keyNone keyKind = iota
	keyNumber
	keyString
	keyUnknown // stands for however many there will be
)

// String is the key as it stands in an address, quoted as Terraform does.
func (k expansionKey) String() string {
	switch k.kind {
	case keyNumber:
		return fmt.Sprintf("[%d]", k.n)
	case keyString:
		return "[" + quote(k.s) + "]"
	case keyUnknown:
		return "[*]"
	}
	return ""
}

// quote writes a string as Terraform's addresses do: like an HCL literal.
func quote(s string) string {
	return string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes())
}
