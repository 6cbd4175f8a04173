package cfnmap

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Map turns a document into Terraform's resources, companions included, the main one first. A type that the table
// does not have stays as it is, marked as native.
func Map(d Document) ([]*model.Resource, diag.List) {
	m := mappingOf(d.Type)
	if m == nil {
		return []*model.Resource{native(d)}, nil
	}
	w := &work{Document: d, mapping: m}
	if d.Properties.State == model.Unknown {
		return []*model.Resource{w.unknown(d.Properties)}, nil
	}
	w.members, _ = d.Properties.Data.(model.Members)
	w.names = w.members.Names()
	w.ending()
	w.form = m.choose(d.Properties)
	switch {
	case w.form == nil:
		w.form = m.last()
		w.resources = append(w.resources, w.unknown(m.open(d.Properties)))
	case w.form.main != nil:
		w.resources = append(w.resources, w.make(w.form.main, maker{}))
	}
	for _, c := range w.form.companions {
		w.companion(c)
	}
	if len(w.resources) == 0 {
		// Nothing is there that says whose companion it is. What it says is judged all the same.
		w.resources = append(w.resources, w.make(w.form.companions[0], maker{}))
	}
	if d.Format != model.Live { // where all that is left out of the translation is the platform's
		w.resources[0].Source = &d.Properties
	}
	w.report()
	return w.resources, w.diagnostics
}

// unknown is the resource of which nothing is known but its type.
func (w *work) unknown(like model.Value) *model.Resource {
	f := w.mapping.last()
	t := f.main
	if t == nil {
		t = f.companions[0]
	}
	r := w.resource(t.typ)
	r.Names = w.naming(t)
	r.Body = model.Undecided(like.Why.Reason, like.Origin)
	r.Body.Origin.Resource = r
	return r
}

// native keeps a document in its own words.
func native(d Document) *model.Resource {
	r := d.resource(d.Type)
	r.Native, r.Refs = true, d.Refs
	r.Body = own(d.Properties, r)
	if r.Body.State == model.Absent {
		r.Body = model.Record(nil, r.Body.Origin)
	}
	return r
}

// resource is one of the given type, with what it has in common with the document.
func (d *Document) resource(typ string) *model.Resource {
	r := &model.Resource{
		Type: typ, Address: d.Address, Block: d.Block, Mode: model.Managed, Location: d.Location,
		Doubtful: d.Doubtful, Condition: d.Condition,
	}
	r.Fate = model.MembersFrom(d.Lifecycle)
	return r
}

// choose picks the form whose test the properties pass. Where the last one has a test, too, and none is passed, there
// is none.
func (m *mapping) choose(properties model.Value) *form {
	for _, f := range m.forms {
		if f.main == nil || f.main.when.ask(properties) == model.Yes {
			return f
		}
	}
	return nil
}

func (m *mapping) last() *form { return m.forms[len(m.forms)-1] }

// open is the property for which no form is chosen.
func (m *mapping) open(properties model.Value) model.Value {
	v := properties.At(m.last().main.when.path)
	if v.State == model.Unknown {
		return v
	}
	return model.Undecided("which type it stands for is not known here", v.Origin)
}

// ask is Maybe where the property is not known, or where there may be none.
func (t test) ask(of model.Value) model.Truth {
	if t.path == "" {
		return model.Yes
	}
	v := t.property(of)
	var found model.Truth
	switch {
	case t.words != nil:
		found = t.matches(v)
	case v.State == model.Unknown && len(v.Why.Alternatives) == 0:
		found = model.Yes // an intrinsic function gives a value, whichever it is
	default:
		found = v.IsSet()
	}
	if t.not {
		return model.Not(found)
	}
	return found
}

// property is what the test is about. Most stand in the object itself, where looking costs nothing.
func (t test) property(of model.Value) model.Value {
	if members, ok := of.Data.(model.Members); ok && strings.IndexByte(t.path, '.') < 0 {
		return members.Named(t.path)
	}
	return of.At(t.path)
}

func (t test) matches(v model.Value) model.Truth {
	if text, ok := v.Data.(string); ok && v.State == model.Known {
		return model.Is(slices.ContainsFunc(t.words, func(w string) bool { return strings.EqualFold(w, text) }))
	}
	return v.IsFold(t.words...)
}

// work is the mapping of one document.
type work struct {
	Document
	mapping     *mapping
	form        *form
	members     model.Members
	names       []string // of the members, in order, those of Lifecycle last
	resources   []*model.Resource
	diagnostics diag.List
}

// A maker is the property that a companion is made from, where it is not the document as a whole.
type maker struct {
	path    string
	element *model.Value // of the list at path
	index   int
	count   int
	doubt   bool // it may not be there
	written model.Value
}

// companion makes the companions of one kind, as many as there are.
func (w *work) companion(t *target) {
	if t.each == "" {
		w.single(t)
		return
	}
	elements := slices.Collect(w.each(t.each))
	for i := range elements {
		element, doubt := certain(elements[i])
		if element.State == model.Absent || t.when.ask(w.seen(t.each, element)) == model.No {
			continue
		}
		w.add(t, maker{path: t.each, element: &element, index: i, count: len(elements), doubt: doubt, written: element})
	}
}

// single makes a companion where the property that stands for it is set.
func (w *work) single(t *target) {
	if t.when.path == "" {
		w.add(t, maker{})
		return
	}
	name, _, _ := strings.Cut(t.when.path, ".")
	if there := t.when.ask(w.Properties); there != model.No {
		w.add(t, maker{path: name, doubt: there == model.Maybe, written: w.members.Named(name)})
	}
}

// each yields the elements of a list, which may stand in a property.
func (w *work) each(path string) func(yield func(model.Value) bool) {
	name, below, deeper := strings.Cut(path, ".")
	if deeper {
		return w.members.Named(name).Each(below)
	}
	return w.members.Named(name).Elements()
}

// seen are the properties with one element in place of a list.
func (w *work) seen(path string, element model.Value) model.Value {
	return model.Object(map[string]model.Value{path: element}, w.Properties.Origin)
}

func (w *work) add(t *target, by maker) {
	r := w.make(t, by)
	if t.with != "" && r.Body.At(t.with).State == model.Absent {
		return
	}
	if len(w.resources) > 0 {
		number := ""
		if by.element != nil && by.count > 1 {
			number = "[" + strconv.Itoa(by.index) + "]"
		}
		stem := w.naming(t).spell(by.path)
		if stem == "" || w.taken(w.Address+"."+stem+number) {
			stem = strings.TrimPrefix(t.typ, "aws_")
		}
		r.Address, r.Block = w.Address+"."+stem+number, w.Block+"."+stem
		r.PartOf = w.resources[0]
	}
	w.resources = append(w.resources, r)
}

// ending takes the policies on the resource's end for members, where lines of the table are about them.
func (w *work) ending() {
	for _, name := range lifecycle {
		if w.mapping.properties.Property(name) == nil {
			continue
		}
		v, written := w.Lifecycle[name[1:]]
		if w.Lifecycle == nil {
			v, written = model.Undecided("only a template says it", w.Properties.Origin), true
			v.Origin.Name = name[1:]
		}
		if written {
			w.members = w.members.With(name, v)
			w.names = append(w.names, name)
		}
	}
}

func (w *work) naming(t *target) naming { return naming{t, w.Format == model.Terraform} }

func (w *work) taken(address string) bool {
	return slices.ContainsFunc(w.resources, func(r *model.Resource) bool { return r.Address == address })
}

// certain is the element that there is if there is one, and whether it may not be there.
func certain(v model.Value) (element model.Value, doubt bool) {
	if v.State != model.Unknown || len(v.Why.Alternatives) == 0 {
		return v, false
	}
	there := slices.DeleteFunc(slices.Clone(v.Why.Alternatives), func(a model.Value) bool { return a.State == model.Absent })
	if len(there) == len(v.Why.Alternatives) {
		return v, false
	}
	return model.OneOf(v.Why.Reason, v.Origin, there...), true
}

// make makes one resource.
func (w *work) make(t *target, by maker) *model.Resource {
	r := w.resource(t.typ)
	r.Names = w.naming(t)
	at := w.Properties.Origin
	if by.path != "" {
		at.Range = by.written.Origin.Range
		r.Location = at.Range
		r.Doubtful = r.Doubtful || by.doubt
		if by.doubt && w.Format == model.Live && by.written.State == model.Unknown {
			r.Doubt = by.written.Why.Reason
		}
	}
	at.Name, at.Resource = "", r
	f := &filling{resource: r, work: w, values: model.NewDraft(min(len(w.members), len(t.root.members)) + len(t.links) + len(t.implied))}
	for _, name := range w.names {
		v := w.members.Named(name)
		if by.path == name && by.path != "" {
			v = w.written(v, by)
		} else if below, ok := strings.CutPrefix(by.path, name+"."); ok && by.element != nil {
			v = model.Object(map[string]model.Value{below: *by.element}, v.Origin)
		}
		f.member(t.root, name, v, w.Properties)
	}
	w.finish(f, t, by, at)
	r.Body = model.Record(f.values.Members(), at)
	r.Refs = w.refs(r, t, by)
	return r
}

// written is the property that a companion is made from, as it is if the companion is there.
func (w *work) written(v model.Value, by maker) model.Value {
	if by.element != nil {
		return *by.element
	}
	there, _ := certain(v)
	return there
}

// finish adds what no property says: what is implied, the link to the main resource, and where a property is not
// mapped, that what it may stand for is not known.
func (w *work) finish(f *filling, t *target, by maker, at model.Origin) {
	for _, i := range t.implied {
		path, at := strings.Split(i.path, "."), at
		at.Name = w.naming(t).Name("", i.path)
		value := literal(i.value, at)
		switch {
		case i.of != "":
			value = w.attribute(i.of, at)
		case i.blank:
			value = model.Undecided("no property of "+w.Type+" says it for the whole", at)
		}
		f.imply(path, value)
	}
	for _, l := range t.links {
		f.values.Set(l.attr, w.attribute(l.of, at))
	}
	if f.unmapped != "" {
		f.blur(t.root)
	}
}

// attribute is what the main resource will have once it is there.
func (w *work) attribute(name string, at model.Origin) model.Value {
	return model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{
		Reason: "known when " + w.Address + " is there", Key: w.Address + "." + name, NotNull: true, NotEmpty: true,
	}}
}

// literal is a value of the table's own.
func literal(v any, at model.Origin) model.Value {
	made := model.Value{Data: v, State: model.Known, Defaulted: true, Origin: at}
	switch data := v.(type) {
	case []any:
		list := make([]model.Value, len(data))
		for i := range data {
			list[i] = literal(data[i], at)
		}
		made.Data = list
	case map[string]any:
		members := make([]model.Member, 0, len(data))
		for name := range data {
			members = append(members, model.Member{Name: name, Value: literal(data[name], at)})
		}
		made.Data = model.MembersOf(members)
	}
	return made
}

// report says which properties the type does not have. Of a template Meant has said so.
func (w *work) report() {
	if w.Format == model.CloudFormation {
		return
	}
	for _, name := range w.names {
		if w.mapping.properties.Property(name) != nil {
			continue
		}
		at := w.members.Named(name).Origin.Range
		if at.File == "" {
			at = w.Location
		}
		w.diagnostics.Add(diag.Diagnostic{
			Severity: diag.Warning, Range: at, Summary: w.Type + " of " + w.Address + " has no property " + name + " that is known here",
			Detail: "What it stands for is taken as not known.",
		})
	}
}
