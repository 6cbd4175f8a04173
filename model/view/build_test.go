package view

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// value builds a model value from Go literals, nested maps and slices included.
// A model.Value stands for itself.
func value(x any, at model.Origin) model.Value {
	switch x := x.(type) {
	case nil:
		return model.Missing(at)
	case model.Value:
		if x.Origin.Name == "" {
			x.Origin = at
		}
		return x
	case string:
		return model.Text(x, at)
	case int:
		return model.Number(float64(x), at)
	case bool:
		return model.Flag(x, at)
	case list:
		elements := make([]model.Value, len(x))
		for i, e := range x {
			elements[i] = value(e, at)
		}
		return model.List(elements, at)
	case object:
		members := make(map[string]model.Value, len(x))
		for name, m := range x {
			below := at
			below.Name = member(at.Name, name)
			members[name] = value(m, below)
		}
		return model.Object(members, at)
	}
	panic("no such literal")
}

type (
	list   []any
	object map[string]any
)

// unknown is a value of which nothing is known, starting one of which only the
// start is, keyed one that stands for an expression, oneOf one of several.
func unknown() model.Value { return model.Undecided("var.x has no value here", model.Origin{}) }

func starting(prefix string) model.Value {
	v := unknown()
	v.Why.Prefix = prefix
	return v
}

func ending(suffix string) model.Value {
	v := unknown()
	v.Why.Suffix = suffix
	return v
}

func keyed(key string) model.Value {
	v := unknown()
	v.Why.Key = key
	return v
}

func oneOf(alternatives ...any) model.Value {
	built := make([]model.Value, len(alternatives))
	for i, a := range alternatives {
		built[i] = value(a, model.Origin{})
	}
	return model.OneOf("var.x has no value here", model.Origin{}, built...)
}

// resource adds a resource to a scope.
func resource(scope *model.Scope, typ, name string, body object) *model.Resource {
	r := &model.Resource{Type: typ, Address: typ + "." + name, Mode: model.Managed}
	r.Body = value(body, model.Origin{Resource: r})
	scope.Add(r)
	return r
}

func alone(typ string, body object) *model.Resource {
	return resource(&model.Scope{Format: model.Terraform}, typ, "a", body)
}

func want(t *testing.T, question string, got, wanted model.Truth) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s: %v, want %v", question, got, wanted)
	}
}
