package rego

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/lintel-iac/lintel/model"
)

// A question is one of the built-ins lintel.NAME: what built-in checks ask of a value. Of a known value OPA calls it; of one
// that is not known it stays in the residual, and the model answers it.
type question struct {
	name string
	of   types.Type // of the second argument, nil where there is none
	ask  func(v model.Value, by ast.Value) model.Truth
}

var someWords = types.NewAny(types.NewArray(nil, types.S), types.NewSet(types.S))

var questions = []question{
	{"lintel.is_true", nil, func(v model.Value, _ ast.Value) model.Truth { return v.IsTrue() }},
	{"lintel.is_false", nil, func(v model.Value, _ ast.Value) model.Truth { return v.IsFalse() }},
	{"lintel.is_set", nil, func(v model.Value, _ ast.Value) model.Truth { return v.IsSet() }},
	{"lintel.is_empty", nil, func(v model.Value, _ ast.Value) model.Truth { return v.IsEmpty() }},
	{"lintel.is_any", someWords, func(v model.Value, by ast.Value) model.Truth { return v.IsFold(textsOf(by)...) }},
	{"lintel.has", types.S, func(v model.Value, by ast.Value) model.Truth { return v.Contains(textsOf(by)...) }},
	{"lintel.has_prefix", types.S, func(v model.Value, by ast.Value) model.Truth { return v.HasPrefix(textsOf(by)[0]) }},
	{"lintel.at_least", types.N, func(v model.Value, by ast.Value) model.Truth { return v.AtLeast(numberOf(by)) }},
	{"lintel.at_most", types.N, func(v model.Value, by ast.Value) model.Truth { return v.AtMost(numberOf(by)) }},
}

// askAny asks the question of what wrapped has gathered: of nothing where there is nothing, and of several values whether it is
// so of one.
func (q *question) askAny(values []model.Value, by ast.Value) model.Truth {
	if len(values) == 0 {
		return q.ask(model.Value{}, by)
	}
	answer := model.No
	for _, v := range values {
		answer = max(answer, q.ask(v, by))
	}
	return answer
}

// questionNamed returns the question of a built-in, or nil.
func questionNamed(name string) *question {
	for i := range questions {
		if questions[i].name == name {
			return &questions[i]
		}
	}
	return nil
}

// declarations are the built-ins as the compiler knows them.
var declarations = sync.OnceValue(func() map[string]*ast.Builtin {
	all := make(map[string]*ast.Builtin, len(questions))
	for _, q := range questions {
		args := []types.Type{types.A}
		if q.of != nil {
			args = append(args, q.of)
		}
		all[q.name] = &ast.Builtin{Name: q.name, Decl: types.NewFunction(args, types.B)}
	}
	return all
})

// builtins are the questions as the evaluation calls them.
var builtins = sync.OnceValue(func() map[string]*topdown.Builtin {
	declared := declarations()
	all := make(map[string]*topdown.Builtin, len(questions))
	for _, q := range questions {
		all[q.name] = &topdown.Builtin{Decl: declared[q.name], Func: func(_ topdown.BuiltinContext, operands []*ast.Term, iter func(*ast.Term) error) error {
			var by ast.Value
			if len(operands) > 1 {
				by = operands[1].Value
			}
			var values []model.Value
			each(operands[0].Value, func(v ast.Value) { values = append(values, valueOf(v)) })
			return iter(ast.BooleanTerm(q.askAny(values, by) == model.Yes))
		}}
	}
	return all
})

// valueOf is the known value that a term stands for.
func valueOf(v ast.Value) model.Value {
	none := model.Origin{}
	switch v := v.(type) {
	case ast.Boolean:
		return model.Flag(bool(v), none)
	case ast.String:
		return model.Text(string(v), none)
	case ast.Number:
		f, _ := v.Float64()
		return model.Number(f, none)
	case *ast.Array:
		list := make([]model.Value, 0, v.Len())
		v.Foreach(func(t *ast.Term) { list = append(list, valueOf(t.Value)) })
		return model.List(list, none)
	case ast.Set:
		list := make([]model.Value, 0, v.Len())
		v.Foreach(func(t *ast.Term) { list = append(list, valueOf(t.Value)) })
		return model.List(list, none)
	case ast.Object:
		members := make(map[string]model.Value, v.Len())
		v.Foreach(func(key, value *ast.Term) {
			if name, ok := key.Value.(ast.String); ok {
				members[string(name)] = valueOf(value.Value)
			}
		})
		return model.Object(members, none)
	}
	return model.Missing(none)
}

// textsOf are the texts in a term, at least one.
func textsOf(v ast.Value) []string {
	var texts []string
	if s, ok := v.(ast.String); ok {
		return []string{string(s)}
	}
	each(v, func(element ast.Value) {
		if s, ok := element.(ast.String); ok {
			texts = append(texts, string(s))
		}
	})
	return texts
}

func numberOf(v ast.Value) float64 {
	n, _ := v.(ast.Number)
	f, _ := n.Float64()
	return f
}
