package checks

import (
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// ForbidImage wants the image that a container, or a stage of a Dockerfile, starts
// from not to be what Is asks. Says is the message, in which %s is the image.
type ForbidImage struct {
	Type string
	Is   func(view.Image) model.Truth
	Says string
}

func (c ForbidImage) Types() string { return c.Type }

func (c ForbidImage) Judge(p *Pass, r *model.Resource) {
	if image, name, ok := view.Started(r); ok {
		p.Forbid(c.Is(view.ImageOf(name)), image, c.Says, Said(image))
	}
}
