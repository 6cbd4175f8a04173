package snapshot

import (
	"slices"
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
	values := make(map[string]model.Value, len(members))
	for name, v := range members {
		var p *vocabulary.Property
		if in != nil {
			if p = in.Property(name); p == nil {
				continue
			}
		}
		values[name] = r.property(v, p, r.below(path, name))
	}
	return model.Object(values, r.origin(path))
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
		values := make(map[string]model.Value, len(data))
		for key, inner := range data {
			one := vocabulary.Property{Name: p.Name, Kind: p.Kind, Inside: p.Inside}
			values[key] = r.property(inner, &one, r.below(path, key))
		}
		return model.Object(values, r.origin(path))
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
func (r *reader) blur(v model.Value, path, whole string, gap Gap) {
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			r.blur(e, path, whole, gap)
		}
	case map[string]model.Value:
		name, rest, deeper := strings.Cut(path, ".")
		member, there := data[name]
		switch {
		case deeper && there:
			r.blur(member, rest, whole, gap)
		case !deeper && (!there || member.State == model.Absent):
			there := model.Undecided(gap.Reason(), r.origin(whole))
			there.Why.NotNull, there.Why.NotEmpty = true, gap.Set
			if data[name] = there; !gap.Set {
				data[name] = model.OneOf(gap.Reason(), there.Origin, there, model.Missing(there.Origin))
			}
		}
	}
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
	case map[string]model.Value:
		names := make([]string, 0, len(data))
		for name := range data {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			texts(data[name], do)
		}
	}
}
