package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// cycles reports, to strict inputs, resources that wait for each other though no value
// does: by a reference to an id that only an apply tells, or by depends_on.
func (ev *evaluator) cycles() {
	walk := dependencies{state: make(map[string]nodeState)}
	for _, in := range ev.modules {
		sorted := slices.SortedFunc(slices.Values(in.source.order), func(a, b *declared) int {
			return strings.Compare(a.key.String(), b.key.String())
		})
		for _, d := range sorted {
			if walk.visit(in, d.key.String(), d.block.body, d.block.header) {
				return
			}
		}
	}
}

// dependencies is a walk along the references of a configuration. Of the instances of
// a module it looks at the first: all are made of the same source.
type dependencies struct {
	state map[string]nodeState
	path  []string
}

// visit walks along what a block of a module refers to. It returns true once a cycle
// is reported.
func (d *dependencies) visit(in *instance, name string, b *body, at hcl.Range) bool {
	name = in.prefix() + name
	switch d.state[name] {
	case done:
		return false
	case underway:
		// A cycle of locals alone is found when they are evaluated.
		cycle := d.path[slices.Index(d.path, name):]
		if slices.ContainsFunc(cycle, func(name string) bool { return !strings.Contains(name, "local.") }) {
			in.ev.errorf(at, "resources depend on each other in a cycle: %s", strings.Join(append(cycle, name), " → "))
		}
		return true
	}
	d.state[name] = underway
	d.path = append(d.path, name)
	for _, t := range references(b) {
		if d.step(in, t) {
			return true
		}
	}
	d.path = d.path[:len(d.path)-1]
	d.state[name] = done
	return false
}

// step follows one reference.
func (d *dependencies) step(in *instance, t hcl.Traversal) bool {
	name, _ := attrStep(t, 1)
	switch t.RootName() {
	case "local":
		a := in.source.locals[name]
		return a != nil && d.visit(in, "local."+name, bodyOf(a.attribute), a.at)
	case "var":
		if in.call == nil {
			return false
		}
		a := in.call.body.attr(name)
		return a != nil && d.visit(in.caller.in, strings.TrimPrefix(in.address, in.parent.prefix())+".var."+name, bodyOf(a), a.at)
	case "module":
		return d.call(in, name, t)
	}
	key, ok := resourceIn(t)
	declared := in.source.resources[key]
	if !ok || declared == nil || in.prefix()+key.String() == d.path[len(d.path)-1] {
		return false
	}
	return d.visit(in, key.String(), declared.block.body, declared.block.header)
}

// call follows a reference to an output, which waits for what the call waits for.
func (d *dependencies) call(in *instance, name string, t hcl.Traversal) bool {
	call := in.source.calls[name]
	if call == nil {
		return false
	}
	for _, argument := range [...]string{"depends_on", "count", "for_each"} {
		if a := call.body.attr(argument); a != nil && d.visit(in, "module."+name+"."+argument, bodyOf(a), a.at) {
			return true
		}
	}
	e := in.calls[name]
	if e == nil || len(e.instances) == 0 || e.instances[0].what.source == nil {
		return false
	}
	called := e.instances[0].what
	for _, step := range t[2:] {
		if output, ok := stepName(step); ok {
			b := called.source.outputs[output]
			return b != nil && d.visit(called, "output."+output, b.body, b.header)
		}
	}
	return false // all outputs at once: nothing is known to wait for itself
}

func bodyOf(a *attribute) *body { return &body{attrs: []*attribute{a}} }

// references are those of a block and of all blocks in it.
func references(b *body) []hcl.Traversal {
	var found []hcl.Traversal
	for _, a := range b.attrs {
		if a.name != "ignore_changes" {
			found = append(found, a.expr.Variables()...)
		}
	}
	for _, nested := range b.blocks {
		found = append(found, references(nested.body)...)
	}
	return found
}
