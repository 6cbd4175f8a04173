package dockerfile

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// command lowers what RUN, CMD, ENTRYPOINT and HEALTHCHECK run.
func (i *instruction) command(words []word) {
	if len(words) == 0 {
		return
	}
	if i.node.Attributes["json"] {
		i.body["form"] = model.Text("exec", i.origin("form"))
		i.words = i.list("words", words, variables{})
		s := i.script(nil)
		s.call(simple{words: i.words, at: i.origin("commands")})
		i.body["commands"] = model.List(s.found, i.origin("commands"))
		return
	}
	i.body["form"] = model.Text("shell", i.origin("form"))
	i.body["script"] = model.Text(words[0].text, i.at(words[0].Range, "script"))
	i.shellForm(words[0].text)
}

// shells are those whose language is read.
var shells = []string{"sh", "bash", "dash", "ash", "zsh", "ksh", "mksh"}

// isShell tells whether a program is such a shell, by its path.
func isShell(program string) bool { return slices.Contains(shells, path.Base(program)) }

// shellForm reads a script in the shell that is in force.
func (i *instruction) shellForm(text string) {
	shell := []string{"/bin/sh", "-c"}
	if s := i.current(); s != nil {
		switch {
		case len(s.shell) > 0:
			shell = s.shell
		case s.windows:
			shell = []string{"cmd", "/S", "/C"}
		}
	}
	var words []model.Value
	for _, word := range shell {
		words = append(words, model.Text(word, i.origin("shell")))
	}
	i.body["shell"] = model.List(words, i.origin("shell"))
	script, offset := i.heredoc(text)
	program := shell[0]
	if rest, ok := strings.CutPrefix(strings.TrimLeft(script, "\t"), "#!"); ok {
		program, _, _ = strings.Cut(strings.TrimSpace(strings.TrimPrefix(rest, "/usr/bin/env")), "\n")
		program, _, _ = strings.Cut(strings.TrimSpace(program), " ")
	}
	if !isShell(program) {
		i.diags.Infof(i.resource.Location, "what this instruction runs is written for %s, which is not read", program)
		i.body["commands"] = model.Undecided("it is written for "+program+", which is not read", i.origin("commands"))
		return
	}
	s := i.script(offset)
	if err := s.read(script); err != nil {
		i.diags.Warnf(i.resource.Location, "cannot read this as shell: %v", err)
		i.body["commands"] = model.Undecided("it cannot be read as shell", i.origin("commands"))
		return
	}
	i.body["commands"] = model.List(s.found, i.origin("commands"))
}

// heredoc is the script that a RUN stands for, and where its bytes are: the text
// itself, with the bodies of heredocs behind it, or the one body that is all there is.
func (i *instruction) heredoc(text string) (script string, pos func(offset int) model.Pos) {
	start := max(0, strings.LastIndex(i.text.joined, text))
	docs := i.node.Heredocs
	if len(docs) == 1 && strings.HasPrefix(text, "<<") && !strings.ContainsAny(strings.TrimSpace(text), " \t;|&>") {
		body := docs[0].Content
		return body, i.below(body)
	}
	if len(docs) == 0 {
		return text, func(offset int) model.Pos { return i.text.pos(start + offset) }
	}
	var all strings.Builder
	all.WriteString(text + "\n")
	for _, doc := range docs {
		all.WriteString(doc.Content + doc.Name + "\n")
	}
	body := i.below(all.String()[len(text)+1:])
	return all.String(), func(offset int) model.Pos {
		if offset <= len(text) {
			return i.text.pos(start + offset)
		}
		return body(offset - len(text) - 1)
	}
}

// below finds places in text that stands, line by line, below the instruction's own.
func (i *instruction) below(body string) func(offset int) model.Pos {
	return func(offset int) model.Pos {
		before := body[:min(offset, len(body))]
		line := i.text.body + strings.Count(before, "\n")
		return i.source.pos(line, len(before)-1-strings.LastIndexByte(before, '\n'))
	}
}
