package cloudformation

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// readJSON reads what JSON there is, with the place of every value. A comma too
// many or too few is reported and read over; after any other fault what was
// read before it remains.
func readJSON(file string, data []byte) (*node, diag.List) {
	r := &jsonReader{file: file, data: data, pos: model.Pos{Line: 1, Column: 1}}
	r.space()
	root := r.value(0)
	if r.space(); !r.stopped && r.next < len(r.data) {
		r.fault("there is more after the end of the template")
	}
	return root, r.diags
}

type jsonReader struct {
	file    string
	data    []byte
	next    int // the byte not yet read
	pos     model.Pos
	stopped bool
	diags   diag.List
}

// advance moves over n bytes and counts lines and columns.
func (r *jsonReader) advance(n int) {
	for end := min(r.next+n, len(r.data)); r.next < end; {
		if c := r.data[r.next]; c == '\n' {
			r.pos = model.Pos{Line: r.pos.Line + 1, Column: 1}
			r.next++
		} else if c < utf8.RuneSelf {
			r.pos.Column++
			r.next++
		} else {
			_, size := utf8.DecodeRune(r.data[r.next:])
			r.pos.Column++
			r.next += size
		}
	}
}

func (r *jsonReader) space() {
	n := r.next
	for n < len(r.data) && (r.data[n] == ' ' || r.data[n] == '\n' || r.data[n] == '\t' || r.data[n] == '\r') {
		n++
	}
	r.advance(n - r.next)
}

// peek is the next byte, 0 at the end or after a fault.
func (r *jsonReader) peek() byte {
	if r.stopped || r.next >= len(r.data) {
		return 0
	}
	return r.data[r.next]
}

func (r *jsonReader) here() model.Range { return model.Range{File: r.file, Start: r.pos, End: r.pos} }

func (r *jsonReader) since(start model.Pos) model.Range {
	return model.Range{File: r.file, Start: start, End: r.pos}
}

func (r *jsonReader) fault(format string, args ...any) {
	if !r.stopped {
		r.diags.Errorf(r.here(), "%s; what follows is not read", fmt.Sprintf(format, args...))
	}
	r.stopped = true
}

func (r *jsonReader) value(depth int) *node {
	if depth > maxDepth {
		r.fault("this is nested deeper than %d", maxDepth)
	}
	switch c := r.peek(); {
	case c == '{':
		return r.object(depth)
	case c == '[':
		return r.list(depth)
	case c == '"':
		start := r.pos
		return &node{kind: scalar, text: r.text(), quoted: true, at: r.since(start), size: 1}
	case c == 0:
		r.fault("the JSON ends too early")
		return unreadable(r.here(), "its file is broken here")
	}
	return r.literal()
}

func (r *jsonReader) literal() *node {
	start, end := r.pos, r.next
	for end < len(r.data) && !delimits(r.data[end]) {
		end++
	}
	word := string(r.data[r.next:end])
	if word == "" {
		r.fault("a value is expected here")
		return unreadable(r.here(), "its file is broken here")
	}
	r.advance(end - r.next)
	if !json.Valid([]byte(word)) {
		r.diags.Errorf(r.since(start), "%.40q is no JSON", word)
		return unreadable(r.since(start), "its file is broken here")
	}
	n := &node{kind: scalar, text: word, at: r.since(start), size: 1}
	if word == "null" {
		n.kind = null
	}
	return n
}

func delimits(c byte) bool {
	switch c {
	case ' ', '\n', '\t', '\r', ',', ':', '{', '}', '[', ']', '"':
		return true
	}
	return false
}

// text reads a string with its quotes.
func (r *jsonReader) text() string {
	end := closingQuote(r.data, r.next)
	raw := r.data[r.next:end]
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		r.fault("a string does not end, or has an unknown escape")
		return ""
	}
	r.advance(len(raw))
	return s
}

func (r *jsonReader) list(depth int) *node {
	n := &node{kind: list}
	start := r.pos
	r.advance(1)
	for r.more(']', len(n.items) > 0) {
		n.items = append(n.items, r.value(depth+1))
	}
	n.at = r.since(start)
	return n.seal(&r.diags)
}

func (r *jsonReader) object(depth int) *node {
	n := &node{kind: object}
	start := r.pos
	r.advance(1)
	for r.more('}', len(n.members) > 0) {
		if r.peek() != '"' {
			r.fault("a member's name is expected here, in double quotes")
			break
		}
		from := r.pos
		m := member{key: r.text(), at: r.since(from)}
		if r.space(); r.peek() != ':' {
			r.fault("a colon is expected here")
			break
		}
		r.advance(1)
		r.space()
		m.value = r.value(depth + 1)
		n.members = append(n.members, m)
	}
	n.at = r.since(start)
	n.reportDuplicates(&r.diags)
	return n.seal(&r.diags)
}

// more moves to the next element of a list or object, or over its end.
func (r *jsonReader) more(closing byte, some bool) bool {
	r.space()
	comma := false
	for r.peek() == ',' {
		if comma || !some {
			r.diags.Errorf(r.here(), "a comma too many")
		}
		comma = true
		r.advance(1)
		r.space()
	}
	switch c := r.peek(); {
	case c == closing:
		if comma {
			r.diags.Errorf(r.here(), "a comma before this is one too many")
		}
		r.advance(1)
		return false
	case c == 0 || c == ']' || c == '}':
		r.fault("%q is expected here", string(closing))
		return false
	case some && !comma:
		r.diags.Errorf(r.here(), "a comma is missing before this")
	}
	return true
}
