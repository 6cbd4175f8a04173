package terraform

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// module resolves module.NAME: an output of one instance, or whole instances.
func (s *scope) module(t hcl.Traversal) (cty.Value, int) {
	in := s.in
	name, ok := attrStep(t, 1)
	if !ok {
		return s.wholeRoot(t)
	}
	if in.source.calls[name] == nil {
		in.undeclared(t[:2].SourceRange(), "module."+name)
		return cty.DynamicVal, len(t)
	}
	e := in.expandCall(name)
	switch {
	case e == nil:
		return cty.DynamicVal, len(t)
	case len(e.instances) == 1 && e.instances[0].what.source == nil:
		return opaque(e.instances[0].what, t)
	case e.kind == keyNone:
		if _, indexed := indexStep(t, 2); indexed {
			in.ev.errorf(t[:2].SourceRange(), "module.%s has neither count nor for_each, so it takes no key", name)
			return cty.DynamicVal, len(t)
		}
		return e.instances[0].what.step(t, 2)
	case e.kind == keyUnknown:
		if _, indexed := indexStep(t, 2); indexed {
			return e.instances[0].what.step(t, 3)
		}
		some := in.ev.ref(e.instances[0].what.address, "", refResource)
		some.partial = true
		return cty.DynamicVal.Mark(some), len(t)
	}
	return s.callStep(e, name, t)
}

func (s *scope) callStep(e *expansion[*instance], name string, t hcl.Traversal) (cty.Value, int) {
	in := s.in
	if key, ok := indexStep(t, 2); ok {
		if called, ok := e.at(key); ok {
			return called.step(t, 3)
		}
		in.ev.errorf(t.SourceRange(), "module.%s has no instance with the key %s", name, keyText(key))
		return cty.DynamicVal, len(t)
	}
	if attr, ok := attrStep(t, 2); ok {
		in.ev.errorf(t[:2].SourceRange(), "module.%s has several instances: name one by its key before %q", name, attr)
		return cty.DynamicVal, len(t)
	}
	return in.ev.once(&e.whole, nodeName{in.address, "module", name}, in.source.calls[name].header, func() cty.Value {
		values := make([]cty.Value, len(e.instances))
		for i, called := range e.instances {
			values[i] = called.what.object()
		}
		return gather(e, values)
	}), 2
}

// opaque is any output of a module whose source is not here.
func opaque(called *instance, t hcl.Traversal) (cty.Value, int) {
	at := 2
	if _, indexed := indexStep(t, at); indexed {
		at++
	}
	attr, ok := attrStep(t, at)
	if ok {
		at++
	}
	return cty.DynamicVal.Mark(called.ev.ref(called.address, attr, refModule)), min(at, len(t))
}

// step resolves what a reference says after a module instance.
func (in *instance) step(t hcl.Traversal, at int) (cty.Value, int) {
	if name, ok := attrStep(t, at); ok {
		return in.output(name, t[at].SourceRange()), at + 1
	}
	return in.object(), min(at, len(t))
}

// object is all outputs of a module instance.
func (in *instance) object() cty.Value {
	members := make(map[string]cty.Value, len(in.source.outputs))
	for name, b := range in.source.outputs {
		members[name] = in.output(name, b.header)
	}
	return cty.ObjectVal(members)
}

// expandCall makes the instances of a module call, nil in a cycle. A call
// whose source is not here has one instance without source.
func (in *instance) expandCall(name string) *expansion[*instance] {
	e := in.calls[name]
	if e == nil {
		e = &expansion[*instance]{}
		in.calls[name] = e
	}
	switch e.state {
	case done:
		return e
	case underway:
		in.ev.cycle(nodeName{in.address, "module", name}, in.source.calls[name].header)
		return nil
	}
	e.state = underway
	in.ev.evaluating = append(in.ev.evaluating, nodeName{in.address, "module", name})
	in.makeCall(e, name)
	in.ev.evaluating = in.ev.evaluating[:len(in.ev.evaluating)-1]
	e.state = done
	return e
}

func (in *instance) makeCall(e *expansion[*instance], name string) {
	call := in.source.calls[name]
	source := in.find(name, call)
	if source == nil {
		e.expand(unrepeated, in.missing(name))
		return
	}
	r := in.scope().repeat(call.body)
	if len(in.ev.modules)+len(r.keys) > maxModules {
		in.ev.errorf(call.header, "more than %d module instances; those of module %q are left out", maxModules, name)
		e.expand(unrepeated, in.missing(name))
		return
	}
	e.expand(r, func(key expansionKey, value cty.Value) *instance {
		made := in.ev.instance(source, call, &scope{in: in, key: key, eachValue: value}, key, name)
		if r.condition != "" {
			made.condition = r.condition
		}
		return made
	})
}

// missing stands for a module whose source is not here.
func (in *instance) missing(name string) func(expansionKey, cty.Value) *instance {
	return func(expansionKey, cty.Value) *instance {
		return &instance{ev: in.ev, address: in.prefix() + "module." + name}
	}
}

// declareCall is a call as a resource of its own: what it says of where the module
// comes from, whether that is here or not. Its address has no keys, since it is
// written once.
func (in *instance) declareCall(name string) *model.Resource {
	call := in.source.calls[name]
	r := in.declaration(call, model.Call, "module", "module."+name)
	r.Address = r.Block
	l := lowering{scope: in.scope(), owner: r}
	members := make(map[string]model.Value)
	in.ev.quietly(func() { // Terraform takes literals alone, and find says so
		for _, argument := range [...]string{"source", "version"} {
			if a := call.body.attr(argument); a != nil {
				members[argument] = l.tree(a.expr, l.origin(a.at, argument), argument)
			}
		}
	})
	r.Body = model.Object(members, l.origin(call.header, ""))
	return r
}

// find reads the source of a call, or says why it cannot be had.
func (in *instance) find(name string, call *block) *module {
	ev := in.ev
	source := sourceOf(call)
	at := call.header
	if a := call.body.attr("source"); a != nil {
		at = a.at
	}
	if call.body.attr("source") == nil {
		ev.errorf(at, "module %q has no source", name)
		return nil
	}
	if source == "" {
		ev.warnf(at, "the source of module %q is not a literal, so it is not read", name)
		return nil
	}
	key := strings.Join(append(slices.Clip(in.names), name), ".")
	dir, ok := ev.installed(key, source)
	local, isLocal := localSource(in.source.dir, source)
	switch {
	case isLocal:
		dir = local
	case isPath(source):
		ev.warnf(at, "module %q lies at %s, outside the boundary of the scan; widen it with --boundary", name, source)
		return nil
	case !ok && ev.manifest[key].Source != "":
		ev.warnf(at, "module %q is installed from another source, %s; run \"terraform init\" to have it judged", name, withoutUser(ev.manifest[key].Source))
		return nil
	case ok && !isPinned(call, ev.manifest[key].Version):
		ev.warnf(at, "module %q is installed in version %s, which is not the one asked for; run \"terraform init\" to have it judged", name, ev.manifest[key].Version)
		return nil
	case !ok:
		ev.warnf(at, "module %q is not installed: %s; run \"terraform init\" to have it judged", name, withoutUser(source))
		return nil
	}
	if in.recurses(dir) {
		ev.errorf(at, "module %q calls itself through %s", name, dir)
		return nil
	}
	found, err := ev.loader.load(dir)
	if err != nil {
		ev.errorf(at, "cannot read module %q in %s: %s", name, dir, reasonOf(err))
		return nil
	}
	if len(found.text) == 0 && len(found.diags) == 0 {
		ev.errorf(at, "module %q: there is no Terraform source in %s", name, dir)
		return nil
	}
	return found
}

// isPinned tells whether a version is the one that a call asks for, where it asks for
// a single one.
func isPinned(call *block, installed string) bool {
	expr := call.body.expr("version")
	if expr == nil || installed == "" {
		return true
	}
	v, _ := expr.Value(nil)
	asked := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(textOf(v)), "="))
	isSingle := asked != "" && strings.Trim(asked, "0123456789.") == "" && strings.Count(asked, ".") == 2
	return !isSingle || asked == installed
}

func isPath(source string) bool {
	return strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../") || source == "." || source == ".."
}

// recurses tells a folder that is already among the callers.
func (in *instance) recurses(dir string) bool {
	if in.depth >= maxModuleDepth {
		return true
	}
	for caller := in; caller != nil; caller = caller.parent {
		if caller.source.dir == dir {
			return true
		}
	}
	return false
}

// readManifest reads where "terraform init" has put the modules of this root.
func (ev *evaluator) readManifest() map[string]installedModule {
	src, err := fs.ReadFile(ev.loader.fsys, path.Join(ev.root, ".terraform/modules/modules.json"))
	if err != nil {
		return nil
	}
	var manifest struct{ Modules []installedModule }
	if err := json.Unmarshal(src, &manifest); err != nil {
		return nil
	}
	byKey := make(map[string]installedModule, len(manifest.Modules))
	for _, m := range manifest.Modules {
		byKey[m.Key] = m
	}
	return byKey
}

// installedModule is an entry of .terraform/modules/modules.json.
type installedModule struct{ Key, Source, Version, Dir string }

// installed finds a module that "terraform init" has fetched. A manifest that
// speaks of another source is stale, and not believed.
func (ev *evaluator) installed(key, source string) (string, bool) {
	entry, ok := ev.manifest[key]
	if !ok || !sameSource(entry.Source, source) {
		return "", false
	}
	dir := path.Join(ev.root, strings.ReplaceAll(entry.Dir, `\`, "/"))
	return dir, fs.ValidPath(dir)
}

// sameSource compares as the manifest writes sources: registry addresses in
// full.
func sameSource(recorded, written string) bool {
	return recorded == written || strings.TrimPrefix(recorded, "registry.terraform.io/") == written ||
		strings.TrimPrefix(recorded, "registry.opentofu.org/") == written
}
