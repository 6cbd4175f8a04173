package cloudformation

import (
	"bytes"
	"fmt"
	"path"
)

// maxIncludes is how many files a template may include, one through the other
// counted too.
const maxIncludes = 100

// includer puts the files that AWS::Include names in its place. The transform
// stands in an object, whose members those of the file become.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/create-reusable-transform-function-snippets-and-add-to-your-template-with-aws-include-transform.html
type includer struct {
	*library
	*template
	left int
	seen map[*node]bool
}

func (l *library) include(t *template, data []byte) {
	if bytes.Contains(data, []byte("AWS::Include")) || bytes.Contains(data, []byte("Transform")) {
		in := &includer{library: l, template: t, left: maxIncludes, seen: map[*node]bool{}}
		in.top(t.root)
		in.walk(t.root)
	}
}

// top handles the transform of a whole template: Transform: {Name: AWS::Include}.
func (in *includer) top(root *node) {
	declared := root.get("Transform")
	if declared.get("Name").word() == "AWS::Include" {
		in.into(root, declared)
	}
}

func (in *includer) walk(n *node) {
	if in.seen[n] {
		return
	}
	in.seen[n] = true
	for _, item := range n.items {
		in.walk(item)
	}
	for i := 0; i < len(n.members); i++ {
		m := n.members[i]
		if m.key == "Fn::Transform" {
			n.members = append(n.members[:i:i], n.members[i+1:]...)
			i--
			in.transform(n, m.value)
			continue
		}
		in.walk(m.value)
	}
}

// transform applies one transform, or each of a list, to the object it stands in.
func (in *includer) transform(n, call *node) {
	for _, one := range call.items {
		in.transform(n, one)
	}
	if len(call.items) > 0 {
		return
	}
	if name := call.get("Name").word(); name != "AWS::Include" {
		n.open = fmt.Sprintf("the macro %s may add to it", name)
		in.diags.Warnf(call.at, "the macro %s is not run: what it stands in is not known", name)
		return
	}
	in.into(n, call)
}

// into reads the file that a transform names into an object.
func (in *includer) into(n, call *node) {
	location := call.path("Parameters", "Location")
	file, ok := nestedFile(call.at.File, location.word())
	if !ok {
		n.open = "a file that is included from elsewhere may add to it"
		in.diags.Warnf(call.at, "what is included here lies in no local file: the object it stands in is not known")
		return
	}
	if in.left--; in.left < 0 {
		n.open = "the files it includes are too many"
		in.diags.Errorf(call.at, "more than %d files are included: the rest are left out", maxIncludes)
		return
	}
	in.parts = append(in.parts, path.Clean(file))
	data, err := readFile(in.fsys, file)
	if err != nil {
		n.open = "a file that it includes cannot be read"
		in.diags.Warnf(call.at, "cannot include %s: %v", file, cause(err))
		return
	}
	part, diags := read(path.Clean(file), data)
	in.diags.Add(diags...)
	in.walk(part)
	n.merge(part)
	if part.open != "" {
		n.open = part.open
	}
}
