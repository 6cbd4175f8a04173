package cloudformation

import (
	"regexp"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

const forEach = "Fn::ForEach::"

// unrolled is a list of members with the copies that loops make in the place of
// each loop.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
func (s *stack) unrolled(all []member) []member {
	for i, m := range all {
		if strings.HasPrefix(m.key, forEach) {
			out := append([]member(nil), all[:i]...)
			for _, m := range all[i:] {
				if strings.HasPrefix(m.key, forEach) {
					out = append(out, s.unroll(m)...)
				} else {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return all
}

// unroll makes the copies of one loop. Of a list that is not known there is one,
// in which nothing is known that depends on the loop.
func (s *stack) unroll(loop member) []member {
	operands, ok := s.operands(loop.key, loop.value, 3, 3)
	if !ok {
		return nil
	}
	name, body := operands[0].word(), operands[2]
	if name == "" || body.kind != object {
		s.diags.Errorf(loop.at, "%s wants a name, a list and an object", loop.key)
		return nil
	}
	words, reason := s.loopWords(operands[1])
	var out []member
	if reason != "" {
		s.diags.Warnf(operands[1].at, "what %s runs over is not known: its body is judged once", loop.key)
		b := binding{name: name, reason: reason}
		for _, m := range s.unrolled(b.members(body.members)) {
			m.doubtful = reason
			out = append(out, m)
		}
		return out
	}
	for _, word := range words {
		if !s.spend(body.size, loop.at) {
			return out
		}
		b := binding{name: name, word: word}
		out = append(out, s.unrolled(b.members(body.members))...)
	}
	return out
}

// loopWords are the words that a loop runs over, or why they are not known.
func (s *stack) loopWords(n *node) (words []string, reason string) {
	v := s.evalHere(n, model.Origin{})
	items, ok := v.Data.([]model.Value)
	if !ok {
		if v.State == model.Unknown {
			return nil, v.Why.Reason
		}
		return nil, "it is no list"
	}
	for _, item := range items {
		word, known := textOf(item)
		if !known {
			return nil, "an element of the loop's list is not known"
		}
		words = append(words, word)
	}
	return words, ""
}

// binding is a loop's variable in one copy of its body.
type binding struct {
	name, word string
	reason     string // why the word is not known
}

func (b binding) members(all []member) []member {
	out := make([]member, len(all))
	for i, m := range all {
		out[i] = member{key: b.text(m.key), value: b.node(m.value), at: m.at, doubtful: m.doubtful}
	}
	return out
}

// node is a copy in which the variable has its value.
func (b binding) node(n *node) *node {
	if function, argument := n.function(); function == "Ref" && argument.word() == b.name {
		if b.reason != "" {
			return unreadable(n.at, b.reason)
		}
		return textNode(b.word, n.at)
	}
	if n.kind == scalar {
		text := b.text(n.text)
		if text == n.text && b.reason == "" {
			return n
		}
		if b.reason != "" && b.occursIn(n.text) {
			return unreadable(n.at, b.reason)
		}
		bound := *n
		bound.text = text
		return &bound
	}
	bound := *n
	bound.items = make([]*node, len(n.items))
	for i, item := range n.items {
		bound.items[i] = b.node(item)
	}
	bound.members = b.members(n.members)
	return &bound
}

func (b binding) occursIn(text string) bool {
	return strings.Contains(text, "${"+b.name+"}") || strings.Contains(text, "&{"+b.name+"}")
}

var notAlphanumeric = regexp.MustCompile(`[^A-Za-z0-9]`)

// text puts the word in the place of the variable: &{V} takes its letters and
// digits alone.
func (b binding) text(text string) string {
	if b.reason != "" || !b.occursIn(text) {
		return text
	}
	text = strings.ReplaceAll(text, "${"+b.name+"}", b.word)
	return strings.ReplaceAll(text, "&{"+b.name+"}", notAlphanumeric.ReplaceAllString(b.word, ""))
}
