package cfnmap

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// refs are the references of a document as the target's attributes make them, and those that link it to the main
// resource.
func (w *work) refs(r *model.Resource, t *target, by maker) []model.Ref {
	var refs []model.Ref
	for _, l := range t.links {
		refs = append(refs, model.Ref{Path: l.attr, To: w.Address, Attr: l.of, Exact: true})
	}
	for _, i := range t.implied {
		if i.of != "" && r.Body.At(i.path).State == model.Unknown && r.Body.At(i.path).Why.Key == w.Address+"."+i.of {
			refs = append(refs, model.Ref{Path: i.path, To: w.Address, Attr: i.of, Exact: true})
		}
	}
	for i, ref := range w.Refs {
		if by.element != nil && !w.belongs(i, by) {
			continue
		}
		ref.Attr = w.attributeOf(ref.To, ref.Attr)
		for _, path := range t.root.places(ref.Path) {
			ref.Path = path
			if !slices.Contains(refs, ref) && said(r.Body, path) {
				refs = append(refs, ref)
			}
		}
	}
	return refs
}

// said tells whether there is anything at a path.
func said(body model.Value, path string) bool {
	for v := range body.All(path) {
		if v.State != model.Absent {
			return true
		}
	}
	return false
}

// belongs tells whether a reference is one of the element that a companion is made from. Paths have no indexes: it is
// the one whose key the element has or, where there are as many as elements, the one in its turn.
func (w *work) belongs(i int, by maker) bool {
	ref := w.Refs[i]
	if ref.Path != by.path && !strings.HasPrefix(ref.Path, by.path+".") {
		return true
	}
	if ref.Path != by.path || !ref.Exact {
		return true
	}
	if by.element.State == model.Unknown && by.element.Why.Key != "" {
		return by.element.Why.Key == ref.To || strings.HasPrefix(by.element.Why.Key, ref.To+".")
	}
	turn, all := 0, 0
	for n, other := range w.Refs {
		if other.Path == by.path && other.Exact {
			if n < i {
				turn++
			}
			all++
		}
	}
	return all != by.count || turn == by.index
}

// places are where a property ends up. What is inside free JSON is at the attribute that holds it.
func (o *object) places(path string) []string {
	name, rest, deeper := strings.Cut(path, ".")
	m := o.members[name]
	if m == nil {
		return nil
	}
	var found []string
	for i := range m.moves {
		found = append(found, m.moves[i].places(rest, deeper)...)
	}
	return found
}

func (m *move) places(rest string, deeper bool) []string {
	at := strings.Join(m.path, ".")
	switch {
	case !deeper || m.inside == nil:
		if at == "" {
			return nil
		}
		if deeper && m.shape.kind == mapKind && m.free == nil && rest != "Value" {
			return []string{at + "." + rest}
		}
		return []string{at}
	case at == "":
		return m.inside.places(rest)
	}
	found := m.inside.places(rest)
	for i := range found {
		found[i] = at + "." + found[i]
	}
	return found
}

// attributeOf is what Ref or GetAtt of a resource means in Terraform's words.
func (w *work) attributeOf(address, name string) string {
	if w.TypeOf == nil {
		return name
	}
	return Attribute(w.TypeOf(address), name)
}

// Attribute is the attribute of the mapped resource that Ref (name "") or GetAtt of a type gives.
func Attribute(typ, name string) string {
	m := mappingOf(typ)
	if m == nil {
		return name
	}
	for _, f := range m.forms {
		if attr, ok := f.names[name]; ok {
			return attr
		}
	}
	if name == "" {
		return "id"
	}
	return Snake(strings.ReplaceAll(name, ".", "_"))
}

// key is the key of an unresolved reference in Terraform's words, with the type before the address: others can tell
// by it that the platform gives out the value.
func (w *work) key(key string) string {
	if key == "" || w.TypeOf == nil {
		return key
	}
	address, name := key, ""
	typ := w.TypeOf(key)
	if typ == "" {
		address, name = cutLast(key)
		typ = w.TypeOf(address)
	}
	m := mappingOf(typ)
	if m == nil || m.forms[0].main == nil {
		return key
	}
	return m.forms[len(m.forms)-1].main.typ + "." + address + "." + Attribute(typ, name)
}
