package meta

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// containers are the types of Dockerfiles and Compose files, of whose attributes there is no schema.
var containers = [...]string{
	"compose_config", "compose_network", "compose_secret", "compose_service", "compose_volume",
	"docker_add", "docker_arg", "docker_cmd", "docker_copy", "docker_entrypoint", "docker_env", "docker_expose",
	"docker_healthcheck", "docker_image", "docker_label", "docker_maintainer", "docker_onbuild", "docker_run",
	"docker_shell", "docker_stage", "docker_stopsignal", "docker_user", "docker_volume", "docker_workdir",
}

// What stands before the type of a data source, as in an address, and before the name of a provider.
const (
	dataSource = "data."
	provider   = "provider."
)

// TypeFault says what is wrong with the name of a resource type, or "".
func TypeFault(typ string) string {
	if typ == "*" || typ == "variable" || strings.Contains(typ, "::") || slices.Contains(containers[:], typ) {
		return ""
	}
	if canonical := vocabulary.Canonical(typ); canonical != typ {
		return fmt.Sprintf("%s is an old name: policies see such resources as %s", typ, canonical)
	}
	if schemaOf(typ) != nil {
		return ""
	}
	known := append(slices.Clone(containers[:]), "variable", moduleCall)
	vocabulary.ResourceTypes(typ, func(typ string) bool {
		known = append(known, typ)
		return true
	})
	return fmt.Sprintf("there is no resource type %q%s", typ, Meant(typ, known))
}

// moduleCall is the type of a module's call, of which only this is shown.
const moduleCall = "module"

var moduleSchema = &vocabulary.Schema{Attributes: []vocabulary.Attribute{
	{Name: "source", Type: cty.String, Required: true}, {Name: "version", Type: cty.String, Optional: true},
}}

func schemaOf(typ string) *vocabulary.Schema {
	if typ == moduleCall {
		return moduleSchema
	}
	if name, ok := strings.CutPrefix(typ, dataSource); ok {
		return vocabulary.Data(name)
	}
	if name, ok := strings.CutPrefix(typ, provider); ok {
		return vocabulary.Provider(name)
	}
	return vocabulary.Resource(typ)
}

// PathFault says what is wrong with a dotted path of attributes, or "". It is right if one of the types has it, written in
// the resource itself or folded onto it. Numbers are places in a list.
func PathFault(types []string, path string) string {
	path = withoutIndexes(path)
	if path == "" {
		return ""
	}
	hint := ""
	for _, typ := range types {
		if !describes(typ) {
			return ""
		}
		ok, near := has(typ, path)
		if ok {
			return ""
		}
		if hint == "" {
			hint = near
		}
	}
	subject := strings.Join(types, ", ")
	if len(types) > 1 {
		return fmt.Sprintf("none of %s has %s%s", subject, path, hint)
	}
	return fmt.Sprintf("%s has no %s%s", subject, path, hint)
}

// CompanionFault says what is wrong with the companion in which a path of one of the types is said to lie, or "".
func CompanionFault(types []string, companion, path string) string {
	if companion == "" {
		return ""
	}
	first, _, _ := strings.Cut(path, ".")
	for _, typ := range types {
		for place, folded := range graft.Companions(typ) {
			if place == first && folded == companion {
				return ""
			}
		}
	}
	return fmt.Sprintf("%s is not what is folded onto %s at %s", companion, strings.Join(types, ", "), first)
}

// describes tells whether it is known which attributes a type has.
func describes(typ string) bool { return schemaOf(typ) != nil }

func has(typ, path string) (ok bool, hint string) {
	schema := schemaOf(typ)
	if schema.Has(path) {
		return true, ""
	}
	first, below, deeper := strings.Cut(path, ".")
	for place, companion := range graft.Companions(typ) {
		if place == first && (!deeper || vocabulary.Resource(companion).Has(below)) {
			return true, ""
		}
	}
	return false, meantPath(typ, schema, path)
}

// meantPath suggests what the first wrong step of a path should be.
func meantPath(typ string, schema *vocabulary.Schema, path string) string {
	before := ""
	for {
		step, rest, deeper := strings.Cut(path, ".")
		inside := within(schema, step)
		if !deeper || inside == nil {
			break
		}
		schema, path, before = inside, rest, before+step+"."
	}
	step, _, _ := strings.Cut(path, ".")
	var known []string
	for i := range schema.Attributes {
		known = append(known, schema.Attributes[i].Name)
	}
	for i := range schema.Blocks {
		known = append(known, schema.Blocks[i].Name)
	}
	if before == "" {
		for place := range graft.Companions(typ) {
			known = append(known, place)
		}
	}
	if word := vocabulary.Nearest(step, known); word != "" {
		return fmt.Sprintf("; did you mean %q?", before+word)
	}
	return ""
}

// within is the schema of a block, or of the objects that an attribute holds, or nil.
func within(schema *vocabulary.Schema, name string) *vocabulary.Schema {
	if block := schema.Block(name); block != nil {
		return block.Schema
	}
	if attribute := schema.Attribute(name); attribute != nil {
		return attribute.Nested
	}
	return nil
}

// withoutIndexes is a path as schemas know it.
func withoutIndexes(path string) string {
	steps := slices.DeleteFunc(strings.Split(path, "."), func(step string) bool {
		return step != "" && strings.Trim(step, "0123456789") == ""
	})
	return strings.Join(steps, ".")
}

// Meant is the end of a sentence that suggests another word, or "".
func Meant(word string, known []string) string {
	if near := vocabulary.Nearest(word, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
