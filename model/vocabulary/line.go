package vocabulary

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// A line of a schema file is its name, then its attributes sorted by name, then its blocks:
//
//	line      = name { " " attribute } { " " block }
//	name      = TYPE | "data." TYPE | "provider." PROVIDER | "@" SHARED
//	attribute = word [ "!" | "?" | "=" ] [ ":" type ]     no type: string
//	block     = word [ "!" ] "/" nesting body             "!": at least one is needed
//	type      = "number" | "bool" | "any" | collection | body
//	collection = ( "list" | "set" | "map" ) [ "(" type ")" | body ]    of strings where nothing follows
//	nesting   = "list" | "set" | "single" | "list1" | "set1"           1: at most one
//	body      = "{" attributes and blocks "}" | "@" SHARED | "*"
//
// An attribute is required (!), optional and computed (?), computed only (=), or optional (no mark). A shared body
// stands on a line of its own, as several types have it or as it is part of itself. "*" is a body that nobody knows.
type parser struct {
	file *file // locked
	text string
	pos  int
}

// A sharedBody is kept while it is still being parsed, for the blocks in it that refer to it.
type sharedBody struct {
	*Schema
	complete bool
}

// unknownBody is what "*" stands for.
var unknownBody = &Schema{opaque: true}

// parse reads a line into a schema and returns it.
func (f *file) parse(line string, into *Schema) *Schema {
	_, entries, _ := strings.Cut(line, " ")
	p := parser{file: f, text: entries}
	p.entries(into)
	if p.pos < len(p.text) {
		p.fail()
	}
	return into
}

// entries reads up to the end of the body or line.
func (p *parser) entries(into *Schema) {
	for p.pos < len(p.text) && p.text[p.pos] != '}' {
		name := p.word()
		if name == "" {
			p.fail()
		}
		flag := p.flag()
		if p.take('/') {
			into.Blocks = append(into.Blocks, p.block(name, flag))
		} else {
			into.Attributes = append(into.Attributes, p.attribute(name, flag))
		}
		p.take(' ')
	}
}

func (p *parser) attribute(name string, flag byte) Attribute {
	a := Attribute{
		Name:     name,
		Type:     cty.String,
		Required: flag == '!',
		Optional: flag == '?' || flag == 0,
		Computed: flag == '?' || flag == '=',
	}
	if p.take(':') {
		a.Type, a.Nested = p.typ()
	}
	return a
}

func (p *parser) block(name string, flag byte) Block {
	b := Block{Name: name, Required: flag == '!'}
	switch p.word() {
	case "list":
		b.Nesting = List
	case "list1":
		b.Nesting, b.Single = List, true
	case "set":
		b.Nesting = Set
	case "set1":
		b.Nesting, b.Single = Set, true
	case "single":
		b.Nesting, b.Single = Single, true
	default:
		p.fail()
	}
	b.Schema, b.recursive = p.body()
	b.Opaque = b.opaque
	return b
}

// typ reads a type, and the body of the objects that it holds.
func (p *parser) typ() (cty.Type, *Schema) {
	switch p.word() {
	case "":
		inside, _ := p.body()
		return inside.ImpliedType(), inside
	case "number":
		return cty.Number, nil
	case "bool":
		return cty.Bool, nil
	case "any":
		return cty.DynamicPseudoType, nil
	case "list":
		element, inside := p.element()
		return cty.List(element), inside
	case "set":
		element, inside := p.element()
		return cty.Set(element), inside
	case "map":
		element, inside := p.element()
		return cty.Map(element), inside
	}
	p.fail()
	return cty.NilType, nil
}

// element reads what follows the name of a collection.
func (p *parser) element() (cty.Type, *Schema) {
	switch p.peek() {
	case '(':
		p.pos++
		element, inside := p.typ()
		p.want(')')
		return element, inside
	case '{', '@':
		return p.typ()
	}
	return cty.String, nil
}

// body reads what is inside a block or object, and tells whether the line that is being read is part of it.
func (p *parser) body() (inside *Schema, recursive bool) {
	switch {
	case p.take('*'):
		return unknownBody, false
	case p.take('@'):
		return p.file.sharedBody(p.reference())
	}
	p.want('{')
	inside = new(Schema)
	p.entries(inside)
	p.want('}')
	return inside, false
}

// sharedBody returns the body of that name, parsed once for all types that have it.
func (f *file) sharedBody(name string) (inside *Schema, recursive bool) {
	if b := f.shared[name]; b != nil {
		return b.Schema, !b.complete
	}
	line, ok := find(*f.text, "@"+name)
	if !ok {
		panic("vocabulary: no line has the body @" + name)
	}
	if f.shared == nil {
		f.shared = map[string]*sharedBody{}
	}
	b := &sharedBody{Schema: new(Schema)}
	f.shared[name] = b
	f.parse(line, b.Schema)
	b.complete = true
	return b.Schema, false
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || c == '_' || '0' <= c && c <= '9'
}

func (p *parser) word() string {
	start := p.pos
	for p.pos < len(p.text) && isWord(p.text[p.pos]) {
		p.pos++
	}
	return p.text[start:p.pos]
}

// reference reads the name of a shared body, which may end in a number: "timeouts.2".
func (p *parser) reference() string {
	start := p.pos
	p.word()
	if p.take('.') {
		p.word()
	}
	return p.text[start:p.pos]
}

// flag reads a mark, or 0 where there is none.
func (p *parser) flag() byte {
	switch c := p.peek(); c {
	case '!', '?', '=':
		p.pos++
		return c
	}
	return 0
}

// peek returns the next byte, or 0 at the end.
func (p *parser) peek() byte {
	if p.pos == len(p.text) {
		return 0
	}
	return p.text[p.pos]
}

func (p *parser) take(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.pos++
	return true
}

func (p *parser) want(c byte) {
	if !p.take(c) {
		p.fail()
	}
}

// fail panics: the files are ours, and a test parses every line of them.
func (p *parser) fail() {
	panic(fmt.Sprintf("vocabulary: column %d of the schema line %q", p.pos+1, p.text))
}
