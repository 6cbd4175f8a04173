package terraform

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// scope is where an expression is evaluated: a module instance, with each,
// count and self of the block around it, and the iterators of dynamic blocks.
type scope struct {
	in        *instance
	key       expansionKey
	eachValue cty.Value // each.value; NilVal where the block has none
	condition string    // of the block's instances, where those are not known
	self      *resource
	own       *declared // the block that the expression stands in
	literal   bool      // where nothing may be referred to, as in a variable's default
	iterators *iterator
	bound     *binding             // names of the for expressions around
	vars      map[string]cty.Value // in a template file: all that it knows
}

// iterator is the element that a dynamic block, or one around it, stands at.
type iterator struct {
	name       string
	key, value cty.Value
	outer      *iterator
}

func (it *iterator) find(name string) *iterator {
	for ; it != nil; it = it.outer {
		if it.name == name {
			return it
		}
	}
	return nil
}

// rebinds tells whether a name means what a for expression or a dynamic block
// around stands at.
func (s *scope) rebinds(name string) bool {
	return s.bound.find(name) != nil || s.iterators.find(name) != nil
}

// resolve evaluates a reference as far as it names something declared, and
// returns how many of its steps that took. The rest are steps into the value.
// Whatever is not declared is reported, and unknown.
func (s *scope) resolve(t hcl.Traversal) (v cty.Value, used int) {
	root := t.RootName()
	if b := s.bound.find(root); b != nil {
		return b.value, 1
	}
	if s.vars != nil {
		if v, ok := s.vars[root]; ok {
			return v, 1
		}
		return cty.DynamicVal, len(t)
	}
	if it := s.iterators.find(root); it != nil {
		return it.step(t)
	}
	switch root {
	case "var", "local", "path", "terraform", "each", "count":
		name, ok := attrStep(t, 1)
		if !ok {
			return s.wholeRoot(t)
		}
		return s.named(root, name, t), 2
	case "self":
		if s.self == nil {
			s.in.ev.errorf(t.SourceRange(), "self is known in provisioners and conditions only")
			return cty.DynamicVal, len(t)
		}
		return s.self.step(t, 1)
	case "module":
		return s.module(t)
	case "data":
		return s.resource(model.Data, t, 1)
	case "ephemeral":
		return s.resource(ephemeral, t, 1)
	case "resource":
		return s.resource(model.Managed, t, 1)
	}
	return s.resource(model.Managed, t, 0)
}

func (s *scope) wholeRoot(t hcl.Traversal) (cty.Value, int) {
	if root := t.RootName(); root == "each" || root == "count" {
		return cty.DynamicVal, len(t)
	}
	s.in.ev.errorf(t.SourceRange(), "%q needs a name after it", t.RootName())
	return cty.DynamicVal, len(t)
}

// named evaluates var.x, local.x and the other two-step references.
func (s *scope) named(root, name string, t hcl.Traversal) cty.Value {
	in := s.in
	at := t[:2].SourceRange()
	switch root {
	case "var":
		return in.variable(name, at)
	case "local":
		return in.local(name, at)
	case "path":
		return in.path(name, at)
	case "terraform":
		switch name {
		case "workspace":
			return cty.StringVal(in.ev.workspace)
		case "applying":
			return in.ev.ephemeral(cty.False)
		}
		in.ev.errorf(at, "terraform.%s is not known; there is terraform.workspace", name)
		return cty.DynamicVal
	case "count":
		return s.countIndex(name, at)
	}
	return s.each(name, at)
}

func (s *scope) countIndex(name string, at hcl.Range) cty.Value {
	switch {
	case name != "index":
		s.in.ev.errorf(at, "count.%s is not known; there is count.index", name)
	case s.key.kind == keyNumber:
		return cty.NumberIntVal(int64(s.key.n))
	case s.key.kind == keyUnknown:
		return cty.UnknownVal(cty.Number).RefineNotNull()
	default:
		s.in.ev.errorf(at, "count.index is known only where count is set")
	}
	return cty.UnknownVal(cty.Number)
}

func (s *scope) each(name string, at hcl.Range) cty.Value {
	switch {
	case name != "key" && name != "value":
		s.in.ev.errorf(at, "each.%s is not known; there are each.key and each.value", name)
		return cty.DynamicVal
	case s.key.kind == keyUnknown && name == "key":
		return unknownText
	case s.key.kind == keyUnknown && s.eachValue == cty.NilVal:
		return cty.DynamicVal
	case s.key.kind == keyUnknown:
		return s.eachValue
	case s.key.kind != keyString:
		s.in.ev.errorf(at, "each.%s is known only where for_each is set", name)
		return cty.DynamicVal
	case name == "key":
		return cty.StringVal(s.key.s)
	}
	return s.eachValue
}

func (in *instance) path(name string, at hcl.Range) cty.Value {
	switch name {
	case "module":
		return cty.StringVal(relative(in.ev.root, in.source.dir))
	case "root":
		return cty.StringVal(".")
	case "cwd":
		if in.ev.cwd != "" {
			return cty.StringVal(in.ev.cwd)
		}
		// The real one would put a path of the machine into outputs.
		return unknownText
	}
	in.ev.errorf(at, "path.%s is not known; there are path.module, path.root and path.cwd", name)
	return cty.DynamicVal
}

// relative is the path from one folder to another, both relative to the boundary.
func relative(from, to string) string {
	if from == to {
		return "."
	}
	if from == "." {
		return to
	}
	up := ""
	for base := from; ; base = path.Dir(base) {
		switch {
		case base == ".":
			return up + to
		case to == base:
			return strings.TrimSuffix(up, "/")
		case strings.HasPrefix(to, base+"/"):
			return up + to[len(base)+1:]
		}
		up += "../"
	}
}

// step reads NAME.key and NAME.value of a dynamic block.
func (it *iterator) step(t hcl.Traversal) (cty.Value, int) {
	switch name, _ := attrStep(t, 1); name {
	case "key":
		return it.key, 2
	case "value":
		return it.value, 2
	}
	return cty.ObjectVal(map[string]cty.Value{"key": it.key, "value": it.value}), 1
}

// resource resolves TYPE.NAME, with the type at step i.
func (s *scope) resource(mode model.Mode, t hcl.Traversal, i int) (cty.Value, int) {
	in := s.in
	var typ string
	if i == 0 {
		typ = t.RootName()
	} else {
		typ, _ = attrStep(t, i)
	}
	name, ok := attrStep(t, i+1)
	if !ok {
		in.ev.errorf(t.SourceRange(), "%q is not a complete reference to a resource", traversalText(t))
		return cty.DynamicVal, len(t)
	}
	key := resourceKey{mode, typ, name}
	d := in.source.resources[key]
	if d == nil {
		in.undeclared(t[:i+2].SourceRange(), key.String())
		return in.nowhere(key, t, i+2)
	}
	if d == s.own {
		in.ev.errorf(t.SourceRange(), "%s refers to itself", key)
		return cty.DynamicVal, len(t)
	}
	e := in.expandResource(d)
	if e == nil {
		return cty.DynamicVal, len(t)
	}
	at := i + 2
	switch {
	case e.kind == keyNone:
		if _, indexed := keyStep(t, at); indexed && mode != ephemeral {
			in.ev.errorf(t[:at].SourceRange(), "%s has neither count nor for_each, so it takes no key", key)
			return cty.DynamicVal, len(t)
		}
		return e.instances[0].what.step(t, at)
	case e.kind == keyUnknown:
		if _, indexed := indexStep(t, at); indexed {
			return e.instances[0].what.step(t, at+1)
		}
		some := in.ev.ref(e.instances[0].what.address, "", e.instances[0].what.refKind())
		some.partial = true
		return cty.DynamicVal.Mark(some), len(t)
	}
	return s.instanceStep(e, key, t, at)
}

// nowhere is what a resource that is not declared is for whoever refers to it: what
// names it will be set, once it is.
func (in *instance) nowhere(key resourceKey, t hcl.Traversal, at int) (cty.Value, int) {
	attr, ok := attrStep(t, at)
	if !ok || !vocabulary.Identifies(attr) {
		return cty.DynamicVal, len(t)
	}
	return unknownText.Mark(in.ev.ref(in.prefix()+key.String(), attr, refUndeclared)), at + 1
}

func (s *scope) instanceStep(e *expansion[*resource], key resourceKey, t hcl.Traversal, at int) (cty.Value, int) {
	in := s.in
	if index, ok := indexStep(t, at); ok {
		if r, ok := e.at(index); ok {
			return r.step(t, at+1)
		}
		in.ev.errorf(t.SourceRange(), "%s has no instance with the key %s", key, keyText(index))
		return cty.DynamicVal, len(t)
	}
	if name, ok := attrStep(t, at); ok {
		in.ev.errorf(t[:at].SourceRange(), "%s has several instances: name one by its key before %q", key, name)
		return cty.DynamicVal, len(t)
	}
	return in.allInstances(e, key), at
}

func (in *instance) inModule() string {
	if len(in.names) == 0 {
		return ""
	}
	return " in module " + strings.Join(in.names, ".")
}

// allInstances is the value of a block with count or for_each: a tuple, or an
// object by key.
func (in *instance) allInstances(e *expansion[*resource], key resourceKey) cty.Value {
	return in.ev.once(&e.whole, nodeName{in.address, key.typ, key.name}, in.source.resources[key].block.header, func() cty.Value {
		values := make([]cty.Value, len(e.instances))
		for i, instance := range e.instances {
			values[i] = instance.what.object()
		}
		return gather(e, values)
	})
}

// gather makes one value of those of all instances.
func gather[T any](e *expansion[T], values []cty.Value) cty.Value {
	if e.kind == keyNumber {
		return cty.TupleVal(values)
	}
	byKey := make(map[string]cty.Value, len(values))
	for i, instance := range e.instances {
		byKey[instance.key.s] = values[i]
	}
	return cty.ObjectVal(byKey)
}

// attrStep is the name at step i of a traversal.
func attrStep(t hcl.Traversal, i int) (string, bool) {
	if i >= len(t) {
		return "", false
	}
	step, ok := t[i].(hcl.TraverseAttr)
	return step.Name, ok
}

// indexStep is the key at step i of a traversal, whatever its type.
func indexStep(t hcl.Traversal, i int) (cty.Value, bool) {
	if i >= len(t) {
		return cty.NilVal, false
	}
	step, ok := t[i].(hcl.TraverseIndex)
	return step.Key, ok
}

// keyStep is the instance key at step i of a traversal.
func keyStep(t hcl.Traversal, i int) (expansionKey, bool) {
	v, ok := indexStep(t, i)
	if !ok {
		return expansionKey{}, false
	}
	return instanceKey(v)
}

// instanceKey is a number or string as the key of an instance. It is not known where a
// syntax error has cut a reference short.
func instanceKey(v cty.Value) (expansionKey, bool) {
	if v.IsMarked() || v.IsNull() || !v.IsKnown() {
		return expansionKey{}, false
	}
	if v.Type() == cty.String {
		return expansionKey{kind: keyString, s: v.AsString()}, true
	}
	var n int
	if err := gocty.FromCtyValue(v, &n); err != nil {
		return expansionKey{}, false
	}
	return expansionKey{kind: keyNumber, n: n}, true
}

// keyText writes a key as it stands in a reference.
func keyText(v cty.Value) string {
	if !v.IsKnown() {
		return "[…]"
	}
	return "[" + string(hclwrite.TokensForValue(v).Bytes()) + "]"
}

func traversalText(t hcl.Traversal) string {
	var b strings.Builder
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(step.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + step.Name)
		default:
			b.WriteString("[…]")
		}
	}
	return b.String()
}
