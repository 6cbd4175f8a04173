package cloudformation

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// readYAML reads the first document of a file. Where the syntax is broken, the
// members of sections that hold a fault are left out and the rest read.
func readYAML(file string, data []byte) (*node, diag.List) {
	var diags diag.List
	lines := bytes.SplitAfter(data, []byte("\n"))
	root, err := compose(data)
	if err != nil {
		lines, diags = mended(file, lines)
		if len(diags) > 0 {
			root, err = compose(bytes.Join(lines, nil))
		}
	}
	if err != nil {
		line, what := faultOf(err)
		diags.Errorf(lineOf(file, line), "the YAML cannot be read: %s", what)
		return nil, diags
	}
	r := &yamlReader{file: file, lines: lines, done: map[*yaml.Node]*node{}}
	n := r.document(root)
	diags.Add(r.diags...)
	return n, diags
}

// compose reads the nodes of the first document.
func compose(data []byte) (*yaml.Node, error) {
	var root yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&root)
	if errors.Is(err, io.EOF) {
		return &root, nil
	}
	return &root, err
}

var faultLine = regexp.MustCompile(`(?s)^(?:yaml: )?(?:.*?)line (\d+)(?:[^:]*): (.*)$`)

// faultOf takes an error of the library apart.
func faultOf(err error) (line int, what string) {
	found := faultLine.FindStringSubmatch(err.Error())
	if found == nil {
		return 1, strings.TrimPrefix(err.Error(), "yaml: ")
	}
	line, _ = strconv.Atoi(found[1])
	return max(line, 1), found[2]
}

func lineOf(file string, line int) model.Range {
	at := model.Pos{Line: int32(line), Column: 1}
	return model.Range{File: file, Start: at, End: at}
}

// maxFaults is how many broken members are left out before a file is given up.
const maxFaults = 100

// mended is a file without the members of its sections that cannot be read by
// themselves. The other lines keep their numbers.
func mended(file string, lines [][]byte) ([][]byte, diag.List) {
	var diags diag.List
	rest := slices.Clone(lines)
	for from, to := range memberLines(lines) {
		_, err := compose(bytes.Join(lines[from:to], nil))
		if err == nil || strings.Contains(err.Error(), "unknown anchor") {
			continue
		}
		line, what := faultOf(err)
		diags.Errorf(lineOf(file, min(from+line, to)), "the YAML cannot be read: %s; lines %d to %d are left out", what, from+1, to)
		for i := from; i < to; i++ {
			rest[i] = []byte("\n")
		}
		if len(diags) == maxFaults {
			break
		}
	}
	return rest, diags
}

// memberLines yields the lines of each member of a section, that is one level
// below the left margin: the first, and the one after its last.
func memberLines(lines [][]byte) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		depth := 0 // of the members of the section at hand
		for from := 0; from < len(lines); {
			here := indent(lines[from])
			switch {
			case isBlank(lines[from]):
			case here == 0:
				depth = 0
			case depth == 0 || here == depth:
				depth = here
				to := from + 1
				for to < len(lines) && (isBlank(lines[to]) || indent(lines[to]) > depth) {
					to++
				}
				if !yield(from, to) {
					return
				}
				from = to
				continue
			}
			from++
		}
	}
}

func indent(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

func isBlank(line []byte) bool {
	text := bytes.TrimSpace(line)
	return len(text) == 0 || text[0] == '#'
}

// yamlReader turns the library's nodes into ours.
type yamlReader struct {
	file  string
	lines [][]byte
	done  map[*yaml.Node]*node // by anchor; nil while it is being read
	diags diag.List
}

func (r *yamlReader) document(root *yaml.Node) *node {
	if root.Kind != yaml.DocumentNode || len(root.Content) == 0 {
		return nil
	}
	return r.node(root.Content[0], 0)
}

func (r *yamlReader) node(n *yaml.Node, depth int) *node {
	if depth > maxDepth {
		at := r.point(n)
		r.diags.Errorf(at, "this is nested deeper than %d: left out", maxDepth)
		return unreadable(at, "it is nested too deeply")
	}
	if n.Kind == yaml.AliasNode {
		return r.alias(n, depth)
	}
	if n.Anchor != "" {
		r.done[n] = nil
	}
	read := r.bare(n, depth)
	if function := functionOf(n.Tag); function != "" {
		read = r.call(function, read)
	}
	if n.Anchor != "" {
		r.done[n] = read
	}
	return read
}

// alias is the node that an alias stands for. It is shared and not copied; its
// size counts each time.
func (r *yamlReader) alias(n *yaml.Node, depth int) *node {
	if known, ok := r.done[n.Alias]; ok {
		if known == nil {
			r.diags.Errorf(r.point(n), "*%s stands in what it stands for: left out", n.Value)
			return unreadable(r.point(n), "it holds itself")
		}
		return known
	}
	return r.node(n.Alias, depth)
}

// functionOf is the long form of a short tag, or "".
func functionOf(tag string) string {
	name, short := strings.CutPrefix(tag, "!")
	switch {
	case !short || name == "" || strings.HasPrefix(name, "!"):
		return ""
	case name == "Ref" || name == "Condition":
		return name
	}
	return "Fn::" + strings.TrimPrefix(name, "Fn::")
}

// call is an object with a function as its only member, as the long form has it.
// Only GetAtt reads differently: its attribute is what follows the first dot.
func (r *yamlReader) call(function string, argument *node) *node {
	if function == "Fn::GetAtt" && argument.kind == scalar {
		id, attr, _ := strings.Cut(argument.text, ".")
		argument = listNode(argument.at, textNode(id, argument.at), textNode(attr, argument.at)).seal(&r.diags)
	}
	n := &node{kind: object, members: []member{{key: function, value: argument, at: argument.at}}, at: argument.at}
	return n.seal(&r.diags)
}

// bare reads a node without its tag.
func (r *yamlReader) bare(n *yaml.Node, depth int) *node {
	at := r.point(n)
	switch n.Kind {
	case yaml.MappingNode:
		return r.mapping(n, at, depth)
	case yaml.SequenceNode:
		read := &node{kind: list, at: at, items: make([]*node, 0, len(n.Content))}
		for _, item := range n.Content {
			element := r.node(item, depth+1)
			read.items = append(read.items, element)
			read.at.End = laterOf(read.at, element.at)
		}
		r.close(n, read, ']')
		return read.seal(&r.diags)
	case yaml.ScalarNode:
		return r.scalar(n, at)
	}
	return unreadable(at, "it is no YAML that templates have")
}

func (r *yamlReader) scalar(n *yaml.Node, at model.Range) *node {
	at.End = r.end(n)
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	read := &node{kind: scalar, text: n.Value, quoted: quoted || n.Tag == "!!str" && n.Style&yaml.TaggedStyle != 0, at: at, size: 1}
	if n.Style&yaml.LiteralStyle != 0 {
		read.indent = r.indentOf(n)
	}
	if functionOf(n.Tag) != "" {
		read.quoted = true
		return read
	}
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		if !read.quoted {
			read.kind = null
		}
	}
	return read
}

// indentOf is how far the lines of a literal text are indented, by the first that
// is not blank.
func (r *yamlReader) indentOf(n *yaml.Node) int32 {
	inside := strings.TrimLeft(n.Value, "\n")
	outside := r.lines[min(n.Line+len(n.Value)-len(inside), len(r.lines)):]
	if inside == "" || len(outside) == 0 {
		return 0
	}
	blank := func(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }
	return int32(max(0, blank(string(outside[0]))-blank(inside)))
}

func (r *yamlReader) mapping(n *yaml.Node, at model.Range, depth int) *node {
	read := &node{kind: object, at: at, members: make([]member, 0, len(n.Content)/2)}
	var merged []*node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], r.node(n.Content[i+1], depth+1)
		read.at.End = laterOf(read.at, value.at)
		switch {
		case key.Tag == "!!merge":
			merged = append(merged, value)
		case key.Kind != yaml.ScalarNode:
			r.diags.Errorf(r.point(key), "a member's name must be a plain text: this one is left out")
		default:
			place := r.point(key)
			place.End = r.end(key)
			read.members = append(read.members, member{key: key.Value, value: value, at: place})
		}
	}
	r.close(n, read, '}')
	if len(read.members) > 1 {
		read.reportDuplicates(&r.diags)
	}
	for _, m := range merged {
		read.merge(m)
	}
	return read.seal(&r.diags)
}

// close moves the end of a list or an object in flow style behind its bracket.
func (r *yamlReader) close(n *yaml.Node, read *node, bracket byte) {
	if n.Style&yaml.FlowStyle == 0 {
		return
	}
	c := &cursor{lines: r.lines, line: int(read.at.End.Line) - 1}
	c.column = c.byteOf(int(read.at.End.Column) - 1)
	c.find(bracket)
	read.at.End = c.pos()
}

// merge puts the members of an object, or of each in a list, behind one's own,
// which win.
func (n *node) merge(from *node) {
	for _, item := range from.items {
		n.merge(item)
	}
	for _, m := range from.members {
		if n.get(m.key) == nil {
			n.members = append(n.members, m)
		}
	}
}

// laterOf is where a value ends that holds another: that of an alias may stand
// anywhere.
func laterOf(outer, inner model.Range) model.Pos {
	if before(inner.Start, outer.Start) || before(inner.End, outer.End) {
		return outer.End
	}
	return inner.End
}

func (r *yamlReader) point(n *yaml.Node) model.Range {
	start := model.Pos{Line: int32(n.Line), Column: int32(n.Column)}
	return model.Range{File: r.file, Start: start, End: start}
}

// end is where a scalar ends, which the library does not say.
func (r *yamlReader) end(n *yaml.Node) model.Pos {
	c := &cursor{lines: r.lines, line: n.Line - 1}
	c.column = c.byteOf(n.Column - 1)
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		c.block()
	case n.Style&yaml.DoubleQuotedStyle != 0:
		c.quoted('"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		c.quoted('\'')
	default:
		c.plain(n)
	}
	return c.pos()
}

// cursor is a place in the text of a file, in lines and bytes.
type cursor struct {
	lines        [][]byte
	line, column int
}

func (c *cursor) pos() model.Pos {
	line := c.rest(0)
	return model.Pos{Line: int32(c.line + 1), Column: int32(utf8.RuneCount(line[:min(c.column, len(line))]) + 1)}
}

// find moves behind the next bracket, unless something else than commas, space
// and comments lies before it.
func (c *cursor) find(bracket byte) {
	for ahead := *c; ahead.line < len(c.lines); {
		text := bytes.TrimLeft(ahead.rest(ahead.column), " \t,")
		if len(text) > 0 && text[0] != '#' {
			if i := bytes.IndexByte(text, bracket); i >= 0 {
				ahead.column = len(ahead.rest(0)) - len(text) + i + 1
				*c = ahead
			}
			return
		}
		ahead.line++
		ahead.column = 0
	}
}

// rest is what a line has from a byte on, without its end.
func (c *cursor) rest(from int) []byte {
	if c.line >= len(c.lines) {
		return nil
	}
	line := bytes.TrimRight(c.lines[c.line], "\r\n")
	return line[min(from, len(line)):]
}

// byteOf is the byte at which so many characters have passed.
func (c *cursor) byteOf(characters int) int {
	line, n := c.rest(0), 0
	for range characters {
		if n >= len(line) {
			break
		}
		_, size := utf8.DecodeRune(line[n:])
		n += size
	}
	return n
}

// block moves over a block scalar: its lines are empty or indented as the first.
func (c *cursor) block() {
	last, depth := c.line, -1
	for next := c.line + 1; next < len(c.lines); next++ {
		text := bytes.TrimRight(c.lines[next], " \t\r\n")
		if len(text) == 0 {
			continue
		}
		if depth < 0 {
			depth = indent(text)
		}
		if indent(text) < depth || depth == 0 {
			break
		}
		last = next
	}
	c.line = last
	c.column = len(c.rest(0))
}

// quoted moves behind the closing quote, over tag and anchor before the opening one.
func (c *cursor) quoted(quote byte) {
	open := bytes.IndexByte(c.rest(c.column), quote)
	for i := c.column + open + 1; c.line < len(c.lines); {
		line := c.rest(0)
		for ; i < len(line); i++ {
			switch {
			case quote == '"' && line[i] == '\\':
				i++
			case line[i] != quote:
			case quote == '\'' && i+1 < len(line) && line[i+1] == quote:
				i++
			default:
				c.column = i + 1
				return
			}
		}
		c.line++
		i = 0
	}
	c.line = len(c.lines) - 1
	c.column = len(c.rest(0))
}

// plain moves over a plain scalar, whose words may stand in several lines.
func (c *cursor) plain(n *yaml.Node) {
	words := strings.Fields(n.Value)
	for _, word := range words {
		for {
			if i := bytes.Index(c.rest(c.column), []byte(word)); i >= 0 {
				c.column += i + len(word)
				break
			}
			if c.line+1 >= len(c.lines) {
				return
			}
			c.line++
			c.column = 0
		}
	}
}
