package image

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// labelled requires that the labels of these keys, which are those of the image
// specification and of the label schema before it, have a value of the form.
type labelled struct {
	Keys []string
	Is   func(value string) bool
	What string // the form in words
}

func (labelled) Types() string { return "docker_label" }

func (l labelled) Judge(p *checks.Pass, r *model.Resource) {
	for pair := range r.Each("pairs") {
		name, value := pair.At("name"), pair.At("value")
		if key, ok := name.Data.(string); ok && slices.Contains(l.Keys, key) {
			p.Require(value.Satisfies(l.Is), value, "%s is %s, which is no %s", key, checks.Said(value), l.What)
		}
	}
}
