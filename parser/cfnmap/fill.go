package cfnmap

import (
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// filling is one Terraform object that is being put together.
type filling struct {
	*work
	resource *model.Resource
	values   model.Draft
	// unmapped is a property that was written, and of which nobody knows what it stands for.
	unmapped string
}

// member puts a property of an object where it belongs.
func (f *filling) member(o *object, name string, v, of model.Value) {
	m := o.members[name]
	if m == nil || m.picked && m.misses(v) {
		if f.unmapped == "" && v.State != model.Absent && !o.partial {
			f.unmapped = name
		}
		if m == nil {
			return
		}
	}
	for i := range m.moves {
		move := &m.moves[i]
		switch move.when.ask(of) {
		case model.Yes:
			f.move(move, v)
		case model.Maybe:
			f.move(move, perhaps(v))
		}
	}
}

// misses tells whether a list has an element that no move picks.
func (m *member) misses(v model.Value) bool {
	list, _ := v.Data.([]model.Value)
	return slices.ContainsFunc(list, func(e model.Value) bool {
		return !slices.ContainsFunc(m.moves, func(move move) bool { return move.pick.ask(e) != model.No })
	})
}

// perhaps is a value that may not be meant.
func perhaps(v model.Value) model.Value {
	if v.State == model.Absent {
		return v
	}
	return model.OneOf("depends on a property that is not known", v.Origin, v, model.Missing(v.Origin))
}

func (f *filling) move(m *move, v model.Value) {
	if m.pick.path != "" {
		if v = m.pick.among(v); v.State == model.Absent {
			return
		}
	}
	if len(m.path) == 0 {
		f.dissolve(m, v)
		return
	}
	f.put(m.path, f.convert(m, v), m.many || m.shape.kind == listKind)
}

// among keeps the elements that pass a test. An object by itself is kept or not.
func (t test) among(v model.Value) model.Value {
	if v.State == model.Unknown {
		return eachAlternative(v, t.among)
	}
	list, ok := v.Data.([]model.Value)
	if !ok {
		return t.keep(v)
	}
	var kept []model.Value
	for _, e := range list {
		if e = t.keep(e); e.State != model.Absent {
			kept = append(kept, e)
		}
	}
	if kept == nil {
		return model.Missing(v.Origin)
	}
	v.Data = kept
	return v
}

func (t test) keep(v model.Value) model.Value {
	if v.State != model.Known {
		return v
	}
	switch t.ask(v) {
	case model.No:
		return model.Missing(v.Origin)
	case model.Maybe:
		return perhaps(v)
	}
	return v
}

// dissolve puts the members of an object, or of each of a list of them, into the object around.
func (f *filling) dissolve(m *move, v model.Value) {
	switch v.State {
	case model.Absent:
		return
	case model.Unknown:
		f.dissolveUnknown(m, v)
		return
	}
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			f.dissolve(m, e)
		}
	case model.Members:
		for name, member := range data.All() {
			f.member(m.inside, name, m.pick.named(member, v), v)
		}
	}
}

// named is a member of an object that is picked by its key: its author knows it by that, not as the value of a list.
func (t test) named(member, of model.Value) model.Value {
	if t.path == "Key" && !t.not && len(t.words) == 1 {
		member.Origin.Name = of.Origin.Name + "." + t.words[0]
	}
	return member
}

// dissolveUnknown says of every place that a member may go to what is known of it.
func (f *filling) dissolveUnknown(m *move, v model.Value) {
	if len(v.Why.Alternatives) == 0 {
		for _, s := range m.inside.says {
			f.move(s.move, unknownLike(v))
		}
		return
	}
	forms := make([]*filling, len(v.Why.Alternatives))
	names := map[string]bool{}
	for i, a := range v.Why.Alternatives {
		forms[i] = &filling{work: f.work, resource: f.resource}
		forms[i].dissolve(m, a)
		if f.unmapped == "" {
			f.unmapped = forms[i].unmapped
		}
		for _, name := range forms[i].values.Names() {
			names[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		alternatives := make([]model.Value, len(forms))
		for i := range forms {
			value, ok := forms[i].values.Lookup(name)
			if !ok {
				value = model.Missing(f.own(v.Why.Alternatives[i].Origin))
			}
			alternatives[i] = value
		}
		f.put([]string{name}, model.OneOf(v.Why.Reason, f.own(v.Origin), alternatives...), true)
	}
}

// unknownLike is another value that is unknown for the same reason.
func unknownLike(v model.Value) model.Value {
	other := model.Undecided(v.Why.Reason, v.Origin)
	other.Sensitive = v.Sensitive
	return other
}

// put sets a value at a path, making the blocks on the way. Lists that come from several properties are joined.
func (f *filling) put(path []string, v model.Value, many bool) {
	put(&f.values, path, v, many, f.Properties.Origin.Range)
}

// whole is the place of what nobody wrote: of a block that only properties of the resource itself go to.
func put(values *model.Draft, path []string, v model.Value, many bool, whole model.Range) {
	before := values.Named(path[0])
	switch {
	case len(path) > 1 && (v.State == model.Absent || before.State == model.Unknown):
	case len(path) > 1:
		values.Set(path[0], within(before, path[1:], v, many, whole))
	case before.State == model.Absent:
		values.Set(path[0], v)
	default:
		values.Set(path[0], joined(before, v, many))
	}
}

// within is a block with a value put at a path in it: the one that is there, or one that is made for it.
func within(before model.Value, path []string, v model.Value, many bool, whole model.Range) model.Value {
	there, ok := onlyBlock(before)
	inside := model.DraftOf(there)
	put(&inside, path, v, many, whole)
	if ok {
		return withInside(before, inside)
	}
	at := v.Origin
	if at.Name, _ = cutLast(at.Name); at.Name == "" {
		at.Range = whole
	}
	return model.List([]model.Value{model.Record(inside.Members(), at)}, at)
}

// withInside is a block type of which there is one, with other members in that.
func withInside(v model.Value, inside model.Draft) model.Value {
	block := v.Data.([]model.Value)[0]
	block.Data = inside.Members()
	v.Data = []model.Value{block}
	return v
}

// onlyBlock is the inside of a block type of which there is one.
func onlyBlock(v model.Value) (model.Members, bool) {
	list, ok := v.Data.([]model.Value)
	if !ok || len(list) != 1 {
		return nil, false
	}
	members, ok := list[0].Data.(model.Members)
	return members, ok
}

// joined is what two properties say of one place.
func joined(before, v model.Value, many bool) model.Value {
	if v.State == model.Absent || v.State == model.Unknown && before.State == model.Unknown && v.Why.Reason == before.Why.Reason {
		return before
	}
	if !many {
		return merged(before, v)
	}
	before.Data, before.State, before.Why = slices.Concat(listed(before), listed(v)), model.Known, nil
	return before
}

// merged is one block of two, or one of two scalars.
func merged(before, v model.Value) model.Value {
	to, blocks := onlyBlock(before)
	from, also := onlyBlock(v)
	if !blocks || !also {
		return model.OneOf("it is said twice", before.Origin, before, v)
	}
	inside := model.DraftOf(to)
	for name, member := range from.All() {
		put(&inside, []string{name}, member, false, before.Origin.Range)
	}
	return withInside(before, inside)
}

// listed are the elements of a list; a list that is not known is an element that stands for however many there are.
func listed(v model.Value) []model.Value {
	if list, ok := v.Data.([]model.Value); ok && v.State == model.Known {
		return list
	}
	return []model.Value{v}
}

// imply sets what holds where nothing is said.
func (f *filling) imply(path []string, value model.Value) {
	if len(path) == 1 {
		f.values.Set(path[0], f.instead(f.values.Named(path[0]), value))
		return
	}
	block := f.values.Named(path[0])
	if inner, ok := onlyBlock(block); ok {
		inside := &filling{work: f.work, resource: f.resource, values: model.DraftOf(inner)}
		inside.imply(path[1:], value)
		f.values.Set(path[0], withInside(block, inside.values))
	}
}

// instead is the value with another in place of absence, in each alternative too. Who asks for an empty list asks for
// nothing, and gets what the platform adds by itself; a live one has been emptied since.
func (f *filling) instead(v, absent model.Value) model.Value {
	if v.State == model.Absent || f.Format != model.Live && isEmptyList(v) {
		return absent
	}
	if v.State != model.Unknown || len(v.Why.Alternatives) == 0 {
		return v
	}
	filled := make([]model.Value, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		filled[i] = f.instead(a, absent)
	}
	return model.OneOf(v.Why.Reason, v.Origin, filled...)
}

func isEmptyList(v model.Value) bool {
	list, ok := v.Data.([]model.Value)
	return ok && len(list) == 0 && v.State == model.Known
}

// blur makes unknown whatever the property that is not mapped may stand for.
func (f *filling) blur(o *object) {
	at := model.Origin{Range: f.resource.Location, Name: f.unmapped, Resource: f.resource}
	unknown := model.Undecided("what "+f.unmapped+" of "+f.Type+" stands for is not known here", at)
	paths := o.uncovered
	if strings.HasPrefix(f.unmapped, "Fn::") { // it may stand for any property
		paths = slices.Concat(paths, o.top())
	}
	for _, path := range paths {
		name, rest, deeper := strings.Cut(path, ".")
		if !deeper {
			if _, said := f.values.Lookup(name); !said {
				f.values.Set(name, unknown)
			}
			continue
		}
		block := f.values.Named(name)
		if inner, ok := onlyBlock(block); ok && !inner.Has(rest) && !strings.Contains(rest, ".") {
			f.values.Set(name, withInside(block, model.DraftOf(inner.With(rest, unknown))))
		}
	}
}

// top are the places in a resource itself that its properties go to.
func (o *object) top() []string {
	var names []string
	for _, s := range o.says {
		if len(s.path) > 0 {
			names = append(names, s.path[0])
		} else if s.inside != nil {
			names = append(names, s.inside.top()...)
		}
	}
	return names
}

// own is an origin in the resource that is made.
func (f *filling) own(at model.Origin) model.Origin {
	at.Resource = f.resource
	return at
}

func cutLast(path string) (stem, last string) {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return "", path
}
