package cfnmap

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// encoded makes the text of a structure, which stays as what the text means. Where a part is not known the text is
// not either.
func (f *filling) encoded(m *move, v model.Value) model.Value {
	doc := f.owned(v)
	text := model.Value{State: model.Known, Sensitive: v.Sensitive, Origin: doc.Origin, Doc: &doc}
	data, unknown := appendJSON(nil, doc)
	if unknown != nil {
		text.State = model.Unknown
		text.Why = &model.Cause{Reason: unknown.Why.Reason, NotNull: true, NotEmpty: true}
		return text
	}
	text.Data = string(data)
	return text
}

// owned is a structure as a part of the resource, with the keys of what is not known in it translated.
func (f *filling) owned(v model.Value) model.Value {
	v = own(v, f.resource)
	return f.keyed(v)
}

func (f *filling) keyed(v model.Value) model.Value {
	switch data := v.Data.(type) {
	case []model.Value:
		for i := range data {
			data[i] = f.keyed(data[i])
		}
	case map[string]model.Value:
		for name, m := range data {
			if m.State != model.Known || structured(m) {
				data[name] = f.keyed(m)
			}
		}
	}
	if v.State == model.Unknown {
		why := *v.Why
		why.Key = f.key(why.Key)
		v.Why = &why
	}
	return v
}

// appendJSON appends the JSON of a value, or returns the part of it that is not known. Members are in order.
func appendJSON(to []byte, v model.Value) ([]byte, *model.Value) {
	switch v.State {
	case model.Absent:
		return append(to, "null"...), nil
	case model.Unknown:
		return to, &v
	}
	var unknown *model.Value
	switch data := v.Data.(type) {
	case map[string]model.Value:
		names := make([]string, 0, len(data))
		for name := range data {
			if data[name].State != model.Absent {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		to = append(to, '{')
		for i, name := range names {
			if i > 0 {
				to = append(to, ',')
			}
			to = append(appendText(to, name), ':')
			if to, unknown = appendJSON(to, data[name]); unknown != nil {
				return to, unknown
			}
		}
		return append(to, '}'), nil
	case []model.Value:
		to = append(to, '[')
		for i, e := range data {
			if i > 0 {
				to = append(to, ',')
			}
			if to, unknown = appendJSON(to, e); unknown != nil {
				return to, unknown
			}
		}
		return append(to, ']'), nil
	case string:
		return appendText(to, data), nil
	case float64:
		return strconv.AppendFloat(to, data, 'f', -1, 64), nil
	case bool:
		return strconv.AppendBool(to, data), nil
	}
	return append(to, "null"...), nil
}

func appendText(to []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= 0x7f {
			text, _ := json.Marshal(s) // a string always has a JSON form
			return append(to, text...)
		}
	}
	to = append(to, '"')
	to = append(to, s...)
	return append(to, '"')
}

// camel gives an object the names that the service's own JSON has: LogDriver is logDriver. Keys of maps stay.
func camel(v model.Value, p *vocabulary.Property) model.Value {
	if p.Inside == nil {
		return v
	}
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = camel(e, p)
		}
		v.Data = list
	case map[string]model.Value:
		members := make(map[string]model.Value, len(data))
		for name, m := range data {
			if p.Many == vocabulary.MapOf {
				members[name] = m
				continue
			}
			if inner := p.Inside.Property(name); inner != nil {
				m = camel(m, inner)
			}
			members[lowerFirst(name)] = m
		}
		v.Data = members
	}
	return eachAlternative(v, func(a model.Value) model.Value { return camel(a, p) })
}

func lowerFirst(name string) string {
	if name == "" || !isUpper(name[0]) {
		return name
	}
	return string(name[0]+'a'-'A') + name[1:]
}
