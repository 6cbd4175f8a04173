package triage

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// readYAML reads templates and Compose files, JSON too, which has no comments but
// may have metadata. Where the syntax is broken, each line stands for itself.
func readYAML(file string, data []byte) *text {
	t := newText(data)
	y := &yamlText{text: t, file: file, lines: strings.Split(string(data), "\n")}
	loader := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var document yaml.Node
		if loader.Decode(&document) != nil {
			break
		}
		for _, root := range document.Content {
			y.node(root, len(y.lines), 0, "")
			y.metadata(root)
		}
	}
	y.remarks()
	return t.arrange()
}

// yamlText is a file on its way to a text.
type yamlText struct {
	*text
	file   string
	lines  []string
	quoted []stretch // scalars in which # is no comment, in the order of the file
}

// stretch is a part of a file, in lines from 1 and bytes from 0; the end is
// exclusive.
type stretch struct{ fromLine, fromByte, toLine, toByte int }

// sections are those whose members are resources and services.
var sections = []string{"Resources", "services"}

// node adds what a node holds. It ends before the line limit does; depth counts
// mappings, and within is the key it belongs to.
func (y *yamlText) node(n *yaml.Node, limit, depth int, within string) {
	switch n.Kind {
	case yaml.ScalarNode:
		if within == "dockerfile_inline" && n.Style&yaml.LiteralStyle != 0 {
			y.dockerfile(n, limit)
		} else {
			y.scalar(n, limit)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			end := y.before(n.Content, i+1, item.Line, limit)
			y.spans = append(y.spans, span{from: item.Line, to: end})
			y.node(item, end, depth+1, "")
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			end := y.before(n.Content, i+2, key.Line, limit)
			s := span{from: key.Line, to: end}
			if depth == 1 && slices.Contains(sections, within) {
				s.top = true
				if value.Kind == yaml.MappingNode && value.Line > key.Line {
					s.opener = key.Line
				}
			}
			y.spans = append(y.spans, s)
			y.node(key, end, depth+1, "")
			y.node(value, end, depth+1, key.Value)
		}
	}
}

// before is the last line of what starts on a line and ends before a sibling does,
// or with its parent.
func (y *yamlText) before(siblings []*yaml.Node, next, line, limit int) int {
	if next < len(siblings) {
		limit = min(limit, siblings[next].Line-1)
	}
	return max(line, limit)
}

// scalar notes where a scalar stands whose text may look like a comment.
func (y *yamlText) scalar(n *yaml.Node, limit int) {
	if n.Line < 1 || n.Line > len(y.lines) {
		return
	}
	from := bytesOf(y.lines[n.Line-1], n.Column-1)
	at := stretch{fromLine: n.Line, fromByte: from, toLine: n.Line, toByte: from}
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		// What follows the indicator on its line may be a comment.
		at = stretch{fromLine: n.Line + 1, toLine: y.endOfBlock(n.Line, limit) + 1}
	case n.Style&yaml.DoubleQuotedStyle != 0:
		at.toLine, at.toByte = y.closing('"', n.Line, from)
	case n.Style&yaml.SingleQuotedStyle != 0:
		at.toLine, at.toByte = y.closing('\'', n.Line, from)
	default:
		return
	}
	y.quoted = append(y.quoted, at)
}

// dockerfile lets the comments of a Dockerfile in a literal block be comments of this
// file: they are lines of their own. Heredocs in it are not told apart.
func (y *yamlText) dockerfile(n *yaml.Node, limit int) {
	for line := n.Line + 1; line <= y.endOfBlock(n.Line, limit); line++ {
		if !strings.HasPrefix(strings.TrimSpace(y.lines[line-1]), "#") {
			y.quoted = append(y.quoted, stretch{fromLine: line, toLine: line + 1})
		}
	}
}

// bytesOf is where a column, counted in characters, starts in a line.
func bytesOf(line string, characters int) int {
	at := 0
	for range characters {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// endOfBlock is the last line of a block scalar: its lines are blank or indented
// at least as the first.
func (y *yamlText) endOfBlock(line, limit int) int {
	last, depth := line, -1
	for next := line + 1; next <= min(limit, len(y.lines)); next++ {
		text := y.lines[next-1]
		if strings.TrimSpace(text) == "" {
			continue
		}
		indent := len(text) - len(strings.TrimLeft(text, " "))
		if depth < 0 {
			depth = indent
		}
		if indent < depth {
			break
		}
		last = next
	}
	return last
}

// closing is the place behind the quote that ends a scalar.
func (y *yamlText) closing(quote byte, line, from int) (endLine, endByte int) {
	text := y.lines[line-1]
	open := strings.IndexByte(text[from:], quote) // behind a tag and an anchor
	if open < 0 {
		return line, from
	}
	for i := from + open + 1; line <= len(y.lines); line, i = line+1, 0 {
		text = y.lines[line-1]
		for ; i < len(text); i++ {
			switch {
			case quote == '"' && text[i] == '\\':
				i++
			case text[i] != quote:
			case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
				i++
			default:
				return line, i + 1
			}
		}
	}
	return len(y.lines), len(text)
}

// remarks finds the comments, which begin with a # after space, outside of
// scalars.
func (y *yamlText) remarks() {
	slices.SortFunc(y.quoted, func(a, b stretch) int {
		return cmp.Or(a.fromLine-b.fromLine, a.fromByte-b.fromByte)
	})
	for i, line := range y.lines {
		at := y.commentIn(i+1, line)
		if at >= 0 {
			y.remark(i+1, strings.TrimRight(line[at:], "\r"))
			line = line[:at]
		}
		y.code[i+1] = strings.TrimSpace(line) != ""
	}
}

func (y *yamlText) commentIn(number int, line string) int {
	for i := range len(line) {
		if line[i] == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') && !y.isQuoted(number, i) {
			return i
		}
	}
	return -1
}

func (y *yamlText) isQuoted(line, at int) bool {
	i, _ := slices.BinarySearchFunc(y.quoted, stretch{fromLine: line, fromByte: at + 1}, func(a, b stretch) int {
		return cmp.Or(a.fromLine-b.fromLine, a.fromByte-b.fromByte)
	})
	if i == 0 {
		return false
	}
	s := y.quoted[i-1]
	return line < s.toLine || line == s.toLine && at < s.toByte
}

// metadata reads what other tools keep in the Metadata of a template's resources.
func (y *yamlText) metadata(root *yaml.Node) {
	resources := member(root, "Resources")
	if resources == nil || resources.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(resources.Content); i += 2 {
		from := resources.Content[i].Line
		to := y.before(resources.Content, i+2, from, len(y.lines))
		y.metadataOf(member(resources.Content[i+1], "Metadata"), from, to)
	}
}

func (y *yamlText) metadataOf(metadata *yaml.Node, from, to int) {
	for item := range items(member(member(metadata, "cfn_nag"), "rules_to_suppress")) {
		y.note("cfn_nag", member(item, "id"), member(item, "reason"), from, to)
	}
	for item := range items(member(member(metadata, "checkov"), "skip")) {
		y.note("checkov", member(item, "id"), member(item, "comment"), from, to)
	}
	for item := range items(member(member(metadata, "guard"), "SuppressedRules")) {
		y.note("guard", item, nil, from, to)
	}
}

func (y *yamlText) note(tool string, id, reason *yaml.Node, from, to int) {
	if id == nil || id.Value == "" {
		return
	}
	d := &directive{
		at: lineOf(y.file, id.Line), form: "Metadata of " + tool, names: []name{{text: id.Value}}, from: from, to: to,
	}
	if reason != nil {
		d.reason = reason.Value
	}
	y.notes = append(y.notes, d)
}

// member is the value of a key, nil if there is none.
func member(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// items yields the elements of a list.
func items(n *yaml.Node) func(yield func(*yaml.Node) bool) {
	return func(yield func(*yaml.Node) bool) {
		if n == nil || n.Kind != yaml.SequenceNode {
			return
		}
		for _, item := range n.Content {
			if !yield(item) {
				return
			}
		}
	}
}
