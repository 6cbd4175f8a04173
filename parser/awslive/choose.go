package awslive

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// ReadersOf are those that tell something of resources of the given types, which are Terraform's; "*" stands for all.
func ReadersOf(types []string) []*Reader {
	if slices.Contains(types, "*") {
		return Readers()
	}
	return slices.DeleteFunc(slices.Clone(Readers()), func(r *Reader) bool { return !r.serves(types) })
}

// serves tells whether a type is one that the reader makes, or the owner of one.
func (r *Reader) serves(types []string) bool {
	makes := cfnmap.Makes(r.Type)
	if r.as != "" {
		makes = append(makes, r.as)
	}
	return slices.ContainsFunc(makes, func(made string) bool {
		return slices.ContainsFunc(types, func(typ string) bool {
			return made == typ || strings.HasPrefix(made, typ+"_") || strings.HasPrefix(typ, made+"_")
		})
	})
}
