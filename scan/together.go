package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// crowd is of how many resources a scope has so many that they are judged several at a time. Smaller scopes are judged
// beside each other instead: with fewer, what is won is not worth what it takes.
var crowd = 5000

// atATime is how many resources are judged before their verdicts are taken.
const atATime = 200

func crowded(scope *model.Scope) bool { return len(scope.Resources) >= crowd }

// question is a check that is asked of a resource, with the answer.
type question struct {
	rule   *rule
	check  *checks.Entry
	r      *model.Resource
	found  []checks.Finding
	judged bool
	fault  *diag.Diagnostic
}

// together judges the resources of a scope, several at a time, and takes the verdicts in their order.
func (j *judgement) together(s *selection, m *merger, where *places, only *focus, passed bool) {
	m.scope.Settle()
	var questions []question
	for part := range slices.Chunk(m.scope.Resources, atATime) {
		questions = questions[:0]
		for _, r := range part {
			for rule := range s.of(r) {
				if check := where.run(rule, r.Location.File); check != nil {
					questions = append(questions, question{rule: rule, check: check, r: r})
				}
			}
		}
		const each = 32
		parallel((len(questions)+each-1)/each, func(i int) {
			for n := i * each; n < min(len(questions), (i+1)*each); n++ {
				q := &questions[n]
				q.found, q.judged, q.fault = ask(q.check, q.r)
			}
		})
		for i := range questions {
			q := &questions[i]
			j.take(m, q.rule, q.check, q.r, q.found, q.judged, q.fault, only, passed)
		}
	}
}
