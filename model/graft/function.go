package graft

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

const functions = "aws_lambda_function"

// functions finds the functions that are called by more than their name: by an ARN, its end from the account on, or with a
// version or alias after it. One whose ARN is known is called by that alone.
//
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
func (f *folding) functions(called string) []*model.Resource {
	words := strings.Split(called, ":")
	at := slices.Index(words, "function") + 1
	switch {
	case strings.HasPrefix(called, "\x00"):
		return nil
	case at == 0:
	case at == 2 && (words[0] == "" || model.IsAccount(words[0])):
	case at == 6 && words[0] == "arn" && words[2] == "lambda" && model.IsAccount(words[4]):
	default:
		return nil
	}
	if qualifiers := len(words) - at - 1; qualifiers < 0 || qualifiers > 1 {
		return nil
	}
	unqualified := strings.TrimPrefix(strings.Join(words[:at+1], ":"), ":")
	same := slices.Clone(f.owned(name{functions, "function_name"})[words[at]])
	return slices.DeleteFunc(same, func(r *model.Resource) bool {
		arn := textOf(r.Body.At("arn"))
		return strings.Contains(arn, ":function:") && !strings.HasSuffix(":"+arn, ":"+unqualified)
	})
}

// arnEnd is the end of an ARN of a function, from behind the account, of which what is before is not known.
func arnEnd(v model.Value) string {
	if start := strings.LastIndex(v.Why.Suffix, ":function:"); start >= 0 {
		return v.Why.Suffix[start:]
	}
	return ""
}

// isCalled tells whether a text of which only parts are known calls a function by one of these: before it stands at most
// the ARN up to the name, after it at most a version or alias.
func (f *folding) isCalled(function *model.Resource, link model.Value) bool {
	if link.State != model.Unknown || function.Type != functions {
		return false
	}
	parts := link.Why.Parts
	for i, part := range parts {
		if part.State != model.Unknown || f.keyed(part.Why.Key) != function {
			continue
		}
		before := i == 0 || strings.HasSuffix(textOf(parts[i-1]), ":function:")
		after := i == len(parts)-1 || strings.HasPrefix(textOf(parts[i+1]), ":")
		return before && after
	}
	return false
}

func textOf(v model.Value) string {
	text, _ := v.Data.(string)
	return text
}
