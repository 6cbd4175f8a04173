package deployed

import (
	"slices"
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Today is the day of the examples, for they are not to change with the real one.
var Today = time.Date(2026, time.June, 30, 0, 0, 0, 0, time.UTC)

// Judge runs the check on every resource that a scan would show it, and tells in which of them there was something to judge.
func Judge(check *checks.Entry, scope *model.Scope) (found []checks.Finding, judged []*model.Resource) {
	if check.Loss && scope.After == nil {
		return nil, nil // there is nothing to compare with
	}
	scope.Configure(model.Settings{Today: Today})
	types := strings.Fields(check.Rule.Types())
	for _, r := range scope.Resources {
		typ := r.Type
		if r.Mode == model.Data {
			typ = "data." + typ
		}
		all := slices.Contains(types, "*")
		owned := r.Owner != nil && slices.Contains(types, r.Owner.Type)
		if !all && (owned || !slices.Contains(types, typ)) {
			continue
		}
		f, looked, _ := checks.Judge(check, r)
		found = append(found, f...)
		if looked {
			judged = append(judged, r)
		}
	}
	return found, judged
}
