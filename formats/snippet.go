package formats

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// snippet is the line of code on which a finding is, as outputs may show it,
// and the stretch of it that is meant. It is raw: whoever prints it escapes it.
type snippet struct {
	text     string
	from, to int // bytes; to may stand behind trailing blanks
}

// snippet returns the first line of a place, and false where there is none to
// show.
func (s *source) snippet(at model.Range) (snippet, bool) {
	text, isMasked := s.at(at.File, at.Start.Line)
	if strings.TrimSpace(text) == "" {
		return snippet{}, false
	}
	from, to := byteAt(text, at.Start.Column), len(text)
	if at.End.Line == at.Start.Line && !isMasked {
		to = byteAt(text, at.End.Column)
	}
	if at.Start.Column < 1 || from >= len(strings.TrimRight(text, " \t")) {
		from = len(text) - len(strings.TrimLeft(text, " \t"))
	}
	text, from, to = excerpt(text, from, max(from, to))
	return snippet{text, from, to}, true
}

// widest is how many bytes of a code line are shown about.
const widest = 200

// excerpt cuts a long line around the stretch between two of its bytes.
func excerpt(line string, from, to int) (text string, start, end int) {
	if len(line) <= widest {
		return line, from, to
	}
	first := wholeRune(line, max(0, min(from-widest/4, len(line)-widest)))
	last := wholeRune(line, min(len(line), first+widest))
	to = min(to, last)
	before, after := "", ""
	if first > 0 {
		before = "…"
	}
	if last < len(line) {
		after = "…"
	}
	shift := len(before) - first
	return before + line[first:last] + after, from + shift, to + shift
}

// wholeRune moves an index back to the start of the character it is in.
func wholeRune(s string, i int) int {
	for i > 0 && i < len(s) && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}
