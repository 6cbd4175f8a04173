package formats

import (
	"bufio"
	"encoding/json"
	"io"
	"math"

	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Inspected is one scope with what could not be read of it.
type Inspected struct {
	Scope       *model.Scope // nil where nothing of it could be read
	Diagnostics diag.List
	Root        string // the scope's, relative to the boundary
	// Base is what paths are printed relative to, as in scan.Report; "" prints
	// them as they are.
	Base string
}

// Inspect writes the model as checks and policies see it, as JSON: one scope
// as an object, several as the list "scopes". As in Terraform's plan JSON, a
// value that is unknown is left out (null in a list), and true at its place in
// "unknown"; "sensitive" is such a tree, too.
func Inspect(w io.Writer, scopes []Inspected, showSensitive bool) error {
	in := inspector{jsonWriter{w: bufio.NewWriter(w)}, showSensitive}
	if len(scopes) == 1 {
		in.scope(scopes[0])
	} else {
		in.text(`{"scopes":[`)
		for i, scope := range scopes {
			if i > 0 {
				in.text(",")
			}
			in.text("\n")
			in.scope(scope)
		}
		in.text("\n]}")
	}
	in.text("\n")
	return in.flush()
}

type inspector struct {
	jsonWriter
	showSensitive bool
}

// tree is an object; encoding/json prints its keys in order.
type tree = map[string]any

type resourceJSON struct {
	Type       string     `json:"type"`
	Address    string     `json:"address"`
	Mode       model.Mode `json:"mode"`
	Vocabulary string     `json:"vocabulary"`
	Region     string     `json:"region,omitempty"` // of a live account
	Attributes any        `json:"attributes"`
	Folded     any        `json:"folded"`
	Unknown    any        `json:"unknown"`
	Sensitive  any        `json:"sensitive"`
	// Folded places may have the names of attributes, so they have trees of
	// their own.
	FoldedUnknown   any    `json:"folded_unknown,omitempty"`
	FoldedSensitive any    `json:"folded_sensitive,omitempty"`
	Location        *block `json:"location"`
}

func (in *inspector) scope(s Inspected) {
	if s.Scope == nil {
		s.Scope = &model.Scope{}
	}
	in.text(`{"root":`)
	in.value(relative(s.Base, s.Root))
	in.text(`,"resources":[`)
	for i, r := range s.Scope.Resources {
		in.element(i, in.resource(r, s))
	}
	in.text("\n],\"outputs\":{")
	for i, out := range s.Scope.Outputs {
		if i > 0 {
			in.text(",")
		}
		in.text("\n")
		in.value(out.Name)
		in.text(":")
		in.value(in.output(out))
	}
	in.text("\n},\"diagnostics\":[")
	in.diagnostics(s.Diagnostics, s.Base)
	in.text("\n]}")
}

func (in *inspector) resource(r *model.Resource, s Inspected) resourceJSON {
	folded := model.Record(r.Folded, r.Body.Origin)
	return resourceJSON{
		Type: r.Type, Address: r.Address, Mode: r.Mode, Vocabulary: vocabularyOf(r, s.Scope.Format), Region: r.Region,
		Attributes:      orEmpty(in.plain(r.Body, "")),
		Folded:          in.plain(folded, ""),
		Unknown:         orEmpty(marks(r.Body, isUnknown)),
		Sensitive:       orEmpty(marks(r.Body, isSensitive)),
		FoldedUnknown:   marks(folded, isUnknown),
		FoldedSensitive: marks(folded, isSensitive),
		Location:        blockAt(r.Location, s.Base),
	}
}

// vocabularyOf names the language of a resource's type and attributes.
func vocabularyOf(r *model.Resource, format model.Format) string {
	switch {
	case r.Native:
		return "native"
	case format == model.Dockerfile || format == model.Compose:
		return "container"
	}
	return "terraform"
}

func (in *inspector) output(out model.Output) tree {
	doc := tree{"type": out.Type, "unknown": orFalse(marks(out.Value, isUnknown)), "sensitive": orFalse(marks(out.Value, isSensitive))}
	if len(out.Type) == 0 {
		doc["type"] = json.RawMessage(`"dynamic"`)
	}
	if out.Value.State != model.Unknown {
		doc["value"] = in.plain(out.Value, out.Name)
	}
	return doc
}

// plain is the part of a value that is known, as encoding/json prints it. What is a
// secret by its name or form is one, whether its author calls it so or not.
func (in *inspector) plain(v model.Value, name string) any {
	switch {
	case v.State != model.Known:
		return nil
	case v.Sensitive && !in.showSensitive:
		return "(sensitive)"
	}
	switch data := v.Data.(type) {
	case string:
		if !in.showSensitive && secret.Held(name, data) {
			return "(sensitive)"
		}
	case float64:
		return number(data)
	case []model.Value:
		list := make([]any, len(data))
		for i, e := range data {
			list[i] = in.plain(e, name)
		}
		return list
	case model.Members:
		object := make(tree, len(data))
		for key, member := range data.All() {
			if member.State != model.Unknown {
				object[key] = in.plain(member, secret.Called(key, data))
			}
		}
		return object
	}
	return v.Data
}

// number is a float64 that encoding/json can print: JSON has no infinity.
func number(f float64) any {
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return f
}

func isUnknown(v model.Value) bool   { return v.State == model.Unknown }
func isSensitive(v model.Value) bool { return v.Sensitive }

// marks is the tree of what has a property: true where it is so, nil where
// nothing below is. In a list each element keeps its place: false for a scalar,
// an empty object or list for the others.
func marks(v model.Value, has func(model.Value) bool) any {
	if has(v) {
		return true
	}
	switch data := v.Data.(type) {
	case []model.Value:
		return listMarks(data, has)
	case model.Members:
		var object tree
		for name, member := range data.All() {
			if below := marks(member, has); below != nil {
				if object == nil {
					object = make(tree)
				}
				object[name] = below
			}
		}
		if object != nil {
			return object
		}
	}
	return nil
}

func listMarks(elements []model.Value, has func(model.Value) bool) any {
	list, some := make([]any, len(elements)), false
	for i, e := range elements {
		list[i] = marks(e, has)
		some = some || list[i] != nil
	}
	if !some {
		return nil
	}
	for i, e := range elements {
		if list[i] == nil {
			list[i] = unmarked(e)
		}
	}
	return list
}

func unmarked(v model.Value) any {
	switch v.Data.(type) {
	case []model.Value:
		return []any{}
	case model.Members:
		return tree{}
	}
	return false
}

func orEmpty(marks any) any {
	if marks == nil {
		return tree{}
	}
	return marks
}

func orFalse(marks any) any {
	if marks == nil {
		return false
	}
	return marks
}
