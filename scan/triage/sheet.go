package triage

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/dockerfile"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// sheet is a file with directives.
type sheet struct {
	file       string
	directives []*directive
	byCheck    map[string][]*directive // by id of check
	diags      diag.List
}

// text is what a reader of a format finds in a file.
type text struct {
	comments []comment // in the order of the file
	spans    []span    // sorted: by first line, the outer before the inner
	tops     []span    // those of them that are a resource, a module call or the file
	code     []bool    // which lines hold more than comments, by number
	// commented are the lines that hold a comment.
	commented []bool
	notes     []*directive // that are no comments
}

func newText(data []byte) *text {
	lines := bytes.Count(data, []byte("\n")) + 2
	return &text{code: make([]bool, lines), commented: make([]bool, lines)}
}

// remark adds the lines of a comment.
func (t *text) remark(first int, lines ...string) {
	last := first + len(lines) - 1
	for i, line := range lines {
		t.comments = append(t.comments, comment{text: line, line: first + i, first: first, last: last})
		t.commented[first+i] = true
	}
}

// comment is one line of a comment.
type comment struct {
	text        string // without what makes it a comment
	line        int
	first, last int // of the whole comment
}

// span is a stretch of lines that belong together: an attribute, an element, a
// block, a stage.
type span struct {
	from, to int
	// opener is the line on which a block begins its body, 0 for anything else: a
	// comment right behind it is about the block.
	opener int
	// call is the name of a module call; in is set for what stands in one.
	call string
	in   bool
	top  bool // what another tool's comment anywhere inside covers; these do not overlap
}

// marks are bits of text without which no file holds a suppression.
var marks = [...][]byte{
	[]byte(":ignore"), []byte(":skip="), []byte("kics-scan"), []byte("hadolint"),
	[]byte("rules_to_suppress"), []byte("SuppressedRules"), []byte("checkov"),
}

// Marked tells whether a file can hold a suppression: by its name, and by a quick
// search.
func Marked(name string, data []byte) bool {
	return kindOf(name) != nil && slices.ContainsFunc(marks[:], func(mark []byte) bool { return bytes.Contains(data, mark) })
}

// kindOf is how a file of that name is read, nil if it holds no comments.
func kindOf(name string) func(file string, data []byte) *text {
	switch ext := strings.ToLower(path.Ext(name)); {
	case dockerfile.IsFile(name):
		return readDockerfile
	case terraform.IsSource(name) && ext != ".json":
		return readHCL
	case ext == ".yaml", ext == ".yml", ext == ".template", ext == ".json" && !terraform.IsSource(name):
		return readYAML
	}
	return nil
}

// maxDirectives is how many suppressions of one file are read.
const maxDirectives = 10_000

// readSheet finds the directives of a file, nil if there are none.
func readSheet(file string, data []byte) *sheet {
	read := kindOf(file)
	if read == nil {
		return nil
	}
	t := read(file, data)
	s := &sheet{file: file, directives: t.notes}
	for _, c := range t.comments {
		found, diags := parseComment(c.text, lineOf(file, c.line))
		s.diags.Add(diags...)
		for _, d := range found {
			t.place(d, c, s)
			s.directives = append(s.directives, d)
		}
		if len(s.directives) > maxDirectives {
			s.diags.Warnf(lineOf(file, c.line), "more than %d suppressions in a file; those from here on are not read", maxDirectives)
			break
		}
	}
	if len(s.directives) == 0 && len(s.diags) == 0 {
		return nil
	}
	return s
}

func lineOf(file string, line int) model.Range {
	at := model.Pos{Line: int32(line), Column: 1}
	return model.Range{File: file, Start: at, End: at}
}

// place finds the lines that a directive covers.
func (t *text) place(d *directive, c comment, s *sheet) {
	switch d.reach {
	case everywhere:
		d.from, d.to = 1, len(t.code)-1
		return
	case wholeFile:
		if first := t.nextCode(1); first > 0 && first <= c.line {
			s.diags.Add(diag.Diagnostic{
				Severity: diag.Warning, Range: d.at, Summary: d.form + " is not honoured here: code stands before it",
				Detail: "For a whole file it belongs into its first lines.",
			})
			for i := range d.names {
				d.names[i].refused = true
			}
			return
		}
		d.from, d.to = 1, len(t.code)-1
		return
	case enclosing:
		if at, ok := t.around(c.line); ok {
			d.cover(at)
			return
		}
	}
	if at, ok := t.subjectOf(c, d.reach); ok {
		d.cover(at)
	}
}

func (d *directive) cover(at span) {
	d.from, d.to, d.call, d.argument = at.from, at.to, at.call, at.in
}

// subjectOf is what a comment is about: what shares its line; the block of which
// it is the first thing; what follows on the next line.
func (t *text) subjectOf(c comment, r reach) (span, bool) {
	if t.isCode(c.first) || t.isCode(c.last) {
		line := c.first
		if !t.isCode(line) {
			line = c.last
		}
		return t.onLine(line), true
	}
	if opened, ok := t.opened(c); ok && r != justLine && r != nextBlock {
		return opened, true
	}
	next := t.below(c)
	switch starting := t.starting(next); {
	case next == 0:
		return span{}, false
	case r == justLine:
		return t.instruction(next), true
	case len(starting) > 0:
		return starting[0], true
	}
	return span{from: next, to: next}, true
}

// onLine is the innermost of what starts on a line, or the line. A block's header
// stands for the block.
func (t *text) onLine(line int) span {
	at := span{from: line, to: line}
	for _, s := range t.starting(line) {
		if at = s; s.opener != 0 {
			break
		}
	}
	return at
}

// instruction is the innermost of what starts on a line; of a block it is the
// header alone.
func (t *text) instruction(line int) span {
	at := t.onLine(line)
	if at.opener != 0 {
		return span{from: line, to: line}
	}
	return at
}

// starting are the spans that start on a line, the outermost first.
func (t *text) starting(line int) []span {
	from, _ := slices.BinarySearchFunc(t.spans, line, func(s span, line int) int { return s.from - line })
	to := from
	for to < len(t.spans) && t.spans[to].from == line {
		to++
	}
	return t.spans[from:to]
}

// opened is the block of which the comment is the first thing inside.
func (t *text) opened(c comment) (span, bool) {
	before := c.first - 1
	for before > 0 && !t.isCode(before) {
		before--
	}
	for _, s := range t.starting(before) {
		if s.opener == before && c.last <= s.to {
			return s, true
		}
	}
	return span{}, false
}

// around is the resource, module call or file in which a line lies.
func (t *text) around(line int) (span, bool) {
	after, _ := slices.BinarySearchFunc(t.tops, line+1, func(s span, line int) int { return s.from - line })
	if after == 0 || line > t.tops[after-1].to {
		return span{}, false
	}
	return t.tops[after-1], true
}

// below is the line after a comment and others that follow it directly; 0 if that
// line is empty.
func (t *text) below(c comment) int {
	next := c.last + 1
	for next < len(t.commented) && t.commented[next] && !t.isCode(next) {
		next++
	}
	if !t.isCode(next) {
		return 0
	}
	return next
}

func (t *text) isCode(line int) bool { return line > 0 && line < len(t.code) && t.code[line] }

// nextCode is the first line of code from a line on, 0 if there is none.
func (t *text) nextCode(line int) int {
	for ; line < len(t.code); line++ {
		if t.code[line] {
			return line
		}
	}
	return 0
}

// arrange puts the spans in order.
func (t *text) arrange() *text {
	slices.SortStableFunc(t.spans, func(a, b span) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	for _, s := range t.spans {
		if s.top {
			t.tops = append(t.tops, s)
		}
	}
	return t
}
