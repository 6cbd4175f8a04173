package rego

import (
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

// lastName is the last name in a path.
func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
