// Package service holds the checks of the services of a Compose file.
package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// limit wants one of the attributes to be a number: none, 0 and -1 limit nothing.
type limit []string

func (limit) Types() string { return "compose_service" }

func (paths limit) Judge(p *checks.Pass, r *model.Resource) {
	limited := model.No
	for _, path := range paths {
		v := r.At(path)
		limited = max(limited, min(v.IsSet(), model.Not(v.IsEmpty()), model.Not(v.Is("0", "-1"))))
	}
	first := r.At(paths[0])
	p.Require(limited, first, "%s is %s", paths[0], checks.Said(first))
}
