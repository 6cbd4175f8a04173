package env

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SelfReference = &checks.Check{
	Title:      "ENV refers to a variable that it defines itself",
	Severity:   checks.Medium,
	Why:        "The variable still has its value from before the instruction, or none.",
	Fix:        checks.Fix{Docker: "Define it in an ENV of its own, before this one."},
	Aliases:    checks.Aliases{Hadolint: "DL3044"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#environment-replacement"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_env", Do: selfReference},
}

func selfReference(p *checks.Pass, r *model.Resource) {
	pairs, _ := r.Body.At("pairs").Data.([]model.Value)
	for i, pair := range pairs {
		p.Forbid(model.No, pair, "nothing is used where it is defined")
		for j, other := range pairs {
			name := view.Pieced(other.At("name"))
			mentioned := i != j && refers(pair.At("raw").String(), name) && !defined(r, name)
			p.Forbid(model.Is(mentioned), pair.At("value"), "%s is used where it is defined", name)
		}
	}
}

// refers tells whether a text has $NAME or ${NAME…} in it.
func refers(text, name string) bool {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "$")
		if !ok {
			return false
		}
		rest = after
		if inner, ok := strings.CutPrefix(strings.TrimPrefix(after, "{"), name); ok && (inner == "" || !isNameByte(inner[0])) {
			return true
		}
	}
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// defined tells whether an earlier instruction gives the variable a value.
func defined(r *model.Resource, name string) bool {
	for earlier := range view.Before(r) {
		if earlier.Type != "docker_env" && earlier.Type != "docker_arg" {
			continue
		}
		for pair := range earlier.Each("pairs") {
			if pair.At("name").Data == name {
				return true
			}
		}
	}
	return false
}
