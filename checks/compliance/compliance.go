// Package compliance says which checks are evidence for which controls of the
// frameworks that auditors ask for: one file per framework.
package compliance

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
)

//go:embed *.yaml
var files embed.FS

// Names are the ids of all frameworks, sorted.
func Names() []string {
	entries, _ := files.ReadDir(".") // it is embedded
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = strings.TrimSuffix(entry.Name(), path.Ext(entry.Name()))
	}
	return names
}

// Find returns the framework of an id. Without its version, "cis-aws", the id
// stands for the newest one; ok is false if there is none.
func Find(name string) (framework checks.Framework, ok bool, err error) {
	names := Names()
	id := strings.ToLower(name)
	if !slices.Contains(names, id) {
		var versions []string
		for _, candidate := range names {
			if rest, cut := strings.CutPrefix(candidate, id+"-"); cut && rest[0] <= '9' {
				versions = append(versions, candidate)
			}
		}
		if len(versions) == 0 {
			return checks.Framework{}, false, nil
		}
		id = slices.MaxFunc(versions, func(a, b string) int { // 10.0 comes after 9.0
			return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
		})
	}
	framework, err = read(id)
	return framework, err == nil, err
}

// All returns every framework; they are read once.
func All() ([]checks.Framework, error) { return once() }

var once = sync.OnceValues(func() ([]checks.Framework, error) {
	var found []checks.Framework
	for _, id := range Names() {
		framework, err := read(id)
		if err != nil {
			return nil, err
		}
		found = append(found, framework)
	}
	return found, nil
})

// file is a framework as it is written.
type file struct {
	ID       string
	Title    string
	Version  string
	Source   string
	Controls []struct {
		ID     string
		Title  string
		Checks []string
	}
}

func read(id string) (checks.Framework, error) {
	name := id + ".yaml"
	src, err := files.ReadFile(name)
	if err != nil {
		return checks.Framework{}, err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	decoder.KnownFields(true)
	var f file
	if err := decoder.Decode(&f); err != nil {
		return checks.Framework{}, fmt.Errorf("%s: %w", name, err)
	}
	out := checks.Framework{ID: f.ID, Title: f.Title, Version: f.Version, Source: f.Source}
	for _, c := range f.Controls {
		out.Controls = append(out.Controls, checks.Control(c))
	}
	return out, nil
}
