package view

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// selection is what a statement is about, its actions or its resources: those
// that match one of the patterns, or all but those.
type selection struct {
	patterns, except *model.Value
	fold             bool // upper and lower case are the same
}

// isWritten tells whether the statement has the element in one form or the other.
func (s *selection) isWritten() bool {
	return s.patterns.State != model.Absent || s.except.State != model.Absent
}

// covers asks whether the selection holds a text, or all that a pattern matches.
func (s *selection) covers(text string) model.Truth {
	text = s.spelled(text)
	found := anyOf(s.patterns, func(pattern string) model.Truth {
		return model.Is(matches(s.spelled(pattern), text))
	}, func(start string) model.Truth {
		return min(model.Maybe, model.Is(meets(s.spelled(start)+"*", text)))
	})
	left := anyOf(s.except, func(pattern string) model.Truth {
		return model.Is(meets(s.spelled(pattern), text))
	}, func(start string) model.Truth {
		return min(model.Maybe, model.Is(meets(s.spelled(start)+"*", text)))
	})
	return max(found, min(s.except.IsSet(), model.Not(left)))
}

func (s *selection) spelled(text string) string {
	if s.fold {
		return strings.ToLower(text)
	}
	return text
}

// holds asks whether the selection holds all of another one. A selection by
// exception is taken for everything.
func (s *selection) holds(other *selection) model.Truth {
	if !other.isWritten() {
		return model.Yes // a trust policy has no resources
	}
	if other.patterns.State == model.Absent {
		return s.covers("*")
	}
	answer := model.Yes
	for v := range other.patterns.Elements() {
		answer = min(answer, max(s.same(v), judge(v, s.covers, func(start string) model.Truth {
			return max(model.Maybe, s.covers(start+"*"))
		})))
	}
	return answer
}

// same asks whether a value is among the patterns as it stands, known or not.
func (s *selection) same(v model.Value) model.Truth {
	for pattern := range s.patterns.Elements() {
		if model.Same(pattern, v) {
			return model.Yes
		}
	}
	return model.No
}

// anyOf asks whether one of the patterns satisfies a question.
func anyOf(patterns *model.Value, known, begun func(string) model.Truth) model.Truth {
	found := model.No
	for v := range patterns.Elements() {
		found = max(found, judge(v, known, begun))
	}
	return found
}
