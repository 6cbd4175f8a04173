package compose

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/view"
)

// project is a Compose file with all that it draws in.
type project struct {
	fsys  fs.FS
	vars  variables
	diags diag.List
	read  map[string]model.Value // files, so that each is read once with the same variables
	bases map[string]string      // of files whose paths start elsewhere than beside them
}

// Parse reads a Compose file with the override beside it, what it includes and what
// its services extend.
func Parse(ctx context.Context, fsys fs.FS, name string) (*model.Scope, diag.List, error) {
	if _, err := fs.Stat(fsys, name); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	p := &project{fsys: fsys, read: map[string]model.Value{}, bases: map[string]string{}}
	p.vars = dotenv(fsys, path.Join(path.Dir(name), ".env"))
	top, err := p.load(name, nil)
	if err != nil {
		return nil, p.diags, fmt.Errorf("read %s: %w", name, err)
	}
	if over := overrideOf(fsys, name); over != "" {
		if v, err := p.load(over, nil); err != nil {
			p.diags.Errorf(model.Range{File: over}, "cannot read this override: %v", err)
		} else {
			top = merge(top, v, "")
		}
	}
	scope := &model.Scope{Root: name, Format: model.Compose}
	p.lower(ctx, scope, plain(top))
	return scope, p.diags, nil
}

// maxFiles is how many files a project may come to: each that includes others with
// variables of their own multiplies them.
const maxFiles = 1000

// load reads a file, with what it includes below it and what its services extend.
// The way is that of the files that led here.
func (p *project) load(name string, way []string) (model.Value, error) {
	key := name + fmt.Sprint(p.vars)
	if v, ok := p.read[key]; ok {
		return v, nil
	}
	if len(p.read) >= maxFiles {
		return model.Value{}, fmt.Errorf("it is one of more than %d files", maxFiles)
	}
	v, err := p.decode(name)
	if err != nil {
		return v, err
	}
	way = append(way[:len(way):len(way)], name)
	v = p.include(v, name, way)
	v = p.extendAll(v, name, way)
	p.read[key] = v
	return v, nil
}

// include merges the files that a file includes. What the file itself says of the
// same name wins; of the files of one entry the later one does.
func (p *project) include(v model.Value, name string, way []string) model.Value {
	own := p.vars
	for entry := range v.Each("include") {
		paths := entry
		if isObject(entry) {
			paths = entry.At("path")
		}
		included, files := model.Value{}, slices.Collect(paths.Elements())
		p.enter(entry, name, files)
		for _, file := range files {
			if other, ok := p.other(file, name, way, "included"); ok {
				included = merge(included, other, "")
			}
		}
		p.vars = own
		if included.State != model.Absent {
			v = merge(included, v, "")
		}
	}
	return v
}

// enter prepares for the files of an entry, which are a project of their own: they have
// its folder and its variables, those of whoever includes it first.
func (p *project) enter(entry model.Value, name string, files []model.Value) {
	if len(files) == 0 {
		return
	}
	beside := func(v model.Value) string { return path.Join(path.Dir(name), view.Pieced(v)) }
	folder := path.Dir(beside(files[0]))
	if own := entry.At("project_directory"); own.State != model.Absent {
		folder = beside(own)
	}
	for _, file := range files {
		p.bases[beside(file)] = folder
	}
	vars := dotenv(p.fsys, path.Join(folder, ".env"))
	if given := entry.At("env_file"); given.State != model.Absent {
		vars = variables{}
		for file := range given.Elements() {
			maps.Copy(vars, dotenv(p.fsys, beside(file)))
		}
	}
	maps.Copy(vars, p.vars)
	p.vars = vars
}

// base is the folder where the paths in a file start.
func (p *project) base(file string) string {
	if base, ok := p.bases[file]; ok {
		return base
	}
	return path.Dir(file)
}

// other loads a file that another one names.
func (p *project) other(file model.Value, from string, way []string, what string) (model.Value, bool) {
	text, ok := file.Data.(string)
	if !ok {
		p.diags.Warnf(file.Origin.Range, "the %s file is not known: %v", what, file)
		return model.Value{}, false
	}
	name := path.Join(path.Dir(from), text)
	switch {
	case !fs.ValidPath(name):
		p.diags.Warnf(file.Origin.Range, "the %s file %s lies outside of what is read", what, text)
		return model.Value{}, false
	case slices.Contains(way, name):
		p.diags.Errorf(file.Origin.Range, "%s is %s by itself, over %d files", text, what, len(way))
		return model.Value{}, false
	}
	v, err := p.load(name, way)
	if err != nil {
		p.diags.Warnf(file.Origin.Range, "cannot read the %s file %s: %v", what, text, err)
		return model.Value{}, false
	}
	return v, true
}

// extendAll puts what services extend below what they say themselves.
func (p *project) extendAll(v model.Value, name string, way []string) model.Value {
	all := v.At("services")
	written, ok := all.Data.(model.Members)
	if !ok || !isObject(v) {
		return v
	}
	services, done := written.Map(), map[string]bool{}
	for _, service := range written.Names() {
		p.extend(services, service, name, way, done)
	}
	all.Data = model.MembersFrom(services)
	return v.With("services", all)
}

func (p *project) extend(services map[string]model.Value, service, name string, way []string, done map[string]bool) {
	if done[service] {
		return
	}
	done[service] = true
	own := services[service]
	extends := own.At("extends")
	base := view.Pieced(extends.At("service"))
	if extends.State == model.Absent || base == "" {
		return
	}
	if strings.Contains(base, view.Hole) {
		services[service] = doubted(own, handedOn, "which service it extends is not known", extends)
		return
	}
	from := services
	if file := extends.At("file"); file.State != model.Absent && path.Join(path.Dir(name), view.Pieced(file)) != name {
		other, ok := p.other(file, name, way, "extended")
		if !ok {
			services[service] = doubted(own, handedOn, "the file that it extends was not read", extends)
			return
		}
		services, _ := other.At("services").Data.(model.Members)
		from = services.Map()
	} else {
		p.extend(services, base, name, way, done)
	}
	parent, ok := from[base]
	if !ok {
		p.diags.Errorf(extends.Origin.Range, "there is no service %q to extend", base)
		return
	}
	merged := merge(parent, own, "//")
	merged.Origin = own.Origin
	services[service] = merged
}

// handedOn are the attributes that a service may have from the one that it extends.
var handedOn = []string{
	"cap_add", "cap_drop", "cgroup_parent", "command", "cpus", "deploy", "devices", "entrypoint", "environment", "healthcheck", "image", "ipc",
	"mem_limit", "network_mode", "pid", "pids_limit", "ports", "privileged", "read_only", "restart", "security_opt", "tmpfs", "user",
	"userns_mode", "uts", "volumes",
}

// doubted is a service of which some stands elsewhere, where nobody looks: what it does
// not say itself of these attributes, that may.
func doubted(own model.Value, names []string, reason string, where model.Value) model.Value {
	doubt := func(v model.Value, name string) model.Value {
		if v.At(name).State != model.Absent {
			return v
		}
		at := v.Origin.Below(name)
		at.Range = where.Origin.Range
		return v.With(name, model.Undecided(reason, at))
	}
	for _, name := range names {
		own = doubt(own, name)
	}
	if deploy := own.At("deploy"); isObject(deploy) {
		own = own.With("deploy", doubt(deploy, "resources"))
	}
	return own
}
