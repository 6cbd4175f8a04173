package compact

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A body is what stands between the braces of a type, a block or an object. Equal bodies are one body, so that what
// many types have in common (timeouts, above all) is found by its number of uses.
type body struct {
	entries   []entry
	inlined   string         // the text with every inner body written out: what makes two bodies equal
	free      []string       // names of recursive blocks whose enclosing block lies outside
	recursive bool           // contains a block that repeats this body
	uses      int            // how many entries have this body
	names     map[string]int // … by the entry's name
	shared    string         // the name it is written under once for all, or ""
}

// An entry is an attribute or a block, its text cut where the inner body goes.
type entry struct {
	name       string
	head, tail string
	inside     *body // nil where there is none
	recursive  bool
}

// A builder turns the provider's schema into bodies.
type builder struct {
	bodies map[string]*body // by their inlined text
}

func (b *builder) content(c content, path string) (*body, error) {
	var entries []entry
	for _, name := range slices.Sorted(maps.Keys(c.Attributes)) {
		e, err := b.attribute(name, c.Attributes[name], path+"."+name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Blocks)) {
		if _, clash := c.Attributes[name]; clash {
			return nil, fmt.Errorf("%s.%s is both an attribute and a block", path, name)
		}
		e, err := b.block(name, c.Blocks[name], path+"."+name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return &body{entries: entries}, nil
}

func (b *builder) attribute(name string, a attribute, path string) (entry, error) {
	flag, err := flagOf(a)
	if err != nil {
		return entry{}, fmt.Errorf("%s: %w", path, err)
	}
	if !plain(name) {
		return entry{}, fmt.Errorf("%s: a name the grammar has no place for", path)
	}
	head, tail, object, err := typeText(a.Type)
	if err != nil {
		return entry{}, fmt.Errorf("%s: %w", path, err)
	}
	e := entry{name: name, head: name + flag, tail: tail}
	if head != "" || object {
		e.head += ":" + head
	}
	if object != (a.Attributes != nil) {
		return entry{}, fmt.Errorf("%s: type %s does not agree with its inner attributes", path, a.Type)
	}
	if object {
		inside, err := b.content(content{Attributes: a.Attributes}, path)
		if err != nil {
			return entry{}, err
		}
		e.inside = b.intern(inside, name)
	}
	return e, nil
}

func (b *builder) block(name string, bl block, path string) (entry, error) {
	if !plain(name) {
		return entry{}, fmt.Errorf("%s: a name the grammar has no place for", path)
	}
	nesting, err := nestingText(bl)
	if err != nil {
		return entry{}, fmt.Errorf("%s: %w", path, err)
	}
	e := entry{name: name, head: name + nesting}
	switch {
	case bl.Recursive:
		e.recursive = true
	case bl.Opaque:
		e.tail = "*"
	default:
		inside, err := b.content(bl.content, path)
		if err != nil {
			return entry{}, err
		}
		e.inside = b.intern(inside, name)
	}
	return e, nil
}

// intern returns the one body that is equal to this, which is the inside of an entry called name.
func (b *builder) intern(inside *body, name string) *body {
	inside.inlined = "{" + inside.text(func(e entry) string {
		if e.recursive {
			return "^"
		}
		return e.inside.inlined
	}) + "}"
	inside.free, inside.recursive = inside.recursion(name)
	if inside.recursive {
		// Bodies that repeat themselves differ by the name they repeat themselves under.
		inside.inlined += "^" + name
	}
	if same := b.bodies[inside.inlined]; same != nil {
		return same
	}
	inside.names = map[string]int{}
	b.bodies[inside.inlined] = inside
	return inside
}

// recursion returns the names of the recursive blocks inside that the body of a block called name leaves open, and
// whether it closes any.
func (b *body) recursion(name string) (free []string, closes bool) {
	for _, e := range b.entries {
		switch {
		case e.recursive:
			free = append(free, e.name)
		case e.inside != nil:
			free = append(free, e.inside.free...)
		}
	}
	slices.Sort(free)
	free = slices.Compact(free)
	at, closes := slices.BinarySearch(free, name)
	if closes {
		free = slices.Delete(free, at, at+1)
	}
	return free, closes
}

// check holds what share and written rely on: a body that repeats itself stands on its own.
func (b *builder) check() error {
	for _, inside := range b.bodies {
		if inside.recursive && len(inside.free) > 0 {
			return fmt.Errorf("a recursive block inside repeats %v, farther out than another one", inside.free)
		}
	}
	return nil
}

// text joins the entries; inside gives the text of an entry's inner body.
func (b *body) text(inside func(entry) string) string {
	var out strings.Builder
	for i, e := range b.entries {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(e.head)
		if e.inside != nil || e.recursive {
			out.WriteString(inside(e))
		}
		out.WriteString(e.tail)
	}
	return out.String()
}

// count counts the uses of all inner bodies; a body that is used several times uses its own inner ones once, as it
// will be written once.
func (b *body) count() {
	for _, e := range b.entries {
		if e.inside == nil {
			continue
		}
		e.inside.uses++
		e.inside.names[e.name]++
		if e.inside.uses == 1 {
			e.inside.count()
		}
	}
}

func flagOf(a attribute) (string, error) {
	switch {
	case a.Required && !a.Optional && !a.Computed:
		return "!", nil
	case !a.Required && a.Optional && a.Computed:
		return "?", nil
	case !a.Required && a.Optional:
		return "", nil
	case !a.Required && a.Computed:
		return "=", nil
	}
	return "", fmt.Errorf("flags that make no sense: %+v", a)
}

func nestingText(b block) (string, error) {
	flag := ""
	if b.Required {
		flag = "!"
	}
	switch {
	case b.Nesting == "single" && b.MaxItems <= 1:
		return flag + "/single", nil
	case b.Nesting != "list" && b.Nesting != "set":
	case b.MaxItems == 0:
		return flag + "/" + b.Nesting, nil
	case b.MaxItems == 1:
		return flag + "/" + b.Nesting + "1", nil
	}
	return "", fmt.Errorf("unknown nesting %s of at most %d", b.Nesting, b.MaxItems)
}

// typeText returns a type's text, cut where the inside of an object goes, and whether there is one.
func typeText(typ string) (head, tail string, object bool, err error) {
	switch typ {
	case "string":
		return "", "", false, nil
	case "number", "bool", "any":
		return typ, "", false, nil
	case "object":
		return "", "", true, nil
	}
	collection, element, ok := strings.Cut(strings.TrimSuffix(typ, ")"), "(")
	if !ok || !slices.Contains([]string{"list", "set", "map"}, collection) {
		return "", "", false, fmt.Errorf("unknown type %s", typ)
	}
	head, tail, object, err = typeText(element)
	if head == "" { // strings or objects, which go without parentheses
		return collection, tail, object, err
	}
	return collection + "(" + head, tail + ")", object, err
}

func plain(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}
