package iam

import (
	"iter"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// identities are the types that hold what an identity may do: policies, and the
// roles, users and groups that have some of their own.
const identities = "aws_iam_policy aws_iam_role_policy aws_iam_user_policy aws_iam_group_policy " +
	"aws_iam_role aws_iam_user aws_iam_group aws_ssoadmin_permission_set_inline_policy data.aws_iam_policy_document"

// policies yields the identity policies that a resource holds.
func policies(r *model.Resource) iter.Seq[view.Document] {
	return func(yield func(view.Document) bool) { eachPolicy(r, yield) }
}

func eachPolicy(r *model.Resource, yield func(view.Document) bool) {
	switch {
	case r.Mode == model.Data:
		if !used(r) {
			doc := model.Once(r.Scope, writtenKey{r}, func() *model.Value { return written(r) })
			yield(view.Policy(model.Value{Doc: doc, Origin: r.Body.Origin}))
		}
	case isIdentity(r):
		for policy := range r.Each("policy.policy") {
			if !yield(view.Policy(policy)) {
				return
			}
		}
	case r.Type == "aws_ssoadmin_permission_set_inline_policy":
		yield(view.Policy(r.At("inline_policy")))
	default:
		yield(view.Policy(r.At("policy")))
	}
}

func isIdentity(r *model.Resource) bool {
	switch r.Type {
	case "aws_iam_role", "aws_iam_user", "aws_iam_group":
		return true
	}
	return false
}

// statements yields all statements of the policies of a resource.
func statements(r *model.Resource) iter.Seq[*view.Statement] {
	return func(yield func(*view.Statement) bool) { eachStatement(r, yield) }
}

func eachStatement(r *model.Resource, yield func(*view.Statement) bool) {
	for document := range policies(r) {
		for s := range document.Statements() {
			if !yield(s) {
				return
			}
		}
	}
}

// used tells whether another resource of the scope uses the document: then the
// policy is judged there, with all that is merged into it and for what it is (a
// service control policy that allows everything is none), and findings lie here.
func used(document *model.Resource) bool { return len(view.Referrers(document)) > 0 }

// writtenKey is the key under which a scope keeps what is written of a document.
type writtenKey struct{ document *model.Resource }

// written is the document in the shape of its JSON, as far as its author wrote
// it in the block itself. Statements with principals are not of an identity's
// policy, and left out.
func written(r *model.Resource) *model.Value {
	var list []model.Value
	for s := range r.Body.Each("statement") {
		named := max(s.At("principals").IsSet(), s.At("not_principals").IsSet())
		if s.State == model.Unknown || named == model.No {
			list = append(list, inJSON(s))
		}
	}
	document := model.Object(map[string]model.Value{"Statement": model.List(list, r.Body.Origin)}, r.Body.Origin)
	return &document
}

// inJSON puts a block into the words of a policy. What a condition compares does
// not matter here, only that there is one.
func inJSON(block model.Value) model.Value {
	if block.State != model.Known {
		return block
	}
	statement := map[string]model.Value{
		"Effect":      block.At("effect").Or("Allow"),
		"Action":      block.At("actions"),
		"NotAction":   block.At("not_actions"),
		"Resource":    block.At("resources"),
		"NotResource": block.At("not_resources"),
	}
	if conditions := block.At("condition"); conditions.State != model.Absent {
		statement["Condition"] = model.Undecided("the document is judged by itself", conditions.Origin)
	}
	return model.Object(statement, block.Origin)
}

// forbidOnAll forbids that any of the actions is allowed on all resources, or all of the kind that
// it is about, without a condition. What allows everything is left to other checks.
type forbidOnAll struct{ Actions []string }

func (forbidOnAll) Types() string { return identities }

func (c forbidOnAll) Judge(p *checks.Pass, r *model.Resource) { onAll(p, r, c.granted) }

// onAll forbids what is granted on all resources: how sure it is that a statement
// does so, and the action.
func onAll(p *checks.Pass, r *model.Resource, granted func(view.Document, *view.Statement) (model.Truth, string)) {
	for document := range policies(r) {
		for s := range document.Statements() {
			sure, action := granted(document, s)
			switch sure {
			case model.No:
				p.Judged()
				continue
			case model.Maybe:
				p.HingesOn(s.Resource(), s.Condition())
			}
			p.Forbid(sure, s.Action(), "%s is allowed on %s", action, scope(s))
		}
	}
}

// granted is how sure it is that the statement allows one of the actions freely,
// and the first that is as sure.
func (c forbidOnAll) granted(document view.Document, s *view.Statement) (sure model.Truth, action string) {
	about := reachOf(s)
	if about.nothing() {
		return model.No, ""
	}
	for _, candidate := range c.Actions {
		if sure == model.Yes {
			break
		}
		t := about.allOf(candidate)
		if t > sure {
			t = min(t, s.GrantsAction(candidate))
		}
		if t > sure {
			t = min(t, document.Grants(candidate))
		}
		if t > sure {
			sure, action = t, candidate
		}
	}
	return sure, action
}

// reach is what a statement is about freely: without a condition, and not because it is about all
// actions. It is found out once for many actions.
type reach struct {
	free, all model.Truth
	kinds     []kind // of which it is about everything
}

// kind is an ARN that stands for everything of its kind, such as arn:aws:iam::111122223333:role/*.
type kind struct {
	name    string // service and last part
	account string
}

func reachOf(s *view.Statement) reach {
	about := reach{free: min(model.Not(s.AllActions()), model.Not(s.Condition().IsSet())), all: s.AllResources()}
	if about.free == model.No || about.all == model.Yes {
		return about
	}
	for e := range s.Resources() {
		if !e.Except() {
			about.add(e)
		}
	}
	return about
}

func (about *reach) add(e view.Element) {
	arn := view.Pieced(e.Value)
	if !strings.HasSuffix(arn, "*") {
		return
	}
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) == 6 && slices.Contains(kinds[:], parts[2]+":"+parts[5]) {
		about.kinds = append(about.kinds, kind{parts[2] + ":" + parts[5], parts[4]})
	}
}

// nothing tells that a statement binds all it allows.
func (about *reach) nothing() bool {
	return about.free == model.No || about.all == model.No && len(about.kinds) == 0
}

// allOf asks whether a statement is about all resources, or all that an action could be about. A role
// of another account is assumed as well.
func (about *reach) allOf(action string) model.Truth {
	for _, k := range about.kinds {
		if slices.Contains(kindsOf(action), k.name) && (action != "sts:AssumeRole" || strings.Trim(k.account, "*") == "") {
			return about.free
		}
	}
	return min(about.free, about.all)
}

// scope is what an unbound statement is about, in words.
func scope(s *view.Statement) string {
	if s.AllResources() == model.No {
		return "everything of its kind"
	}
	return "all resources"
}

// kinds are those that are spelled out often.
var kinds = [...]string{
	"iam:group/*", "iam:policy/*", "iam:role/*", "iam:user/*", "s3:*", "s3:*/*", "secretsmanager:secret:*", "ssm:parameter/*",
}

// kindsOf are those of the kinds that an action is about.
func kindsOf(action string) []string {
	service, verb, _ := strings.Cut(action, ":")
	switch {
	case service == "s3" && strings.Contains(verb, "Object"):
		return []string{"s3:*", "s3:*/*"}
	case service == "s3":
		return []string{"s3:*"}
	case service == "secretsmanager":
		return []string{"secretsmanager:secret:*"}
	case strings.HasPrefix(action, "ssm:GetParameter"):
		return []string{"ssm:parameter/*"}
	case action == "sts:AssumeRole" || service == "iam" && strings.Contains(verb, "Role"):
		return []string{"iam:role/*"}
	case service == "iam" && strings.Contains(verb, "Group"):
		return []string{"iam:group/*"}
	case service == "iam" && strings.Contains(verb, "Policy") && !strings.Contains(verb, "User"):
		return []string{"iam:policy/*"}
	case service == "iam":
		return []string{"iam:user/*"}
	}
	return nil
}
