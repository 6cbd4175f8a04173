package cfnmap

import "strings"

// naming says a resource's paths in the words of the document it is made from.
type naming struct {
	*target
	snake bool // an awscc_* resource: CloudFormation's names, as Terraform spells them
}

// Name is what an author calls the path below the place whose name is at. A path that has no name keeps Terraform's.
func (n naming) Name(at, path string) string {
	for _, o := range n.follow(at) {
		if name, ok := o.name(path); ok {
			return n.join(at, name)
		}
	}
	if at == "" {
		if name, ok := n.folded(path); ok {
			return n.join("", name)
		}
		return path
	}
	return at + "." + path
}

func (n naming) join(at, name string) string {
	if n.snake {
		words := strings.Split(name, ".")
		for i := range words {
			words[i] = snake(words[i])
		}
		name = strings.Join(words, ".")
	}
	if at == "" {
		return name
	}
	return at + "." + name
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
		if c.typ != n.typ+"_"+place {
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

// name is the way from the object to what is at a path of Terraform's.
func (o *object) name(path string) (string, bool) {
	for _, s := range o.says {
		if name, ok := s.exact(path); ok {
			return name, true
		}
	}
	// A block that CloudFormation does not have is named by the first thing in it.
	for _, s := range o.says {
		if s.leads(path) {
			return s.name, true
		}
	}
	return "", false
}

func (s say) exact(path string) (string, bool) {
	if len(s.path) == 0 {
		if s.pick.path != "" && len(s.pick.words) == 1 {
			if _, ok := s.inside.name(path); ok {
				return s.name + "." + s.pick.words[0], true
			}
			return "", false
		}
		for _, inner := range s.inside.says {
			if name, ok := inner.exact(path); ok {
				return s.name + "." + name, true
			}
		}
		return "", false
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
	name, ok := s.inside.name(rest)
	return s.name + "." + name, ok
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
