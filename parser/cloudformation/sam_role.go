package cloudformation

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model"
)

// roleBuilder makes the role of a function or state machine.
type roleBuilder struct {
	*sam
	of                serverlessResource
	id, service       string
	managed, policies []*node
	count             int // of the policies named so far
}

// add takes the Policies property: names and ARNs of managed policies, documents,
// and policy templates, one or a list.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
func (b *roleBuilder) add(n *node) {
	switch {
	case n == nil:
	case n.kind == list:
		for _, item := range n.items {
			b.one(item)
		}
	default:
		b.one(n)
	}
}

func (b *roleBuilder) one(n *node) {
	name := fmt.Sprintf("%sPolicy%d", b.id, b.count)
	b.count++
	switch {
	case n.kind == scalar:
		b.managed = append(b.managed, managedPolicy(n.text, n.at).called("Policies"))
	case n.kind != object:
		b.managed = append(b.managed, n.called("Policies"))
	case isDocument(n):
		b.policies = append(b.policies, inlinePolicy(textNode(name, n.at), n.called("Policies"), n.at).called("Policies"))
	case isCall(n):
		b.managed = append(b.managed, n.called("Policies"))
	default:
		for _, m := range n.members {
			document := b.template(m)
			b.policies = append(b.policies, inlinePolicy(textNode(name, m.at), document, m.at).called("Policies"))
		}
	}
}

// isDocument tells a policy document, also where a condition chooses it.
func isDocument(n *node) bool {
	if name, argument := n.function(); name == "Fn::If" && argument.kind == list && len(argument.items) == 3 {
		return isDocument(argument.items[1]) || isDocument(argument.items[2])
	}
	return n.get("Statement") != nil
}

// template is the document of a policy template with its parameters.
func (b *roleBuilder) template(m member) *node {
	rows, ok := policyTemplates()[m.key]
	if !ok {
		b.diags.Warnf(m.at, "SAM has no policy template %s: what it allows is not known", m.key)
		return unreadable(m.at, "the policy template "+m.key+" is not known")
	}
	at := span(m.at, m.value.at)
	statements := make([]*node, len(rows))
	for i, row := range rows {
		statements[i] = row.statement(m.value, at)
	}
	return document(at, statements...)
}

func (b *roleBuilder) build() {
	p, at := b.of.props, b.of.place()
	if policies := p.get("Policies"); policies != nil {
		at = policies.at
	}
	props := objectNode(at)
	trust := p.get("AssumeRolePolicyDocument")
	if trust == nil {
		trust = trusting(b.service, b.of.place())
	}
	props.with("AssumeRolePolicyDocument", trust)
	if len(b.managed) > 0 {
		props.with("ManagedPolicyArns", listNode(at, b.managed...))
	}
	if len(b.policies) > 0 {
		props.with("Policies", listNode(at, b.policies...))
	}
	props = pass(props, p, "RolePath>Path PermissionsBoundary")
	b.make(b.id, "AWS::IAM::Role", at, b.of, props.with("Tags", tags(p.get("Tags"))))
}

// trusting is a trust policy for a service.
func trusting(service string, at model.Range) *node {
	who := objectNode(at).with("Service", listNode(at, textNode(service, at)))
	allow := objectNode(at).with("Effect", textNode("Allow", at)).with("Principal", who).
		with("Action", listNode(at, textNode("sts:AssumeRole", at)))
	return document(at, allow)
}

//go:embed policy_templates.txt
var policyTemplateText string

// policyRow is one statement of a policy template.
type policyRow struct {
	actions   []string
	resources []string // with {Name} for parameters
	condition []string // operator, key and value, or none
}

var policyTemplates = sync.OnceValue(func() map[string][]policyRow {
	all := map[string][]policyRow{}
	name := ""
	for line := range strings.Lines(policyTemplateText) {
		line = strings.TrimRight(line, "\n")
		row, indented := strings.CutPrefix(line, "  ")
		switch {
		case strings.HasPrefix(line, "#"):
		case !indented:
			name = line
		default:
			all[name] = append(all[name], readPolicyRow(row))
		}
	}
	return all
})

func readPolicyRow(text string) policyRow {
	what, rest, _ := strings.Cut(text, " on ")
	where, condition, _ := strings.Cut(rest, " if ")
	words := strings.Fields(what)
	service := words[0]
	r := policyRow{condition: strings.Fields(condition)}
	for _, action := range words[1:] {
		r.actions = append(r.actions, service+":"+action)
	}
	for resource := range strings.FieldsSeq(where) {
		if strings.HasPrefix(resource, ":") {
			resource = "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}" + resource
		}
		r.resources = append(r.resources, resource)
	}
	return r
}

func (r policyRow) statement(params *node, at model.Range) *node {
	actions := listNode(at)
	for _, action := range r.actions {
		actions.items = append(actions.items, textNode(action, at))
	}
	resources := listNode(at)
	for _, resource := range r.resources {
		resources.items = append(resources.items, fill(resource, params, at))
	}
	out := objectNode(at).with("Effect", textNode("Allow", at)).with("Action", actions).with("Resource", resources)
	if len(r.condition) == 3 {
		test := objectNode(at).with(r.condition[1], fill(r.condition[2], params, at))
		out.with("Condition", objectNode(at).with(r.condition[0], test))
	}
	return out
}

var policyParameter = regexp.MustCompile(`\{(\w+)\}`)

// fill puts the parameters of a template into a text.
func fill(text string, params *node, at model.Range) *node {
	if whole := policyParameter.FindStringSubmatch(text); whole != nil && whole[0] == text {
		if value := params.get(whole[1]); value != nil {
			return value
		}
	}
	if !strings.ContainsAny(text, "{$") {
		return textNode(text, at)
	}
	own := objectNode(at)
	text = policyParameter.ReplaceAllStringFunc(text, func(found string) string {
		name := found[1 : len(found)-1]
		value := params.get(name)
		if value == nil {
			value = unreadable(at, "the policy template has no "+name)
		}
		if own.get(name) == nil {
			own.with(name, value)
		}
		return "${" + name + "}"
	})
	return callNode(at, "Fn::Sub", listNode(at, textNode(text, at), own))
}
