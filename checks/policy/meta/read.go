package meta

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Reader reads the members of a YAML mapping, and says what it does not know.
type Reader struct {
	File string
	// Line and Column are added to the places of nodes: where the text begins in its file, less one.
	Line, Column int
	Diags        *diag.List
}

// Keys says what to do with the members of a mapping, by name.
type Keys map[string]func(*yaml.Node)

// Common are the members that a policy has in every form.
func (r *Reader) Common(m *Meta) Keys {
	return Keys{
		"title":       func(n *yaml.Node) { m.Title = r.Text(n) },
		"description": func(n *yaml.Node) { m.Description = strings.Join(strings.Fields(r.Text(n)), " ") },
	}
}

// Custom are the members that Rego's annotations have below "custom".
func (r *Reader) Custom(m *Meta) Keys {
	return Keys{
		"id":         func(n *yaml.Node) { m.ID = r.Text(n) },
		"severity":   func(n *yaml.Node) { r.severity(n, m) },
		"types":      func(n *yaml.Node) { m.Types, m.TypesAt = r.Words(n), r.Place(n) },
		"having":     func(n *yaml.Node) { m.Having = r.Words(n) },
		"opinion":    func(n *yaml.Node) { m.Opinion = r.Flag(n) },
		"fix":        func(n *yaml.Node) { r.fix(n, &m.Fix) },
		"frameworks": func(n *yaml.Node) { m.Frameworks = r.lists(n) },
	}
}

// References reads a list of addresses, each a text or a mapping with the member "ref".
func (r *Reader) References(m *Meta) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			r.Errorf(n, "a list of addresses is wanted here")
			return
		}
		for _, entry := range n.Content {
			if entry.Kind == yaml.MappingNode {
				r.Members(entry, Keys{
					"ref":         func(n *yaml.Node) { m.References = append(m.References, r.Text(n)) },
					"description": func(*yaml.Node) {},
				})
				continue
			}
			m.References = append(m.References, r.Text(entry))
		}
	}
}

// Members reads a mapping. A key that is not known is an error, as is one that stands there twice.
func (r *Reader) Members(n *yaml.Node, keys Keys) {
	if n.Kind != yaml.MappingNode {
		r.Errorf(n, "a mapping is wanted here")
		return
	}
	met := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, known := keys[key.Value]
		switch {
		case met[key.Value]:
			r.Errorf(key, "%s is there twice", key.Value)
		case known:
			read(value)
		default:
			r.Errorf(key, "unknown annotation %q%s", key.Value, Meant(key.Value, slices.Sorted(maps.Keys(keys))))
		}
		met[key.Value] = true
	}
}

// Text reads a scalar.
func (r *Reader) Text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		r.Errorf(n, "a text is wanted here")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// Words reads a list of texts, or one text in which they are separated by spaces.
func (r *Reader) Words(n *yaml.Node) []string {
	if n.Kind != yaml.SequenceNode {
		return strings.Fields(r.Text(n))
	}
	words := make([]string, len(n.Content))
	for i, entry := range n.Content {
		words[i] = r.Text(entry)
	}
	return words
}

// Flag reads true or false.
func (r *Reader) Flag(n *yaml.Node) bool {
	if n.Tag != "!!bool" {
		r.Errorf(n, "true or false is wanted here")
	}
	return n.Value == "true"
}

func (r *Reader) severity(n *yaml.Node, m *Meta) {
	word := r.Text(n)
	severity, ok := checks.ParseSeverity(word)
	if !ok {
		r.Errorf(n, "there is no severity %q: it is low, medium, high or critical", word)
	}
	m.Severity = severity
}

func (r *Reader) fix(n *yaml.Node, fix *checks.Fix) {
	r.Members(n, Keys{
		"terraform":      func(n *yaml.Node) { fix.Terraform = r.Text(n) },
		"cloudformation": func(n *yaml.Node) { fix.CloudFormation = r.Text(n) },
		"docker":         func(n *yaml.Node) { fix.Docker = r.Text(n) },
		"compose":        func(n *yaml.Node) { fix.Compose = r.Text(n) },
		"live":           func(n *yaml.Node) { fix.Live = r.Text(n) },
	})
}

func (r *Reader) lists(n *yaml.Node) map[string][]string {
	if n.Kind != yaml.MappingNode {
		r.Errorf(n, "a mapping from frameworks to their controls is wanted here")
		return nil
	}
	lists := map[string][]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		lists[n.Content[i].Value] = r.Words(n.Content[i+1])
	}
	return lists
}

// Place is where a node stands in its file.
func (r *Reader) Place(n *yaml.Node) model.Range {
	start := model.Pos{Line: int32(r.Line + n.Line), Column: int32(r.Column + n.Column)}
	return model.Range{File: r.File, Start: start, End: start}
}

// Errorf reports a fault at a node.
func (r *Reader) Errorf(n *yaml.Node, format string, args ...any) {
	r.Diags.Errorf(r.Place(n), format, args...)
}

// Finish says what a policy lacks, and whether its types and attributes are there.
func (m *Meta) Finish(diags *diag.List) {
	if m.Title == "" {
		diags.Errorf(m.At, "the policy has no title: say in a sentence what is at fault")
	}
	if len(m.Types) == 0 {
		diags.Errorf(m.At, "the policy names no types: say which resources it judges")
	}
	for _, typ := range m.Types {
		if typ == "*" && len(m.Types) > 1 {
			diags.Errorf(m.TypesAt, "* stands for all types, and must stand alone")
		}
		if fault := TypeFault(typ); fault != "" {
			diags.Errorf(m.TypesAt, "%s", fault)
		}
	}
	if len(m.Having) > 0 && !slices.ContainsFunc(m.concrete(), m.Judges) && !slices.Contains(m.Types, "*") {
		diags.Errorf(m.TypesAt, "the policy can never apply: none of its types has %s", strings.Join(m.Having, " and "))
	}
}

func (m *Meta) concrete() []string {
	return slices.DeleteFunc(slices.Clone(m.Types), func(typ string) bool { return typ == "*" })
}
