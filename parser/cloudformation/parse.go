package cloudformation

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// The limits stand far above what the service takes, which is 1 MB, so that
// what is refused could not be deployed either.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
const (
	// MaxSize is what a template may have to be read, in bytes.
	MaxSize  = 8 << 20
	maxDepth = 100
	// maxExpanded is how many nodes a document may have once its aliases are
	// written out.
	maxExpanded = 200_000
)

type kind uint8

const (
	null kind = iota
	scalar
	list
	object
	opaque // something of which nothing is known; text says why
)

// node is a piece of a template with its place. Short tags are read as the long
// form of the same function, so that YAML and JSON look alike from here on.
type node struct {
	kind    kind
	text    string // of a scalar, as it was written
	quoted  bool   // a scalar that is a string, whatever it looks like
	items   []*node
	members []member
	// open says, of an object, why it may have more members than are known.
	open string
	// name is what the author calls a value that stands elsewhere in their
	// template than here, "" if it is written in this place.
	name string
	at   model.Range
	size int // of the node and all below it, aliases written out
	// indent is how far the lines of a literal text are indented, which begin below
	// the line of the node; 0 for any other.
	indent int32
}

// member is one of an object's, with the place of its key.
type member struct {
	key   string
	value *node
	at    model.Range
	// doubtful says why a loop may make several copies of it, or none.
	doubtful string
	// of is the key of SAM's resource from which it was made, "" for an author's own.
	of string
}

// get is a member's value, nil if there is none. Of several the last counts.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for i := len(n.members) - 1; i >= 0; i-- {
		if n.members[i].key == key {
			return n.members[i].value
		}
	}
	return nil
}

// path is get for one member in the other.
func (n *node) path(keys ...string) *node {
	for _, key := range keys {
		n = n.get(key)
	}
	return n
}

// word is the text of a scalar, else "".
func (n *node) word() string {
	if n == nil || n.kind != scalar {
		return ""
	}
	return n.text
}

// isTrue tells whether a literal is true.
func (n *node) isTrue() bool {
	b, ok := boolean(n.word())
	return ok && b
}

// plain is the text of a scalar: of a word that means a boolean, that of the boolean.
func (n *node) plain() string {
	if b, ok := boolean(n.text); ok && !n.quoted {
		return strconv.FormatBool(b)
	}
	return n.text
}

// function is the name and the argument of the intrinsic function that an
// object is, else "".
func (n *node) function() (name string, argument *node) {
	if n == nil || n.kind != object || len(n.members) != 1 {
		return "", nil
	}
	if m := n.members[0]; isFunction(m.key) {
		return m.key, m.value
	}
	return "", nil
}

func isFunction(key string) bool {
	return key == "Ref" || len(key) > 4 && key[:4] == "Fn::"
}

// boolean reads the words that are true or false in YAML 1.1 and JSON.
func boolean(word string) (value, ok bool) {
	switch word {
	case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON":
		return true, true
	case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF":
		return false, true
	}
	return false, false
}

// read turns a file's bytes into a tree. What is broken is reported, and what
// can be read all the same is in the tree.
func read(file string, data []byte) (*node, diag.List) {
	var diags diag.List
	whole := model.Range{File: file, Start: model.Pos{Line: 1, Column: 1}, End: model.Pos{Line: 1, Column: 1}}
	if len(data) > MaxSize {
		diags.Errorf(whole, "the template has %d MB, and the limit is %d MB: it is not read", len(data)>>20, MaxSize>>20)
		return &node{kind: object, at: whole}, diags
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	root, diags := parse(file, data)
	if root == nil || root.kind != object {
		if !diags.HasErrors() {
			diags.Errorf(whole, "a template is an object with sections, and this is none")
		}
		root = &node{kind: object, at: whole}
	}
	return root, diags
}

// parse reads JSON as such where it is correct, since not all of it is correct
// YAML; what is not may be YAML in flow style.
func parse(file string, data []byte) (*node, diag.List) {
	if !bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) {
		return readYAML(file, data)
	}
	root, diags := readJSON(file, data)
	if diags.HasErrors() {
		if other, rest := readYAML(file, data); !rest.HasErrors() {
			return other, rest
		}
	}
	return root, diags
}

// seal sums up the size of what has been read.
func (n *node) seal(diags *diag.List) *node {
	n.size = 1
	for _, item := range n.items {
		n.size += item.size
	}
	for _, m := range n.members {
		n.size += m.value.size
	}
	if n.size > maxExpanded {
		diags.Errorf(n.at, "with its aliases written out this has more than %d values: left out", maxExpanded)
		return unreadable(n.at, "its aliases expand to too much")
	}
	return n
}

func (n *node) reportDuplicates(diags *diag.List) {
	seen := make(map[string]model.Range, len(n.members))
	for _, m := range n.members {
		if first, twice := seen[m.key]; twice {
			diags.Warnf(m.at, "%q stands here twice, first in line %d: the last one counts", m.key, first.Start.Line)
		}
		seen[m.key] = m.at
	}
}

func unreadable(at model.Range, reason string) *node {
	return &node{kind: opaque, text: reason, at: at, size: 1}
}

// span is from the start of one range to the end of another, or the second
// where that stands elsewhere: the value of an alias is where its anchor is.
func span(from, to model.Range) model.Range {
	if from.File != to.File || before(to.Start, from.Start) {
		return to
	}
	return model.Range{File: from.File, Start: from.Start, End: to.End}
}

func before(a, b model.Pos) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// The nodes that an expansion makes have the place of what they are made from.

func textNode(s string, at model.Range) *node {
	return &node{kind: scalar, text: s, quoted: true, at: at, size: 1}
}

func wordNode(s string, at model.Range) *node {
	return &node{kind: scalar, text: s, at: at, size: 1}
}

func listNode(at model.Range, items ...*node) *node {
	return &node{kind: list, items: items, at: at, size: 1}
}

func objectNode(at model.Range, members ...member) *node {
	return &node{kind: object, members: members, at: at, size: 1}
}

// with adds a member where there is a value for it.
func (n *node) with(key string, value *node) *node {
	if value != nil {
		n.members = append(n.members, member{key: key, value: value, at: value.at})
	}
	return n
}

// called is the node under the name that its author gave it.
func (n *node) called(name string) *node {
	if n == nil {
		return nil
	}
	named := *n
	named.name = name
	return &named
}

func callNode(at model.Range, function string, argument *node) *node {
	return objectNode(at).with(function, argument)
}

func refNode(id string, at model.Range) *node {
	return callNode(at, "Ref", textNode(id, at))
}

func attrNode(id, attr string, at model.Range) *node {
	return callNode(at, "Fn::GetAtt", listNode(at, textNode(id, at), textNode(attr, at)))
}

func subNode(at model.Range, format string, args ...any) *node {
	return callNode(at, "Fn::Sub", textNode(fmt.Sprintf(format, args...), at))
}
