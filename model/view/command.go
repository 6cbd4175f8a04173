package view

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Word is a word of a command. In Text, Hole stands for each stretch that is not
// known, so that plain questions can be asked of the rest.
type Word struct {
	model.Value
	Text string
}

// Hole stands in a text for what is not known of it. No file that is text holds it.
const Hole = "\x00"

// WordOf is a value as a word.
func WordOf(v model.Value) Word { return Word{v, Pieced(v)} }

// Pieced is a value as a text with holes, Assemble the value of such a text.
func Pieced(v model.Value) string {
	switch {
	case v.State == model.Known:
		if s, ok := v.Data.(string); ok {
			return s
		}
		return v.Raw()
	case v.State == model.Absent:
		return ""
	case len(v.Why.Parts) == 0:
		return v.Why.Prefix + Hole + v.Why.Suffix
	}
	var b strings.Builder
	for _, part := range v.Why.Parts {
		b.WriteString(Pieced(part))
	}
	return b.String()
}

func Assemble(text, reason string, at model.Origin) model.Value {
	if !strings.Contains(text, Hole) {
		return model.Text(text, at)
	}
	v := model.Undecided(reason, at)
	pieces := strings.Split(text, Hole)
	v.Why.Prefix, v.Why.Suffix = pieces[0], pieces[len(pieces)-1]
	for i, piece := range pieces {
		if i > 0 {
			v.Why.Parts = append(v.Why.Parts, model.Undecided(reason, at))
		}
		if piece != "" {
			v.Why.Parts = append(v.Why.Parts, model.Text(piece, at))
		}
	}
	v.Why.NotEmpty = strings.Trim(text, Hole) != ""
	return v
}

// Known tells whether all of the word is.
func (w Word) Known() bool { return !strings.Contains(w.Text, Hole) }

// Nothing tells whether nothing of the word is known.
func (w Word) Nothing() bool { return strings.Trim(w.Text, Hole) == "" && !w.Known() }

// Command is one simple command of a script.
type Command struct {
	model.Value
	Name Word
	Args []Word
	// Input names the commands that are piped into it, Via those of which it is an
	// argument.
	Input, Via []string
}

// Commands are the simple commands that an instruction runs, in their order. There
// are none where its text is for no shell that can be read: the parser says so.
func Commands(r *model.Resource) []Command {
	return model.Once(r.Scope, commandsOf{r}, func() []Command {
		var all []Command
		if v := r.Body.At("commands"); v.State == model.Known {
			for c := range v.Elements() {
				all = append(all, commandOf(c))
			}
		}
		return all
	})
}

type commandsOf struct{ *model.Resource }

func commandOf(v model.Value) Command {
	c := Command{Value: v, Name: WordOf(v.At("name"))}
	for arg := range v.At("args").Elements() {
		c.Args = append(c.Args, WordOf(arg))
	}
	for name := range v.At("input").Elements() {
		c.Input = append(c.Input, Pieced(name))
	}
	for name := range v.At("via").Elements() {
		c.Via = append(c.Via, Pieced(name))
	}
	return c
}

// Is tells whether the command has one of the names.
func (c Command) Is(names ...string) bool { return slices.Contains(names, c.Name.Text) }

// Has asks whether one of the flags is among the arguments. A word of which nothing
// is known may hold any of them.
func (c Command) Has(flags ...string) model.Truth {
	answer := model.No
	for _, arg := range c.Args {
		switch {
		case arg.Nothing():
			answer = max(answer, model.Maybe)
		case slices.ContainsFunc(flags, arg.isFlag):
			return model.Yes
		}
	}
	return answer
}

// isFlag tells whether a word is a flag: "--yes", also with a value, or "-y", also
// among others in one word.
func (w Word) isFlag(flag string) bool {
	if w.Text == flag || strings.HasPrefix(w.Text, flag+"=") {
		return true
	}
	short := len(flag) == 2 && flag[0] == '-' && flag[1] != '-'
	return short && len(w.Text) > 2 && w.Text[0] == '-' && w.Text[1] != '-' && strings.IndexByte(w.Text[1:], flag[1]) >= 0 &&
		!strings.Contains(w.Text, "=")
}

// Option is the value of an option: the word behind one of the flags, or behind
// several in one word of which it is the last, or what follows the sign of
// equality in it. Without the option it is Absent.
func (c Command) Option(flags ...string) Word {
	for i, arg := range c.Args {
		for _, flag := range flags {
			if arg.isFlag(flag) && strings.HasSuffix(arg.Text, strings.TrimLeft(flag, "-")) && i+1 < len(c.Args) {
				return c.Args[i+1]
			}
			if value, ok := strings.CutPrefix(arg.Text, flag+"="); ok && strings.HasPrefix(flag, "--") {
				return Word{arg.Value, value}
			}
		}
	}
	return Word{}
}

// Variable is what the environment says a name is worth for the command: in front
// of it, exported by the script before it, or by ENV.
func (c Command) Variable(r *model.Resource, name string) model.Value {
	if v := c.At("environment." + name); v.State != model.Absent {
		return v
	}
	found := model.Value{}
	for _, other := range Commands(r) {
		if other.Is("export", "declare") {
			if v := other.At("environment." + name); v.State != model.Absent {
				found = v
			}
		}
	}
	if found.State != model.Absent {
		return found
	}
	return Environment(r, name)
}
