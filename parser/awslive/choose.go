package awslive

import (
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// ReadersOf are those that tell something of resources of the given types, which are Terraform's; "*" stands for all. The
// names of keys are always among it, for all that is encrypted may be with one.
func ReadersOf(types []string) []*Reader {
	if slices.Contains(types, "*") {
		return slices.Clone(Readers())
	}
	return slices.DeleteFunc(slices.Clone(Readers()), func(r *Reader) bool { return r.Type != snapshot.KeyAlias && !r.serves(types) })
}

// Operation is what a call of a reader tells of the resources that it reads.
type Operation struct {
	Permission string
	Paths      []string // of the document
}

// Operations are the calls that are made for each resource. That which lists is not among them.
func (r *Reader) Operations() []Operation {
	var all []Operation
	for _, o := range r.each {
		told := Operation{Permission: o.permission()}
		for _, f := range o.fills {
			told.Paths = append(told.Paths, f.to)
		}
		all = append(all, told)
	}
	return all
}

// ByCloudControl tells a reader that has no calls of its own.
func (r *Reader) ByCloudControl() bool { return r.cloud != nil }

// Untold are the paths that the platform gives out to nobody.
func (r *Reader) Untold() []string { return r.writeOnly }

// Makes are the types of the resources that come of what is read.
func (r *Reader) Makes() []string {
	makes := cfnmap.Makes(r.Type)
	switch {
	case r.replaces():
		makes = append(makes, cfnmap.Makes(r.as)...)
	case r.as != "":
		makes = append(makes, r.as)
	}
	return makes
}

// replaces tells that "as" is a type with properties of its own.
func (r *Reader) replaces() bool { return strings.HasPrefix(r.as, "AWS::") }

// serves tells whether a type is one that the reader makes, or the owner of one.
func (r *Reader) serves(types []string) bool {
	return slices.Contains(types, r.Type) || slices.ContainsFunc(r.Makes(), func(made string) bool {
		return slices.ContainsFunc(types, func(typ string) bool {
			return made == typ || strings.HasPrefix(made, typ+"_") || strings.HasPrefix(typ, made+"_") || isCompanion(made, typ)
		})
	})
}

// isCompanion tells whether resources of a type are folded onto those of another.
func isCompanion(typ, owner string) bool {
	for _, companion := range graft.Companions(owner) {
		if companion == typ {
			return true
		}
	}
	return false
}

// Permissions are what readers need, sorted.
func Permissions(readers []*Reader) []string {
	all := map[string]bool{}
	for _, r := range readers {
		if r.cloud != nil {
			all[listResources.permission()], all[getResource.permission()] = true, true
			for _, p := range r.cloud.needs {
				all[p] = true
			}
		}
		for _, o := range r.operations() {
			all[o.permission()] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
