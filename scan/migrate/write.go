package migrate

import (
	"cmp"
	"slices"
	"time"

	"go.yaml.in/yaml/v4"
)

// exceptionsFile is the form of .lintel-exceptions.yaml.
type exceptionsFile struct {
	Exceptions []exceptionYAML `yaml:"exceptions"`
}

type exceptionYAML struct {
	Check     []string `yaml:"check,flow"`
	Path      string   `yaml:"path,omitempty"`
	Kind      string   `yaml:"kind"`
	Reason    string   `yaml:"reason"`
	Owner     string   `yaml:"owner"`
	Until     string   `yaml:"until,omitempty"`
	Permanent bool     `yaml:"permanent,omitempty"`
}

// Exceptions is what is let pass in Lintel's form, nil where there is nothing. Means
// are the checks for which a name stands: what stands for none is left out.
func Exceptions(items []Item, owner string, means func(string) []string) ([]byte, error) {
	var file exceptionsFile
	for _, item := range items {
		f := item.Exception
		if f == nil || f.Baseline {
			continue
		}
		x := exceptionYAML{Check: ownIDs(f.Globs, means), Path: f.Path, Kind: "accepted", Reason: f.Reason, Owner: owner, Permanent: f.Until.IsZero()}
		if !x.Permanent {
			x.Until = f.Until.Format(time.DateOnly)
		}
		if len(x.Check) > 0 {
			file.Exceptions = append(file.Exceptions, x)
		}
	}
	if len(file.Exceptions) == 0 {
		return nil, nil
	}
	return yaml.Marshal(file)
}

// ownIDs are the checks for which names stand.
func ownIDs(names []string, means func(string) []string) (ids []string) {
	for _, name := range names {
		ids = append(ids, means(name)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Configuration is what the configuration can say of the rest, nil for nothing. Where
// two tools differ the first is heard.
func Configuration(items []Item, means func(string) []string) ([]byte, error) {
	top := &yaml.Node{Kind: yaml.MappingNode}
	for _, item := range items {
		switch {
		case item.Key == "":
		case item.Key == "checks":
			for _, id := range ownIDs(item.Values[:1], means) {
				rules := child(top, "checks", yaml.SequenceNode)
				rules.Content = append(rules.Content, object("check", id, "severity", item.Values[1]))
			}
		case item.Key == "trusted.registries":
			addAll(child(child(top, "trusted", yaml.MappingNode), "registries", yaml.SequenceNode), item.Values)
		case item.Key == "only":
			if ids := ownIDs(item.Values, means); len(ids) > 0 {
				addAll(child(top, item.Key, yaml.SequenceNode), ids)
			}
		case isList(item.Key):
			addAll(child(top, item.Key, yaml.SequenceNode), item.Values)
		case find(top, item.Key) == nil:
			top.Content = append(top.Content, scalar(item.Key, ""), scalar(item.Values[0], ""))
		}
	}
	if len(top.Content) == 0 {
		return nil, nil
	}
	return yaml.Marshal(top)
}

func isList(key string) bool {
	return slices.Contains([]string{"exclude", "var_files"}, key)
}

// find is the value of a key, nil if it is not there.
func find(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func child(n *yaml.Node, key string, kind yaml.Kind) *yaml.Node {
	found := find(n, key)
	if found == nil {
		found = &yaml.Node{Kind: kind}
		n.Content = append(n.Content, scalar(key, "!!str"), found)
	}
	return found
}

func addAll(list *yaml.Node, texts []string) {
	for _, text := range texts {
		has := func(n *yaml.Node) bool { return n.Value == text }
		if !slices.ContainsFunc(list.Content, has) {
			list.Content = append(list.Content, scalar(text, "!!str"))
		}
	}
}

func object(pairs ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, text := range pairs {
		n.Content = append(n.Content, scalar(text, "!!str"))
	}
	return n
}

// scalar is a text of a type, by default of the one it looks like.
func scalar(text, tag string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text, Tag: cmp.Or(tag, tagOf(text))}
}

func tagOf(text string) string {
	if text == "true" || text == "false" {
		return "!!bool"
	}
	return "!!str"
}
