package terraform

import (
	"maps"
	"slices"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// What is known of a module's declarations as they are read, so that its instances need not
// find it out: each keeps the values of what is declared by number.

// local is a local value, with its number among those of its module.
type local struct {
	*attribute
	nth int
}

// names are those of what a module declares, sorted.
type names struct{ variables, locals, outputs, calls []string }

// number gives the values of a module their places among those of their kind.
func (m *module) number() {
	m.names = names{
		variables: slices.Sorted(maps.Keys(m.variables)), locals: slices.Sorted(maps.Keys(m.locals)),
		outputs: slices.Sorted(maps.Keys(m.outputs)), calls: slices.Sorted(maps.Keys(m.calls)),
	}
	for i, name := range m.names.variables {
		m.variables[name].nth = int32(i)
	}
	for i, name := range m.names.locals {
		m.locals[name].nth = i
	}
	for i, name := range m.names.outputs {
		m.outputs[name].nth = int32(i)
	}
}

// declared is a resource block of a module, of which all instances are made.
type declared struct {
	key    resourceKey
	name   string // the key as it stands in an address
	block  *block
	schema *vocabulary.Schema // nil where the type is not known
	nth    int                // among the module's resources, from 0
}
