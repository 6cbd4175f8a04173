package dockerfile

import (
	"strings"

	"github.com/apparentlymart/go-textseg/v15/textseg"

	"github.com/lintel-iac/lintel/model"
)

// source is a file by its lines.
type source struct {
	file   string
	lines  []string // without their ends
	escape byte
	inline *Inline // nil for a file of its own
}

func newSource(file, data string) *source {
	return &source{file: file, lines: strings.Split(strings.TrimPrefix(data, "\ufeff"), "\n"), escape: '\\'}
}

// line is a line by its number, from 1.
func (s *source) line(number int) string {
	if number < 1 || number > len(s.lines) {
		return ""
	}
	return strings.TrimSuffix(s.lines[number-1], "\r")
}

// pos is the place of a byte in a line.
func (s *source) pos(line, offset int) model.Pos {
	text := s.line(line)
	return s.placed(line, 1+clusters(text[:min(offset, len(text))]))
}

// placed is a place in the file that holds the Dockerfile.
func (s *source) placed(line, column int) model.Pos {
	if s.inline == nil {
		return model.Pos{Line: int32(line), Column: int32(column)}
	}
	at := s.inline.From
	if s.inline.Lines {
		at.Line += int32(line) - 1
	}
	if s.inline.Columns {
		at.Column += int32(column) - 1
	}
	return at
}

// prefix stands before the addresses of all resources.
func (s *source) prefix() string {
	if s.inline == nil {
		return ""
	}
	return s.inline.Prefix
}

func clusters(text string) int {
	for i := range len(text) {
		if text[i] >= 0x80 {
			n, err := textseg.TokenCount([]byte(text), textseg.ScanGraphemeClusters)
			if err != nil {
				return len(text)
			}
			return n
		}
	}
	return len(text)
}

// whole is the range of lines from start to end, without the space around them.
func (s *source) whole(start, end int) model.Range {
	first, last := s.line(start), s.line(end)
	indent := len(first) - len(strings.TrimLeft(first, " \t"))
	return model.Range{
		File:  s.file,
		Start: s.pos(start, indent),
		End:   s.pos(end, len(strings.TrimRight(last, " \t"))),
	}
}

// text is what an instruction says, its lines joined as BuildKit joins them, with
// the place of each byte.
type text struct {
	*source
	joined string
	pieces []piece
	body   int // the line after the joined ones, where heredocs begin
}

// piece says where a stretch of the joined text stands.
type piece struct{ offset, line, column int }

// join joins the lines of an instruction: comments and empty lines between the
// others drop out, and so does the sign at the end of a line that continues it.
func (s *source) join(start, end int) *text {
	t := &text{source: s}
	var joined strings.Builder
	number := start
	for ; number <= end; number++ {
		line, column := s.line(number), 0
		trimmed := strings.TrimLeft(line, " \t\v\f\r")
		if number == start {
			column = len(line) - len(trimmed)
		} else if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		kept, goesOn := s.continued(line[column:])
		t.pieces = append(t.pieces, piece{joined.Len(), number, column})
		joined.WriteString(kept)
		if !goesOn {
			number++
			break
		}
	}
	t.joined, t.body = joined.String(), number
	return t
}

// continued cuts the sign of continuation from the end of a line.
func (s *source) continued(line string) (kept string, goesOn bool) {
	kept = strings.TrimRight(line, " \t")
	if kept == "" || kept[len(kept)-1] != s.escape {
		return line, false
	}
	kept = kept[:len(kept)-1]
	if kept != "" && kept[len(kept)-1] == s.escape {
		return line, false
	}
	return kept, true
}

// pos is the place of a byte of the joined text.
func (t *text) pos(offset int) model.Pos {
	at := piece{line: t.body - 1}
	for _, p := range t.pieces {
		if p.offset > offset {
			break
		}
		at = p
	}
	return t.source.pos(at.line, at.column+offset-at.offset)
}

func (t *text) between(from, to int) model.Range {
	r := model.Range{File: t.file, Start: t.pos(from), End: t.pos(to)}
	if to > from { // the end of a word may be the end of a line, not the start of the next
		last := t.pos(to - 1)
		r.End = model.Pos{Line: last.Line, Column: last.Column + 1}
	}
	return r
}
