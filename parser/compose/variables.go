package compose

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/compose-spec/compose-go/v2/template"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// variables are those of the project's .env file. The environment of whoever runs
// Compose is not asked: a verdict must not depend on it.
type variables map[string]string

// fallback matches ${NAME:-…}, ${NAME-…} and the like for :+ and +.
var fallback = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\$\{(\w+):?[-+]`) })

// maxVariables is how many variables a text may name: the time it takes to fill them
// in grows with their square.
const maxVariables = 500

// interpolate fills variables into a text. A variable that is set nowhere is not
// known, but has its default where the text gives one.
func (vars variables) interpolate(text string, at model.Origin) (model.Value, error) {
	if n := strings.Count(text, "$"); n > maxVariables {
		return model.Value{}, fmt.Errorf("it names %d, and the limit is %d", n, maxVariables)
	}
	var optional []string
	for _, match := range fallback().FindAllStringSubmatch(text, -1) {
		optional = append(optional, match[1])
	}
	reason := ""
	result, err := template.SubstituteWithOptions(text, func(name string) (string, bool) {
		if value, ok := vars[name]; ok {
			return value, true
		}
		if slices.Contains(optional, name) {
			return "", false
		}
		reason = fmt.Sprintf("$%s has no value here", name)
		return view.Hole, true
	}, template.WithoutLogging)
	return view.Assemble(result, reason, at), err
}

// assignment is a line of an env file: NAME=VALUE, or a name alone.
type assignment struct {
	name, written string
	given         bool
	at            model.Origin
}

// assignments are the lines of an env file, in order.
func assignments(fsys fs.FS, file string) ([]assignment, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	var all []assignment
	line := int32(0)
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimPrefix(strings.TrimSpace(text), "export ")
		name, value, given := strings.Cut(text, "=")
		if name = strings.TrimSpace(name); name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		at := model.Pos{Line: line, Column: 1}
		origin := model.Origin{Range: model.Range{File: file, Start: at, End: at}, Name: "environment." + name}
		all = append(all, assignment{name, strings.TrimSpace(value), given, origin})
	}
	return all, nil
}

// readEnv reads an env file for a container.
func readEnv(fsys fs.FS, file string) (map[string]model.Value, error) {
	all, err := assignments(fsys, file)
	if err != nil {
		return nil, err
	}
	vars := map[string]model.Value{}
	for _, a := range all {
		if !a.given {
			vars[a.name] = model.Undecided(fmt.Sprintf("$%s has no value here", a.name), a.at)
			continue
		}
		vars[a.name] = model.Text(unquoted(a.written), a.at)
	}
	return vars, nil
}

// unquoted is a value without its quotes, or without the comment behind it.
func unquoted(value string) string {
	for _, quote := range [...]string{`"`, `'`} {
		if rest, ok := strings.CutPrefix(value, quote); ok {
			if inner, _, closed := strings.Cut(rest, quote); closed {
				return inner
			}
		}
	}
	value, _, _ = strings.Cut(value, " #")
	return strings.TrimSpace(value)
}

// dotenv reads the .env file of a folder. A line may refer to those above it, but not
// between single quotes; one that refers to what is not known is left out.
func dotenv(fsys fs.FS, file string) variables {
	all, err := assignments(fsys, file)
	if err != nil {
		return variables{}
	}
	vars := variables{}
	for _, a := range all {
		text := unquoted(a.written)
		delete(vars, a.name)
		if strings.Contains(text, "$") && !strings.HasPrefix(a.written, "'") {
			v, err := vars.interpolate(text, a.at)
			if err != nil || v.State != model.Known {
				continue
			}
			text = view.Pieced(v)
		}
		if a.given {
			vars[a.name] = text
		}
	}
	return vars
}
