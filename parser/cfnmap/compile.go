package cfnmap

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

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
	keyed  string // the attribute for the keys of a map of objects
	// free is the structure of a value that becomes JSON.
	free *vocabulary.Property
}

// A shape is what the schema wants at a place.
type shape struct {
	kind    kind
	element kind
}

type kind uint8

const (
	anyKind kind = iota
	textKind
	numberKind
	flagKind
	listKind
	mapKind
	blocksKind // a list of objects
	objectKind
)

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
	m := &mapping{typ: strings.Clone(typ), properties: vocabulary.CloudFormation(typ)}
	for i := range found {
		m.forms = append(m.forms, m.form(&found[i]))
	}
	kept, _ := mappings.LoadOrStore(m.typ, m)
	return kept.(*mapping)
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
		t.compile(i == 0, claimed)
		if i == 0 {
			f.main = t
		} else {
			f.companions = append(f.companions, t)
		}
	}
	return f
}

// A tree has the rules of a part by the property they are about.
type tree struct {
	rules    []rule
	children map[string][]*tree // by name; several where elements are picked
	pick     test
}

func (t *tree) add(r rule) {
	for _, s := range r.from {
		t = t.child(s)
	}
	t.rules = append(t.rules, r)
}

// claim notes that a property is spoken of, without a rule.
func (t *tree) claim(path string) {
	if path != "" {
		for name := range strings.SplitSeq(path, ".") {
			t = t.child(segment{name: name})
		}
	}
}

func (t *tree) child(s segment) *tree {
	for _, c := range t.children[s.name] {
		if c.pick.path == s.pick.path && slices.Equal(c.pick.words, s.pick.words) && c.pick.not == s.pick.not {
			return c
		}
	}
	c := &tree{pick: s.pick}
	if t.children == nil {
		t.children = map[string][]*tree{}
	}
	t.children[s.name] = append(t.children[s.name], c)
	return c
}

// speaksOf tells whether a rule is about the property or something in it.
func (t *tree) speaksOf(name string) bool {
	return t != nil && len(t.children[name]) > 0
}

// compiler makes the objects of one target.
type compiler struct {
	*target
	thing string
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

func (t *target) compile(main bool, claimed *tree) {
	own := new(tree)
	for _, r := range t.rules {
		own.add(r)
	}
	_, thing, _ := strings.Cut(strings.TrimPrefix(t.of.typ, "AWS::"), "::")
	c := &compiler{target: t, thing: thing, byRule: map[pair]*object{}}
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
		if !spoken && byRule && !claimed.speaksOf(p.Name) {
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

// only is what is claimed inside a property, as far as the elements are concerned that t picks.
func (t *tree) only(name string, same *tree) *tree {
	if t == nil {
		return same
	}
	for _, c := range t.children[name] {
		if c.pick.path == same.pick.path && slices.Equal(c.pick.words, same.pick.words) && c.pick.not == same.pick.not {
			return c
		}
	}
	return same
}

// under tells whether all lines of a tree lead below a path.
func (t *tree) under(path string) bool {
	for _, r := range t.rules {
		if r.to != "!" && r.to != "." && !strings.HasPrefix(r.to, path+".") {
			return false
		}
	}
	for _, children := range t.children {
		for _, c := range children {
			if !c.under(path) {
				return false
			}
		}
	}
	return true
}

// line compiles one rule of a property.
func (c *compiler) line(p *vocabulary.Property, t, claimed *tree, into *anchor, r rule) move {
	m := move{when: r.when, pick: t.pick, fns: r.fns, many: p.Many == vocabulary.ListOf}
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

// argument is that of a function among fns, or "".
func argument(fns []fn, name string) string {
	for _, f := range fns {
		if f.name == name {
			return f.args[0]
		}
	}
	return ""
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
	m.keyed = argument(m.fns, "keyed")
	structured := p.Inside != nil && (p.Many != vocabulary.MapOf || m.keyed != "")
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

// shapeAt is the shape at a path, and the schema of the objects there, if they are objects.
func shapeAt(in *vocabulary.Schema, path []string) (shape, *vocabulary.Schema) {
	for i, name := range path {
		last := i == len(path)-1
		if b := in.Block(name); b != nil {
			if last {
				return shape{kind: blocksKind}, b.Schema
			}
			in = b.Schema
			continue
		}
		a := in.Attribute(name)
		if a == nil {
			return shape{}, nil
		}
		if last {
			return shapeOf(a.Type), a.Nested
		}
		in = a.Nested
	}
	return shape{}, nil
}

func shapeOf(t cty.Type) shape {
	switch {
	case t.IsObjectType():
		return shape{kind: objectKind}
	case t.IsMapType():
		return shape{mapKind, scalarKind(t.ElementType())}
	case t.IsCollectionType() && t.ElementType().IsObjectType():
		return shape{kind: blocksKind}
	case t.IsCollectionType():
		return shape{listKind, scalarKind(t.ElementType())}
	}
	return shape{kind: scalarKind(t)}
}

func scalarKind(t cty.Type) kind {
	switch t {
	case cty.String:
		return textKind
	case cty.Number:
		return numberKind
	case cty.Bool:
		return flagKind
	}
	return anyKind
}

// uncovered lists the paths of a schema that may be set and that nothing covers.
func uncovered(in *vocabulary.Schema, prefix string, covered map[string]bool) []string {
	var list []string
	for i := range in.Attributes {
		if a := &in.Attributes[i]; may(a) && !general(a.Name) {
			list = appendUncovered(list, a.Name, a.Nested, prefix, covered)
		}
	}
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Name != "timeouts" {
			list = appendUncovered(list, b.Name, b.Schema, prefix, covered)
		}
	}
	return list
}

func appendUncovered(list []string, name string, inside *vocabulary.Schema, prefix string, covered map[string]bool) []string {
	path := prefix + name
	if covered[path] {
		return list
	}
	for c := range covered {
		if strings.HasPrefix(c, path+".") {
			return append(list, uncovered(inside, path+".", covered)...)
		}
	}
	return append(list, path)
}

// general tells the attributes that resources have for Terraform's sake.
func general(name string) bool { return name == "id" || name == "region" || name == "tags_all" }
