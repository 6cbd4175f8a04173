package cfnmap

import (
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model/graft"
)

// naming says a resource's paths in the words of the document it is made from.
type naming struct {
	*target
	snake bool // an awscc_* resource: CloudFormation's names, as Terraform spells them
}

// Name is what an author calls the path below the place whose name is at. A path that has no name keeps Terraform's.
// Those from the top, which checks ask for again and again, are kept.
func (n naming) Name(at, path string) string {
	if at != "" || n.snake {
		return n.find(at, path)
	}
	if known, ok := n.names.Load(path); ok {
		return known.(string)
	}
	found := n.find(at, path)
	n.names.Store(path, found)
	return found
}

func (n naming) find(at, path string) string {
	for _, o := range n.follow(at) {
		if name, ok := o.name(path); ok {
			return n.join(at, name)
		}
	}
	if at == "" {
		if name, ok := n.folded(path); ok {
			return n.join("", name)
		}
		if name, ok := n.root.ending(path); ok {
			return n.join("", name)
		}
		if typ := n.apart(path); typ != "" && !n.snake {
			return typ
		}
	}
	if _, last := cutLast(at); !n.snake && (last == "" || isUpper(last[0])) {
		path = pascalName(path) // rather than a word of Terraform; beside keys of a map words are like those
	}
	return n.join(at, path)
}

// apart is the type that makes what stands at a place of this one, where that is
// one of its own: AWS::S3::BucketPolicy.
func (n naming) apart(path string) string {
	place, _, _ := strings.Cut(path, ".")
	for at, companion := range graft.Companions(n.typ) {
		if at != place {
			continue
		}
		if typ := makerOf(companion); typ != "" {
			return typ
		}
	}
	return ""
}

// makers has CloudFormation's types by the type that they become, as far as they were asked for.
var makers sync.Map // of string

// makerOf is the type of which a resource of another is made as a whole, or "".
func makerOf(typ string) string {
	if known, ok := makers.Load(typ); ok {
		return known.(string)
	}
	found := ""
	for line := range strings.Lines(tableText) {
		name, rest, ok := strings.Cut(line, " => ")
		if to, _, _ := strings.Cut(strings.TrimSpace(rest), " "); ok && strings.HasPrefix(name, "AWS::") && to == typ {
			found = name
			break
		}
	}
	makers.Store(typ, found)
	return found
}

// pascalName is a name that CloudFormation does not have, as it would look there.
func pascalName(path string) string {
	var out strings.Builder
	starts := true
	for i := range len(path) {
		switch c := path[i]; {
		case c == '_':
			starts = true
		case starts && isLower(c):
			out.WriteByte(c - 'a' + 'A')
			starts = false
		default:
			out.WriteByte(c)
			starts = c == '.'
		}
	}
	return out.String()
}

func (n naming) join(at, name string) string {
	if at == "" {
		return n.spell(name)
	}
	return at + "." + n.spell(name)
}

// spell is a path of CloudFormation's as the author spells it.
func (n naming) spell(path string) string {
	path = strings.TrimPrefix(path, "^")
	if !n.snake || path == "" {
		return path
	}
	words := strings.Split(path, ".")
	for i := range words {
		words[i] = Snake(words[i])
	}
	return strings.Join(words, ".")
}

// follow finds what becomes of the object that stands at a path of the document: several things, where some elements
// of a list go one way and some another.
func (n naming) follow(at string) []*object {
	found := []*object{n.root}
	if at == "" {
		return found
	}
	for name := range strings.SplitSeq(at, ".") {
		var inside []*object
		for _, o := range found {
			for _, s := range o.says {
				same := s.name == name || n.snake && strings.EqualFold(s.name, squash(name))
				if same && s.inside != nil {
					inside = append(inside, s.inside)
				}
			}
		}
		found = inside
	}
	return found
}

// folded is the name of what a companion says, which its owner has under a place that bears the companion's suffix.
func (n naming) folded(path string) (string, bool) {
	if n.target != n.form.main {
		return "", false
	}
	place, rest, deeper := strings.Cut(path, ".")
	for _, c := range n.form.companions {
		if !strings.HasSuffix(c.typ, "_"+place) {
			continue
		}
		if deeper {
			return c.root.name(rest)
		}
		name, _, _ := strings.Cut(c.when.path+c.each, ".")
		return name, name != ""
	}
	return "", false
}

// name is the way from the object to what is at a path of Terraform's. What CloudFormation does not have stands below
// what it does.
func (o *object) name(path string) (string, bool) {
	if name, ok := o.exact(path); ok {
		return name, true
	}
	for _, s := range o.says {
		if s.leads(path) {
			return s.name, true
		}
	}
	if stem, last := cutLast(path); stem != "" {
		if name, ok := o.name(stem); ok {
			return name + "." + pascalName(last), true
		}
	}
	return "", false
}

// exact finds what goes to a path: rather a member of the object than one of an object in it.
func (o *object) exact(path string) (string, bool) {
	for _, near := range [...]bool{true, false} {
		for _, s := range o.says {
			if near != (len(s.path) > 0) {
				continue
			}
			if name, ok := s.exact(path); ok {
				return name, true
			}
		}
	}
	return "", false
}

func (s say) exact(path string) (string, bool) {
	if len(s.path) == 0 {
		name, ok := s.inside.exact(path)
		if s.pick.path == "Key" {
			name = s.pick.words[0] // the value of that key
		}
		return s.name + "." + name, ok
	}
	to := strings.Join(s.path, ".")
	if path == to {
		return s.name, true
	}
	rest, ok := strings.CutPrefix(path, to+".")
	switch {
	case !ok:
		return "", false
	case s.inside == nil:
		return s.name + "." + rest, true
	}
	name, ok := s.inside.exact(rest)
	return s.name + "." + name, ok
}

// ending finds what goes to a path that is the end of a longer one: it stands in a block that nobody wrote.
func (o *object) ending(path string) (string, bool) {
	for _, s := range o.says {
		if s.inside == nil && strings.HasSuffix(strings.Join(s.path, "."), "."+path) {
			return s.name, true
		}
		if s.inside == nil || len(s.path) > 0 {
			continue
		}
		if name, ok := s.inside.ending(path); ok {
			return s.name + "." + name, true
		}
	}
	return "", false
}

// leads tells whether the property goes to somewhere below the path.
func (s say) leads(path string) bool {
	if len(s.path) > 0 {
		return strings.HasPrefix(strings.Join(s.path, "."), path+".")
	}
	for _, inner := range s.inside.says {
		if inner.leads(path) {
			return true
		}
	}
	return false
}

// Mains are the types that stand for a CloudFormation type itself, without companions that are made of a piece of it;
// none where the table does not have it.
func Mains(typ string) []string {
	m := mappingOf(typ)
	if m == nil {
		return nil
	}
	var types []string
	for _, f := range m.forms {
		if f.main != nil {
			types = append(types, f.main.typ)
		}
	}
	return types
}

// Makes are the types of the resources that a CloudFormation type becomes, the main ones first; the type itself where
// the table does not have it.
func Makes(typ string) []string {
	m := mappingOf(typ)
	if m == nil {
		return []string{typ}
	}
	types := Mains(typ)
	for _, f := range m.forms {
		for _, c := range f.companions {
			types = append(types, c.typ)
		}
	}
	return types
}
