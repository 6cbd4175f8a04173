package compose

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
	"github.com/lintel-iac/lintel/parser/dockerfile"
)

// built is what the Dockerfile says that a service is built from. One that is written
// in place is part of the scope.
func (p *project) built(ctx context.Context, scope *model.Scope, prefix string, build model.Value) model.Value {
	if inline := build.At("dockerfile_inline"); inline.State != model.Absent {
		return p.inline(ctx, scope, prefix, build, inline)
	}
	folder, ok := build.At("context").Data.(string)
	if !ok {
		folder = "."
	}
	name := "Dockerfile"
	if file, ok := build.At("dockerfile").Data.(string); ok {
		name = file
	}
	file := path.Join(p.base(build.Origin.File), folder, name)
	unknown := func(reason string) model.Value { return model.Undecided(reason, build.Origin) }
	switch {
	case build.At("context").State == model.Unknown || build.At("dockerfile").State == model.Unknown:
		return unknown("which Dockerfile it is built from is not known")
	case build.At("target").State == model.Unknown:
		return unknown("which stage it is built from is not known")
	case isRemote(folder) || !fs.ValidPath(file):
		return unknown("its Dockerfile lies outside of what is read")
	}
	image, _, err := dockerfile.ParseWith(ctx, p.fsys, file, options(build))
	if err != nil {
		p.diags.Infof(build.Origin.Range, "%s was not found: what it says of this service is not known", path.Join(folder, name))
		return unknown("its Dockerfile was not found")
	}
	if target := build.At("target"); target.State == model.Known && !hasStage(image, view.Pieced(target)) {
		p.diags.Errorf(target.Origin.Range, "%s has no stage %q to build", path.Join(folder, name), view.Pieced(target))
		return unknown("the stage that it is built from is not in its Dockerfile")
	}
	return image.Resource("image").Body
}

// hasStage tells whether a Dockerfile has a stage of that name or number; without a
// name it is the last one.
func hasStage(image *model.Scope, name string) bool {
	stages := image.OfType("docker_stage")
	n, err := strconv.Atoi(name)
	return name == "" || err == nil && n >= 0 && n < len(stages) ||
		slices.ContainsFunc(stages, func(s *model.Resource) bool { return strings.EqualFold(s.At("name").String(), name) })
}

// isRemote tells an address from a folder: git's short forms have no scheme.
func isRemote(context string) bool {
	return strings.Contains(context, "://") || strings.HasPrefix(context, "git@") || strings.HasPrefix(context, "github.com/")
}

// options are what a service gives to the build of its image.
func options(build model.Value) dockerfile.Options {
	o := dockerfile.Options{Args: map[string]model.Value{}, Target: view.Pieced(build.At("target"))}
	args, _ := build.At("args").Data.(model.Members)
	for arg, v := range args.All() {
		if v.State == model.Known {
			v = model.Text(view.Pieced(v), v.Origin)
		}
		o.Args[arg] = v
	}
	return o
}

// inline reads a Dockerfile that stands in the Compose file, and puts what it holds
// into the scope: no one else reads it.
func (p *project) inline(ctx context.Context, scope *model.Scope, prefix string, build, text model.Value) model.Value {
	if text.State == model.Unknown {
		p.diags.Warnf(text.Origin.Range, "this Dockerfile is not read: %s; write $$ for a $ of its own", text.Why.Reason)
		return model.Undecided("its Dockerfile is written in place, and not all of it is known", text.Origin)
	}
	written := view.Pieced(text)
	image, diags := dockerfile.ParseInline(ctx, written, p.place(text.Origin.Range, written, prefix), options(build))
	p.diags.Add(diags...)
	scope.Include(image)
	return image.Resource(prefix + "image").Body
}

// place finds the lines of a Dockerfile in the file that it stands in: those of a
// literal block are lines of the file, each indented alike; of any other text
// the place as a whole is known.
func (p *project) place(at model.Range, written, prefix string) dockerfile.Inline {
	in := dockerfile.Inline{File: at.File, From: at.Start, Prefix: prefix}
	data, err := fs.ReadFile(p.fsys, at.File)
	lines := strings.Split(string(data), "\n")
	if err != nil || int(at.Start.Line) >= len(lines) || !isLiteral(lines[at.Start.Line-1], int(at.Start.Column)) {
		return in
	}
	in.From.Line, in.Lines, in.Columns = at.Start.Line+1, true, true
	lines = lines[at.Start.Line:]
	indent := -1
	for i, line := range strings.Split(strings.TrimRight(written, "\n"), "\n") {
		if i >= len(lines) || strings.TrimSpace(line) == "" {
			continue
		}
		if indent < 0 {
			indent = max(0, leading(lines[i])-leading(line))
		}
		// A variable that was filled in moves all that follows it.
		in.Columns = in.Columns && strings.TrimRight(lines[i], "\r") == strings.Repeat(" ", indent)+line
	}
	in.From.Column = int32(max(0, indent)) + 1
	return in
}

// isLiteral tells whether a literal block begins in a line, at a column or behind the
// tag or anchor there.
func isLiteral(line string, column int) bool {
	runes := []rune(line)
	if column > len(runes) {
		return false
	}
	for word := range strings.FieldsSeq(string(runes[column-1:])) {
		if word[0] != '!' && word[0] != '&' {
			return word[0] == '|'
		}
	}
	return false
}

func leading(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
