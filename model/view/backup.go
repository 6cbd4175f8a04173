package view

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// BackedUp asks whether a backup plan of the scope selects a resource. A selection
// that names it does; one that goes by tags, conditions or a pattern of names may. It
// is no companion: a selection has no owner, but chooses.
func BackedUp(r *model.Resource) model.Truth {
	covered := model.No
	for _, selection := range r.Scope.OfType("aws_backup_selection") {
		covered = max(covered, selects(selection, r))
	}
	return covered
}

func selects(selection, r *model.Resource) model.Truth {
	references := 0
	for ref := range selection.RefsAt("resources") {
		if ref.To == r.Address {
			return model.Yes
		}
		references++
	}
	chosen := model.No
	for name := range selection.Each("resources") {
		if name.State == model.Unknown && references > 0 {
			references-- // the name of another resource
			continue
		}
		chosen = max(chosen, name.Satisfies(isPattern))
	}
	others := max(model.Not(selection.At("selection_tag").IsEmpty()), model.Not(selection.At("condition").IsEmpty()))
	return min(model.Maybe, max(chosen, others))
}

func isPattern(name string) bool { return strings.Contains(name, "*") }
