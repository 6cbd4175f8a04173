package snapshot

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// reader turns one document into values.
type reader struct {
	at    model.Range
	names map[string]string // paths, each kept once
	keys  *keys
	typ   string
}

// object keeps of an object what can be set: answers also hold what the platform alone decides. Where the type's
// properties are not known all is kept.
func (r *reader) object(members map[string]any, in *vocabulary.Properties, path string) model.Value {
	values := make([]model.Member, 0, len(members))
	for name, v := range members {
		var p *vocabulary.Property
		if in != nil {
			if p = in.Property(name); p == nil {
				continue
			}
		}
		values = append(values, model.Member{Name: name, Value: r.property(v, p, r.below(path, name))})
	}
	return model.Record(model.MembersOf(values), r.origin(path))
}

func (r *reader) property(v any, p *vocabulary.Property, path string) model.Value {
	switch data := v.(type) {
	case []any:
		list := make([]model.Value, len(data))
		for i := range data {
			list[i] = r.property(data[i], p, path)
		}
		return model.List(list, r.origin(path))
	case map[string]any:
		if p == nil || p.Inside == nil {
			return r.object(data, nil, path)
		}
		if p.Many != vocabulary.MapOf {
			return r.object(data, p.Inside, path)
		}
		values := make([]model.Member, 0, len(data))
		for key, inner := range data {
			one := vocabulary.Property{Name: p.Name, Kind: p.Kind, Inside: p.Inside}
			values = append(values, model.Member{Name: key, Value: r.property(inner, &one, r.below(path, key))})
		}
		return model.Record(model.MembersOf(values), r.origin(path))
	case string:
		return r.keys.named(data, r.typ, r.origin(path))
	case nil:
		return model.Missing(r.origin(path))
	}
	return model.Value{Data: v, State: model.Known, Origin: r.origin(path)}
}

func (r *reader) origin(path string) model.Origin { return model.Origin{Range: r.at, Name: path} }

func (r *reader) below(path, name string) string {
	if path == "" {
		return name
	}
	path += "." + name
	if kept, ok := r.names[path]; ok {
		return kept
	}
	r.names[path] = path
	return path
}

// blur makes a path of an object unknown, unless something stands there. Where the way to it is missing nothing is.
func (r *reader) blur(v model.Value, path, whole string, gap Gap) model.Value {
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = r.blur(e, path, whole, gap)
		}
		v.Data = list
	case model.Members:
		name, rest, deeper := strings.Cut(path, ".")
		member, there := data.Lookup(name)
		switch {
		case deeper && there:
			return v.With(name, r.blur(member, rest, whole, gap))
		case !deeper && member.State == model.Absent:
			return v.With(name, r.notSeen(whole, gap))
		}
	}
	return v
}

// notSeen is what stands where there may be something that could not be read.
func (r *reader) notSeen(path string, gap Gap) model.Value {
	there := model.Undecided(gap.Reason(), r.origin(path))
	there.Why.NotNull, there.Why.NotEmpty = true, gap.Set
	if gap.Set {
		return there
	}
	return model.OneOf(gap.Reason(), there.Origin, there, model.Missing(there.Origin))
}

// texts calls do for each text in a value, with its path.
func texts(v model.Value, do func(path, text string)) {
	switch data := v.Data.(type) {
	case string:
		do(v.Origin.Name, data)
	case []model.Value:
		for _, e := range data {
			texts(e, do)
		}
	case model.Members:
		for _, member := range data.All() {
			texts(member, do)
		}
	}
}
