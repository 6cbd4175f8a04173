package view

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// matches tells whether a pattern of IAM's matches all of a text: * stands for
// any characters, ? for one. Wildcards in the text are plain characters, so a
// pattern that matches another pattern holds all that it matches.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func matches(pattern, text string) bool {
	p, t, star, mark := 0, 0, -1, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == text[t] || pattern[p] == '?' && text[t] != '*'):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// meets tells whether there is a text that both patterns match.
func meets(a, b string) bool {
	row := make([]bool, len(b)+1)
	row[0] = true
	for j := range b {
		row[j+1] = row[j] && b[j] == '*'
	}
	for i := range a {
		diagonal := row[0]
		row[0] = row[0] && a[i] == '*'
		for j := range b {
			above, left := row[j+1], row[j]
			switch {
			case a[i] == '*' || b[j] == '*':
				row[j+1] = above || left
			default:
				row[j+1] = diagonal && (a[i] == b[j] || a[i] == '?' || b[j] == '?')
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// hasWildcard tells whether a string is a pattern, or holds a policy variable
// that the caller may fill in.
func hasWildcard(s string) bool {
	return strings.ContainsAny(s, "*?") || strings.Contains(s, "${")
}

// everyAction tells whether a pattern is for the actions of all services.
func everyAction(s string) model.Truth {
	return model.Is(strings.Contains(s, "*") && strings.Trim(s, "*:") == "")
}

// serviceActions tells whether a pattern is for all actions of one service.
func serviceActions(s string) model.Truth {
	service, actions, ok := strings.Cut(s, ":")
	return model.Is(ok && service != "" && !hasWildcard(service) && actions != "" && strings.Trim(actions, "*") == "")
}

// everyResource tells whether a pattern is for the resources of all services.
func everyResource(s string) model.Truth {
	for i, more := 0, true; more; i++ {
		var part string
		part, s, more = strings.Cut(s, ":")
		free := part != "" && strings.Trim(part, "*") == ""
		named := i == 0 && part == "arn" || i == 1 && strings.HasPrefix(part, "aws")
		if !free && !named || !more && !free {
			return model.No
		}
	}
	return model.Yes
}

// beginning answers for a string of which only the start is known: whether the
// rest could make it satisfy a question about patterns. An ARN that is known
// to be one but for "arn:" is taken to name something.
func beginning(question func(string) model.Truth) func(start string) model.Truth {
	return func(start string) model.Truth {
		switch start {
		case "":
			return model.Maybe
		case "arn:":
			return model.No
		}
		return min(model.Maybe, question(start+"*"))
	}
}
