package dockerfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Options is what a build is given besides its file.
type Options struct {
	// Args are build arguments; one that is not Known has been given, but not to us.
	Args map[string]model.Value
	// Target is the stage to build, "" for the last one.
	Target string
}

// Parse reads a Dockerfile. The error is about the file as such; whatever is
// wrong in it costs that instruction and is in the diagnostics.
func Parse(ctx context.Context, fsys fs.FS, path string) (*model.Scope, diag.List, error) {
	return ParseWith(ctx, fsys, path, Options{})
}

// ParseWith is Parse for a build with arguments or a target.
func ParseWith(ctx context.Context, fsys fs.FS, path string, o Options) (*model.Scope, diag.List, error) {
	data, err := fs.ReadFile(fsys, path)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", path, err)
	}
	scope, diags := lower(ctx, newSource(path, string(data)), data, o)
	return scope, diags, nil
}

// Inline says where a Dockerfile stands that is written within another file.
type Inline struct {
	File string
	From model.Pos // of its start
	// Lines tells that its lines are lines of the file, too, and Columns that each
	// begins below its start. What cannot be told apart has the place of the start.
	Lines, Columns bool
	// Prefix stands before the addresses of its resources.
	Prefix string
}

// ParseInline is ParseWith for a text that another file holds.
func ParseInline(ctx context.Context, text string, in Inline, o Options) (*model.Scope, diag.List) {
	s := newSource(in.File, text)
	s.inline = &in
	return lower(ctx, s, []byte(text), o)
}

func lower(ctx context.Context, s *source, data []byte, o Options) (*model.Scope, diag.List) {
	l := newLowering(s, o)
	nodes := l.read(data)
	for _, node := range nodes {
		if ctx.Err() != nil {
			break
		}
		l.instruction(node)
	}
	l.finish()
	return l.scope, l.diags
}

// maxFaults is how many instructions of a file may be broken before the rest of
// it is given up.
const maxFaults = 50

// read has BuildKit parse the file. It refuses a file for one broken line: that
// is reported and left out, and the rest is read.
func (l *lowering) read(data []byte) []*parser.Node {
	for range maxFaults {
		result, err := parser.Parse(bytes.NewReader(data))
		if err == nil {
			l.source.escape = byte(result.EscapeToken)
			return result.AST.Children
		}
		start, end := lines(err)
		l.diags.Errorf(l.source.whole(start, end), "%s", message(err))
		if result != nil {
			return result.AST.Children
		}
		if len(bytes.TrimSpace(data)) == 0 || strings.Contains(err.Error(), "no instructions") {
			return nil
		}
		rest, changed := blank(data, start, end)
		if !changed {
			return nil
		}
		data = rest
	}
	l.diags.Errorf(model.Range{File: l.source.file}, "gave up on this file after %d broken instructions", maxFaults)
	return nil
}

// lines are those that an error of BuildKit is about.
func lines(err error) (start, end int) {
	var located *parser.LocationError
	if !errors.As(err, &located) || len(located.Locations) == 0 || len(located.Locations[0]) == 0 {
		return 1, 1
	}
	ranges := located.Locations[0]
	return max(1, ranges[0].Start.Line), max(1, ranges[len(ranges)-1].End.Line)
}

// message is BuildKit's own, on one line.
func message(err error) string {
	return "BuildKit: " + strings.Join(strings.Fields(err.Error()), " ")
}

// blank empties lines, so that those after them keep their numbers.
func blank(data []byte, start, end int) (rest []byte, changed bool) {
	split := bytes.SplitAfter(data, []byte("\n"))
	for i := start - 1; i < end && i < len(split); i++ {
		if len(bytes.TrimSpace(split[i])) > 0 {
			split[i], changed = []byte("\n"), true
		}
	}
	return bytes.Join(split, nil), changed
}

// validate has BuildKit take an instruction apart, for its opinion alone.
func (l *lowering) validate(node *parser.Node) {
	if _, err := instructions.ParseInstruction(node); err != nil {
		l.diags.Errorf(l.source.whole(node.StartLine, node.EndLine), "%s", message(err))
	}
}
