package rego

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

// veiled is a value that is a secret by its name or form as one that must not be printed. A policy is not shown it: what
// the policy says goes into outputs.
func veiled(name string, v model.Value) model.Value {
	s, isText := v.Data.(string)
	if isText && !v.Sensitive && v.State == model.Known {
		v.Sensitive = secret.Named(name, s) != "" || secret.In(s) != ""
	}
	return v
}

// called is the name by which to know whether an attribute is a secret: the default of a variable goes by the variable's.
func called(r *model.Resource, path string) string {
	if name := lastName(path); r.Mode != model.Variable || name != "default" {
		return name
	}
	return lastName(r.Address)
}

// bodyOf is what the author of a resource wrote, as policies see it.
func bodyOf(r *model.Resource) model.Value {
	members, ok := r.Body.Data.(model.Members)
	if r.Mode != model.Variable || !ok || !members.Has("default") {
		return r.Body
	}
	return r.Body.With("default", veiledWhole(called(r, "default"), members.Named("default")))
}

// veiledWhole is a value of which no secret is printed, also where it is a list.
func veiledWhole(name string, v model.Value) model.Value {
	list, isList := v.Data.([]model.Value)
	if !isList {
		return veiled(name, v)
	}
	elements := make([]model.Value, len(list))
	for i, element := range list {
		elements[i] = veiledWhole(name, element)
	}
	v.Data = elements
	return v
}

// holdsSecret tells whether a secret stands in a value, or in what is known of one. The line that has it must not be shown.
func holdsSecret(name string, v model.Value) bool {
	if veiled(name, v).Sensitive {
		return true
	}
	within := func(v model.Value) bool { return holdsSecret(name, v) }
	switch data := v.Data.(type) {
	case []model.Value:
		return slices.ContainsFunc(data, within)
	case model.Members:
		for name, member := range data.All() {
			if holdsSecret(name, member) {
				return true
			}
		}
	}
	if v.Doc != nil && within(*v.Doc) {
		return true
	}
	return v.Why != nil && (slices.ContainsFunc(v.Why.Alternatives, within) || slices.ContainsFunc(v.Why.Parts, within))
}

// lastName is the last name in a path.
func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
