package dockerfile

import (
	"fmt"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/expand"
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

// param expands a variable, ${x:-y} where x is known or is unset for certain, and what
// is made of a known one.
func (e *evaluation) param(p *syntax.ParamExp, quoted bool) {
	name := ""
	if p.Param != nil {
		name = p.Param.Value
	}
	v := e.variable(name)
	plain := !p.Excl && !p.Length && !p.Width && p.Index == nil && p.Slice == nil && p.Names == 0
	switch {
	case plain && v.State == model.Known && isMade(p):
		if text, ok := made(p, name, spelled(v)); ok {
			e.write(text, quoted)
			return
		}
		e.hole("only the shell can tell")
		return
	case !plain || p.Repl != nil:
		e.hole("only the shell can tell")
		return
	case p.Exp == nil:
	case v.State == model.Known && (p.Exp.Op == syntax.AlternateUnset || p.Exp.Op == syntax.AlternateUnsetOrNull):
		if p.Exp.Word != nil && (spelled(v) != "" || p.Exp.Op == syntax.AlternateUnset) {
			e.parts(p.Exp.Word.Parts, quoted)
		} else {
			e.write("", quoted)
		}
		return
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
	e.write(spelled(v), quoted)
}

func (e *evaluation) write(text string, quoted bool) {
	e.splits = e.splits || !quoted && (strings.ContainsAny(text, " \t\n") || text == "")
	e.text.WriteString(text)
}

// isMade tells whether an expansion replaces a piece of a variable, as in ${x/a/b}, cuts
// it off, as in ${x%.*}, or writes it in other letters.
func isMade(p *syntax.ParamExp) bool {
	if p.Repl != nil || p.Exp == nil {
		return p.Repl != nil
	}
	switch p.Exp.Op {
	case syntax.RemSmallPrefix, syntax.RemLargePrefix, syntax.RemSmallSuffix, syntax.RemLargeSuffix,
		syntax.UpperFirst, syntax.UpperAll, syntax.LowerFirst, syntax.LowerAll:
		return true
	}
	return false
}

// made is what becomes of the value of a variable; ok is false where other variables
// have a say in it.
func made(p *syntax.ParamExp, name, value string) (text string, ok bool) {
	var words []*syntax.Word
	if p.Repl != nil {
		if p.Repl.Orig == nil {
			return value, true
		}
		if start := p.Repl.Orig.Lit(); strings.HasPrefix(start, "#") || strings.HasPrefix(start, "%") {
			return "", false // at the start or the end only, which the library does not know
		}
		words = append(words, p.Repl.Orig, p.Repl.With)
	} else {
		words = append(words, p.Exp.Word)
	}
	for _, w := range words {
		if w != nil && slices.ContainsFunc(w.Parts, func(part syntax.WordPart) bool {
			switch part.(type) {
			case *syntax.Lit, *syntax.SglQuoted:
				return false
			}
			return true
		}) {
			return "", false
		}
	}
	known := &expand.Config{Env: expand.ListEnviron(name + "=" + value)}
	text, err := expand.Literal(known, &syntax.Word{Parts: []syntax.WordPart{p}})
	return text, err == nil
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
