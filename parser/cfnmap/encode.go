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
	case model.Members:
		v.Data = data.Replaced(func(_ string, m model.Value) model.Value { return f.keyed(m) })
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
	case model.Members:
		separator := byte('{')
		for name, member := range data.All() {
			if member.State == model.Absent {
				continue
			}
			to = append(appendText(append(to, separator), name), ':')
			if to, unknown = appendJSON(to, member); unknown != nil {
				return to, unknown
			}
			separator = ','
		}
		if separator == '{' {
			to = append(to, '{')
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
	case model.Members:
		if p.Many == vocabulary.MapOf {
			break
		}
		members := slices.Clone(data)
		for i, m := range members {
			members[i].Name = lowerFirst(m.Name)
			if inner := p.Inside.Property(m.Name); inner != nil {
				members[i].Value = camel(m.Value, inner)
			}
		}
		v.Data = model.MembersOf(members)
	}
	return eachAlternative(v, func(a model.Value) model.Value { return camel(a, p) })
}

func lowerFirst(name string) string {
	if name == "" || !isUpper(name[0]) {
		return name
	}
	return string(name[0]+'a'-'A') + name[1:]
}
