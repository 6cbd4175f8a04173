// Package policy loads checks that users write: policies in Rego, and simple ones in YAML, with their data and examples.
// What it loads are checks like the built-in ones, and whatever is true of those is true of them.
package policy

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/policy/meta"
	"github.com/lintel-iac/lintel/checks/rego"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Source is a folder of policies.
type Source struct {
	// Name is what the folder is called in diagnostics: the path of its files begins with it.
	Name string
	FS   fs.FS
	// Only is the one file that is a policy of it, "" for all. Data and examples beside it are read.
	Only string
}

// Set is what was loaded.
type Set struct {
	// Policies are sorted by id.
	Policies []Policy
	// Library has the policies in Rego, and their tests.
	Library *rego.Library
}

// Policy is a check that a user wrote.
type Policy struct {
	checks.Entry
	File       string // with its rule
	Frameworks map[string][]string

	examples *file // nil where there are none
}

// Entries are the policies as checks.
func (s *Set) Entries() []checks.Entry {
	entries := make([]checks.Entry, len(s.Policies))
	for i := range s.Policies {
		entries[i] = s.Policies[i].Entry
	}
	return entries
}

// Examples are those beside the policy: NAME.txtar beside NAME.rego or NAME.yaml.
func (p *Policy) Examples() ([]example.Example, error) {
	if p.examples == nil {
		return nil, nil
	}
	return example.Parse(p.examples.data)
}

// ExamplesFile is where the examples are, or would be.
func (p *Policy) ExamplesFile() string { return beside(p.File) }

func beside(name string) string { return strings.TrimSuffix(name, path.Ext(name)) + ".txtar" }

// Load reads the policies of all sources. Where a diagnostic is an error the set is not to be used.
func Load(sources ...Source) (*Set, diag.List) {
	l := loader{data: map[string]any{}, examples: map[string]*file{}}
	for _, source := range sources {
		l.read(source)
	}
	set := &Set{}
	library, diags := rego.Compile(l.modules, l.data)
	l.diags.Add(diags...)
	set.Library = library
	for _, p := range library.Policies {
		set.Policies = append(set.Policies, l.policy(p.File, &p.Meta, p))
	}
	for _, f := range l.forms {
		if f.rule != nil {
			set.Policies = append(set.Policies, l.policy(f.At.File, &f.Meta, f.rule))
		}
	}
	slices.SortStableFunc(set.Policies, func(a, b Policy) int { return cmp.Compare(a.ID, b.ID) })
	l.lint(set)
	l.diags.Sort()
	return set, l.diags
}

// loader gathers what the sources hold.
type loader struct {
	modules  []rego.Module
	forms    []*form
	data     map[string]any
	examples map[string]*file // by name
	diags    diag.List
}

func (l *loader) policy(name string, about *meta.Meta, rule checks.Rule) Policy {
	entry := checks.Entry{ID: about.ID, Path: "policy/" + name, Check: about.Check(rule)}
	return Policy{Entry: entry, File: name, Frameworks: about.Frameworks, examples: l.examples[beside(name)]}
}

// lint says what is wrong with the policies together.
func (l *loader) lint(set *Set) {
	if len(set.Policies) == 0 && !l.diags.HasErrors() {
		l.diags.Errorf(model.Range{}, "no policy was found: they are files of Rego or YAML")
	}
	for i, p := range set.Policies {
		at := start(p.File)
		if p.ID != "" && !isID(p.ID) {
			l.diags.Errorf(at, "%q is no id: it has small letters, digits and dashes", p.ID)
		}
		if i > 0 && set.Policies[i-1].ID == p.ID {
			l.diags.Errorf(at, "%s is the id of %s, too", p.ID, set.Policies[i-1].File)
		}
	}
}

// start is the first line of a file.
func start(name string) model.Range {
	first := model.Pos{Line: 1, Column: 1}
	return model.Range{File: name, Start: first, End: first}
}

func isID(id string) bool {
	return strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// file is a file of a source.
type file struct {
	name string // with that of the source
	data []byte
}

// read gathers the files of a source. What is neither policy, data nor examples is left alone, as a README is.
func (l *loader) read(source Source) {
	files, err := filesOf(source)
	if err != nil {
		l.diags.Errorf(start(source.Name), "cannot read the policies: %v", err)
		return
	}
	l.manifest(source, files)
	var data []*file
	for _, f := range files {
		within := strings.TrimPrefix(f.name, source.prefix())
		wanted := source.Only == "" || within == source.Only
		switch base := path.Base(within); {
		case base == "data.json" || base == "data.yaml" || base == "data.yml":
			data = append(data, f)
		case strings.HasSuffix(base, ".txtar"):
			l.examples[f.name] = f
		case strings.HasSuffix(base, ".rego") && (wanted || within == strings.TrimSuffix(source.Only, ".rego")+"_test.rego"):
			l.modules = append(l.modules, rego.Module{File: f.name, Text: f.data})
		case (strings.HasSuffix(base, ".yaml") || strings.HasSuffix(base, ".yml")) && wanted:
			l.forms = append(l.forms, readForm(f.name, f.data, &l.diags))
		}
	}
	for _, f := range data {
		l.addData(f, mount(source, f, files))
	}
}

func (s Source) prefix() string {
	if s.Name == "" || s.Name == "." {
		return ""
	}
	return s.Name + "/"
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Among puts the policies beside other checks. An id that one of these has, or had, is refused: a finding would not say
// whose it is.
func (s *Set) Among(others []checks.Entry) ([]checks.Entry, error) {
	for _, p := range s.Policies {
		for i := range others {
			if others[i].ID == p.ID || slices.Contains(strings.Fields(others[i].Formerly), p.ID) {
				return nil, fmt.Errorf("the policy in %s has the id of a built-in check, %s", p.File, p.ID)
			}
		}
	}
	return slices.Concat(others, s.Entries()), nil
}
