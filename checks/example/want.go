package example

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
)

// wantSuffix ends the name of a section with the wants of a file that cannot
// have comments.
const wantSuffix = ".want"

func wantsOf(f txtar.File) ([]Want, error) {
	switch {
	case strings.HasSuffix(f.Name, wantSuffix):
		return listed(strings.TrimSuffix(f.Name, wantSuffix), f.Data)
	case slices.Contains([]string{".json", ".ndjson", ".tfstate"}, path.Ext(f.Name)):
		return nil, nil
	}
	return commented(f.Name, f.Data)
}

// listed reads lines of "LINE: MESSAGE".
func listed(file string, data []byte) ([]Want, error) {
	var wants []Want
	for text := range strings.Lines(string(data)) {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		number, message, _ := strings.Cut(text, ": ")
		line, err := strconv.Atoi(number)
		if err != nil || line < 1 || message == "" {
			return nil, fmt.Errorf("%q is not LINE: MESSAGE", text)
		}
		wants = append(wants, Want{File: file, Line: line, Message: message})
	}
	return wants, nil
}

// commented reads comments of "want: MESSAGE", each about the next line that is
// no such comment.
func commented(file string, data []byte) ([]Want, error) {
	var wants, pending []Want
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		message, ok := wanted(text)
		if !ok {
			for _, w := range pending {
				w.Line = line
				wants = append(wants, w)
			}
			pending = nil
			continue
		}
		if message == "" {
			return nil, fmt.Errorf("the want in line %d has no message", line)
		}
		pending = append(pending, Want{File: file, Message: message})
	}
	if len(pending) > 0 {
		return nil, fmt.Errorf("no line follows %q", "want: "+pending[0].Message)
	}
	return wants, nil
}

// wanted returns the message of a line that is a want.
func wanted(line string) (message string, ok bool) {
	line = strings.TrimSpace(line)
	for _, mark := range [...]string{"# want:", "// want:"} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// Said is what a check says of a line.
type Said struct {
	Verdict checks.Verdict
	Want
}

// Faults returns a line for each thing said that is not wanted, and for each want
// of which nothing is said. Instances that say the same of one line are one.
func (e *Example) Faults(said []Said) []string {
	var faults []string
	met := make([]bool, len(e.Wants))
	for _, s := range said {
		if i := slices.Index(e.Wants, s.Want); i >= 0 && s.Verdict == e.Kind.Verdict() {
			met[i] = true
			continue
		}
		faults = append(faults, fmt.Sprintf("not wanted: %s: %s", s.Verdict, s.Want))
	}
	for i, w := range e.Wants {
		if !met[i] {
			faults = append(faults, fmt.Sprintf("not found: %s: %s", e.Kind.Verdict(), w))
		}
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}
