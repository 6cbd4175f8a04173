package compact

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

const (
	reference = "../../../../../shared/reference" // beside the repository, where there is one
	written   = "../../../../model/vocabulary/schema"
	table     = "../../../../parser/cfnmap/table.txt"
)

func needReference(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(reference); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no schemas at %s", reference)
	}
}

func TestWrittenIsCurrent(t *testing.T) {
	needReference(t)
	files, err := Files(reference, table)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(written, name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the schemas say; run make schema", name)
		}
	}
}

// What is read from the written files is all that the source says, and no more.
func TestNothingIsLost(t *testing.T) {
	needReference(t)
	for _, provider := range providers {
		src, err := read(filepath.Join(reference, "terraform-schema-"+provider+".json.gz"))
		if err != nil {
			t.Fatal(err)
		}
		if got := vocabulary.Version(provider); got != src.Version {
			t.Errorf("version of %s is %s, want %s", provider, got, src.Version)
		}
		for name, c := range src.Resources {
			compare(t, name, vocabulary.Resource(name), c, nil)
		}
		for name, c := range src.DataSources {
			compare(t, "data."+name, vocabulary.Data(name), c, nil)
		}
		compare(t, "provider."+provider, vocabulary.Provider(provider), src.Config, nil)
	}
}

// compare follows the source, so it ends where that does; enclosing are the blocks around it by their names.
func compare(t *testing.T, path string, got *vocabulary.Schema, want content, enclosing map[string]*vocabulary.Schema) {
	t.Helper()
	if got == nil {
		t.Errorf("%s is missing", path)
		return
	}
	if len(got.Attributes) != len(want.Attributes) || len(got.Blocks) != len(want.Blocks) {
		t.Errorf("%s has %d attributes and %d blocks, want %d and %d",
			path, len(got.Attributes), len(got.Blocks), len(want.Attributes), len(want.Blocks))
	}
	for name, a := range want.Attributes {
		compareAttribute(t, path+"."+name, got.Attribute(name), a)
	}
	for name, b := range want.Blocks {
		compareBlock(t, path+"."+name, got.Block(name), b, enclosing)
	}
}

func compareAttribute(t *testing.T, path string, got *vocabulary.Attribute, want attribute) {
	t.Helper()
	if got == nil {
		t.Errorf("%s is missing", path)
		return
	}
	if got.Required != want.Required || got.Optional != want.Optional || got.Computed != want.Computed {
		t.Errorf("%s is %+v, want %+v", path, *got, want)
	}
	if typ := typeName(got); typ != want.Type {
		t.Errorf("the type of %s is %s, want %s", path, typ, want.Type)
	}
	if want.Attributes != nil {
		compare(t, path, got.Nested, content{Attributes: want.Attributes}, nil)
	}
}

// typeName is the type in the source's words.
func typeName(a *vocabulary.Attribute) string {
	name := a.Type.FriendlyNameForConstraint()
	name = strings.ReplaceAll(name, "any type", "any")
	head := strings.ReplaceAll(name, " of ", "(")
	return head + strings.Repeat(")", strings.Count(head, "("))
}

func compareBlock(t *testing.T, path string, got *vocabulary.Block, want block, enclosing map[string]*vocabulary.Schema) {
	t.Helper()
	if got == nil {
		t.Errorf("%s is missing", path)
		return
	}
	nesting := map[string]vocabulary.Nesting{"list": vocabulary.List, "set": vocabulary.Set, "single": vocabulary.Single}
	single := want.MaxItems == 1 || want.Nesting == "single"
	if got.Nesting != nesting[want.Nesting] || got.Single != single || got.Required != want.Required || got.Opaque != want.Opaque {
		t.Errorf("%s is %+v, want %+v", path, *got, want)
	}
	switch {
	case want.Opaque:
	case want.Recursive:
		if got.Schema != enclosing[got.Name] {
			t.Errorf("%s is not the block that encloses it", path)
		}
	default:
		inner := maps.Clone(enclosing)
		if inner == nil {
			inner = map[string]*vocabulary.Schema{}
		}
		inner[got.Name] = got.Schema
		compare(t, path, got.Schema, want.content, inner)
	}
}

func TestTypeText(t *testing.T) {
	for typ, want := range map[string]string{
		"string":            "",
		"bool":              "bool",
		"any":               "any",
		"list(string)":      "list",
		"map(number)":       "map(number)",
		"list(map(string))": "list(map)",
		"object":            "{}",
		"set(object)":       "set{}",
		"set(list(object))": "set(list{})",
	} {
		head, tail, object, err := typeText(typ)
		if object {
			head += "{}"
		}
		if got := head + tail; err != nil || got != want {
			t.Errorf("%s is written %q, want %q (%v)", typ, got, want, err)
		}
	}
	for _, typ := range []string{"", "tuple", "list", "tuple(string)", "list(tuple)"} {
		if _, _, _, err := typeText(typ); err == nil {
			t.Errorf("%q is taken for a type", typ)
		}
	}
}

// A body that several types have is written once, and one that repeats itself is part of itself.
func TestRender(t *testing.T) {
	timeouts := block{Nesting: "single", content: content{Attributes: map[string]attribute{
		"create_or_some_other_long_name": {Type: "string", Optional: true},
		"delete_or_some_other_long_name": {Type: "number", Optional: true, Computed: true},
	}}}
	statement := block{Nesting: "list", MaxItems: 1, Required: true, content: content{Blocks: map[string]block{
		"not": {Nesting: "list", content: content{Blocks: map[string]block{
			"statement": {Nesting: "set", Recursive: true},
		}}},
		"rest": {Nesting: "list", Opaque: true},
	}}}
	got, err := render(&source{
		Provider: "test", Version: "1.2.3",
		Resources: map[string]content{
			"test_a": {Blocks: map[string]block{"timeouts": timeouts}},
			"test_b": {
				Attributes: map[string]attribute{"id": {Type: "string", Computed: true}, "x": {Type: "any", Required: true}},
				Blocks:     map[string]block{"statement": statement, "timeouts": timeouts},
			},
			"test_c": {},
		},
		DataSources: map[string]content{"test_a": {Blocks: map[string]block{"timeouts": timeouts}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `@statement not/list{statement/set@statement} rest/list*
@timeouts create_or_some_other_long_name delete_or_some_other_long_name?:number
data.test_a timeouts/single@timeouts
provider.test
test_a timeouts/single@timeouts
test_b id= x!:any statement!/list1@statement timeouts/single@timeouts
test_c
`
	if _, lines, _ := strings.Cut(string(got), "\n#\n@"); "@"+lines != want {
		t.Errorf("got\n%s", got)
	}
}

func TestPropertyType(t *testing.T) {
	for typ, want := range map[string]string{
		"string": "", "integer": ":number", "boolean": ":bool", "list(tag)": ":list(tag)", "ref:Rule": ":Rule",
		"list(ref:Rule)": ":list(Rule)", "map(string)": ":map(string)", "union(json|string)": ":json", "union(string|integer)": ":string",
		"union(string|ref:X)": ":X", "list(list(string))": ":list(json)", "map(ref:X)": ":map(X)",
	} {
		got, _, err := propertyType(typ)
		if err != nil || got != want {
			t.Errorf("%s is written %q, want %q (%v)", typ, got, want, err)
		}
	}
	for _, typ := range []string{"", "tuple", "list(tuple)"} {
		if _, _, err := propertyType(typ); err == nil {
			t.Errorf("%q is taken for a type", typ)
		}
	}
}
