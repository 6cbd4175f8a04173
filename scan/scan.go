// Package scan finds inputs under the paths it is given, has them parsed, runs
// the checks on what they declare, in parallel, and gathers the verdicts in a
// Report that is the same for the same input, whatever the machine.
package scan

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
	"github.com/lintel-iac/lintel/scan/config"
)

// Run scans what the options say. The error is a *UsageError where they ask for
// what cannot be done; whatever is wrong with the input is in the Report.
func Run(ctx context.Context, o Options) (*Report, error) {
	if err := o.validate(); err != nil {
		return nil, err
	}
	selected, diags, err := choose(&o)
	if err != nil {
		return nil, err
	}
	s, err := open(&o)
	if err != nil {
		return nil, err
	}
	s.diags.Add(diags...)
	if err := s.since(ctx, &o); err != nil {
		return nil, err
	}
	if err := s.judgedBy(ctx, &o); err != nil {
		return nil, err
	}
	if err := s.readStates(ctx, o.States); err != nil {
		return nil, err
	}
	s.readStacks(ctx)
	if s.accepted, err = s.accepts(&o); err != nil {
		return nil, err
	}
	return s.judge(ctx, selected, &o), ctx.Err()
}

// Chosen are the checks that the options select, sorted by id.
func Chosen(o Options) ([]*checks.Entry, error) {
	if err := o.validate(); err != nil {
		return nil, err
	}
	selected, _, err := choose(&o)
	if err != nil {
		return nil, err
	}
	return selected.entries, nil
}

// Input is one root as it was read.
type Input struct {
	Scope       *model.Scope
	Diagnostics diag.List
}

// Inventory is what a run would judge.
type Inventory struct {
	Inputs      []Input
	Diagnostics diag.List // that belong to no root
	Base        string    // as in Report
}

// Read finds and reads inputs as Run does, and judges nothing.
func Read(ctx context.Context, o Options) (*Inventory, error) {
	if err := o.validate(); err != nil {
		return nil, err
	}
	s, err := open(&o)
	if err != nil {
		return nil, err
	}
	roots := s.survey()
	inputs := make([]Input, len(roots))
	perRoot := s.each(ctx, roots, func(i int, sc *model.Scope) { inputs[i].Scope = sc })
	for i := range inputs {
		inputs[i].Diagnostics = perRoot[i]
		if inputs[i].Scope == nil {
			inputs[i].Scope = &model.Scope{Root: roots[i].dir, Format: roots[i].format()}
		}
	}
	s.diags.Sort()
	return &Inventory{Inputs: inputs, Diagnostics: s.diags, Base: s.base}, ctx.Err()
}

// session is one run on one file system.
type session struct {
	*site
	files        *files
	loader       *terraform.Loader
	inputs       terraform.Inputs
	exclude      []string
	config       *config.File
	environments []Environment
	as           tfplan.Kind // what named files are said to be
	hook         bool        // as in Options

	templates *templates

	deployed map[string]bool // the regions of accounts that are inputs
	unseen   []Unseen
	readLive map[string]bool // Terraform's types of what snapshots were made of
	made     made

	accepted acceptance
	past     *past             // as the files were before the change that is judged; nil if there is none
	renames  map[string]string // of roots by that change: see earlier.gone
	policy   *past             // by whose exceptions and baseline is judged; nil for today's
	proposed acceptance        // today's, where another's count
	before   *past             // in which the comments stand that the change does not add; nil where none is judged

	planned map[string]string // the folder of the source, by plan
	skipped map[string]int
	diags   diag.List // that belong to no root
}

// open draws the boundary and opens the file system below it.
func open(o *Options) (*session, error) {
	where, err := locate(o)
	if err != nil {
		return nil, err
	}
	inputs, err := where.localize(o.Inputs)
	if err != nil {
		return nil, err
	}
	top, err := os.OpenRoot(where.boundary)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", where.boundary, cause(err))
	}
	s := newSession(where, newDisk(top), inputs, o.Exclude)
	s.as, s.hook, s.config = kinds[o.As], o.Hook, o.Config
	if s.templates.params, err = where.localizeParams(o.Params); err != nil {
		return nil, err
	}
	if s.environments, err = where.localizeEnvironments(o.Environments); err != nil {
		return nil, err
	}
	return s, nil
}

func newSession(where *site, fsys fs.FS, inputs terraform.Inputs, exclude []string) *session {
	f := newFiles(fsys)
	return &session{site: where, files: f, loader: terraform.New(f), templates: newTemplates(f), inputs: inputs, exclude: exclude, planned: map[string]string{}, deployed: map[string]bool{}, readLive: map[string]bool{}}
}

// localize makes the files among the inputs relative to the boundary.
func (s *site) localize(in terraform.Inputs) (terraform.Inputs, error) {
	in.Values = slices.Clone(in.Values)
	for i, v := range in.Values {
		if !v.File {
			continue
		}
		name, err := s.inside(v.Text)
		if err != nil {
			return in, err
		}
		in.Values[i].Text = name
	}
	return in, nil
}

func (s *site) localizeParams(params []cloudformation.Param) ([]cloudformation.Param, error) {
	params = slices.Clone(params)
	for i, p := range params {
		if !p.File {
			continue
		}
		name, err := s.inside(p.Text)
		if err != nil {
			return nil, err
		}
		params[i].Text = name
	}
	return params, nil
}

// survey walks the paths and picks the roots.
func (s *session) survey() []root {
	w := newWalker(s.files, s.exclude, s.config)
	named, plans, singles, templates := map[string]*root{}, map[string]*root{}, map[string]*root{}, map[string]*root{}
	deployed := map[string]*root{}
	for _, t := range s.targets {
		if t.isDir {
			s.folder(w, t, named)
		}
	}
	var source []string
	for _, t := range s.targets {
		if t.isDir || s.hook && w.leftOut(t.name) {
			continue
		}
		if s.isSnapshot(t) {
			deployed[t.name] = &root{dir: t.name, single: &snapshotFormat}
		} else if p := s.planOf(t); p != nil {
			plans[t.name] = &root{dir: t.name, plan: p}
		} else if format := s.singleOf(t.name); format != nil {
			singles[t.name] = &root{dir: t.name, single: format}
		} else if s.isTemplate(t.name) {
			templates[t.name] = &root{dir: t.name, single: &s.templates.format}
		} else if s.file(w, t, named) {
			source = append(source, t.name)
		}
	}
	s.focus(w, source, named)
	found := slices.Concat(s.plans(w, plans), s.singles(w, singles), s.pickTemplates(w, templates), s.snapshots(w, deployed))
	s.empty(w, found)
	s.skipped = w.skipped
	s.diags.Add(w.diags...)
	return append(chooseRoots(w.found(), named, s.calls), found...)
}

func (s *session) folder(w *walker, t target, named map[string]*root) {
	w.walk(t.name)
	if w.modules[t.name] {
		named[t.name] = &root{dir: t.name}
	}
}

// empty reports folders that were named and hold no input.
func (s *session) empty(w *walker, plans []root) {
	for _, t := range s.targets {
		inside := func(dir string) bool { return holds(t.name, dir) }
		isPlan := func(r root) bool { return inside(r.dir) }
		if t.isDir && !slices.ContainsFunc(w.found(), inside) && !slices.ContainsFunc(plans, isPlan) {
			w.diags.Warnf(model.Range{File: t.name}, "no input found in %s", t.given)
		}
	}
}

// file tells whether a file that was named is source. Of other files it takes those
// of inputs: they may tell anywhere in their folder's root.
func (s *session) file(w *walker, t target, named map[string]*root) (source bool) {
	dir, base := path.Split(t.name)
	dir = path.Clean(dir)
	switch {
	case isInputs(base):
		named[dir] = &root{dir: dir}
	case !terraform.IsSource(base):
		w.refuse(t, s.hook)
	default:
		return true
	}
	return false
}

// calls asks the loader, for many folders at a time, which others they call.
func (s *session) calls(dirs []string) [][]string {
	called := make([][]string, len(dirs))
	parallel(len(dirs), func(i int) {
		// What is wrong with a folder its parse will say.
		defer func() { _ = recover() }()
		called[i] = s.loader.Calls(dirs[i])
	})
	return called
}

// each reads the roots in parallel and hands on each scope, in the goroutine
// that made it.
func (s *session) each(ctx context.Context, roots []root, do func(i int, sc *model.Scope)) []diag.List {
	diags := make([]diag.List, len(roots))
	parallel(len(roots), func(i int) {
		if ctx.Err() == nil {
			diags[i] = s.one(ctx, &roots[i], func(sc *model.Scope) { do(i, sc) })
		}
	})
	s.diags.Add(s.templates.undeclared()...)
	return diags
}

// one reads a root. Whatever panics in it costs this root and no other.
func (s *session) one(ctx context.Context, r *root, do func(*model.Scope)) (diags diag.List) {
	defer func() {
		if p := recover(); p != nil {
			diags.Add(diag.Diagnostic{
				Severity: diag.Error,
				Summary:  "gave up on this " + r.noun() + ": " + panicked(p),
				Detail:   "This is a fault of Lintel. Please report it; --exclude leaves it out.",
				Range:    model.Range{File: r.dir},
			})
		}
	}()
	sc, diags, err := s.parse(ctx, r)
	if err != nil {
		diags.Errorf(model.Range{File: r.dir}, "cannot read this %s: %v", r.noun(), cause(err))
	}
	if sc == nil {
		return diags
	}
	diags.Add(cfnmap.Rewrite(sc)...)
	diags.Add(graft.Fold(sc)...)
	for _, outcome := range sc.Outcomes {
		diags.Add(graft.Fold(outcome.Scope)...)
	}
	if sc.Before != nil && sc.Before != sc {
		cfnmap.Rewrite(sc.Before) // of which the plan itself says what there is to say
		graft.Fold(sc.Before)
	}
	do(sc)
	return diags
}

func (s *session) parse(ctx context.Context, r *root) (*model.Scope, diag.List, error) {
	switch {
	case r.plan != nil:
		return s.readPlan(ctx, r.plan)
	case r.account != nil:
		return r.account.scope(s.made)
	case r.single != nil && r.seen != nil:
		return r.single.parse(ctx, r.seen, r.dir)
	case r.single != nil:
		return r.single.parse(ctx, s.files, r.dir)
	case r.seen != nil:
		return s.loader.Over(r.seen, r.seen.uses).Parse(ctx, r.dir, s.inputsOf(r))
	}
	return s.loader.Parse(ctx, r.dir, s.inputsOf(r))
}

// parallel calls do for 0 to n-1, as many at a time as there are processors.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}
