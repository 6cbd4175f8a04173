package view

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Sourceless yields the rules of a security group, inline or folded onto it, or a rule resource by itself, that name
// no source and no destination: they open nothing, and EC2 refuses them. Source is the whole rule.
func Sourceless(r *model.Resource, d Direction) iter.Seq[*Rule] {
	if strings.HasPrefix(r.Type, "aws_network_acl") {
		return each[Rule](nil)
	}
	return each(collected(rulesKey{r, d, true}))
}

// opensNothing tells that the block is there and has none of the attributes that open it.
func opensNothing(block model.Value) bool {
	members, ok := block.Data.(model.Members)
	for _, s := range sources {
		ok = ok && members.Named(s.name).State == model.Absent
	}
	return ok
}
