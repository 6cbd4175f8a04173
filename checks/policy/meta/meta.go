// Package meta holds what is said about a policy in whichever language its rule is written: the words that make it a
// check, and the types and attributes that it names.
package meta

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Meta is what an author says about a policy.
type Meta struct {
	ID          string
	Title       string
	Description string
	Severity    checks.Severity
	References  []string
	Fix         checks.Fix
	// Types are the resource types that the policy judges; "*" is all of them.
	Types []string
	// Having are attributes: a type whose schema lacks one is not judged.
	Having []string
	// Opinion marks tags, naming, style and cost: off unless asked for.
	Opinion bool
	// Frameworks names the controls that the policy is evidence of, by framework.
	Frameworks map[string][]string
	// At is where the policy begins, TypesAt where its types are named.
	At, TypesAt model.Range
}

// Check is the policy as a check with this rule.
func (m *Meta) Check(rule checks.Rule) *checks.Check {
	return &checks.Check{
		Title:      m.Title,
		Severity:   m.Severity,
		Why:        m.Description,
		Fix:        m.Fix,
		References: m.References,
		Opinion:    m.Opinion,
		Rule:       rule,
	}
}

// Judges tells whether the policy is about resources of a type, one of those it names.
func (m *Meta) Judges(typ string) bool {
	schema := schemaOf(typ)
	for _, path := range m.Having {
		if schema == nil || !schema.Has(path) {
			return false
		}
	}
	return true
}

// Name makes an id of a package or file name.
func Name(words string) string {
	return strings.NewReplacer("/", "-", ".", "-", "_", "-").Replace(words)
}
