package dockerfile

import (
	"path"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// script is a shell script that is taken apart into its simple commands.
type script struct {
	*instruction
	pos      func(offset int) model.Pos // nil where all of it has the instruction's place
	place    model.Range                // where pos is nil
	assigned map[string][]*syntax.Word  // what the script gives its variables, nil for what cannot be known
	input    []model.Value              // names of the commands whose output is read here
	via      []model.Value              // names of the commands it is an argument of
	depth    int
	steps    int // variables looked up
	found    []model.Value
}

// simple is a command with its words.
type simple struct {
	words       []model.Value
	environment map[string]model.Value
	at          model.Origin
}

func (i *instruction) script(pos func(offset int) model.Pos) *script {
	return &script{instruction: i, pos: pos, place: i.origin("").Range, assigned: map[string][]*syntax.Word{}}
}

// read takes a script apart.
func (s *script) read(text string) error {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return err
	}
	syntax.Walk(file, s.assignments)
	syntax.Walk(file, s.visit)
	return nil
}

func (s *script) span(node syntax.Node) model.Range {
	if s.pos == nil {
		return s.place
	}
	from, to := int(node.Pos().Offset()), int(node.End().Offset())
	r := model.Range{File: s.source.file, Start: s.pos(from), End: s.pos(to)}
	if to > from {
		last := s.pos(to - 1)
		r.End = model.Pos{Line: last.Line, Column: last.Column + 1}
	}
	return r
}

// assignments notes which variables the script sets: what these are worth, it says
// itself, and not ENV.
func (s *script) assignments(node syntax.Node) bool {
	switch n := node.(type) {
	case *syntax.CallExpr:
		if len(n.Args) == 0 {
			s.assign(n.Assigns)
			break
		}
		if name := n.Args[0].Lit(); name == "read" || name == "mapfile" || name == "getopts" {
			for _, arg := range n.Args[1:] {
				s.assigned[arg.Lit()] = append(s.assigned[arg.Lit()], nil)
			}
		}
	case *syntax.DeclClause:
		s.assign(n.Args)
	case *syntax.ForClause:
		if loop, ok := n.Loop.(*syntax.WordIter); ok {
			s.assigned[loop.Name.Value] = append(s.assigned[loop.Name.Value], nil)
		}
	}
	return true
}

func (s *script) assign(list []*syntax.Assign) {
	for _, a := range list {
		if a.Name == nil || a.Naked {
			continue
		}
		value := a.Value
		if a.Append || a.Array != nil || a.Index != nil {
			value = nil
		} else if value == nil {
			value = &syntax.Word{}
		}
		s.assigned[a.Name.Value] = append(s.assigned[a.Name.Value], value)
	}
}

// visit finds the commands, in the order in which they stand.
func (s *script) visit(node syntax.Node) bool {
	switch n := node.(type) {
	case *syntax.Stmt:
		if s.fed(n) {
			return false
		}
	case *syntax.BinaryCmd:
		if n.Op == syntax.Pipe || n.Op == syntax.PipeAll {
			s.pipe(n)
			return false
		}
	case *syntax.DeclClause:
		words := []model.Value{model.Text(n.Variant.Value, s.at(s.span(n.Variant), "name"))}
		environment := map[string]model.Value{}
		for _, a := range n.Args {
			if a.Name != nil && !a.Naked && a.Value != nil {
				environment[a.Name.Value] = s.value(a.Value, a.Name.Value)
			}
		}
		s.call(simple{words, environment, s.at(s.span(n), "commands")})
	case *syntax.CallExpr:
		if len(n.Args) > 0 {
			s.expr(n)
		}
	case *syntax.CmdSubst, *syntax.ProcSubst:
		s.substitution(node)
		return false
	}
	return true
}

// pipe reads both sides of a pipe; the right one reads what the left one writes.
func (s *script) pipe(n *syntax.BinaryCmd) {
	before := len(s.found)
	syntax.Walk(n.X, s.visit)
	input := s.input
	s.input = input[:len(input):len(input)]
	for _, command := range s.found[before:] {
		s.input = append(s.input, command.At("name"))
	}
	syntax.Walk(n.Y, s.visit)
	s.input = input
}

// fed reads a script that a shell is given as a heredoc.
func (s *script) fed(n *syntax.Stmt) bool {
	call, ok := n.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 || !isShell(call.Args[0].Lit()) || s.depth >= maxDepth {
		return false
	}
	for _, redirect := range n.Redirs {
		if redirect.Hdoc != nil {
			s.expr(call)
			s.depth++
			s.text(spelled(s.value(redirect.Hdoc, "input")), s.span(redirect.Hdoc))
			s.depth--
			return true
		}
	}
	return false
}

// substitution reads the commands whose output becomes a word of another command.
func (s *script) substitution(node syntax.Node) {
	input := s.input
	s.input = nil
	syntax.Walk(node, func(inner syntax.Node) bool { return inner == node || s.visit(inner) })
	s.input = input
}

func (s *script) expr(n *syntax.CallExpr) {
	c := simple{at: s.at(s.span(n), "commands"), environment: map[string]model.Value{}}
	for _, a := range n.Assigns {
		if a.Name != nil && a.Value != nil {
			c.environment[a.Name.Value] = s.value(a.Value, a.Name.Value)
		}
	}
	for _, w := range n.Args {
		c.words = append(c.words, s.fields(w)...)
	}
	if len(c.words) > 0 {
		s.call(c)
	}
}

// call adds a command, and the one it runs, if that is among its words.
func (s *script) call(c simple) {
	if len(c.words) == 0 {
		return
	}
	name := c.words[0]
	if name.State == model.Known {
		name.Data = path.Base(spelled(name))
	}
	name.Origin.Name = "name"
	fields := map[string]model.Value{
		"name":  name,
		"args":  model.List(c.words[1:], c.at),
		"input": model.List(s.input, c.at),
		"via":   model.List(s.via, c.at),
	}
	if len(c.environment) > 0 {
		fields["environment"] = model.Object(c.environment, c.at)
	}
	s.found = append(s.found, model.Object(fields, c.at))
	s.inner(spelled(name), c, name)
}

// value is a word as the shell would see it if it did not split it.
func (s *script) value(w *syntax.Word, name string) model.Value {
	if len(w.Parts) == 0 {
		return model.Text("", s.at(s.place, name))
	}
	e := evaluation{script: s}
	e.parts(w.Parts, false)
	return view.Assemble(e.text.String(), e.reason, s.at(s.span(w), name))
}

// fields are the words into which the shell would split one.
func (s *script) fields(w *syntax.Word) []model.Value {
	e := evaluation{script: s}
	e.parts(w.Parts, false)
	at := s.at(s.span(w), "args")
	if !e.splits {
		return []model.Value{view.Assemble(e.text.String(), e.reason, at)}
	}
	var words []model.Value
	for field := range strings.FieldsSeq(e.text.String()) {
		words = append(words, view.Assemble(field, e.reason, at))
	}
	return words
}
