package compose

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// sections are the parts of a Compose file that hold resources.
var sections = []struct{ name, typ string }{
	{"configs", "compose_config"}, {"networks", "compose_network"}, {"secrets", "compose_secret"},
	{"services", "compose_service"}, {"volumes", "compose_volume"},
}

// lower puts the parts of a project into the scope.
func (p *project) lower(ctx context.Context, scope *model.Scope, top model.Value) {
	members, _ := top.Data.(model.Members)
	for _, section := range sections {
		entries, _ := members.Named(section.name).Data.(model.Members)
		for name, member := range entries.All() {
			r := &model.Resource{Type: section.typ, Address: section.name + "." + name, Mode: model.Managed}
			r.Block, r.Body = r.Address, member
			if !isObject(r.Body) {
				r.Body = model.Record(nil, r.Body.Origin)
			}
			if section.typ == "compose_service" {
				r.Body = p.join(ctx, scope, name, completed(r.Body))
			}
			r.Body = owned(r.Body, r, section.name+".")
			r.Location = spanned(r.Body)
			r.Body.Origin.Name = ""
			scope.Add(r)
		}
	}
}

// restraints are the attributes whose absence is a fault.
var restraints = []string{"cap_drop", "cpus", "deploy", "healthcheck", "mem_limit", "pids_limit", "read_only", "security_opt"}

// completed is a service that another file completes if nothing here says what it runs:
// Docker is given both. That the other file takes liberties is said of that file.
func completed(service model.Value) model.Value {
	for _, source := range [...]string{"image", "build", "provider"} {
		if service.At(source).State != model.Absent {
			return service
		}
	}
	return doubted(service, restraints, "the service has neither image nor build: another file completes it", service)
}

// owned makes a resource the holder of all values in it, and their names those
// within it, whichever resource they were merged from.
func owned(v model.Value, r *model.Resource, prefix string) model.Value {
	v.Origin.Resource = r
	if rest, ok := strings.CutPrefix(v.Origin.Name, prefix); ok {
		_, v.Origin.Name, _ = strings.Cut(rest, ".")
	}
	switch data := v.Data.(type) {
	case model.Members:
		v.Data = data.Replaced(func(_ string, m model.Value) model.Value { return owned(m, r, prefix) })
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = owned(e, r, prefix)
		}
		v.Data = list
	}
	return v
}

// spanned is the range from a resource's key to the end of its last value in the
// same file.
func spanned(v model.Value) model.Range {
	r := v.Origin.Range
	var grow func(v model.Value)
	grow = func(v model.Value) {
		at := v.Origin.Range
		if at.File == r.File && (at.End.Line > r.End.Line || at.End.Line == r.End.Line && at.End.Column > r.End.Column) {
			r.End = at.End
		}
		switch data := v.Data.(type) {
		case model.Members:
			for _, m := range data.All() {
				grow(m)
			}
		case []model.Value:
			for _, e := range data {
				grow(e)
			}
		}
	}
	grow(v)
	return r
}

// join reads what a service names: its env files, and the Dockerfile it is built
// from.
func (p *project) join(ctx context.Context, scope *model.Scope, name string, service model.Value) model.Value {
	service = p.environment(service)
	if build := service.At("build"); build.State != model.Absent {
		return service.With("built", p.built(ctx, scope, "services."+name+".build.", build))
	}
	return service
}

// environment adds the variables of env files to those that are written; the last
// file wins over those before it, and what is written wins over all.
func (p *project) environment(service model.Value) model.Value {
	files := slices.Collect(service.At("env_file").Elements())
	if len(files) == 0 {
		return service
	}
	all := map[string]model.Value{}
	for _, file := range files {
		name, ok := file.At("path").Data.(string)
		if !ok {
			continue
		}
		vars, err := readEnv(p.fsys, path.Join(p.base(file.Origin.File), name))
		if err != nil && file.At("required").IsFalse() != model.Yes {
			p.diags.Warnf(file.At("path").Origin.Range, "cannot read the env_file %s", name)
		}
		maps.Copy(all, vars)
	}
	own := service.At("environment")
	written, _ := own.Data.(model.Members)
	maps.Copy(all, written.Map())
	if own.State == model.Absent {
		own.Origin = service.At("env_file").Origin
	}
	if len(all) == 0 {
		return service
	}
	return service.With("environment", model.Object(all, own.Origin))
}
