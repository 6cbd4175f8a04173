// Package vocabulary holds the canonical words: Terraform's resource types and attribute names, at one pinned version
// of each provider, which every input is brought into. Other spellings of them and the platforms' defaults are tables
// beside it.
//
// The schemas are text, embedded as it is: nothing is built at start. A type's line is found by halving the file, and
// parsed when it is first asked for (line.go has the grammar).
package vocabulary

import (
	"sort"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
)

// A Schema is what may stand in a resource, a data source, a provider's configuration, a block or an object. It is
// shared by all who ask and must not be changed. A nil Schema has nothing.
type Schema struct {
	Attributes []Attribute // sorted by name
	Blocks     []Block     // sorted by name

	opaque  bool
	once    sync.Once
	implied cty.Type
}

// An Attribute is set with an equals sign. One whose type holds objects may be written as blocks, too.
type Attribute struct {
	Name     string
	Type     cty.Type
	Required bool
	Optional bool
	Computed bool    // the provider's to set: always, or where Optional and left out
	Nested   *Schema // the inside of the objects that Type holds, or nil
}

// A Block is a nested block. Its Schema may be one of those that enclose it: a walk must be led by an input, or stop
// by itself.
type Block struct {
	Name     string
	Nesting  Nesting
	Single   bool // at most one; where false, there may still be a limit that the schema does not state
	Required bool // at least one
	Opaque   bool // the inside is unknown, any path below is right
	*Schema

	recursive bool // the Schema encloses this block
}

// Nesting is the collection that the blocks of one name make up.
type Nesting uint8

const (
	List Nesting = iota
	Set
	Single // no collection: one object
)

// Resource returns the schema of a managed resource type, or nil where no schema has it. What a provider no longer
// has stands among the built-in ones.
func Resource(typ string) *Schema {
	f := fileOf(typ)
	if s := f.schema(&f.resources, "", typ); s != nil || f == &builtin {
		return s
	}
	return builtin.schema(&builtin.resources, "", typ)
}

// Data returns the schema of a data source, or nil.
func Data(typ string) *Schema {
	f := fileOf(typ)
	return f.schema(&f.data, "data.", typ)
}

// Provider returns the schema of a provider's own configuration block, or nil. The name is the provider's type, not
// the local name that a module may give it.
func Provider(name string) *Schema {
	f := fileOf(name)
	return f.schema(&f.providers, "provider.", name)
}

// Version returns the version of the provider that its schema was taken from, or "".
func Version(name string) string {
	first, _, _ := strings.Cut(*fileOf(name).text, "\n")
	version, ok := strings.CutPrefix(first, "# hashicorp/"+name+" ")
	if !ok {
		return ""
	}
	return version
}

// Attribute returns the attribute of that name, or nil.
func (s *Schema) Attribute(name string) *Attribute {
	if s == nil {
		return nil
	}
	i := sort.Search(len(s.Attributes), func(i int) bool { return s.Attributes[i].Name >= name })
	if i == len(s.Attributes) || s.Attributes[i].Name != name {
		return nil
	}
	return &s.Attributes[i]
}

// Block returns the block of that name, or nil.
func (s *Schema) Block(name string) *Block {
	if s == nil {
		return nil
	}
	i := sort.Search(len(s.Blocks), func(i int) bool { return s.Blocks[i].Name >= name })
	if i == len(s.Blocks) || s.Blocks[i].Name != name {
		return nil
	}
	return &s.Blocks[i]
}

// Has tells whether a dotted path without indexes ("ebs_block_device.encrypted") exists. Below a map, an attribute of
// any type and an opaque block every path does.
func (s *Schema) Has(path string) bool {
	if s == nil {
		return false
	}
	if s.opaque {
		return true
	}
	name, below, deeper := strings.Cut(path, ".")
	if b := s.Block(name); b != nil {
		return !deeper || b.Schema.Has(below)
	}
	a := s.Attribute(name)
	if a == nil || !deeper {
		return a != nil
	}
	return free(a.Type) || a.Nested.Has(below)
}

// free tells whether a value of this type, or its elements, may have any key.
func free(t cty.Type) bool {
	for t.IsListType() || t.IsSetType() {
		t = t.ElementType()
	}
	return t.IsMapType() || t == cty.DynamicPseudoType
}

// ImpliedType is the type of the object that a whole instance is: its attributes, and its blocks as lists, sets or
// objects. Where the inside of a block is unknown or goes on without end it is any type; blocks that contain a value
// of any type are any type themselves, as elements of a list that differ in type would make it no list.
func (s *Schema) ImpliedType() cty.Type {
	if s == nil || s.opaque {
		return cty.DynamicPseudoType
	}
	s.once.Do(func() {
		types := make(map[string]cty.Type, len(s.Attributes)+len(s.Blocks))
		for i := range s.Attributes {
			types[s.Attributes[i].Name] = s.Attributes[i].Type
		}
		for i := range s.Blocks {
			types[s.Blocks[i].Name] = s.Blocks[i].impliedType()
		}
		s.implied = cty.Object(types)
	})
	return s.implied
}

func (b *Block) impliedType() cty.Type {
	if b.recursive {
		return cty.DynamicPseudoType
	}
	inside := b.Schema.ImpliedType()
	if b.Nesting == Single {
		return inside
	}
	if inside.HasDynamicTypes() {
		return cty.DynamicPseudoType
	}
	if b.Nesting == Set {
		return cty.Set(inside)
	}
	return cty.List(inside)
}

// ResourceTypes yields the managed resource types that a schema has, of the provider whose name the given type starts
// with.
func ResourceTypes(like string, yield func(typ string) bool) {
	for line := range strings.Lines(*fileOf(like).text) {
		typ, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if typ != "" && plain(typ) && !yield(typ) {
			return
		}
	}
}

// Identifies tells the attributes by which others name a resource: it has them as soon as it exists, and they are
// never "".
func Identifies(attribute string) bool {
	switch attribute {
	case "id", "arn", "name", "bucket", "cluster_identifier", "identifier", "key_id", "target_key_arn", "target_key_id",
		"bucket_domain_name", "bucket_regional_domain_name", "cloudfront_access_identity_path", "execution_arn", "invoke_arn":
		return true
	}
	return false
}
