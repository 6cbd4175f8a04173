package scan

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// templates are the CloudFormation templates of a scan: they share a loader,
// parameters, and what they export to each other.
type templates struct {
	*cloudformation.Loader
	params []cloudformation.Param
	format single
	all    []string // their files, sorted
}

func newTemplates(fsys fs.FS) *templates {
	t := &templates{Loader: cloudformation.New(fsys)}
	t.format = single{format: model.CloudFormation, noun: "template", parse: t.parse}
	return t
}

func (t *templates) parse(ctx context.Context, fsys fs.FS, name string) (*model.Scope, diag.List, error) {
	loader := t.Loader
	if seen, ok := fsys.(*trace); ok {
		loader = loader.Over(seen, seen.usesTemplate)
	}
	return loader.Parse(ctx, name, cloudformation.Inputs{Params: t.params})
}

// undeclared reports parameters that were given and that nothing takes.
func (t *templates) undeclared() diag.List {
	var diags diag.List
	for _, name := range t.Undeclared(cloudformation.Inputs{Params: t.params}) {
		diags.Warnf(model.Range{}, "no template declares the parameter %s, which was given", name)
	}
	return diags
}

// templateHead suffices to tell a template, of which a long first section may not.
const templateHead = 1 << 20

func (s *session) isTemplate(name string) bool {
	return cloudformation.MayBe(name) && cloudformation.IsTemplate(name, s.files.start(name, templateHead))
}

// pickTemplates finds the templates among the files that were met. One that
// another nests is read with that one, unless it was named.
func (s *session) pickTemplates(w *walker, named map[string]*root) []root {
	met := slices.Compact(slices.Sorted(slices.Values(w.templates)))
	is, nests := make([]bool, len(met)), make([][]string, len(met))
	parallel(len(met), func(i int) {
		defer func() { _ = recover() }() // what is wrong with it its parse will say
		if is[i] = s.isTemplate(met[i]); is[i] {
			nests[i] = s.templates.Nested(met[i])
		}
	})
	nested := slices.Concat(nests...)
	var found []root
	var all []string
	for i, name := range met {
		switch {
		case named[name] != nil:
		case !is[i]:
			if unreadKind(path.Base(name)) == "cloudformation" {
				w.skipped["cloudformation"]++
			}
		default:
			all = append(all, name)
			if !slices.Contains(nested, name) {
				found = append(found, root{dir: name, single: &s.templates.format})
			}
		}
	}
	for name, r := range named {
		all = append(all, name)
		found = append(found, *r)
	}
	slices.Sort(all)
	s.templates.all = all
	s.templates.Share(all)
	slices.SortFunc(found, func(a, b root) int { return strings.Compare(a.dir, b.dir) })
	return found
}
