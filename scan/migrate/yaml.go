package migrate

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
)

// word is a text and its line.
type word struct {
	text string
	line int
}

// member is a key of an object, and its value.
type member struct {
	word
	value *yaml.Node
}

// members are those of a document's top, nil where that is no object.
func (r *reader) members(data []byte) []member {
	var document yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&document)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		r.err = err
		return nil
	}
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		r.err = errors.New("it is no object")
		return nil
	}
	return membersOf(document.Content[0])
}

func membersOf(n *yaml.Node) (out []member) {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		out = append(out, member{word{n.Content[i].Value, n.Content[i].Line}, n.Content[i+1]})
	}
	return out
}

// words are the texts of a list, or of a text with commas.
func words(n *yaml.Node) (out []word) {
	switch n.Kind {
	case yaml.ScalarNode:
		for part := range strings.SplitSeq(n.Value, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, word{part, n.Line})
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			out = append(out, words(item)...)
		}
	}
	return out
}

func texts(list []word) (out []string) {
	for _, w := range list {
		out = append(out, w.text)
	}
	return out
}

// shown is a member in a few words.
func (m member) shown() string {
	if m.value.Kind == yaml.ScalarNode {
		return m.text + ": " + m.value.Value
	}
	return m.text
}
