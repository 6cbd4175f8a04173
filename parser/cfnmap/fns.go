package cfnmap

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lintel-iac/lintel/model"
)

// apply translates a known value. What the words of the table do not have stays as it is.
func (f fn) apply(v model.Value, m *move) model.Value {
	switch f.name {
	case "camel":
		return camel(v, m.free)
	case "is":
		if len(f.args) == 0 {
			return model.List([]model.Value{model.Record(nil, v.Origin)}, v.Origin)
		}
		if text, ok := word(v); ok {
			v.Spelled = &text
		}
		v.Data = f.args[0]
		return v
	case "keyed": // a matter of shape
		return v
	case "count":
		return count(v)
	case "only":
		return only(v)
	case "some":
		return model.Value{State: model.Unknown, Origin: v.Origin, Why: &model.Cause{
			Reason: v.Origin.Name + " only says that there is one", NotNull: true, NotEmpty: true,
		}}
	}
	text, ok := word(v)
	if !ok {
		return v
	}
	switch f.name {
	case "length":
		n := utf8.RuneCountInString(text)
		spelled := fmt.Sprintf("%d characters long", n)
		v.Data, v.Spelled = float64(n), &spelled
	case "kebab":
		v.Data, v.Spelled = strings.ReplaceAll(Snake(text), "_", "-"), &text
	case "words":
		for _, pair := range f.args {
			if from, to, _ := strings.Cut(pair, ":"); strings.EqualFold(from, text) {
				v.Data, v.Spelled = to, &text
			}
		}
	default:
		panic(fmt.Sprintf("cfnmap: no function is called %q", f.name))
	}
	return v
}

// only is the one element of a list, absent if it has none.
func only(v model.Value) model.Value {
	list, ok := v.Data.([]model.Value)
	switch {
	case ok && len(list) == 0:
		return model.Missing(v.Origin)
	case ok && len(list) == 1:
		return list[0]
	}
	return v
}

// counted is how many elements are told apart at most.
const counted = 100

// count is a list of as many elements as a number says.
func count(v model.Value) model.Value {
	n, ok := scalar(numberKind, v).Data.(float64)
	if !ok || n < 0 || n > counted || n != math.Trunc(n) {
		return model.Undecided(v.Origin.Name+" is no number of elements that can be told apart", v.Origin)
	}
	list := make([]model.Value, int(n))
	for i := range list {
		list[i] = model.Value{State: model.Unknown, Origin: v.Origin, Why: &model.Cause{
			Reason: v.Origin.Name + " only says that it is there", NotNull: true, NotEmpty: true,
		}}
	}
	text := strconv.Itoa(len(list))
	made := model.List(list, v.Origin)
	made.Spelled = &text
	return made
}

// word is the text of a scalar.
func word(v model.Value) (string, bool) {
	if structured(v) {
		return "", false
	}
	text, ok := scalar(textKind, v).Data.(string)
	return text, ok
}
