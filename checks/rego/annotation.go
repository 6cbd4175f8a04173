package rego

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/model/diag"
)

// mark begins a block of comments that holds annotations.
const mark = "# METADATA"

// annotations reads what is said of a package: the block above it. OPA passes over what it does not know there, which here is an
// error. Blocks above rules have words for readers alone.
func annotations(m Module, module *ast.Module, diags *diag.List) (about *meta.Meta) {
	lines := strings.Split(strings.TrimPrefix(string(m.Text), "\ufeff"), "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != mark {
			continue
		}
		end := i + 1
		for end < len(lines) && strings.HasPrefix(lines[end], "#") && strings.TrimSpace(lines[end]) != mark {
			end++
		}
		r := &meta.Reader{File: m.File, Line: i + 1, Column: 2, Diags: diags}
		root := comment(r, lines[i+1:end])
		for end < len(lines) && strings.TrimSpace(lines[end]) == "" {
			end++
		}
		if end+1 == module.Package.Location.Row {
			about = &meta.Meta{At: placeOf(ast.NewLocation(nil, m.File, i+1, 1))}
			ofPackage(r, root, about)
		} else if root != nil {
			ofRule(r, root)
		}
	}
	return about
}

// comment is the YAML in a block of comments, nil where it is none.
func comment(r *meta.Reader, lines []string) *yaml.Node {
	var text strings.Builder
	for _, line := range lines {
		text.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " ") + "\n")
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text.String()), &root); err != nil || len(root.Content) == 0 {
		r.Diags.Errorf(placeOf(ast.NewLocation(nil, r.File, r.Line, 1)), "the annotations are no YAML: %v", err)
		return nil
	}
	return root.Content[0]
}

func ofPackage(r *meta.Reader, root *yaml.Node, about *meta.Meta) {
	if root == nil {
		return
	}
	keys := forReaders(r, "package")
	maps.Copy(keys, r.Common(about))
	keys["related_resources"] = r.References(about)
	keys["custom"] = func(n *yaml.Node) { r.Members(n, r.Custom(about)) }
	r.Members(root, keys)
}

func ofRule(r *meta.Reader, root *yaml.Node) {
	keys := forReaders(r, "rule", "document")
	maps.Copy(keys, r.Common(&meta.Meta{}))
	keys["related_resources"] = func(*yaml.Node) {}
	keys["custom"] = func(n *yaml.Node) { r.Errorf(n, "what is custom is said above the package, of all of the policy") }
	r.Members(root, keys)
}

// forReaders are annotations that OPA knows and that nothing follows from here.
func forReaders(r *meta.Reader, scopes ...string) meta.Keys {
	ignore := func(*yaml.Node) {}
	return meta.Keys{
		"authors": ignore, "organizations": ignore, "entrypoint": ignore, "schemas": ignore,
		"scope": func(n *yaml.Node) {
			if !slices.Contains(scopes, r.Text(n)) {
				r.Errorf(n, "the scope of annotations here is %s", scopes[0])
			}
		},
	}
}
