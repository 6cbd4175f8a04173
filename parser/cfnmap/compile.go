package cfnmap

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// A mapping is what becomes of a CloudFormation type: the table's lines and the rule, brought together with both
// schemas. It is made when a type is first met, and must not be changed.
type mapping struct {
	typ        string
	properties *vocabulary.Properties
	forms      []*form // the first whose test a document passes
}

// A form is a main resource and its companions.
type form struct {
	main       *target // nil where companions are all there is
	companions []*target
	names      map[string]string
}

// A target is one Terraform resource that is made.
type target struct {
	part
	of     *mapping
	form   *form
	schema *vocabulary.Schema
	root   *object
	names  sync.Map // what paths from the top are called, as far as they were asked for
}

// An object says what becomes of the members of a CloudFormation object.
type object struct {
	members map[string]*member
	// says has the members in order, for the way back from Terraform's names.
	says []say
	// uncovered are the paths, in the Terraform object around, that no property is known to set.
	uncovered []string
	// partial tells that what is not here is dealt with elsewhere.
	partial bool
}

// A member is a property. One without moves has no counterpart here.
type member struct {
	moves []move
	// picked tells that all moves are of some elements: another element is of those that are not mapped.
	picked bool
}

type say struct {
	name string
	*move
}

// A move puts a property's value, or a part of it, somewhere.
type move struct {
	path   []string // in the Terraform object; empty where the value's members go there each by itself
	when   test     // asked of the object that the property is in
	pick   test     // asked of each element
	fns    []fn
	shape  shape
	many   bool // the property is a list
	inside *object
	keyed  []string // the attribute for the keys of a map of objects; and that for the values, where they are scalars
	// free is the structure of a value that becomes JSON.
	free *vocabulary.Property
}

var mappings sync.Map // of *mapping, by type

// mappingOf returns the mapping of a type, or nil where the table has none.
func mappingOf(typ string) *mapping {
	if m, ok := mappings.Load(typ); ok {
		return m.(*mapping)
	}
	found := sections(typ)
	if len(found) == 0 {
		return nil
	}
	m := &mapping{typ: strings.Clone(typ), properties: withLifecycle(vocabulary.CloudFormation(typ), found)}
	for i := range found {
		m.forms = append(m.forms, m.form(&found[i]))
	}
	kept, _ := mappings.LoadOrStore(m.typ, m)
	return kept.(*mapping)
}

// lifecycle are the policies that stand beside the properties, as lines of the table name them.
var lifecycle = [...]string{"^DeletionPolicy", "^UpdateReplacePolicy"}

// withLifecycle adds those of the policies that a line is about.
func withLifecycle(properties *vocabulary.Properties, sections []section) *vocabulary.Properties {
	named := func(name string) bool {
		return slices.ContainsFunc(sections, func(s section) bool {
			return slices.ContainsFunc(s.main.rules, func(r rule) bool { return r.from[0].name == name })
		})
	}
	all := properties
	for _, name := range lifecycle {
		if named(name) {
			all = &vocabulary.Properties{List: append(slices.Clip(all.List), vocabulary.Property{Name: name})}
		}
	}
	return all
}

func (m *mapping) form(s *section) *form {
	f := &form{names: s.names}
	parts := append([]part{s.main}, s.companions...)
	claimed := new(tree)
	for i := range parts {
		for _, r := range parts[i].rules {
			claimed.add(r)
		}
		claimed.claim(parts[i].each)
	}
	for i := range parts {
		if parts[i].typ == "-" {
			continue
		}
		t := &target{part: parts[i], of: m, form: f, schema: vocabulary.Resource(parts[i].typ)}
		if t.schema == nil {
			panic("cfnmap: no schema has the type " + t.typ)
		}
		t.compile(i == 0, claimed, parts[1:])
		if i == 0 {
			f.main = t
		} else {
			f.companions = append(f.companions, t)
		}
	}
	return f
}

// compiler makes the objects of one target.
type compiler struct {
	*target
	thing string
	// shared are properties that companions use, too.
	shared map[string]bool
	// byRule has the objects that no line speaks of, so that one that holds itself ends.
	byRule map[pair]*object
}

type pair struct {
	properties *vocabulary.Properties
	schema     *vocabulary.Schema
}

// An anchor is the Terraform object into which members go.
type anchor struct {
	schema  *vocabulary.Schema
	path    string // of it in the resource, with a dot at the end
	covered map[string]bool
}

func (t *target) compile(main bool, claimed *tree, parts []part) {
	own := new(tree)
	for _, r := range t.rules {
		own.add(r)
	}
	_, thing, _ := strings.Cut(strings.TrimPrefix(t.of.typ, "AWS::"), "::")
	c := &compiler{target: t, thing: thing, byRule: map[pair]*object{}, shared: map[string]bool{}}
	if main {
		c.shared = shared(claimed, parts)
	}
	into := &anchor{schema: t.schema, covered: map[string]bool{}}
	for _, l := range t.links {
		into.covered[l.attr] = true
	}
	for _, path := range t.none {
		into.covered[path] = true
	}
	for _, i := range t.implied {
		into.covered[i.path] = true
	}
	t.root = c.object(t.of.properties, own, claimed, into, main)
	t.root.partial = !main
	t.root.uncovered = uncovered(into.schema, "", into.covered)
}

// shared are the properties that companions use and are not made from: those are the main resource's, too.
func shared(claimed *tree, companions []part) map[string]bool {
	names := map[string]bool{}
	for name := range claimed.children {
		names[name] = true
	}
	for i := range companions {
		for _, path := range [...]string{companions[i].each, companions[i].when.path} {
			name, _, _ := strings.Cut(path, ".")
			delete(names, name)
		}
	}
	return names
}

// object compiles the members of an object. byRule tells that those of which no line speaks follow the rule.
func (c *compiler) object(in *vocabulary.Properties, own, claimed *tree, into *anchor, byRule bool) *object {
	o := &object{members: map[string]*member{}}
	c.fill(o, in, own, claimed, into, byRule)
	return o
}

func (c *compiler) fill(o *object, in *vocabulary.Properties, own, claimed *tree, into *anchor, byRule bool) {
	for i := range in.List {
		p := &in.List[i]
		moves, spoken := c.explicit(p, own, claimed, into)
		if !spoken && byRule && (into.path == "" && c.shared[p.Name] || !claimed.speaksOf(p.Name)) {
			moves, spoken = c.ruled(p, into)
		}
		if !spoken && !claimed.speaksOf(p.Name) {
			continue
		}
		picked := len(moves) > 0 && !slices.ContainsFunc(moves, func(m move) bool { return m.pick.path == "" })
		o.members[p.Name] = &member{moves: moves, picked: picked}
		for n := range moves {
			o.says = append(o.says, say{p.Name, &o.members[p.Name].moves[n]})
		}
	}
}

// explicit follows the lines that speak of a property.
func (c *compiler) explicit(p *vocabulary.Property, own, claimed *tree, into *anchor) (moves []move, spoken bool) {
	if own == nil {
		return nil, false
	}
	for _, t := range own.children[p.Name] {
		spoken = true
		below := claimed.only(p.Name, t)
		for _, r := range t.rules {
			if r.to != "!" {
				moves = append(moves, c.line(p, t, below, into, r))
			}
		}
		if len(t.rules) > 0 || p.Inside == nil {
			continue
		}
		if name := counterpart(p.Name, c.thing, into.schema); name != "" && t.pick.path == "" && t.under(into.path+name) {
			moves = append(moves, c.line(p, t, below, into, rule{to: into.path + name}))
			continue
		}
		m := move{pick: t.pick, many: p.Many == vocabulary.ListOf}
		m.inside = c.object(p.Inside, t, below, into, false)
		m.inside.partial = t.pick.path != ""
		moves = append(moves, m)
	}
	return moves, spoken
}

// line compiles one rule of a property.
func (c *compiler) line(p *vocabulary.Property, t, claimed *tree, into *anchor, r rule) move {
	counts := slices.ContainsFunc(r.fns, func(f fn) bool { return f.name == "count" })
	m := move{when: r.when, pick: t.pick, fns: r.fns, many: p.Many == vocabulary.ListOf || counts}
	if r.to == "." {
		m.inside = c.object(p.Inside, t, claimed, into, true)
		return m
	}
	rest, ok := strings.CutPrefix(r.to, into.path)
	if !ok {
		panic(fmt.Sprintf("cfnmap: %s of %s is not below %s", r.to, c.typ, into.path))
	}
	return c.toward(p, t, claimed, into, m, rest)
}

// arguments are those of a function among fns, or nil.
func arguments(fns []fn, name string) []string {
	for _, f := range fns {
		if f.name == name {
			return f.args
		}
	}
	return nil
}

// ruled follows the rule for a property of which no line speaks.
func (c *compiler) ruled(p *vocabulary.Property, into *anchor) (moves []move, ok bool) {
	name := counterpart(p.Name, c.thing, into.schema)
	if name == "" || !fits(p, into.schema, name) {
		return nil, false
	}
	m := move{many: p.Many == vocabulary.ListOf}
	return []move{c.toward(p, nil, nil, into, m, name)}, true
}

// toward finishes a move to a place in the anchor.
func (c *compiler) toward(p *vocabulary.Property, t, claimed *tree, into *anchor, m move, rest string) move {
	into.covered[rest] = true
	m.path = strings.Split(rest, ".")
	var below *vocabulary.Schema
	m.shape, below = shapeAt(into.schema, m.path)
	m.keyed = arguments(m.fns, "keyed")
	structured := p.Inside != nil && (p.Many != vocabulary.MapOf || m.keyed != nil)
	switch {
	case structured && below != nil:
		m.inside = c.below(p, t, claimed, below, into.path+rest+".")
	case p.Kind == vocabulary.Object || p.Kind == vocabulary.JSON:
		m.free = p
	}
	return m
}

// below compiles the inside of an object that has one object as its counterpart.
func (c *compiler) below(p *vocabulary.Property, t, claimed *tree, schema *vocabulary.Schema, path string) *object {
	into := &anchor{schema: schema, path: path, covered: map[string]bool{}}
	for _, none := range c.none {
		if rest, ok := strings.CutPrefix(none, path); ok {
			into.covered[rest] = true
		}
	}
	if t != nil && len(t.children) > 0 {
		o := c.object(p.Inside, t, claimed, into, true)
		o.uncovered = uncovered(schema, "", into.covered)
		return o
	}
	key := pair{p.Inside, schema}
	if o := c.byRule[key]; o != nil {
		return o
	}
	o := &object{members: map[string]*member{}}
	c.byRule[key] = o
	c.fill(o, p.Inside, nil, nil, into, true)
	o.uncovered = uncovered(schema, "", into.covered)
	return o
}

// fits tells whether a property and its namesake are both structured or both not.
func fits(p *vocabulary.Property, in *vocabulary.Schema, name string) bool {
	_, below := shapeAt(in, []string{name})
	if p.Kind == vocabulary.JSON && below != nil {
		return len(below.Attributes) == 0 && len(below.Blocks) == 0 // {} is all that may be said
	}
	return (p.Inside != nil && p.Many != vocabulary.MapOf) == (below != nil) || tagLike(p)
}

// tagLike tells whether a property is a list of keys, or names, and values.
func tagLike(p *vocabulary.Property) bool {
	if p.Kind == vocabulary.Tag {
		return true
	}
	return p.Kind == vocabulary.Object && p.Many == vocabulary.ListOf && len(p.Inside.List) == 2 &&
		(p.Inside.List[0].Name == "Key" || p.Inside.List[0].Name == "Name") && p.Inside.List[1].Name == "Value"
}
