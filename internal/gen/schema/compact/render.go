package compact

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The header tells a reader what the lines mean. Its lines sort before all others, so the file as a whole can be
// searched by halves.
const header = `# hashicorp/%s %s
#
# The provider's words: names, types and flags. Written by internal/gen/schema, not by hand; for where they are from
# and under which licence see LICENSE-NOTICE.md.
#
# Each line is a resource type, a data source (data.TYPE), the provider's own configuration (provider.NAME) or a body
# that several of them share (@NAME); its attributes follow, then its blocks.
#
#   attribute   name flag :type     no type: a string
#   flag        !  required         ?  optional, and filled in by the provider
#               =  computed only    nothing: optional
#   type        number, bool, any, list, set, map (of strings), list(T), set(T), map(T); an object is its body
#   block       name /nesting body  name! where at least one is needed
#   nesting     list, set, single;  list1, set1: at most one
#   body        {…} or @NAME; * is unknown, any name may stand in it; a shared body may be part of itself
#
`

func render(src *source) ([]byte, error) {
	types, err := bodies(src)
	if err != nil {
		return nil, err
	}
	shared := share(types)
	lines := map[string]string{}
	for name, b := range types {
		lines[name] = b.written("")
	}
	for _, b := range shared {
		lines["@"+b.shared] = b.written(b.shared)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, header, src.Provider, src.Version)
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		out.WriteString(strings.TrimRight(name+" "+lines[name], " "))
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}

// bodies returns the body of each type, data source and configuration, by the name its line starts with.
func bodies(src *source) (map[string]*body, error) {
	contents := map[string]content{"provider." + src.Provider: src.Config}
	for name, c := range src.Resources {
		contents[name] = c
	}
	for name, c := range src.DataSources {
		contents["data."+name] = c
	}
	b := builder{bodies: map[string]*body{}}
	types := map[string]*body{}
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		whole, err := b.content(contents[name], name)
		if err != nil {
			return nil, err
		}
		types[name] = whole
	}
	return types, b.check()
}

// written is the text of a body, with a reference for each inner one that is shared. A body that repeats itself is
// always shared, and self is its name.
func (b *body) written(self string) string {
	return b.text(func(e entry) string {
		switch {
		case e.recursive:
			return "@" + self
		case e.inside.shared != "":
			return "@" + e.inside.shared
		}
		return "{" + e.inside.written(self) + "}"
	})
}
