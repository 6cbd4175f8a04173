package compose

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// replaced are lists that an override replaces as a whole; of all others both
// files' elements count.
var replaced = []string{"command", "entrypoint", "healthcheck.test"}

// unique are the keys of lists of objects of which an override's element takes the
// place of the one with the same keys.
func unique(path string) []string {
	switch path {
	case "volumes":
		return []string{"target"}
	case "ports":
		return []string{"target", "published", "host_ip", "protocol"}
	case "env_file":
		return []string{"path"}
	case "secrets", "configs":
		return []string{"source"}
	}
	return nil
}

// merge puts the values of an override over others, as Compose does. The path is
// that within the service, or from the top.
func merge(base, over model.Value, path string) model.Value {
	if t, ok := over.Data.(tagged); ok {
		if t.tag == "!reset" {
			return model.Missing(over.Origin)
		}
		return t.Value
	}
	if over.State == model.Absent {
		return base
	}
	switch o := over.Data.(type) {
	case model.Members:
		if b, ok := base.Data.(model.Members); ok {
			return mergeMembers(b, o, base, path)
		}
	case []model.Value:
		if b, ok := base.Data.([]model.Value); ok && !slices.Contains(replaced, path) {
			return model.List(mergeLists(b, o, unique(path)), base.Origin)
		}
	}
	return over
}

func mergeMembers(base, over model.Members, at model.Value, path string) model.Value {
	merged := model.DraftOf(base)
	for name, v := range over.All() {
		merged.Set(name, merge(base.Named(name), v, inService(path, name)))
	}
	return model.Record(merged.Members(), at.Origin)
}

// inService is a path with "services.NAME." left off.
func inService(path, name string) string {
	switch {
	case path == "":
		return "/" + name
	case path == "/services":
		return "//"
	case path == "//":
		return name
	}
	return path + "." + name
}

func mergeLists(base, over []model.Value, keys []string) []model.Value {
	merged := slices.Clone(base)
	for _, e := range over {
		same := func(other model.Value) bool { return model.Same(e, other) }
		if keys != nil {
			same = func(other model.Value) bool { return keyOf(other, keys) == keyOf(e, keys) }
		}
		if i := slices.IndexFunc(merged, same); i >= 0 {
			merged[i] = e
			continue
		}
		merged = append(merged, e)
	}
	return merged
}

func keyOf(v model.Value, keys []string) string {
	var parts []string
	for _, key := range keys {
		parts = append(parts, view.Pieced(v.At(key)))
	}
	return strings.Join(parts, "\x01")
}

// plain takes the tags off that had nothing to override.
func plain(v model.Value) model.Value {
	switch data := v.Data.(type) {
	case tagged:
		if data.tag == "!reset" {
			return model.Missing(v.Origin)
		}
		return plain(data.Value)
	case model.Members:
		v.Data = data.Replaced(func(_ string, m model.Value) model.Value { return plain(m) })
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = plain(e)
		}
		v.Data = list
	}
	return v
}
