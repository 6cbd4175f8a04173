package cfnmap

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// The golden file lists what is neither mapped nor disclaimed. Whoever maps a property sees it go, whoever takes a
// line out of the table sees it come.
func TestUnmapped(t *testing.T) {
	list := []string{"# Properties of mapped types that are neither mapped nor disclaimed. Where one of them is written, attributes that"}
	list = append(list, "# no property covers are unknown. Written by go test -update.")
	for _, typ := range slices.Compact(types()) {
		m := mappingOf(typ)
		u := &unmappedIn{seen: map[*vocabulary.Properties]bool{}}
		u.walk(m.properties, roots(m), "")
		if len(u.paths) > 0 {
			list = append(list, typ+" "+strings.Join(u.paths, " "))
		}
	}
	golden(t, "testdata/unmapped.txt", list)
}

// roots are all objects into which the properties of a type go.
func roots(m *mapping) []*object {
	var list []*object
	for _, f := range m.forms {
		if f.main != nil {
			list = append(list, f.main.root)
		}
		for _, c := range f.companions {
			list = append(list, c.root)
		}
	}
	return list
}

type unmappedIn struct {
	seen  map[*vocabulary.Properties]bool
	paths []string
}

func (u *unmappedIn) walk(in *vocabulary.Properties, objects []*object, prefix string) {
	if u.seen[in] {
		return
	}
	u.seen[in] = true
	for i := range in.List {
		p := &in.List[i]
		mapped := false
		var inside []*object
		for _, o := range objects {
			mapped = mapped || o.members[p.Name] != nil
			for _, s := range o.says {
				if s.name == p.Name && s.inside != nil {
					inside = append(inside, s.inside)
				}
			}
		}
		switch {
		case !mapped:
			u.paths = append(u.paths, prefix+p.Name)
		case len(inside) > 0:
			u.walk(p.Inside, inside, prefix+p.Name+".")
		}
	}
}
