package vocabulary

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed schema/cloudformation.txt
var cloudFormationText string

// Properties are what may stand in a CloudFormation resource, or in an object of one, sorted by name. An object may
// hold itself. They are shared by all who ask and must not be changed.
type Properties struct {
	List []Property
}

// A Property is one name of CloudFormation's.
type Property struct {
	Name   string
	Kind   Kind        // of the value, or of the elements of a collection
	Many   Many        // whether it is a collection
	Inside *Properties // of an Object
}

// Kind is what a property's value is.
type Kind uint8

const (
	Text Kind = iota
	Number
	Flag
	JSON   // anything, mostly a policy
	Tag    // {Key, Value}
	Object // has Properties
)

// Many is the collection that a property's value is.
type Many uint8

const (
	One Many = iota
	ListOf
	MapOf
)

// cloudFormation has the parsed types, by name.
var cloudFormation sync.Map // of *Properties

// CloudFormation returns the properties of a type such as "AWS::S3::Bucket", or nil where no table maps it.
func CloudFormation(typ string) *Properties {
	if p, ok := cloudFormation.Load(typ); ok {
		return p.(*Properties)
	}
	if !strings.HasPrefix(typ, "AWS::") || strings.ContainsAny(typ, ". \n") {
		return nil
	}
	line, ok := find(cloudFormationText, typ)
	if !ok {
		return nil
	}
	o := objects{typ: line[:len(typ)], parsed: map[string]*Properties{}}
	p, _ := cloudFormation.LoadOrStore(o.typ, o.properties(line))
	return p.(*Properties)
}

// CloudFormationTypes yields the names of all types, in order.
func CloudFormationTypes(yield func(typ string) bool) {
	for line := range strings.Lines(cloudFormationText) {
		name, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if strings.HasPrefix(name, "AWS::") && !strings.Contains(name, ".") && !yield(name) {
			return
		}
	}
}

// Property returns the property of that name, or nil.
func (p *Properties) Property(name string) *Property {
	if p == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(p.List, name, func(p Property, name string) int { return cmp.Compare(p.Name, name) })
	if !ok {
		return nil
	}
	return &p.List[i]
}

// Has tells whether a dotted path without indexes exists. Below a map and free JSON every path does.
func (p *Properties) Has(path string) bool {
	name, below, deeper := strings.Cut(path, ".")
	found := p.Property(name)
	if found == nil || !deeper {
		return found != nil
	}
	if found.Many == MapOf {
		_, below, deeper = strings.Cut(below, ".")
	}
	return !deeper || found.Kind == JSON || found.Inside.Has(below) || found.Kind == Tag && (below == "Key" || below == "Value")
}

// objects are those of one type, while its lines are parsed.
type objects struct {
	typ    string
	parsed map[string]*Properties // by name, also those that are not complete
}

func (o *objects) named(name string) *Properties {
	if p := o.parsed[name]; p != nil {
		return p
	}
	line, ok := find(cloudFormationText, o.typ+"."+name)
	if !ok {
		panic("vocabulary: no line has the object " + o.typ + "." + name)
	}
	p := new(Properties)
	o.parsed[name] = p
	p.List = o.properties(line).List
	return p
}

// properties reads what follows the name in a line.
func (o *objects) properties(line string) *Properties {
	_, words, _ := strings.Cut(line, " ")
	p := &Properties{List: make([]Property, 0, strings.Count(words, " ")+1)}
	for word := range strings.FieldsSeq(words) {
		name, typ, _ := strings.Cut(word, ":")
		property := Property{Name: name}
		if inner, ok := strings.CutPrefix(typ, "list("); ok {
			property.Many, typ = ListOf, strings.TrimSuffix(inner, ")")
		} else if inner, ok := strings.CutPrefix(typ, "map("); ok {
			property.Many, typ = MapOf, strings.TrimSuffix(inner, ")")
		}
		o.kind(&property, typ)
		p.List = append(p.List, property)
	}
	return p
}

func (o *objects) kind(p *Property, typ string) {
	switch typ {
	case "", "string":
		p.Kind = Text
	case "number":
		p.Kind = Number
	case "bool":
		p.Kind = Flag
	case "json":
		p.Kind = JSON
	case "tag":
		p.Kind = Tag
	default:
		p.Kind, p.Inside = Object, o.named(typ)
	}
}
