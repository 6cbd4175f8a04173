package view

import "github.com/lintel-iac/lintel/model"

// Sourceless yields the rules of a security group, inline or folded onto it, that name
// no source and no destination: they open nothing, and EC2 refuses them. A rule
// resource by itself is yielded whole.
func Sourceless(r *model.Resource) func(yield func(model.Value) bool) {
	return func(yield func(model.Value) bool) {
		if r.Owner != nil {
			return
		}
		if r.Type != "aws_security_group" && r.Type != "aws_default_security_group" {
			if opensNothing(r.Body) {
				yield(r.Body)
			}
			return
		}
		for _, list := range [...]string{"ingress", "egress", "rule", "ingress_rule", "egress_rule"} {
			for block := range r.Each(list) {
				if opensNothing(block) && !yield(block) {
					return
				}
			}
		}
	}
}

// opensNothing tells that the block is there and has none of the attributes that open it.
func opensNothing(block model.Value) bool {
	members, ok := block.Data.(model.Members)
	for _, s := range sources {
		ok = ok && members.Named(s.name).State == model.Absent
	}
	return ok
}
