package iam

import (
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// trusting are the types that say who may assume a role.
const trusting = "aws_iam_role data.aws_iam_policy_document"

// trust is the policy by which a role is assumed, or a document that may be one: what
// this project uses is judged where it is used.
func trust(r *model.Resource) view.Document {
	switch {
	case r.Mode != model.Data:
		return view.Policy(r.At("assume_role_policy"))
	case used(r):
		return view.Policy(model.Value{})
	}
	var list []model.Value
	for s := range r.Body.Each("statement") {
		list = append(list, trustInJSON(s))
	}
	document := model.Object(map[string]model.Value{"Statement": model.List(list, r.Body.Origin)}, r.Body.Origin)
	return view.Policy(model.Value{Doc: &document, Origin: r.Body.Origin})
}

// trustInJSON puts a block into the words of a policy, with whom and under which
// conditions it means.
func trustInJSON(block model.Value) model.Value {
	if block.State != model.Known {
		return block
	}
	who, conditions := map[string]model.Value{}, map[string]model.Value{}
	for p := range block.Each("principals") {
		if kind, ok := p.At("type").Data.(string); ok {
			who[kind] = appended(who[kind], p.At("identifiers"))
		}
	}
	for c := range block.Each("condition") {
		operator, known := c.At("test").Data.(string)
		key, also := c.At("variable").Data.(string)
		if !known || !also {
			return model.Undecided("a condition of the statement is not known", c.Origin)
		}
		keys := conditions[operator].Or(model.Members{})
		conditions[operator] = keys.With(key, appended(keys.At(key), c.At("values")))
	}
	return inJSON(block).With("Principal", model.Object(who, block.Origin)).With("Condition", model.Object(conditions, block.Origin))
}

// appended is the list of both lists' elements.
func appended(list, more model.Value) model.Value {
	elements, _ := list.Data.([]model.Value)
	for e := range more.Elements() {
		elements = append(elements[:len(elements):len(elements)], e)
	}
	return model.List(elements, more.Origin)
}
