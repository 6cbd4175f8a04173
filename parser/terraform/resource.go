package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// resource is one instance of a resource or data block, as references see it:
// an attribute that is unset and computed is a typed unknown.
type resource struct {
	*declared
	in        *instance
	address   string
	scope     scope // in which it is evaluated
	condition string
	attrs     *attrNode // those that were asked for, of which there are few
	whole     node
	lowered   *model.Resource
	written   model.Members // its members, see there
}

// attrNode is the value of an attribute, in a list of such.
type attrNode struct {
	node
	name string
	next *attrNode
}

func schemaOf(key resourceKey) *vocabulary.Schema {
	switch key.mode {
	case model.Managed:
		return vocabulary.Resource(key.typ)
	case model.Data:
		return vocabulary.Data(key.typ)
	}
	return nil
}

// expandResource makes the instances of a block, nil in a cycle.
func (in *instance) expandResource(d *declared) *expansion[*resource] {
	e := &in.resources[d.nth]
	switch e.state {
	case done:
		return e
	case underway:
		in.ev.cycle(nodeName{in.address, d.key.typ, d.key.name}, d.block.header)
		return nil
	}
	e.state = underway
	name := in.prefix() + d.name
	in.ev.evaluating = append(in.ev.evaluating, nodeName{in.address, d.key.typ, d.key.name})
	r := in.repeat(d)
	e.expand(r, func(k expansionKey, value cty.Value) *resource {
		return &resource{
			declared: d, in: in, address: name + k.String(), condition: r.condition,
			scope: scope{in: in, key: k, eachValue: value, condition: r.condition, own: d},
		}
	})
	in.ev.evaluating = in.ev.evaluating[:len(in.ev.evaluating)-1]
	e.state = done
	return e
}

// repeat evaluates the count or for_each of a resource block, which most have not.
func (in *instance) repeat(d *declared) repetition {
	if !d.block.body.isRepeated() {
		return unrepeated
	}
	return (&scope{in: in, own: d}).repeat(d.block.body)
}

func (r *resource) refKind() refKind {
	if r.key.mode == model.Managed {
		return refResource
	}
	return refData
}

// step resolves what a reference says after the instance: an attribute, or the
// whole of it.
func (r *resource) step(t hcl.Traversal, at int) (cty.Value, int) {
	if name, ok := attrStep(t, at); ok {
		return r.attr(name, t[at].SourceRange()), at + 1
	}
	return r.object(), min(at, len(t))
}

// attr is the value of one attribute, with the reference as a mark.
func (r *resource) attr(name string, at hcl.Range) cty.Value {
	return r.in.ev.once(r.attrNode(name), nodeName{within: r.address, name: name}, r.block.header, func() cty.Value {
		v := r.evaluate(name, at)
		if r.key.mode == ephemeral {
			v = r.in.ev.ephemeral(v)
		}
		mark := r.in.ev.ref(r.address, name, r.refKind())
		mark.generated = slices.Contains(generated[r.key.typ], name)
		return v.Mark(mark)
	})
}

func (r *resource) attrNode(name string) *node {
	for n := r.attrs; n != nil; n = n.next {
		if n.name == name {
			return &n.node
		}
	}
	r.attrs = &attrNode{name: name, next: r.attrs}
	return &r.attrs.node
}

func (r *resource) evaluate(name string, at hcl.Range) cty.Value {
	if v, ok := r.derived(name); ok {
		return v
	}
	if a := r.block.body.attr(name); a != nil && !isMetaArgument(name) {
		return converted(r.schema, name, r.scope.value(a.expr))
	}
	if blocks := r.blocks(name); blocks != nil {
		return r.scope.blockValues(blocks, r.nested(name))
	}
	return r.unset(name, at)
}

// converted brings a value to the type that the schema gives the attribute.
func converted(schema *vocabulary.Schema, name string, v cty.Value) cty.Value {
	if attr := schema.Attribute(name); attr != nil {
		if v, err := convert.Convert(v, attr.Type); err == nil {
			return v
		}
	}
	return v
}

func (r *resource) blocks(name string) []*block {
	var found []*block
	_, blocks := r.block.body.split(r.schema)
	for _, b := range blocks {
		if blockName(b) == name {
			found = append(found, b)
		}
	}
	return found
}

func (r *resource) nested(name string) *vocabulary.Schema {
	if b := r.schema.Block(name); b != nil {
		return b.Schema
	}
	if a := r.schema.Attribute(name); a != nil {
		return a.Nested
	}
	return nil
}

// unknownText is a text that will be set once it is known.
var unknownText = cty.UnknownVal(cty.String).RefineNotNull()

// unset is the value of an attribute that its author left out.
func (r *resource) unset(name string, at hcl.Range) cty.Value {
	if r.schema == nil || r.block.broken {
		return cty.DynamicVal
	}
	if attr := r.schema.Attribute(name); attr != nil {
		if !attr.Computed {
			return cty.NullVal(attr.Type)
		}
		return r.in.ev.computed(name, attr)
	}
	if b := r.schema.Block(name); b != nil {
		return noBlocks(b)
	}
	if r.isBuiltin() {
		r.in.ev.errorf(at, "%s has no attribute %q", r.key.typ, name)
	} else {
		r.in.ev.warnf(at, "%s has no attribute %q in version %s of its provider's schema", r.key.typ, name, vocabulary.Version(providerOf(r.key.typ)))
	}
	return cty.DynamicVal
}

// computed is an attribute that the platform will set, made once.
func (ev *evaluator) computed(name string, attr *vocabulary.Attribute) cty.Value {
	v, ok := ev.unset[attr]
	if !ok {
		v = computed(name, attr)
		ev.unset[attr] = v
	}
	return v
}

// computed is what is known of an attribute that the platform will set. Whatever only it
// can set and is called an ARN is one.
func computed(name string, attr *vocabulary.Attribute) cty.Value {
	unknown := cty.UnknownVal(attr.Type)
	if vocabulary.Identifies(name) {
		unknown = unknown.RefineNotNull()
	}
	if !attr.Optional && attr.Type == cty.String && (name == "arn" || strings.HasSuffix(name, "_arn")) {
		unknown = unknown.Refine().StringPrefixFull("arn:").NewValue()
	}
	return unknown
}

func (r *resource) isBuiltin() bool { return r.key.typ == builtinType }

// builtinType is the one resource type that Terraform has itself.
const builtinType = "terraform_data"

// object is the whole instance as a value.
func (r *resource) object() cty.Value {
	return r.in.ev.once(&r.whole, nodeName{within: r.address}, r.block.header, func() cty.Value {
		if r.schema == nil {
			return cty.DynamicVal.Mark(r.in.ev.ref(r.address, "", r.refKind()))
		}
		members := make(map[string]cty.Value, len(r.schema.Attributes)+len(r.schema.Blocks))
		for _, a := range r.schema.Attributes {
			members[a.Name] = r.attr(a.Name, r.block.header)
		}
		for _, b := range r.schema.Blocks {
			members[b.Name] = r.attr(b.Name, r.block.header)
		}
		return cty.ObjectVal(members)
	})
}

// derived computes attributes that follow from others without an apply.
func (r *resource) derived(name string) (cty.Value, bool) {
	switch {
	case r.isBuiltin() && name == "output":
		input := plain(r.attr("input", r.block.header))
		if input.IsNull() {
			return input, true
		}
		return cty.UnknownVal(input.Type()), true
	case name == "id" && len(r.in.root().source.imports) > 0:
		return r.imported()
	case r.key.mode == model.Data && r.key.typ == "aws_iam_policy_document" && (name == "json" || name == "minified_json"):
		return r.policyDocument(), true
	case isRegional(r.key.mode, r.key.typ):
		return r.regional(name)
	}
	return cty.NilVal, false
}

// blockValues is the value of the nested blocks of one type.
func (s *scope) blockValues(blocks []*block, schema *vocabulary.Schema) cty.Value {
	var values []cty.Value
	known := true
	for _, b := range blocks {
		known = s.eachBlock(b, func(inner *scope, content *body, certain bool) {
			values = append(values, inner.blockValue(content, schema))
		}) && known
	}
	if !known {
		return cty.DynamicVal
	}
	return cty.TupleVal(values)
}

func (s *scope) blockValue(b *body, schema *vocabulary.Schema) cty.Value {
	members := make(map[string]cty.Value)
	attrs, blocks := b.split(schema)
	for _, a := range attrs {
		members[a.name] = converted(schema, a.name, s.value(a.expr))
	}
	byType := make(map[string][]*block)
	for _, nested := range blocks {
		byType[blockName(nested)] = append(byType[blockName(nested)], nested)
	}
	for typ, same := range byType {
		var inner *vocabulary.Schema
		if b := schema.Block(typ); b != nil {
			inner = b.Schema
		}
		members[typ] = s.blockValues(same, inner)
	}
	fillUnset(members, schema)
	return cty.ObjectVal(members)
}

// fillUnset adds what a nested block leaves out.
func fillUnset(members map[string]cty.Value, schema *vocabulary.Schema) {
	if schema == nil {
		return
	}
	for _, a := range schema.Attributes {
		switch _, set := members[a.Name]; {
		case set:
		case a.Computed:
			members[a.Name] = cty.UnknownVal(a.Type)
		default:
			members[a.Name] = cty.NullVal(a.Type)
		}
	}
	for _, b := range schema.Blocks {
		if _, set := members[b.Name]; !set {
			members[b.Name] = noBlocks(&b)
		}
	}
}

// noBlocks is what stands for blocks that are not written: none, or those that
// the provider fills in. A schema does not say which blocks these are, but only
// they have attributes that are computed.
func noBlocks(b *vocabulary.Block) cty.Value {
	if b.Schema == nil || b.Opaque || slices.ContainsFunc(b.Attributes, func(a vocabulary.Attribute) bool { return a.Computed }) {
		return cty.DynamicVal
	}
	return cty.EmptyTupleVal
}

// providerOf is the provider that a resource type belongs to by its name.
func providerOf(typ string) string {
	for i := range len(typ) {
		if typ[i] == '_' {
			return typ[:i]
		}
	}
	return typ
}
