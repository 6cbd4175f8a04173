package secret

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// InCode forbids to write out what the named attributes hold, which is a credential
// and nothing else. What no such rule is for, one check judges for all resources.
type InCode struct {
	Type  string // of the resources, separated by spaces
	Names string // of the attributes, as Words, separated by spaces
}

func (c InCode) Types() string { return c.Type }

func (c InCode) Judge(p *checks.Pass, r *model.Resource) {
	Written(p, r, func(name string, _ model.Value) bool { return listed(c.Names, Words(name)) })
}

// Written reports the credentials that an author wrote in a resource, of those
// attributes that are to be judged. The value of a parameter of Systems Manager goes by the
// name of what it holds. In a state or a live resource nobody can tell them
// from what was handed in, and of a plan that is judged which refers to nothing.
func Written(p *checks.Pass, r *model.Resource, judges func(name string, v model.Value) bool) {
	switch r.Scope.Format {
	case model.Terraform, model.TerraformPlan, model.CloudFormation, model.Compose:
	default:
		return
	}
	p.Judged() // without any credential it is as it should be
	within, texts := textsOf(r)
	if texts == nil {
		return
	}
	literals(within, texts, func(name string, found *model.Value) bool {
		switch {
		case r.Type == "aws_ssm_parameter" && strings.EqualFold(name, "value"):
			name = called(r)
		case r.Type == "aws_cloudwatch_event_connection" && isKeyValue(found.Origin.Name):
			name = "api_key"
		}
		text, _ := found.Data.(string)
		if what := Of(r.Type, name, text); what != "" && judges(name, *found) {
			report(p, r, *found, text, what)
		}
		return true
	})
}

// isKeyValue tells the value of an API key, which has a name beside it, from that of a header.
func isKeyValue(path string) bool {
	return strings.HasSuffix(path, "api_key.value") || strings.HasSuffix(path, "ApiKeyValue")
}

// report says what a text is that is written in a resource, or what is within it.
func report(p *checks.Pass, r *model.Resource, v model.Value, text, what string) {
	v.Sensitive = true
	within := inJSON(text)
	for _, c := range within {
		p.Forbid(model.Yes, v, "%s is written in %s.%s", c.what, v.Origin.Name, c.path)
	}
	if len(within) == 0 {
		p.Forbid(model.Yes, v, "%s is written in %s%s", what, v.Origin.Name, unlinked(r, text))
	}
}

// unlinked says of a text that is a parameter's name that it stands there as it is: a
// template hands on the parameter's value only by a function.
func unlinked(r *model.Resource, text string) string {
	if r.Scope.Format != model.CloudFormation {
		return ""
	}
	if parameter := r.Scope.Resource(text); parameter == nil || parameter.Mode != model.Variable {
		return ""
	}
	return ": it is the name of a parameter, without the Ref to it"
}

// textsOf is where the texts of a resource stand, and the name that it goes by; nil
// where there are none. The default of a variable goes by the variable's name.
func textsOf(r *model.Resource) (name string, texts *model.Value) {
	if r.Mode == model.Variable {
		preset := r.At("default")
		return r.Address[strings.LastIndexByte(r.Address, '.')+1:], &preset
	}
	switch {
	case r.Source != nil && r.Source.State == model.Known:
		return "", r.Source
	case r.PartOf != nil && r.Names != nil && (r.Source == nil || r.Source.State == model.Absent):
		return "", nil // a part of another resource, whose source says it all
	}
	return "", &r.Body
}

// called is the name of what a parameter of Systems Manager holds: the last part of
// its own.
func called(r *model.Resource) string {
	name, _ := r.At("name").Data.(string)
	return name[strings.LastIndexByte(name, '/')+1:]
}
