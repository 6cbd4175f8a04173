package dockerfile

import (
	"fmt"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/lintel-iac/lintel/model"
)

// evaluation is a word of a script that is read as the shell would.
type evaluation struct {
	*script
	text   strings.Builder
	reason string // of the last hole
	splits bool   // an expansion without quotes has spaces in it
}

func (e *evaluation) hole(reason string) {
	e.reason = reason
	e.text.WriteString(hole)
}

func (e *evaluation) parts(parts []syntax.WordPart, quoted bool) {
	for _, part := range parts {
		switch p := part.(type) {
		case *syntax.Lit:
			e.text.WriteString(unescaped(p.Value, quoted))
		case *syntax.SglQuoted:
			e.text.WriteString(p.Value)
		case *syntax.DblQuoted:
			e.parts(p.Parts, true)
		case *syntax.ParamExp:
			e.param(p, quoted)
		case *syntax.CmdSubst:
			e.hole("it is the output of a command")
		default:
			e.hole("only the shell can tell")
		}
	}
}

// unescaped takes the backslashes out of a literal. Between quotes they stand for
// themselves but before a few signs.
func unescaped(text string, quoted bool) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && (!quoted || strings.IndexByte("$`\"\\\n", text[i+1]) >= 0) {
			i++
			if text[i] == '\n' {
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// param expands a variable, and ${x:-y} where x is known or is unset for certain.
func (e *evaluation) param(p *syntax.ParamExp, quoted bool) {
	name := ""
	if p.Param != nil {
		name = p.Param.Value
	}
	v := e.variable(name)
	plain := !p.Excl && !p.Length && !p.Width && p.Index == nil && p.Slice == nil && p.Repl == nil && p.Names == 0
	switch {
	case !plain:
		e.hole("only the shell can tell")
		return
	case p.Exp == nil:
	case p.Exp.Op == syntax.DefaultUnset || p.Exp.Op == syntax.DefaultUnsetOrNull:
		if v.State == model.Known && spelled(v) != "" {
			break
		}
		if v.State != model.Unknown && p.Exp.Word != nil {
			e.parts(p.Exp.Word.Parts, quoted)
			return
		}
	default:
		e.hole("only the shell can tell")
		return
	}
	if v.State == model.Unknown {
		e.reason = v.Why.Reason
	}
	text := spelled(v)
	e.splits = e.splits || !quoted && (strings.ContainsAny(text, " \t\n") || text == "")
	e.text.WriteString(text)
}

// maxDepth is how far variables and scripts are followed through each other, maxSteps
// how many variables of a script are looked up: they multiply.
const (
	maxDepth = 8
	maxSteps = 5000
)

func (e *evaluation) variable(name string) model.Value {
	words, ok := e.assigned[name]
	switch {
	case !ok:
		v := e.vars().lookup(name)
		if v.State == model.Absent {
			v = model.Undecided(fmt.Sprintf("$%s is set by none of the instructions", name), model.Origin{})
		}
		return v
	case len(words) != 1 || words[0] == nil || e.depth >= maxDepth || e.steps >= maxSteps:
		return model.Undecided(fmt.Sprintf("$%s is computed by the script", name), model.Origin{})
	}
	e.steps++
	e.depth++
	v := e.value(words[0], name)
	e.depth--
	return v
}
