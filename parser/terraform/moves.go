package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/lintel-iac/lintel/model"
)

// movesOf lowers the moved blocks of a module instance.
func movesOf(in *instance) []model.Move {
	var moves []model.Move
	for _, b := range in.source.moves {
		from, to := addressIn(b.body.expr("from")), addressIn(b.body.expr("to"))
		if from != "" && to != "" {
			moves = append(moves, model.Move{From: join(in.address, from), To: join(in.address, to)})
		}
	}
	return moves
}

// releasedBy are the addresses that the removed blocks of a module instance let go of.
func releasedBy(in *instance) []string {
	var released []string
	for _, b := range in.source.removals {
		from := addressIn(b.body.expr("from"))
		for _, l := range b.body.blocksOf("lifecycle") {
			if from != "" && in.isFalse(l.body, "destroy") {
				released = append(released, join(in.address, from))
			}
		}
	}
	return released
}

// addressIn is the address that an expression writes, "" if it is none.
func addressIn(expr hcl.Expression) string {
	if expr == nil {
		return ""
	}
	steps, diags := hcl.AbsTraversalForExpr(expr)
	if diags.HasErrors() {
		return ""
	}
	return stepsText(steps)
}

// stepsText writes the steps of an address.
func stepsText(steps hcl.Traversal) string {
	var out strings.Builder
	for _, step := range steps {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			out.WriteString(step.Name)
		case hcl.TraverseAttr:
			out.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			out.WriteString(keyText(step.Key))
		}
	}
	return out.String()
}
