package tfplan

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

// pieces decodes pieces of a text that is known to be JSON. Nearly all of a plan
// are the members of its resources: the same few thousand names again and again,
// of which each is kept once, and nulls, which stand for what was left out and are.
type pieces struct {
	names map[string]string
	text  []byte
	at    int

	entries  []entry // of the objects that are being read, those of an inner one last
	elements []any   // of the arrays
}

// decode returns what encoding/json would, but for nulls in the outermost object;
// nothing is nil.
func (p *pieces) decode(text json.RawMessage) any {
	if len(text) == 0 {
		return nil
	}
	p.text, p.at = text, 0
	if p.next() == '{' {
		return p.object(false)
	}
	return p.value()
}

// next is the next character that is no white space, commas and colons included:
// in a text that is sound they tell nothing.
func (p *pieces) next() byte {
	for {
		switch c := p.text[p.at]; c {
		case ' ', '\t', '\r', '\n', ',', ':':
			p.at++
		default:
			return c
		}
	}
}

func (p *pieces) value() any {
	switch p.next() {
	case '{':
		return p.object(true)
	case '[':
		return p.array()
	case '"':
		return unquote(p.quoted(), nil)
	case 't':
		p.at += len("true")
		return true
	case 'f':
		p.at += len("false")
		return false
	case 'n':
		p.at += len("null")
		return nil
	}
	return p.number()
}

func (p *pieces) object(nulls bool) object {
	p.at++
	first := len(p.entries)
	for p.next() != '}' {
		name := unquote(p.quoted(), p.names)
		if v := p.value(); v != nil || nulls {
			p.entries = append(p.entries, entry{name, v})
		} else { // what is said twice is what it is said to be last
			p.entries = append(p.entries[:first], slices.DeleteFunc(p.entries[first:], func(e entry) bool { return e.name == name })...)
		}
	}
	p.at++
	members := append(object{}, p.entries[first:]...)
	p.entries = p.entries[:first]
	return objectOf(members)
}

func (p *pieces) array() []any {
	p.at++
	first := len(p.elements)
	for p.next() != ']' {
		p.elements = append(p.elements, p.value())
	}
	p.at++
	elements := append([]any{}, p.elements[first:]...)
	p.elements = p.elements[:first]
	return elements
}

// quoted is a string with its quotes.
func (p *pieces) quoted() []byte {
	start := p.at
	for p.at++; p.text[p.at] != '"'; p.at++ {
		if p.text[p.at] == '\\' {
			p.at++
		}
	}
	p.at++
	return p.text[start:p.at]
}

// unquote reads a string, and keeps it in names unless that is nil.
func unquote(quoted []byte, names map[string]string) string {
	inner := quoted[1 : len(quoted)-1]
	if names != nil {
		if name, ok := names[string(inner)]; ok {
			return name
		}
	}
	var text string
	if bytes.IndexByte(inner, '\\') < 0 && isASCII(inner) {
		text = string(inner)
	} else {
		_ = json.Unmarshal(quoted, &text) // it was checked with all the rest
	}
	if names != nil {
		names[string(inner)] = text
	}
	return text
}

// isASCII tells a text that needs no look at its encoding.
func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func (p *pieces) number() any {
	start := p.at
	for p.at < len(p.text) && isNumeric(p.text[p.at]) {
		p.at++
	}
	f, err := strconv.ParseFloat(string(p.text[start:p.at]), 64)
	if err != nil {
		return nil // larger than any; encoding/json refuses it
	}
	return f
}

func isNumeric(c byte) bool {
	return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'
}
