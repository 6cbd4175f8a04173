package cfnmap

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// convert brings a value into the shape that it has in Terraform. Alternatives are converted one by one; of another
// unknown value everything stays that is known of it.
func (f *filling) convert(m *move, v model.Value) model.Value {
	v.Origin.Resource = f.resource
	switch v.State {
	case model.Absent:
		return v
	case model.Unknown:
		return f.convertUnknown(m, v)
	}
	for _, fn := range m.fns {
		if v = fn.apply(v, m); v.State != model.Known {
			return f.convert(m, v)
		}
	}
	switch {
	case len(m.keyed) == 2:
		return f.keyedScalars(m, v)
	case m.inside != nil:
		return f.blocks(m, v)
	case m.shape.kind == textKind && structured(v):
		return f.encoded(m, v)
	}
	return f.shaped(m.shape, v)
}

func (f *filling) convertUnknown(m *move, v model.Value) model.Value {
	why := *v.Why
	why.Key = f.key(why.Key)
	v.Why = &why
	if v.Doc != nil {
		doc := own(*v.Doc, f.resource)
		v.Doc = &doc
	}
	if len(why.Alternatives) == 0 {
		if m.shape.kind == listKind && !m.many {
			return model.List([]model.Value{v}, v.Origin)
		}
		return v
	}
	if m.shape.kind == listKind && !m.many && m.fns == nil && !slices.ContainsFunc(why.Alternatives, isNoScalar) {
		return model.List([]model.Value{f.leaf(m.shape.element, v)}, v.Origin) // one element, whichever it is
	}
	converted := make([]model.Value, len(why.Alternatives))
	for i, a := range why.Alternatives {
		converted[i] = f.convert(m, a)
	}
	either := model.OneOf(why.Reason, v.Origin, converted...)
	if either.State == model.Unknown && len(either.Why.Alternatives) == len(why.Alternatives) {
		either.Why.Key = why.Key // what is equal now will be equal then
	}
	return either
}

func isNoScalar(v model.Value) bool { return v.State == model.Absent || structured(v) }

func structured(v model.Value) bool {
	switch v.Data.(type) {
	case []model.Value, model.Members:
		return true
	}
	return false
}

// blocks converts an object, or a list of them.
func (f *filling) blocks(m *move, v model.Value) model.Value {
	switch data := v.Data.(type) {
	case model.Members:
		if m.keyed != nil {
			v.Data = f.keyedBlocks(m, data)
			return v
		}
		v = f.object(m.inside, v, data)
		if m.shape.kind == objectKind {
			return v
		}
		return model.Value{Data: []model.Value{v}, State: model.Known, Sensitive: v.Sensitive, Origin: v.Origin}
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = f.element(m, e)
		}
		v.Data = list
	}
	return v
}

// keyedBlocks makes a block of each object of a map.
func (f *filling) keyedBlocks(m *move, objects model.Members) []model.Value {
	list := make([]model.Value, 0, len(objects))
	for key, object := range objects.All() {
		block := f.element(m, object)
		if _, ok := block.Data.(model.Members); ok {
			block = block.With(m.keyed[0], model.Text(key, block.Origin))
		}
		list = append(list, block)
	}
	return list
}

// keyedScalars makes a block of each member of a map.
func (f *filling) keyedScalars(m *move, v model.Value) model.Value {
	members, ok := v.Data.(model.Members)
	if !ok {
		return own(v, f.resource)
	}
	list := make([]model.Value, 0, len(members))
	for key, member := range members.All() {
		value := f.leaf(textKind, member)
		block := map[string]model.Value{m.keyed[0]: model.Text(key, value.Origin), m.keyed[1]: value}
		list = append(list, model.Object(block, value.Origin))
	}
	v.Data = list
	return v
}

// element converts one object of a list.
func (f *filling) element(m *move, e model.Value) model.Value {
	e.Origin.Resource = f.resource
	switch data := e.Data.(type) {
	case model.Members:
		return f.object(m.inside, e, data)
	}
	if e.State != model.Unknown || len(e.Why.Alternatives) == 0 {
		return e
	}
	converted := make([]model.Value, len(e.Why.Alternatives))
	for i, a := range e.Why.Alternatives {
		converted[i] = f.element(m, a)
	}
	return model.OneOf(e.Why.Reason, e.Origin, converted...)
}

func (f *filling) object(o *object, v model.Value, members model.Members) model.Value {
	inner := &filling{work: f.work, resource: f.resource, values: model.NewDraft(len(members))}
	for name, member := range members.All() {
		inner.member(o, name, member, v)
	}
	if inner.unmapped != "" {
		inner.blur(o)
	}
	v.Data = inner.values.Members()
	return v
}

// shaped brings a scalar, a list of them or a map into shape.
func (f *filling) shaped(s shape, v model.Value) model.Value {
	switch s.kind {
	case textKind, numberKind, flagKind:
		return scalar(s.kind, v)
	case listKind:
		list, ok := v.Data.([]model.Value)
		if !ok {
			e := f.leaf(s.element, v)
			return model.Value{Data: []model.Value{e}, State: model.Known, Sensitive: v.Sensitive, Origin: v.Origin}
		}
		elements := make([]model.Value, len(list))
		for i, e := range list {
			elements[i] = f.leaf(s.element, e)
		}
		v.Data = elements
		return v
	case mapKind:
		return f.dictionary(s, v)
	case blocksKind:
		if _, one := v.Data.(model.Members); one {
			block := own(v, f.resource)
			return model.Value{Data: []model.Value{block}, State: model.Known, Sensitive: v.Sensitive, Origin: block.Origin}
		}
	}
	return own(v, f.resource)
}

// leaf converts a scalar in a list or a map.
func (f *filling) leaf(k kind, v model.Value) model.Value {
	if v.State == model.Unknown {
		return f.convertUnknown(&move{shape: shape{kind: k}, many: true}, v)
	}
	v = own(v, f.resource)
	return scalar(k, v)
}

// dictionary makes a map of an object, or of a list of keys and values. With a key that is not known, nobody knows
// what the map lacks.
func (f *filling) dictionary(s shape, v model.Value) model.Value {
	var members model.Draft
	switch data := v.Data.(type) {
	case model.Members:
		for name, e := range data.All() {
			members.Set(name, f.leaf(s.element, e))
		}
	case []model.Value:
		for _, e := range data {
			key := e.At("Key")
			if key.State == model.Absent {
				key = e.At("Name")
			}
			name, ok := key.Data.(string)
			if !ok {
				return model.Undecided(reasonOf(e, key), v.Origin)
			}
			members.Set(name, f.leaf(s.element, e.At("Value")))
		}
	default:
		return v
	}
	v.Data = members.Members()
	return v
}

func reasonOf(values ...model.Value) string {
	for _, v := range values {
		if v.Why != nil {
			return v.Why.Reason
		}
	}
	return "a key is not a string"
}

// scalar brings a known scalar into its kind, where it is one that is spelled differently.
func scalar(k kind, v model.Value) model.Value {
	switch data := v.Data.(type) {
	case string:
		switch k {
		case numberKind:
			if n, err := strconv.ParseFloat(data, 64); err == nil {
				v.Data = n
			}
		case flagKind:
			if yes, err := strconv.ParseBool(strings.ToLower(data)); err == nil {
				v.Data = yes
			}
		}
	case float64:
		if k == textKind {
			v.Data = strconv.FormatFloat(data, 'f', -1, 64)
		}
	case bool:
		if k == textKind {
			v.Data = strconv.FormatBool(data)
		}
	case []model.Value:
		if len(data) == 1 {
			return scalar(k, data[0])
		}
	}
	return v
}

// own is a value, and all that is in it, as a part of the resource.
func own(v model.Value, r *model.Resource) model.Value {
	v.Origin.Resource = r
	switch data := v.Data.(type) {
	case []model.Value:
		v.Data = ownAll(data, r)
	case model.Members:
		v.Data = data.Replaced(func(_ string, m model.Value) model.Value { return own(m, r) })
	}
	if v.Why != nil && (len(v.Why.Alternatives) > 0 || len(v.Why.Parts) > 0) {
		why := *v.Why
		why.Alternatives, why.Parts = ownAll(why.Alternatives, r), ownAll(why.Parts, r)
		v.Why = &why
	}
	if v.Doc != nil {
		doc := own(*v.Doc, r)
		v.Doc = &doc
	}
	return v
}

func ownAll(list []model.Value, r *model.Resource) []model.Value {
	if list == nil {
		return nil
	}
	owned := make([]model.Value, len(list))
	for i := range list {
		owned[i] = own(list[i], r)
	}
	return owned
}
