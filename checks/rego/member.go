package rego

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Members of input.resource. Each is computed only for policies that name it.
const (
	typeMember       = "type"
	addressMember    = "address"
	modeMember       = "mode"
	vocabularyMember = "vocabulary"
	regionMember     = "region"
	locationMember   = "location"
	ownerMember      = "owner"
	attributesMember = "attributes"
	foldedMember     = "folded"
	effectiveMember  = "effective"
	referencesMember = "references"
	ingressMember    = "ingress"
	egressMember     = "egress"
	documentsMember  = "documents"
)

var resourceMembers = []string{
	typeMember, addressMember, modeMember, vocabularyMember, regionMember, locationMember, ownerMember, attributesMember,
	foldedMember, effectiveMember, referencesMember, ingressMember, egressMember, documentsMember,
}

// member computes what a resource has under a name, documents excepted.
func member(r *model.Resource, name string) model.Value {
	switch name {
	case typeMember:
		return text(r.Type)
	case addressMember:
		return text(r.Address)
	case modeMember:
		return text(string(r.Mode))
	case vocabularyMember:
		return text(words(r))
	case regionMember:
		if r.Region == "" {
			return model.Value{}
		}
		return text(r.Region)
	case locationMember:
		return location(r.Location)
	case ownerMember:
		if r.Owner == nil {
			return model.Value{}
		}
		return text(r.Owner.Address)
	case attributesMember:
		return bodyOf(r)
	case foldedMember:
		return model.Record(r.Folded, r.Body.Origin)
	case effectiveMember:
		return effective(r)
	case referencesMember:
		return references(r)
	case ingressMember:
		return openings(name, view.Ingress(r))
	case egressMember:
		return openings(name, view.Egress(r))
	}
	return model.Value{}
}

func text(s string) model.Value { return model.Text(s, model.Origin{}) }

// words names the language of a resource's type and attributes, as lintel inspect does.
func words(r *model.Resource) string {
	switch {
	case r.Native:
		return "native"
	case r.Scope != nil && (r.Scope.Format == model.Dockerfile || r.Scope.Format == model.Compose):
		return "container"
	}
	return "terraform"
}

func location(at model.Range) model.Value {
	number := func(n int32) model.Value { return model.Number(float64(n), model.Origin{}) }
	return model.Object(map[string]model.Value{
		"file": text(at.File), "start_line": number(at.Start.Line), "end_line": number(at.End.Line),
	}, model.Origin{})
}

func references(r *model.Resource) model.Value {
	list := make([]model.Value, len(r.Refs))
	for i, ref := range r.Refs {
		list[i] = model.Object(map[string]model.Value{
			"path": text(ref.Path), "to": text(ref.To), "attribute": text(ref.Attr), "exact": model.Flag(ref.Exact, model.Origin{}),
		}, model.Origin{})
	}
	return model.List(list, model.Origin{})
}

// effective is what holds of a resource: what its author wrote, what is folded onto it in place of that, and the platform's
// defaults for what nobody wrote.
func effective(r *model.Resource) model.Value {
	written := bodyOf(r)
	body, known := written.Data.(model.Members)
	if !known {
		return written
	}
	whole := model.Record(model.MembersOf(slices.Concat(body, r.Folded)), r.Body.Origin)
	if r.Scope == nil {
		return whole
	}
	vocabulary.DefaultsOf(r.Type, r.Scope.Format, func(path string, value any) bool {
		whole = filled(whole, path, value)
		return true
	})
	return whole
}

// filled is a value with a default at a path where nothing is written.
func filled(v model.Value, path string, value any) model.Value {
	if path == "" {
		return v.Or(value)
	}
	if v.State == model.Unknown {
		return v
	}
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, element := range data {
			list[i] = element
			if element.State != model.Absent {
				list[i] = filled(element, path, value)
			}
		}
		v.Data = list
		return v
	case model.Members:
		name, rest, _ := strings.Cut(path, ".")
		inner, there := data.Lookup(name)
		if !there {
			inner = model.Missing(v.Origin.Below(name))
		}
		return v.With(name, filled(inner, rest, value))
	}
	if v.State != model.Absent {
		return v
	}
	name, rest, _ := strings.Cut(path, ".")
	inner := filled(model.Missing(v.Origin.Below(name)), rest, value)
	return model.Object(map[string]model.Value{name: inner}, v.Origin)
}

// openings are the rules of a firewall. Each says by which path a finding points at it; "PATH.from_port" is a part of it.
func openings(name string, rules func(func(*view.Rule) bool)) model.Value {
	var list []model.Value
	for rule := range rules {
		at := rule.Source.Origin
		list = append(list, perhaps(rule.Exists(), rule.Source, model.Object(map[string]model.Value{
			"source":        rule.Source,
			"protocol":      rule.Protocol,
			"from_port":     rule.From,
			"to_port":       rule.To,
			"description":   rule.Description,
			"from_anywhere": answer(rule.FromAnywhere(), rule.Source),
			"from_public":   answer(rule.FromPublic(), rule.Source),
			"all_ports":     answer(rule.AllPorts(), rule.From),
			"all_traffic":   answer(rule.AllTraffic(), rule.Protocol),
			"path":          text(fmt.Sprintf("%s%s.%d", viewMark, name, len(list))),
		}, at)))
	}
	return model.List(list, model.Origin{})
}

// viewMark begins the path of what is no attribute.
const viewMark = "@"

// answer is the answer to a question as a value: one that is not known for Maybe. By is what decides it.
func answer(t model.Truth, by model.Value) model.Value {
	if t != model.Maybe {
		return model.Flag(t == model.Yes, by.Origin)
	}
	reason := "depends on a value that is not known"
	if by.Why != nil {
		reason = by.Why.Reason
	}
	return model.Undecided(reason, by.Origin)
}

// perhaps is what a view says of something that may not be there. By is what decides about it.
func perhaps(exists model.Truth, by, v model.Value) model.Value {
	if exists != model.Maybe && !mayLack(by) {
		return v
	}
	return model.OneOf(answer(model.Maybe, by).Why.Reason, v.Origin, v, model.Missing(v.Origin))
}

// mayLack tells whether to be absent is one of the alternatives of a value.
func mayLack(v model.Value) bool {
	return v.State == model.Unknown && slices.ContainsFunc(v.Why.Alternatives, func(a model.Value) bool {
		return a.State == model.Absent || mayLack(a)
	})
}

// document is the policy document at a path of a resource.
func document(r *model.Resource, path string) model.Value {
	return documentOf(r.At(path), fmt.Sprintf("%s%s.%s", viewMark, documentsMember, strings.ReplaceAll(path, ".", "/")))
}

// alternativesStep stands in the path of what a view says in one of several cases, before the number of the case.
const alternativesStep = "alternatives"

// documentOf is a policy document as policies see it, whose paths begin with at. Of one that is one of several each is one.
func documentOf(policy model.Value, at string) model.Value {
	switch {
	case policy.State == model.Absent:
		return model.Missing(policy.Origin)
	case policy.State == model.Unknown && policy.Doc == nil && len(policy.Why.Alternatives) > 0:
		documents := make([]model.Value, len(policy.Why.Alternatives))
		for i, alternative := range policy.Why.Alternatives {
			documents[i] = documentOf(alternative, fmt.Sprintf("%s.%s.%d", at, alternativesStep, i))
		}
		return model.Value{State: model.Unknown, Origin: policy.Origin, Why: &model.Cause{Reason: policy.Why.Reason, Alternatives: documents}}
	}
	d := view.Policy(policy)
	var statements []model.Value
	for s := range d.Statements() {
		statements = append(statements, perhaps(s.Exists(), s.Action(), statement(s, fmt.Sprintf("%s.statements.%d", at, len(statements)))))
	}
	return model.Object(map[string]model.Value{
		"public":       answer(d.Public(), policy),
		"requires_tls": answer(d.RequiresTLS(), policy),
		"statements":   model.List(statements, policy.Origin),
	}, policy.Origin)
}

func statement(s *view.Statement, at string) model.Value {
	return model.Object(map[string]model.Value{
		"sid":           s.Sid(),
		"effect":        s.Effect(),
		"actions":       listOf(s.Action()),
		"resources":     listOf(s.Resource()),
		"principal":     s.Principal(),
		"condition":     s.Condition(),
		"public":        answer(s.Public(), s.Principal()),
		"all_actions":   answer(s.AllActions(), s.Action()),
		"all_resources": answer(s.AllResources(), s.Resource()),
		"opened_by":     checks.OpenedBy(s),
		"summary":       text(checks.Actions(s)),
		"path":          text(at),
	}, s.Action().Origin)
}

// listOf is a list, also where its author wrote its only element.
func listOf(v model.Value) model.Value {
	switch v.Data.(type) {
	case []model.Value:
		return v
	}
	if v.State != model.Known {
		return v
	}
	return model.List([]model.Value{v}, v.Origin)
}
