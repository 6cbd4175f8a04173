package policy

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model/diag"
)

// form is a policy in YAML: the words of every policy, and one question about an attribute.
//
//	id: acme-volume-encrypted
//	title: EBS volume is not encrypted
//	severity: high
//	require: {type: aws_ebs_volume, path: encrypted, equals: true}
type form struct {
	meta.Meta
	rule checks.Rule
}

// readForm reads a file. What is wrong with it is in the diagnostics.
func readForm(file string, data []byte, diags *diag.List) *form {
	f := &form{Meta: meta.Meta{At: start(file)}}
	var root yaml.Node
	if err := decode(data, &root); err != nil || len(root.Content) == 0 {
		diags.Errorf(f.At, "this is no policy in YAML: %s", yamlFault(err))
		return f
	}
	r := &meta.Reader{File: file, Diags: diags}
	keys := r.Common(&f.Meta)
	for name, read := range r.Custom(&f.Meta) {
		if name != "types" && name != "having" { // the question says of which
			keys[name] = read
		}
	}
	keys["references"] = r.References(&f.Meta)
	keys["require"] = func(n *yaml.Node) { f.question(r, n, required) }
	keys["forbid"] = func(n *yaml.Node) { f.question(r, n, forbidden) }
	r.Members(root.Content[0], keys)
	if f.ID == "" {
		diags.Errorf(f.At, "the policy has no id")
	}
	if f.rule == nil && !diags.HasErrors() {
		diags.Errorf(f.At, "the policy asks nothing: it wants require or forbid")
	}
	f.Finish(diags)
	return f
}

// decode reads the one document of a file.
func decode(data []byte, into any) error {
	d := yaml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(into); err != nil && !errors.Is(err, io.EOF) { // which is for one that is empty
		return err
	}
	var more any
	if err := d.Decode(&more); !errors.Is(err, io.EOF) {
		return errors.New("another document follows behind ---")
	}
	return nil
}

func yamlFault(err error) string {
	if err == nil {
		return "it is empty"
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}

// subject is what a question is about: the fields that the combinators share.
type subject struct{ typ, companion, each, path string }

// A condition makes the rule that a key of a question stands for, of the key's value.
type condition func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule

// required are the conditions of require.
var required = map[string]condition{
	"equals": requireEqual,
	"is_set": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		if !r.Flag(n) {
			r.Errorf(n, "is_set is true or left out")
		}
		return checks.RequireSet{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path}
	},
	"any_of": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		return checks.RequireAny{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path, Of: r.Words(n)}
	},
	"all_of": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		return checks.RequireAll{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path, Of: r.Words(n)}
	},
	"at_least": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		least, err := strconv.ParseFloat(n.Value, 64)
		if err != nil {
			r.Errorf(n, "a number is wanted here")
		}
		return checks.RequireAtLeast{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path, Min: least}
	},
}

// forbidden are the conditions of forbid.
var forbidden = map[string]condition{
	"equals": forbidWords,
	"any_of": forbidWords,
	"public_policy": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		s.document(r, n)
		return checks.ForbidPublicPolicy{Type: s.typ, Companion: s.companion, Path: s.path}
	},
	"wildcard_action": func(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
		s.document(r, n)
		return checks.ForbidWildcardAction{Type: s.typ, Companion: s.companion, Path: s.path}
	},
}

func requireEqual(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
	word := r.Text(n)
	if n.Tag == "!!bool" && word == "true" {
		return checks.RequireTrue{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path}
	}
	if n.Tag == "!!bool" {
		return checks.RequireFalse{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path}
	}
	return checks.RequireAny{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path, Of: []string{word}}
}

func forbidWords(r *meta.Reader, n *yaml.Node, s subject) checks.Rule {
	words := []string{n.Value}
	if n.Kind == yaml.SequenceNode {
		words = r.Words(n)
	} else if n.Kind != yaml.ScalarNode {
		r.Errorf(n, "a text or a list of texts is wanted here")
	}
	return checks.ForbidAny{Type: s.typ, Companion: s.companion, Each: s.each, Path: s.path, Of: words}
}

// document refuses what a question about a policy document does not have.
func (s subject) document(r *meta.Reader, n *yaml.Node) {
	if !r.Flag(n) || s.each != "" {
		r.Errorf(n, "this is true, and goes with type, companion and path alone")
	}
}

// question reads require or forbid: what it is about, and one condition.
func (f *form) question(r *meta.Reader, n *yaml.Node, conditions map[string]condition) {
	var s subject
	places := map[string]*yaml.Node{}
	keep := func(name string, into *string) func(*yaml.Node) {
		return func(n *yaml.Node) { *into, places[name] = strings.Join(r.Words(n), " "), n }
	}
	var asked condition
	var value *yaml.Node
	keys := meta.Keys{
		"type": keep("type", &s.typ), "companion": keep("companion", &s.companion),
		"each": keep("each", &s.each), "path": keep("path", &s.path),
	}
	for name, c := range conditions {
		keys[name] = func(n *yaml.Node) {
			if asked != nil {
				r.Errorf(n, "one condition is asked at a time")
			}
			asked, value = c, n
		}
	}
	before := len(*r.Diags)
	r.Members(n, keys)
	if f.Types = strings.Fields(s.typ + " " + s.companion); s.typ != "" {
		f.TypesAt = r.Place(places["type"])
	}
	switch {
	case len(*r.Diags) > before:
		return
	case f.rule != nil:
		r.Errorf(n, "one question is asked at a time")
	case s.typ == "" || s.path == "":
		r.Errorf(n, "say of which type, and at which path")
	case asked == nil:
		r.Errorf(n, "say what the value is to be: one of %s", strings.Join(sortedKeys(conditions), ", "))
	default:
		f.lint(r, s, places)
		f.rule = asked(r, value, s)
	}
}

// lint looks up the attributes of a question.
func (f *form) lint(r *meta.Reader, s subject, places map[string]*yaml.Node) {
	path, at := s.path, places["path"]
	if s.each != "" {
		path = s.each + "." + s.path
	}
	owners := strings.Fields(s.typ)
	if slices.ContainsFunc(f.Types, func(typ string) bool { return meta.TypeFault(typ) != "" }) {
		return // which Finish reports
	}
	if fault := meta.CompanionFault(owners, s.companion, path); fault != "" {
		r.Errorf(places["companion"], "%s", fault)
	}
	if fault := meta.PathFault(owners, path); fault != "" {
		r.Errorf(at, "%s", fault)
	}
	if secret.Named(path[strings.LastIndexByte(path, '.')+1:], "as good as any") != "" {
		r.Errorf(at, "%s is a secret, which the finding would print: write this policy in Rego", path)
	}
}
