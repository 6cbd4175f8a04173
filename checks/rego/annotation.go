package rego

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/model/diag"
)

// annotations reads what is said of a package: the comment block that begins with METADATA and ends above it. OPA passes
// over what it does not know there, which here is an error. Blocks above rules are OPA's to read.
func annotations(m Module, module *ast.Module, diags *diag.List) *meta.Meta {
	lines := strings.Split(string(m.Text), "\n")
	end := module.Package.Location.Row - 1 // lines above the package
	start := end
	for start > 0 && strings.HasPrefix(lines[start-1], "#") && strings.TrimSpace(lines[start-1]) != "# METADATA" {
		start--
	}
	if start == 0 || strings.TrimSpace(lines[start-1]) != "# METADATA" {
		return nil
	}
	var text strings.Builder
	for _, line := range lines[start:end] {
		text.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " ") + "\n")
	}
	about := &meta.Meta{At: placeOf(module.Package.Location)}
	about.At.Start.Line, about.At.End.Line = int32(start), int32(start)
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text.String()), &root); err != nil || len(root.Content) == 0 {
		diags.Errorf(about.At, "the annotations are no YAML: %v", err)
		return about
	}
	r := &meta.Reader{File: m.File, Line: start, Column: 2, Diags: diags}
	keys := r.Common(about)
	keys["scope"] = func(n *yaml.Node) {
		if r.Text(n) != "package" {
			r.Errorf(n, "the scope of annotations above a package is package")
		}
	}
	keys["related_resources"] = r.References(about)
	keys["custom"] = func(n *yaml.Node) { r.Members(n, r.Custom(about)) }
	r.Members(root.Content[0], keys)
	return about
}
