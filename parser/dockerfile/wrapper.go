package dockerfile

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// wrapper is a command whose last words are another command.
type wrapper struct {
	name   string
	values string // its options that take the next word as their value
	skip   int    // words that come before the command
}

var wrappers = []wrapper{
	{name: "sudo", values: "-u -g -h -p -C -r -t -T -U -D -R --user --group --host --chdir"},
	{name: "doas", values: "-u -C"},
	{name: "env", values: "-u -C --unset --chdir"},
	{name: "exec", values: "-a"},
	{name: "command"}, {name: "builtin"}, {name: "nohup"}, {name: "setsid"}, {name: "eatmydata"}, {name: "fakeroot"},
	{name: "busybox"}, {name: "time"}, {name: "unbuffer"}, {name: "catchsegv"},
	{name: "nice", values: "-n --adjustment"},
	{name: "ionice", values: "-c -n"},
	{name: "stdbuf", values: "-i -o -e"},
	{name: "timeout", values: "-s -k --signal --kill-after", skip: 1},
	{name: "xargs", values: "-n -I -i -P -L -l -d -E -s -a --max-args --max-procs --delimiter --arg-file"},
	{name: "chroot", skip: 1}, {name: "gosu", skip: 1}, {name: "su-exec", skip: 1},
	{name: "runuser", values: "-u -g -G -w --user --group --supp-group --whitelist-environment"},
	{name: "chronic"}, {name: "dumb-init"}, {name: "tini", values: "-p -e"},
}

// inner adds the command that another one runs: sudo's, or what a shell is told
// to run.
func (s *script) inner(name string, c simple, origin model.Value) {
	if s.depth >= maxDepth {
		return
	}
	s.depth++
	via := s.via
	s.via = append(via[:len(via):len(via)], origin)
	switch {
	case isShell(name):
		s.told(c.words[1:])
	case name == "eval":
		var words []string
		for _, w := range c.words[1:] {
			words = append(words, spelled(w))
		}
		s.text(strings.Join(words, " "), c.at.Range)
	case name == "find":
		s.each(c)
	case name == "command" && len(c.words) > 1 && strings.EqualFold(spelled(c.words[1]), "-v"):
		// it asks where a command is, and runs none
	case (name == "su" || name == "runuser") && s.handed(c.words[1:]):
	default:
		if i := slices.IndexFunc(wrappers, func(w wrapper) bool { return w.name == name }); i >= 0 {
			s.call(wrappers[i].unwrap(c))
		}
	}
	s.via = via
	s.depth--
}

// handed reads the script that su hands to the shell of another user; it is false if
// there is none.
func (s *script) handed(words []model.Value) bool {
	for n, w := range words {
		option := spelled(w)
		short := strings.HasPrefix(option, "-") && !strings.HasPrefix(option, "--") && strings.HasSuffix(option, "c")
		if script, ok := strings.CutPrefix(option, "--command="); ok {
			s.text(script, w.Origin.Range)
			return true
		}
		if (short || option == "--command") && n+1 < len(words) {
			s.text(spelled(words[n+1]), words[n+1].Origin.Range)
			return true
		}
	}
	return false
}

// each adds the commands that find runs on what it finds.
func (s *script) each(c simple) {
	for words := c.words[1:]; len(words) > 0; words = words[1:] {
		if !slices.Contains([]string{"-exec", "-execdir", "-ok", "-okdir"}, spelled(words[0])) {
			continue
		}
		words = words[1:]
		end := slices.IndexFunc(words, func(w model.Value) bool { return spelled(w) == ";" || spelled(w) == "+" })
		if end < 0 {
			return
		}
		s.call(simple{words: words[:end], at: c.at})
		words = words[end:]
	}
}

// unwrap is the command behind a wrapper's own words.
func (w wrapper) unwrap(c simple) simple {
	values, skip := strings.Fields(w.values), w.skip
	words, environment := c.words[1:], map[string]model.Value{}
	for len(words) > 0 {
		word := spelled(words[0])
		name, _, assigns := strings.Cut(word, "=")
		switch {
		case slices.Contains(values, word) && len(words) > 1:
			words = words[2:]
			continue
		case strings.HasPrefix(word, "-"):
		case assigns && (w.name == "env" || w.name == "sudo"):
			environment[name] = after(words[0], len(name)+1)
		case skip > 0:
			skip--
		default:
			return simple{words: words, environment: environment, at: c.at}
		}
		words = words[1:]
	}
	return simple{at: c.at}
}

// after is a word without its first bytes.
func after(v model.Value, n int) model.Value {
	text := spelled(v)[n:]
	reason := ""
	if v.Why != nil {
		reason = v.Why.Reason
	}
	return view.Assemble(text, reason, v.Origin)
}

// told reads the script behind sh -c.
func (s *script) told(words []model.Value) {
	for n, w := range words {
		option := spelled(w)
		if !strings.HasPrefix(option, "-") && !strings.HasPrefix(option, "+") {
			if n > 0 && strings.HasSuffix(spelled(words[n-1]), "o") && strings.HasPrefix(spelled(words[n-1]), "-") {
				continue // sh -o pipefail, sh -euo pipefail
			}
			return
		}
		if !strings.HasPrefix(option, "--") && strings.Contains(option, "c") {
			rest := words[n+1:]
			for len(rest) > 1 && (strings.HasPrefix(spelled(rest[0]), "-") || strings.HasSuffix(option, "o") && spelled(rest[0]) == "pipefail") {
				rest = rest[1:]
			}
			if len(rest) > 0 {
				s.text(spelled(rest[0]), rest[0].Origin.Range)
			}
			return
		}
	}
}

// text reads a script that is a word of a command: all of it has the word's place.
// What is not known of it reads as a variable that nobody sets.
func (s *script) text(script string, at model.Range) {
	inner := s.instruction.script(nil)
	inner.place, inner.input, inner.via, inner.depth = at, s.input, s.via, s.depth
	if inner.read(strings.ReplaceAll(script, hole, "${_}")) == nil {
		s.found = append(s.found, inner.found...)
	}
}
