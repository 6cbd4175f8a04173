package view

import "github.com/lintel-iac/lintel/model"

// Tags are the tags that a resource will have: those that its provider gives
// every resource among them. Where nothing is said it is the absent attribute.
func Tags(r *model.Resource) model.Value {
	if all := r.At("tags_all"); all.State != model.Absent {
		return all
	}
	return r.At("tags")
}
