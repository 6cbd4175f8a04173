package cfnmap

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed table.txt
var tableText string

// A section is what the table says of one CloudFormation type, in one of the forms that it may take.
type section struct {
	typ  string // AWS::S3::Bucket
	main part
	// companions are made from the same document.
	companions []part
	names      map[string]string // what Ref ("") and GetAtt mean
}

// A part is one Terraform resource of a section.
type part struct {
	typ   string
	when  test   // the document must pass it
	each  string // one resource for each element of this property
	with  string // the attribute without which there is no such resource
	links []link
	rules []rule
	none  []string // attributes that CloudFormation has no property for
	// implied are what CloudFormation does where an attribute is not said.
	implied []implied
}

// A rule is a line: one property and what becomes of it.
type rule struct {
	from []segment
	to   string // a path, or "." or "!"
	fns  []fn
	when test
}

// A segment of a property's path picks elements of a list where it has a test.
type segment struct {
	name string
	pick test
}

// A test asks whether a property is set or, where it has words, is one of them.
type test struct {
	path  string
	words []string
	not   bool
}

type fn struct {
	name string
	args []string
}

// A link is an attribute of a companion that names the main resource.
type link struct{ attr, of string }

type implied struct {
	path  string
	value any    // as encoding/json reads it
	of    string // or this attribute of the main resource
	blank bool   // or nobody knows
}

// sections returns what the table says of a type, nothing if it has no line of it.
func sections(typ string) []section {
	text, ok := find(typ)
	if !ok {
		return nil
	}
	var found []section
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.TrimSpace(line) == "":
		case line[0] != ' ':
			found = append(found, head(typ, line))
		default:
			found[len(found)-1].line(strings.TrimSpace(line))
		}
	}
	return found
}

// find returns the lines of a type. Its sections follow each other, and types are sorted.
func find(typ string) (text string, ok bool) {
	if !strings.HasPrefix(typ, "AWS::") {
		return "", false
	}
	low, high := 0, len(tableText)
	for low < high {
		start := low + sectionStart(tableText[low:high], (high-low)/2)
		end := start + sectionEnd(tableText[start:high])
		name, _, _ := strings.Cut(tableText[start:end], " ")
		switch {
		case name == typ:
			return widen(typ, start, end), true
		case name < typ:
			low = end
		default:
			high = start
		}
	}
	return "", false
}

const sectionMark = "\nAWS::"

func sectionStart(text string, at int) int {
	return strings.LastIndex(text[:at], sectionMark) + 1
}

func sectionEnd(text string) int {
	if end := strings.Index(text, sectionMark); end >= 0 {
		return end + 1
	}
	return len(text)
}

// widen adds the sections of the same type before and after one.
func widen(typ string, start, end int) string {
	for start > 0 {
		before := sectionStart(tableText, start-1)
		if !strings.HasPrefix(tableText[before:], typ+" ") {
			break
		}
		start = before
	}
	for strings.HasPrefix(tableText[end:], typ+" ") {
		end += sectionEnd(tableText[end:])
	}
	return tableText[start:end]
}

// head reads "AWS::Type => aws_type [if TEST]".
func head(typ, line string) section {
	words := strings.Fields(line)
	if len(words) < 3 || words[1] != "=>" {
		wrong(line)
	}
	s := section{typ: typ, main: part{typ: words[2]}, names: map[string]string{}}
	if len(words) == 5 && words[3] == "if" {
		s.main.when = newTest(words[4])
	} else if len(words) > 3 {
		wrong(line)
	}
	return s
}

// last is the part to which the following lines belong.
func (s *section) last() *part {
	if len(s.companions) > 0 {
		return &s.companions[len(s.companions)-1]
	}
	return &s.main
}

func (s *section) line(line string) {
	words := strings.Fields(line)
	switch words[0] {
	case "@":
		s.refer(line)
	case "+":
		s.companion(words[1:], line)
	case "!":
		s.last().none = append(s.last().none, words[1:]...)
	case "?":
		s.imply(line)
	default:
		s.last().rule(words, line)
	}
}

// refer reads "@ Ref => id, Arn => arn".
func (s *section) refer(line string) {
	for pair := range strings.SplitSeq(strings.TrimPrefix(line, "@"), ",") {
		from, to, ok := strings.Cut(pair, "=>")
		if !ok {
			wrong(line)
		}
		from = strings.TrimSpace(from)
		if from == "Ref" {
			from = ""
		}
		s.names[from] = strings.TrimSpace(to)
	}
}

// companion reads "+ aws_type [each Prop] [if TEST] [with attr] [attr = this.attr …]".
func (s *section) companion(words []string, line string) {
	p := part{typ: words[0]}
	for i := 1; i < len(words); {
		switch {
		case words[i] == "each" && i+1 < len(words):
			p.each = words[i+1]
			i += 2
		case words[i] == "if" && i+1 < len(words):
			p.when = newTest(words[i+1])
			i += 2
		case words[i] == "with" && i+1 < len(words):
			p.with = words[i+1]
			i += 2
		case i+2 < len(words) && words[i+1] == "=" && strings.HasPrefix(words[i+2], "this."):
			p.links = append(p.links, link{words[i], strings.TrimPrefix(words[i+2], "this.")})
			i += 3
		default:
			wrong(line)
		}
	}
	s.companions = append(s.companions, p)
}

// imply reads "? attr = JSON", "? attr = this.attr" and "? attr = unknown".
func (s *section) imply(line string) {
	path, text, ok := strings.Cut(strings.TrimPrefix(line, "?"), "=")
	if !ok {
		wrong(line)
	}
	i := implied{path: strings.TrimSpace(path)}
	text = strings.TrimSpace(text)
	if of, ok := strings.CutPrefix(text, "this."); ok {
		i.of = of
	} else if text == "unknown" {
		i.blank = true
	} else if json.Unmarshal([]byte(text), &i.value) != nil {
		wrong(line)
	}
	s.last().implied = append(s.last().implied, i)
}

// rule reads "Prop.Path => attr.path [fn …] [if TEST]".
func (p *part) rule(words []string, line string) {
	if len(words) < 3 || words[1] != "=>" {
		wrong(line)
	}
	r := rule{from: newPath(words[0]), to: words[2]}
	for i := 3; i < len(words); i++ {
		if words[i] == "if" && i+1 < len(words) {
			i++
			r.when = newTest(words[i])
			continue
		}
		name, args, _ := strings.Cut(strings.TrimSuffix(words[i], ")"), "(")
		f := fn{name: name}
		if args != "" {
			f.args = strings.Split(args, ",")
		}
		r.fns = append(r.fns, f)
	}
	p.rules = append(p.rules, r)
}

// newPath reads "List[Key=a.b].Value": dots within brackets are part of a word.
func newPath(text string) []segment {
	var path []segment
	for text != "" {
		end := strings.IndexAny(text, ".[")
		if end < 0 {
			return append(path, segment{name: text})
		}
		s := segment{name: text[:end]}
		text = text[end:]
		if text[0] == '[' {
			inner, rest, _ := strings.Cut(text[1:], "]")
			s.pick, text = newTest(inner), rest
		}
		path = append(path, s)
		text = strings.TrimPrefix(text, ".")
	}
	return path
}

// newTest reads "Path", "!Path", "Path=word|word" and "Path!=word|word".
func newTest(text string) test {
	path, words, ok := strings.Cut(text, "=")
	t := test{}
	t.path, t.not = strings.CutPrefix(path, "!")
	if ok {
		t.path, t.not = strings.CutSuffix(path, "!")
		t.words = strings.Split(words, "|")
	}
	return t
}

// wrong panics: the table is ours, and a test reads every line of it.
func wrong(line string) {
	panic(fmt.Sprintf("cfnmap: the line %q of the table is not in its grammar", line))
}
