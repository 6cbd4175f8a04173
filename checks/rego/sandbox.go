package rego

import (
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// forbiddenPrefixes are those of built-ins that reach out of a policy, or ask the clock: tokens have a time, and the
// schemas of documents may lie on the network.
var forbiddenPrefixes = []string{"http.", "net.lookup", "io.jwt.", "opa.runtime", "time.now", "rand.", "uuid.rfc", "providers.", "json.match_schema", "json.verify_schema", "trace"}

// unbounded is the one built-in that may ask for more memory than there is before it can be ended.
const unbounded = "bits.lsh"

func isForbidden(builtin string) bool {
	return slices.ContainsFunc(forbiddenPrefixes, func(prefix string) bool { return strings.HasPrefix(builtin, prefix) })
}

// capabilities are OPA's built-ins without those that are forbidden, and Lintel's own.
var capabilities = sync.OnceValue(func() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.AllowNet = []string{}
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool { return b.Nondeterministic || b.Name == unbounded || isForbidden(b.Name) })
	for _, q := range questions {
		c.Builtins = append(c.Builtins, declarations()[q.name])
	}
	return c
})
