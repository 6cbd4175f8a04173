package written

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// node is a value as a plan writes it, with the trees beside it that say true
// for what is unknown and for what is sensitive; nil where nothing is.
type node struct{ value, unknown, sensitive any }

var unknown = node{unknown: true}

// fill writes what a provider's schema has, written by the author or not: null
// or unknown for an attribute, an empty list for blocks.
func fill(schema *vocabulary.Schema, members model.Members) node {
	all := newObject()
	for _, a := range schema.Attributes {
		v := members.Named(a.Name)
		switch {
		case v.State == model.Absent && a.Computed:
			all.put(a.Name, unknown)
		case v.State == model.Absent:
			all.put(a.Name, node{})
		case a.Nested != nil:
			all.put(a.Name, nested(a, v))
		default:
			all.put(a.Name, typed(v, a.Type))
		}
	}
	for _, b := range schema.Blocks {
		all.put(b.Name, blocks(&b, members.Named(b.Name)))
	}
	return all.node()
}

// nested writes an attribute that holds objects. Providers give the members that
// are left out the zero value of their type.
func nested(a vocabulary.Attribute, v model.Value) node {
	inside := func(v model.Value) node {
		members, ok := v.Data.(model.Members)
		if !ok {
			return unknown
		}
		all := newObject()
		for _, a := range a.Nested.Attributes {
			if v := members.Named(a.Name); v.State == model.Absent {
				all.put(a.Name, node{value: zero(a.Type)})
			} else {
				all.put(a.Name, typed(v, a.Type))
			}
		}
		return all.node()
	}
	list, isList := v.Data.([]model.Value)
	switch {
	case v.State == model.Unknown:
		return unknown
	case isList:
		return each(list, a.Type.IsSetType(), inside)
	}
	return inside(v)
}

func zero(typ cty.Type) any {
	switch {
	case typ == cty.String:
		return ""
	case typ == cty.Bool:
		return false
	case typ == cty.Number:
		return 0
	case typ.IsListType() || typ.IsSetType():
		return []any{}
	}
	return nil
}

func blocks(b *vocabulary.Block, v model.Value) node {
	list, _ := v.Data.([]model.Value)
	open := func(v model.Value) bool { return v.State == model.Unknown }
	switch {
	case v.State == model.Unknown || slices.ContainsFunc(list, open):
		return unknown
	case b.Nesting == vocabulary.Single && len(list) == 0:
		return node{}
	}
	inside := func(v model.Value) node {
		members, _ := v.Data.(model.Members)
		return fill(b.Schema, members)
	}
	if b.Nesting == vocabulary.Single {
		return inside(list[0])
	}
	return each(list, b.Nesting == vocabulary.Set, inside)
}

// each writes a list. Sets come in an order that is not the author's.
func each(list []model.Value, isSet bool, write func(model.Value) node) node {
	nodes := make([]node, len(list))
	for i, v := range list {
		nodes[i] = write(v)
	}
	if isSet {
		slices.SortFunc(nodes, func(a, b node) int { return strings.Compare(textOf(a), textOf(b)) })
		nodes = slices.CompactFunc(nodes, func(a, b node) bool { return a.unknown == nil && b.unknown == nil && textOf(a) == textOf(b) })
	}
	values, unknowns, secrets := make([]any, len(nodes)), make([]any, len(nodes)), make([]any, len(nodes))
	out := node{value: values}
	for i, n := range nodes {
		values[i], unknowns[i], secrets[i] = n.value, orFalse(n.unknown), orFalse(n.sensitive)
		if n.unknown != nil {
			out.unknown = unknowns
		}
		if n.sensitive != nil {
			out.sensitive = secrets
		}
	}
	return out
}

func orFalse(tree any) any {
	if tree == nil {
		return false
	}
	return tree
}

func textOf(n node) string {
	text, err := json.Marshal(n.value)
	if err != nil {
		return fmt.Sprint(n.value)
	}
	return string(text)
}

// typed writes a value in the type of its attribute: "true" is true for a bool.
func typed(v model.Value, typ cty.Type) node {
	n := convert(v, typ)
	if v.Sensitive {
		n.sensitive = true
	}
	return n
}

// free writes a value whose type nobody prescribes.
func free(v model.Value) node { return typed(v, cty.DynamicPseudoType) }

func convert(v model.Value, typ cty.Type) node {
	if v.State == model.Unknown {
		return unknown
	}
	switch data := v.Data.(type) {
	case []model.Value:
		element := cty.DynamicPseudoType
		if typ.IsCollectionType() {
			element = typ.ElementType()
		}
		return each(data, typ.IsSetType(), func(v model.Value) node { return typed(v, element) })
	case model.Members:
		members := newObject()
		for name, member := range data.All() {
			members.put(name, typed(member, memberType(typ, name)))
		}
		return members.node()
	case string:
		return node{value: fromText(data, typ)}
	}
	if typ == cty.String && v.State == model.Known {
		v.Sensitive = false
		return node{value: v.String()}
	}
	return node{value: v.Data}
}

func memberType(typ cty.Type, name string) cty.Type {
	switch {
	case typ.IsMapType():
		return typ.ElementType()
	case typ.IsObjectType() && typ.HasAttribute(name):
		return typ.AttributeType(name)
	}
	return cty.DynamicPseudoType
}

func fromText(text string, typ cty.Type) any {
	switch typ {
	case cty.Bool:
		if b, err := strconv.ParseBool(text); err == nil {
			return b
		}
	case cty.Number:
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return f
		}
	}
	return text
}

// members collects an object and its trees.
type members struct{ values, unknowns, secrets object }

func newObject() members { return members{object{}, object{}, object{}} }

// put adds a member. A value that is unknown is left out.
func (m members) put(name string, n node) {
	if n.unknown != true {
		m.values[name] = n.value
	}
	if n.unknown != nil {
		m.unknowns[name] = n.unknown
	}
	if n.sensitive != nil {
		m.secrets[name] = n.sensitive
	}
}

func (m members) node() node {
	n := node{value: m.values}
	if len(m.unknowns) > 0 {
		n.unknown = m.unknowns
	}
	if len(m.secrets) > 0 {
		n.sensitive = m.secrets
	}
	return n
}
