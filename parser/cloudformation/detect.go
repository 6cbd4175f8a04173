package cloudformation

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// IsTemplate tells by a file's name and its content, or as much of it as is at
// hand, whether it is a CloudFormation or SAM template. Nothing is parsed: what
// has no resources of CloudFormation in it is told by a byte search.
func IsTemplate(name string, head []byte) bool {
	if !MayBe(name) || !bytes.Contains(head, []byte("::")) {
		return false
	}
	text := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	text = text[len(preamble.Find(text)):]
	if bytes.HasPrefix(text, []byte("{")) {
		return isFlowTemplate(text)
	}
	return isYAMLTemplate(text)
}

// preamble is what may stand before the first value: space, comments, and the mark
// where a document of YAML begins.
var preamble = regexp.MustCompile(`^(\s|#.*\n|---)*`)

// MayBe tells by a file's name alone whether it can be a template.
func MayBe(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json", ".template", ".cfn", ".cform", ".cloudformation", ".cftemplate":
		return !strings.HasPrefix(path.Base(name), ".")
	}
	return false
}

// typed finds a resource type as the value of a Type: AWS::S3::Bucket,
// Custom::Thing, Alexa::ASK::Skill, or a third party's of three words.
var typed = regexp.MustCompile(`["']?Type["']?\s*:\s*["']?(AWS::[A-Z]|Custom::\w|Alexa::\w|\w+::\w+::\w+)`)

// section finds the start of a template's own sections at the left margin.
var section = regexp.MustCompile(`(?m)^["']?(Resources["']?\s*:|AWSTemplateFormatVersion["']?\s*:|Transform["']?\s*:.*AWS::)`)

func isYAMLTemplate(text []byte) bool {
	found := section.Find(text)
	if found == nil {
		return false
	}
	return !bytes.Contains(found, []byte("Resources")) || typed.Match(text)
}

// isFlowTemplate looks at the keys of the outermost object, of JSON or of YAML in
// flow style.
func isFlowTemplate(text []byte) bool {
	for key, rest := range outerKeys(text) {
		switch string(key) {
		case "AWSTemplateFormatVersion":
			return true
		case "Resources":
			if bytes.HasPrefix(bytes.TrimLeft(rest, ": \t\r\n"), []byte("{")) && typed.Match(rest) {
				return true
			}
		}
	}
	return false
}

// outerKeys yields the strings and words that stand before a colon in the outermost
// object, with what follows them.
func outerKeys(text []byte) func(yield func(key, rest []byte) bool) {
	return func(yield func(key, rest []byte) bool) {
		depth := 0
		for i := 0; i < len(text); i++ {
			end := i
			switch c := text[i]; {
			case c == '{', c == '[':
				depth++
			case c == '}', c == ']':
				depth--
			case c == '"':
				end = closingQuote(text, i)
			case depth == 1 && isLetter(c):
				end += len(word.Find(text[i:]))
			}
			if end == i {
				continue
			}
			key, rest := bytes.Trim(text[i:end], `"`), bytes.TrimLeft(text[end:], " \t\r\n")
			if depth == 1 && bytes.HasPrefix(rest, []byte(":")) && !yield(key, rest) {
				return
			}
			i = end - 1
		}
	}
}

var word = regexp.MustCompile(`^\w+`)

func isLetter(c byte) bool { return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' }

// closingQuote is the index behind the string that begins at i.
func closingQuote(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}
