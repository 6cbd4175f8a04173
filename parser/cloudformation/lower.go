package cloudformation

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// lower puts what a stack declares into the scope, and below it what the stacks
// declare that it nests.
func (s *stack) lower() {
	s.declare()
	s.lowerDeclared()
	undecided := s.undecided
	s.lowerOutputs()
	s.undecided = undecided // checks judge resources
}

func (s *stack) lowerDeclared() {
	s.lowerParameters()
	for _, r := range s.order {
		if r.gone || s.spent {
			continue
		}
		if s.lowerResource(r); !r.nests() {
			continue
		}
		if inner := s.open(r); inner != nil {
			inner.lowerDeclared()
		}
	}
	s.attributeMade()
}

func (s *stack) lowerResource(r *resource) {
	if r.isModule() {
		s.diags.Warnf(r.at, "the module %s is not here: what it makes is not seen", r.typ)
	}
	properties, misspelt := cfnmap.Meant(r.typ, r.address, s.properties(r))
	s.diags.Add(misspelt...)
	d := cfnmap.Document{
		Type: r.typ, Address: r.address, Block: r.address, Location: r.at, Format: model.CloudFormation,
		Doubtful: r.doubtful || s.doubtful, Condition: s.existence(r), Properties: properties, Lifecycle: s.lifecycle(r),
		TypeOf: func(address string) string { return s.types[address] },
	}
	s.references(d.Properties, "", true, &d.Refs)
	s.edges[r.address] = s.waitsFor(r)
	for _, ref := range d.Refs {
		if !slices.Contains(s.edges[r.address], ref.To) {
			s.edges[r.address] = append(s.edges[r.address], ref.To)
		}
	}
	made, diags := s.emit(d)
	s.diags.Add(diags...)
	r.lowered = made[0]
	for _, m := range append(made, s.authentication(r)...) {
		s.scope.Add(m)
	}
}

func (s *stack) lowerOutputs() {
	for _, m := range s.unrolled(members(s.template.root.get("Outputs"))) {
		if condition := m.value.get("Condition"); condition != nil && s.condition(condition.word(), condition.at) == model.No {
			continue
		}
		n := m.value.get("Value")
		if n == nil {
			continue
		}
		v := s.eval(n, model.Origin{Range: span(m.at, n.at), Name: m.key})
		s.scope.Outputs = append(s.scope.Outputs, model.Output{Name: m.key, Type: typeOf(v), Value: v})
	}
	slices.SortStableFunc(s.scope.Outputs, func(a, b model.Output) int {
		return strings.Compare(a.Name, b.Name)
	})
}

// typeOf is the type of an output: a template says none, and most are texts.
func typeOf(v model.Value) json.RawMessage {
	switch v.Data.(type) {
	case string:
		return json.RawMessage(`"string"`)
	case float64:
		return json.RawMessage(`"number"`)
	case bool:
		return json.RawMessage(`"bool"`)
	}
	return json.RawMessage(`"dynamic"`)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
