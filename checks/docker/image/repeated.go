// Package image holds the checks of what a Dockerfile makes of its image: its base, its
// stages, and how the container starts.
package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// repeated forbids that an instruction of the type is followed by another one in the
// same stage.
type repeated string

func (typ repeated) Types() string { return string(typ) }

func (typ repeated) Judge(p *checks.Pass, r *model.Resource) {
	s := view.StageOf(r)
	if s == nil || r.At("onbuild").Data == true {
		return
	}
	all := s.Of(string(typ))
	keyword := strings.ToUpper(strings.TrimPrefix(r.Type, "docker_"))
	p.Forbid(model.Is(all[len(all)-1] != r), r.Body, "a later %s takes its place", keyword)
}
