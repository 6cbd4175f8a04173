package cfnmap

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

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
