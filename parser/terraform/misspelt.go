package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// misspelt keeps what a block says in strange words, which its type does not have,
// also in those that their author may have meant, as one of two readings: a verdict
// is certain only where it is the same with it and without it.
func (l lowering) misspelt(members *model.Draft, schema *vocabulary.Schema, strange []string, at hcl.Range, name string) {
	if l.owner == nil || l.owner.Mode != model.Managed && l.owner.Mode != model.Data {
		return
	}
	slices.Sort(strange)
	for _, word := range slices.Compact(strange) {
		l.meant(members, schema, word, at, name)
	}
}

// meant is one such word. What is misplaced goes into the block where it belongs,
// unless that is there already.
func (l lowering) meant(members *model.Draft, schema *vocabulary.Schema, word string, at hcl.Range, name string) {
	written, right := members.Named(word), schema.Misspelt(word)
	place := right
	if block := schema.Misplaced(word); block != "" {
		place, right = block, join(block, word)
		written = model.List([]model.Value{model.Record(model.Members{{Name: word, Value: written}}, written.Origin)}, written.Origin)
	}
	if right == "" || place == right && members.Named(place).State != model.Absent {
		return
	}
	fault := l.owner.Type + " has no argument " + quote(join(name, word))
	detail := ""
	if members.Named(place).State == model.Absent {
		members.Set(place, model.OneOf(fault, written.Origin, written, model.Missing(l.origin(at, join(name, place)))))
		detail = "A verdict is certain only where it is the same with it and without it."
	}
	l.scope.in.ev.diags.Add(diag.Diagnostic{
		Severity: diag.Warning, Range: written.Origin.Range, Detail: detail,
		Summary: fault + "; did you mean " + quote(join(name, right)) + "?",
	})
}
