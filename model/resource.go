package model

import (
	"iter"
	"strings"
)

// Mode tells what a Resource stands for.
type Mode string

const (
	Managed  Mode = "managed"
	Data     Mode = "data"     // a data source
	Provider Mode = "provider" // a provider's own configuration
	Variable Mode = "variable" // a declared input and its default
	Call     Mode = "module"   // a call of a module: where it comes from, not what is in it
)

// Resource is one instance of what an author declared, or of what is deployed.
type Resource struct {
	Type    string // canonical, as Terraform says it: "aws_ebs_volume"
	Address string // as its author would: module.db.aws_ebs_volume.data[0], Data, an ARN
	// Block is the address without instance keys: all instances of one block
	// have the same.
	Block string
	Mode  Mode
	// Native is true where no table knows the type, so that its names are those
	// of its own format.
	Native   bool
	Location Range // the whole block
	// Body holds what the author wrote.
	Body Value
	// Source is the whole in its author's words, where Body is a translation that
	// may lack some of it; else nil.
	Source *Value
	// Folded holds what the graft put here: companions by place, old spellings
	// in the companions' shape. A path is looked up here first.
	Folded Members
	// Doubtful is true for an instance whose count or for_each is not known: it
	// stands for however many there will be, none included.
	Doubtful bool
	// Doubt is why, where more is known of that than Condition says; else "".
	Doubt string
	// Condition is a canonical text of what must hold for the instance to exist
	// where that is not known, with "!" before it for the opposite; else "".
	Condition string
	// Owner is the resource onto which the graft folded this one.
	Owner *Resource
	// PartOf is the resource that the author declared, where a table made this one
	// of a piece of it.
	PartOf *Resource
	Refs   []Ref // which attribute points at which resource
	Scope  *Scope
	// Region is where a resource of a live account lies, Global for what has no region; "" in code.
	Region string
	// Formerly is the address that the resource had before the change that the input
	// describes, "" where it is the same.
	Formerly string
	// Forgotten is true in a state before a change for what stays deployed after it
	// and is described no more.
	Forgotten bool
	// Replaced is true in a state before a change for what the change deletes and makes
	// anew.
	Replaced bool
	// Fate is what a template says becomes of the resource in the end: DeletionPolicy
	// and UpdateReplacePolicy.
	Fate Members
	// Names, where not nil, says paths in the author's words: Type and Body are in
	// others.
	Names Names
}

// Names says what a resource's author calls its attributes.
type Names interface {
	// Name is the author's name of what stands at a path below the place that he
	// calls at, which is "" for the whole resource.
	Name(at, path string) string
}

// Ref is a reference of an attribute to a resource.
type Ref struct {
	Path  string // of the attribute that refers, without indexes
	To    string // address of the resource it refers to, with instance key
	Attr  string // the attribute of it that is used, "" for the whole
	Exact bool   // the value is handed on unchanged, not built into something
}

// Global is the region of what an account has once.
const Global = "global"

// Near tells whether two resources may mean each other by a name that is given once in a region.
func (r *Resource) Near(other *Resource) bool {
	return r.Region == other.Region || r.Region == "" || other.Region == "" || r.Region == Global || other.Region == Global
}

// Neighbours yields the resources of a type that a resource has to do with if it has with any: of an account those that
// are near, else all of the scope.
func (r *Resource) Neighbours(typ string) iter.Seq[*Resource] {
	return func(yield func(*Resource) bool) {
		for _, other := range r.Scope.OfType(typ) {
			if r.Near(other) && !yield(other) {
				return
			}
		}
	}
}

// Unseen tells a resource of which nothing is known, not even that it exists: it
// stands for however many an account may have of its type.
func (r *Resource) Unseen() bool {
	return r.Doubtful && r.Body.State == Unknown && len(r.Body.Why.Alternatives) == 0
}

// At is the value at a dotted path, with the platform's default where the
// author wrote nothing.
func (r *Resource) At(path string) Value {
	start, below := r.start(path)
	v := start.at(below)
	if v.State == Known {
		return v
	}
	if fallback, has := r.fallback(path); has {
		return v.Or(fallback)
	}
	return v
}

// All is Value.All with folded places and defaults.
func (r *Resource) All(path string) func(yield func(Value) bool) {
	return func(yield func(Value) bool) { r.all(path, yield) }
}

func (r *Resource) all(path string, yield func(Value) bool) {
	start, below := r.start(path)
	fallback, has := r.fallback(path)
	if !has {
		start.walk(below, true, nil, yield)
		return
	}
	start.walk(below, true, nil, func(v Value) bool { return yield(v.Or(fallback)) })
}

// Each is Value.Each with folded places. Defaults have no elements.
func (r *Resource) Each(path string) func(yield func(Value) bool) {
	return func(yield func(Value) bool) { r.each(path, yield) }
}

func (r *Resource) each(path string, yield func(Value) bool) {
	start, below := r.start(path)
	start.each(below, yield)
}

// Within yields what stands at path in each element of the list, with the
// platform's default for an element that says nothing. No element, no value.
func (r *Resource) Within(list, path string) func(yield func(Value) bool) {
	return func(yield func(Value) bool) { r.within(list, path, yield) }
}

func (r *Resource) within(list, path string, yield func(Value) bool) {
	fallback, has := r.fallback(list + "." + path)
	for element := range r.Each(list) {
		for v := range element.All(path) {
			if has {
				v = v.Or(fallback)
			}
			if !yield(v) {
				return
			}
		}
	}
}

// start is the value in which a path starts, and the path below it: the body, or what
// is folded there.
func (r *Resource) start(path string) (*Value, string) {
	if len(r.Folded) > 0 {
		first, rest, _ := strings.Cut(path, ".")
		if folded := r.Folded.Find(first); folded != nil {
			return folded, rest
		}
	}
	return &r.Body, path
}

func (r *Resource) fallback(path string) (any, bool) {
	if r.Scope == nil || r.Scope.Defaults == nil {
		return nil, false
	}
	return r.Scope.Defaults.Default(r.Type, path, r.Scope.Format)
}

// RefsAt yields the references made by the attribute at path.
func (r *Resource) RefsAt(path string) func(yield func(Ref) bool) {
	return func(yield func(Ref) bool) {
		for _, ref := range r.Refs {
			if ref.Path == path && !yield(ref) {
				return
			}
		}
	}
}
