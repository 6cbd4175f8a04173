package cloudwatch

import (
	"strings"
	"unicode"
)

// A pattern is that of a metric filter for events in JSON, cut into its words:
//
//	{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) }
//
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
type pattern struct {
	words []string
	next  int
	// strange is set by what is not understood; then the answer means nothing.
	strange bool
}

// matches tells whether a pattern is about an event, and whether it was understood.
func matches(text string, e event) (matched, understood bool) {
	text = strings.TrimSpace(text)
	body, braced := strings.CutPrefix(text, "{")
	body, closed := strings.CutSuffix(body, "}")
	p := &pattern{words: split(body)}
	matched = p.either(e)
	return matched, braced && closed && !p.strange && p.next == len(p.words)
}

// split cuts a text into words, quoted texts, which keep their first quote, and
// the signs of the language.
func split(text string) []string {
	var words []string
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		n := wordLength(text)
		word := text[:n]
		if word[0] == '"' || word[0] == '\'' {
			word = strings.TrimSuffix(word, word[:1])
		}
		words = append(words, word)
		text = text[n:]
	}
	return words
}

func wordLength(text string) int {
	for _, sign := range [...]string{"&&", "||", "!=", "<=", ">=", "(", ")", "=", "<", ">"} {
		if strings.HasPrefix(text, sign) {
			return len(sign)
		}
	}
	if quote := text[:1]; quote == `"` || quote == "'" {
		if end := strings.Index(text[1:], quote); end >= 0 {
			return end + 2
		}
		return len(text)
	}
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()=!<>&|", r) })
	switch {
	case end < 0:
		return len(text)
	case end == 0:
		return 1
	}
	return end
}

// take goes past the next word if it is this one.
func (p *pattern) take(word string) bool {
	if p.next < len(p.words) && p.words[p.next] == word {
		p.next++
		return true
	}
	return false
}

// word goes past the next word, whatever it is.
func (p *pattern) word() string {
	if p.next == len(p.words) {
		p.strange = true
		return ""
	}
	p.next++
	return p.words[p.next-1]
}

func (p *pattern) either(e event) bool {
	matched := p.both(e)
	for p.take("||") {
		matched = p.both(e) || matched
	}
	return matched
}

func (p *pattern) both(e event) bool {
	matched := p.comparison(e)
	for p.take("&&") {
		matched = p.comparison(e) && matched
	}
	return matched
}

func (p *pattern) comparison(e event) bool {
	if p.take("(") {
		matched := p.either(e)
		p.strange = !p.take(")") || p.strange
		return matched
	}
	field, selects := strings.CutPrefix(p.word(), "$.")
	p.strange = !selects || p.strange
	value, there := e.field(field)
	switch p.word() {
	case "=":
		return like(p.word(), value) && there
	case "!=":
		return !like(p.word(), value) || !there
	case "EXISTS":
		return there
	case "NOT":
		p.strange = !p.take("EXISTS") || p.strange
		return !there
	}
	p.strange = true
	return false
}

// like compares a value with a text that may start and end with a "*".
func like(text, value string) bool {
	text = strings.TrimLeft(text, `"'`)
	text, before := strings.CutPrefix(text, "*")
	text, after := strings.CutSuffix(text, "*")
	switch {
	case before && after:
		return strings.Contains(value, text)
	case before:
		return strings.HasSuffix(value, text)
	case after:
		return strings.HasPrefix(value, text)
	}
	return value == text
}

// An event is one of CloudTrail's as "field=value" separated by ";".
type event string

// ordinary is what an event says where nothing else is said of it.
const ordinary event = "eventType=AwsApiCall;sourceIPAddress=203.0.113.7;userIdentity.type=IAMUser"

func (e event) field(name string) (value string, there bool) {
	for _, fields := range [...]event{e, ordinary} {
		for f := range strings.SplitSeq(string(fields), ";") {
			if value, ok := strings.CutPrefix(f, name+"="); ok {
				return value, true
			}
		}
	}
	return "", false
}
