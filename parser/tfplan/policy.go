package tfplan

import (
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// policyOf is the structure of a text that is known after apply, where it is
// that of a policy document which is read then: what of its statements is known
// stands in the plan.
func (w *writer) policyOf(targets []target) *model.Value {
	if len(targets) != 1 || targets[0].attr != "json" && targets[0].attr != "minified_json" {
		return nil
	}
	i := w.instances[targets[0].address]
	if i == nil || i.Mode != tfjson.DataResourceMode || i.Type != "aws_iam_policy_document" {
		return nil
	}
	members, ok := w.planned.resource(i).Body.Data.(model.Members)
	if !ok {
		return nil
	}
	doc := terraform.PolicyDocument(members, i.lowered.Body.Origin)
	return &doc
}

// targetOfEach tells which of its references an element of a list depends on.
// There are only those of the whole list, in the order of the source; if as many
// of them are to documents that are not known as there are elements that are not
// known, they belong together.
func (w *writer) targetOfEach(t tree, targets []target) func(i int) []target {
	all := func(int) []target { return targets }
	unknown, _ := t.unknown.([]any)
	nth := make([]int, len(unknown))
	elements := 0
	for i, u := range unknown {
		nth[i] = elements
		if u == true {
			elements++
		}
	}
	if elements == 0 {
		return all
	}
	var documents []target
	for i, t := range targets {
		if w.isUnknown(t) && w.policyOf(targets[i:i+1]) != nil {
			documents = append(documents, t)
		}
	}
	if len(documents) != elements {
		return all
	}
	return func(i int) []target {
		if i >= len(unknown) || unknown[i] != true {
			return targets
		}
		return documents[nth[i]:][:1]
	}
}

func (w *writer) isUnknown(t target) bool {
	change := w.changes[t.address]
	return change != nil && member(w.decoder.decode(change.AfterUnknown), t.attr) == true
}
