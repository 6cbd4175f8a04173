package dockerfile

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// variables are what ARG and ENV have defined so far.
type variables struct {
	args, env map[string]model.Value
	// open is true where the base image may define more.
	open bool
}

func (v variables) clone() variables {
	return variables{args: maps.Clone(v.args), env: maps.Clone(v.env), open: v.open}
}

// lookup is the value of a name. A name that nobody defines is Absent, or
// Unknown where the base image may.
func (v variables) lookup(name string) model.Value {
	if value, ok := v.env[name]; ok {
		return value
	}
	if value, ok := v.args[name]; ok {
		return value
	}
	if v.open {
		return model.Undecided(fmt.Sprintf("$%s may be set by the base image", name), model.Origin{})
	}
	return model.Value{}
}

// hole stands in a text for what is not known of it.
const hole = view.Hole

// spelled is a value as it reads within a text.
func spelled(v model.Value) string { return view.Pieced(v) }

// getter shows variables to BuildKit's lexer. Where holes is set, names without
// a value read as a hole, otherwise as unset.
type getter struct {
	variables
	holes func(name string) bool
	// reason is why the last hole is there.
	reason string
}

func (g *getter) Get(name string) (string, bool) {
	v := g.lookup(name)
	switch v.State {
	case model.Known:
		return spelled(v), true
	case model.Unknown:
		g.reason = v.Why.Reason
		if len(v.Why.Parts) > 0 {
			return spelled(v), true
		}
		return hole, g.holes(name)
	}
	return "", false
}

func (g *getter) Keys() []string {
	return slices.Sorted(maps.Keys(g.env))
}

// whetherSet matches ${NAME:-…}, ${NAME-…} and the like for :+ and +.
var whetherSet = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\$\{(\w+):?([-+])`) })

// expand does to a word what BuildKit does. An argument that nobody gives a value
// is unset, so that ${x:-y} is y and ${x:+y} is nothing; but $x alone is not known.
func (v variables) expand(word string, escape rune, at model.Origin) model.Value {
	if !strings.ContainsAny(word, `$"'`) && !strings.ContainsRune(word, escape) {
		return model.Text(word, at)
	}
	var unset, perhaps []string
	for _, match := range whetherSet().FindAllStringSubmatch(word, -1) {
		name, value := match[1], v.lookup(match[1])
		if arg, isArg := v.args[name]; isArg && arg.Why != nil && !arg.Why.NotNull {
			unset = append(unset, name)
		} else if match[2] == "+" && value.State == model.Unknown && !value.Why.NotNull && !value.Why.NotEmpty {
			perhaps = append(perhaps, name)
		}
	}
	text, reason, err := v.lex(word, escape, unset)
	if err == nil && len(perhaps) > 0 {
		var without string
		without, _, err = v.lex(word, escape, append(unset, perhaps...))
		text = common(text, without)
	}
	if err != nil {
		return model.Undecided(err.Error(), at)
	}
	return view.Assemble(text, reason, at)
}

// lex has BuildKit expand a word, with some names as if nothing had set them.
func (v variables) lex(word string, escape rune, unset []string) (text, reason string, err error) {
	g := &getter{variables: v, holes: func(name string) bool { return !slices.Contains(unset, name) }}
	result, err := shell.NewLex(escape).ProcessWordWithMatches(word, g)
	return result.Result, g.reason, err
}

// common is what two texts begin and end with alike, around a hole.
func common(a, b string) string {
	if a == b {
		return a
	}
	start, end := 0, 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return a[:start] + hole + a[len(a)-end:]
}
