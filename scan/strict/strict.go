// Package strict reads the YAML files by which people steer Lintel. What it does not
// know it refuses, with the line: a slip of the pen must not widen what is let pass.
package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/agext/levenshtein"
	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"
)

// Written is what a file that people write may have, in bytes.
const Written = 1 << 20

// Load reads a file whole, if it is one that can be, and no larger than limit: opening
// a named pipe would wait for ever.
func Load(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case info.Size() > limit:
		return nil, fmt.Errorf("it has %d KB, and the limit is %d KB", info.Size()>>10, limit>>10)
	}
	return fs.ReadFile(fsys, name)
}

// Reader keeps the first fault of a file.
type Reader struct {
	File string // as errors name it
	err  error
}

// Parse has a file read by whoever knows its keys; one that says nothing is not read
// at all.
func Parse(file string, data []byte, read func(r *Reader, top *yaml.Node)) error {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	err := decoder.Decode(&document)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	r := &Reader{File: file}
	if decoder.Decode(&second) == nil {
		r.Fault(&second, "a second document begins here; one is read")
	}
	if top := document.Content; len(top) > 0 && top[0].Tag != "!!null" {
		read(r, top[0])
	}
	return r.err
}

// Fault notes what is wrong at a place.
func (r *Reader) Fault(n *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.File, n.Line, fmt.Sprintf(format, args...))
	}
}

// Keys are who reads which member of an object.
type Keys map[string]func(*yaml.Node)

// Object hands each member to whoever knows its key.
func (r *Reader) Object(n *yaml.Node, keys Keys) {
	met := map[string]bool{}
	r.Members(n, func(key, value *yaml.Node) {
		read, ok := keys[key.Value]
		switch {
		case !ok:
			r.Fault(key, "unknown key %q%s", key.Value, keys.meant(key.Value))
		case met[key.Value]:
			r.Fault(key, "%q stands here twice", key.Value)
		default:
			met[key.Value] = true
			read(value)
		}
	})
}

// meant is the key that a slip of the pen may have been meant for.
func (k Keys) meant(word string) string {
	for _, key := range slices.Sorted(maps.Keys(k)) {
		if levenshtein.Distance(strings.ToLower(word), key, nil) <= max(2, len(key)/5) {
			return fmt.Sprintf("; did you mean %q?", key)
		}
	}
	return ""
}

// Members hands on the members of an object, whatever their keys.
func (r *Reader) Members(n *yaml.Node, do func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.Fault(n, "an object is wanted here")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		do(n.Content[i], n.Content[i+1])
	}
}

// List hands on each element.
func (r *Reader) List(n *yaml.Node, do func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.Fault(n, "a list is wanted here")
		return
	}
	for _, item := range n.Content {
		do(item)
	}
}

// Some hands on a value that stands alone, or each of a list that is not empty.
func (r *Reader) Some(n *yaml.Node, do func(*yaml.Node)) {
	if n.Kind == yaml.SequenceNode {
		if len(n.Content) == 0 {
			r.Fault(n, "this list is empty")
		}
		r.List(n, do)
		return
	}
	do(n)
}

// Text is a text that says something; a number, such as that of a ticket, is one.
func (r *Reader) Text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
		r.Fault(n, "a text is wanted here")
		return ""
	}
	return n.Value
}

// String is a text that is no number, nor anything else that needs no quotes in JSON:
// of a number, leading zeros may be lost.
func (r *Reader) String(n *yaml.Node) string {
	if text := r.Text(n); n.Tag != "!!str" {
		r.Fault(n, "a text is wanted here; put %s in quotes", text)
	}
	return n.Value
}

// Flag is true or false.
func (r *Reader) Flag(n *yaml.Node) bool {
	if n.Tag != "!!bool" || n.Value != "true" && n.Value != "false" {
		r.Fault(n, "it is true or false, not %q", n.Value)
	}
	return n.Value == "true"
}

// Date is a day.
func (r *Reader) Date(n *yaml.Node) time.Time {
	day, err := time.Parse(time.DateOnly, n.Value)
	if err != nil {
		r.Fault(n, "%q is no date; write it as 2030-12-31", n.Value)
	}
	return day
}

// Globs are one glob or a list of them.
func (r *Reader) Globs(n *yaml.Node) (globs []string) {
	r.Some(n, func(item *yaml.Node) { globs = append(globs, r.Glob(item)) })
	return globs
}

// Glob is a pattern that can be matched in little time.
func (r *Reader) Glob(n *yaml.Node) string {
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag != "!!str" || n.Value == "" || !doublestar.ValidatePattern(n.Value):
		r.Fault(n, "%q is no glob", n.Value)
	case len(n.Value) > longestGlob || branches(n.Value) > mostBranches:
		r.Fault(n, "this glob is too long, or its braces stand for too much")
	}
	return n.Value
}

const longestGlob, mostBranches = 1000, 1000

// branches is how many texts the braces of a glob stand for, at most.
func branches(glob string) int {
	total, open := 1, []int{}
	for _, c := range glob {
		last := len(open) - 1
		switch {
		case c == '{':
			open = append(open, 1)
		case c == ',' && last >= 0:
			open[last]++
		case c == '}' && last >= 0:
			total = min(total*open[last], mostBranches+1)
			open = open[:last]
		}
	}
	return total
}
