package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// Most resources that there are have tags, and most tags are made by merge: so this
// function has a way of its own.

// mergedObjects evaluates merge where it has objects alone and nothing is said of these as a
// whole.
func mergedObjects(args []cty.Value) (cty.Value, bool) {
	members := make(map[string]cty.Value)
	for _, arg := range args {
		if !isPlainObject(arg) {
			return cty.NilVal, false
		}
		for it := arg.ElementIterator(); it.Next(); {
			name, member := it.Element()
			members[name.AsString()] = member
		}
	}
	return cty.ObjectVal(members), len(args) > 0
}

func isPlainObject(v cty.Value) bool {
	return !v.IsMarked() && v.Type().IsObjectType() && v.IsKnown() && !v.IsNull()
}

// merged lowers merge of such objects without making a value of the whole.
func (l lowering) merged(e *hclsyntax.FunctionCallExpr, at model.Origin, path string) (model.Value, bool) {
	if l.leaves != nil || e.ExpandFinal || len(e.Args) == 0 {
		return model.Value{}, false
	}
	m := merging{make([]field, 0, usualTags)}
	for _, arg := range e.Args {
		if !m.add(l.scope, arg) {
			return model.Value{}, false
		}
	}
	l.given, l.around = l.scope.handedIn(e), nil
	members := make([]model.Member, len(m.list))
	for i, field := range m.list {
		members[i] = l.member(at, path, field.name, field.value)
	}
	out := model.Record(model.MembersOf(members), at)
	out.Sensitive, out.Given = l.sensitive, l.given
	return out, true
}

// usualTags is how many members most of these objects have at the most.
const usualTags = 8

// merging is an object that is merged of several, in order of its names.
type merging struct{ list []field }

type field struct {
	name  string
	value cty.Value
}

func (m *merging) set(name string, v cty.Value) {
	i, ok := slices.BinarySearchFunc(m.list, name, func(f field, name string) int { return strings.Compare(f.name, name) })
	if ok {
		m.list[i].value = v
		return
	}
	m.list = slices.Insert(m.list, i, field{name, v})
}

// add lays an argument over what is there. It returns false where that is no object, or
// where only HCL can tell its names.
func (m *merging) add(s *scope, arg hclsyntax.Expression) bool {
	if e, ok := arg.(*hclsyntax.ObjectConsExpr); ok {
		for _, item := range e.Items {
			name, ok := s.memberName(item.KeyExpr)
			if !ok {
				return false
			}
			m.set(cty.NormalizeString(name), s.value(item.ValueExpr))
		}
		return true
	}
	v := s.value(arg)
	if !isPlainObject(v) {
		return false
	}
	for name := range v.Type().AttributeTypes() {
		m.set(name, v.GetAttr(name))
	}
	return true
}
