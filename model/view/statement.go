package view

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Statement is one statement of a policy document.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
type Statement struct {
	written model.Value

	// Its elements, without the doubt about the statement itself.
	effect             *model.Value
	actions, resources selection
	principals, except *model.Value // Principal and NotPrincipal
	conditions         []Condition

	sure model.Truth // that the document has the statement
	why  string
}

func newStatement(b reading) Statement {
	return Statement{
		written:    b.Value,
		effect:     b.element("Effect"),
		actions:    selection{patterns: b.element("Action"), except: b.element("NotAction"), fold: true},
		resources:  selection{patterns: b.element("Resource"), except: b.element("NotResource")},
		principals: b.element("Principal"),
		except:     b.element("NotPrincipal"),
		conditions: conditions(b.element("Condition")),
		sure:       b.sure,
		why:        b.why,
	}
}

// notWritten is an element that a statement does not have. Where it would have stood is
// only worked out for those that are pointed at.
var notWritten model.Value

// element is an element of a statement where it lies.
func (b *reading) element(name string) *model.Value {
	members, known := b.Data.(model.Members)
	if !known {
		v := b.At(name)
		return &v
	}
	if v := members.Find(name); v != nil {
		return v
	}
	return &notWritten
}

func (s *Statement) weaken(v model.Value) model.Value { return weaken(v, s.sure, s.why) }

// Sid, Effect and Condition are elements of the statement, to be printed and pointed at.
func (s *Statement) Sid() model.Value       { return s.weaken(s.written.At("Sid")) }
func (s *Statement) Effect() model.Value    { return s.weaken(s.written.At("Effect")) }
func (s *Statement) Condition() model.Value { return s.weaken(s.written.At("Condition")) }

// Action, Resource and Principal are those, too, or NotAction, NotResource and
// NotPrincipal where the statement uses these.
func (s *Statement) Action() model.Value    { return s.either("Action", "NotAction") }
func (s *Statement) Resource() model.Value  { return s.either("Resource", "NotResource") }
func (s *Statement) Principal() model.Value { return s.either("Principal", "NotPrincipal") }

func (s *Statement) either(name, other string) model.Value {
	return s.weaken(either(s.written.At(name), s.written.At(other)))
}

// Exists asks whether the document has the statement: one form of it may lack it.
func (s Statement) Exists() model.Truth { return s.sure }

// Allows asks whether the statement grants.
func (s *Statement) Allows() model.Truth { return min(s.sure, s.effect.IsFold("Allow")) }

// Denies asks whether the statement refuses, which no grant overrides.
func (s *Statement) Denies() model.Truth { return min(s.sure, s.effect.IsFold("Deny")) }

// Covers asks, whatever the effect, whether the statement is about at least one
// of the actions ("s3:GetObject"). NotAction covers all that it does not name.
func (s *Statement) Covers(actions ...string) model.Truth {
	found := model.No
	for _, action := range actions {
		found = max(found, s.actions.covers(action))
	}
	return min(s.sure, found)
}

// GrantsAction asks whether the statement allows at least one of the actions.
func (s *Statement) GrantsAction(actions ...string) model.Truth {
	return min(s.Allows(), s.Covers(actions...))
}

// AllActions asks whether the statement is about every action of every service,
// or all but a few: NotAction leaves whatever it does not name, the services of
// tomorrow included.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
func (s *Statement) AllActions() model.Truth { return s.whole(&s.actions, everyAction) }

// ServiceWildcard asks whether the statement is about all actions of one
// service, "s3:*". Every action of every service is AllActions.
func (s *Statement) ServiceWildcard() model.Truth {
	return min(s.sure, anyOf(s.actions.patterns, serviceActions, beginning(serviceActions)))
}

// AllResources asks whether the statement is about every resource of every
// service, or all but a few.
func (s *Statement) AllResources() model.Truth { return s.whole(&s.resources, everyResource) }

func (s *Statement) whole(of *selection, question func(string) model.Truth) model.Truth {
	named := anyOf(of.patterns, question, beginning(question))
	left := anyOf(of.except, question, beginning(question))
	return min(s.sure, max(named, min(of.except.IsSet(), model.Not(left))))
}

// Element is one pattern of a statement's actions or resources at its own place.
type Element struct {
	model.Value
	all func(string) model.Truth
	not bool
}

// Everything asks whether this element alone makes AllActions or AllResources
// true.
func (e Element) Everything() model.Truth {
	if e.not {
		return model.Not(anyOf(&e.Value, e.all, beginning(e.all)))
	}
	return anyOf(&e.Value, e.all, beginning(e.all))
}

// Except tells that the element is NotAction or NotResource: all that it does
// not name.
func (e Element) Except() bool { return e.not }

// Service asks whether the element is all actions of one service.
func (e Element) Service() model.Truth {
	return min(model.Is(!e.not), anyOf(&e.Value, serviceActions, beginning(serviceActions)))
}

// Actions yields the patterns of Action one by one, or NotAction as a whole.
func (s *Statement) Actions() iter.Seq[Element] {
	return func(yield func(Element) bool) { s.elements(&s.actions, everyAction, yield) }
}

// Resources yields the patterns of Resource one by one, or NotResource as a whole.
func (s *Statement) Resources() iter.Seq[Element] {
	return func(yield func(Element) bool) { s.elements(&s.resources, everyResource, yield) }
}

func (s *Statement) elements(of *selection, all func(string) model.Truth, yield func(Element) bool) {
	for v := range of.patterns.Elements() {
		if !yield(Element{Value: s.weaken(v), all: all}) {
			return
		}
	}
	if of.except.State != model.Absent {
		yield(Element{Value: s.weaken(*of.except), all: all, not: true})
	}
}

// Principal is one of those whom a statement names.
type Principal struct {
	model.Value
	Kind string // "AWS", "Service", "Federated", "CanonicalUser", "*"; "" if not known
}

// Everyone asks whether the principal stands for anybody, signed in or not. IAM
// refuses wildcards within an ARN; a service that took one would mean all
// accounts by it.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func (p Principal) Everyone() model.Truth {
	if p.Kind == "CanonicalUser" { // an id, for which no wildcard can stand
		return model.No
	}
	return judge(p.Value, everybody, func(start string) model.Truth {
		return min(model.Maybe, max(model.Is(strings.Trim(start, "*") == ""), everybody(start)))
	})
}

func everybody(s string) model.Truth {
	if !hasWildcard(s) {
		return model.No
	}
	parts := strings.SplitN(s, ":", 6)
	return model.Is(strings.Trim(s, "*") == "" && s != "" || len(parts) > 4 && hasWildcard(parts[4]))
}

// Account is the id of the principal's account, as a value at its place: absent
// for services and identity providers.
func (p Principal) Account() model.Value {
	if p.State != model.Known || p.Kind != "AWS" {
		if p.State == model.Unknown {
			return model.Undecided(p.Why.Reason, p.Origin)
		}
		return model.Missing(p.Origin)
	}
	s, _ := p.Data.(string)
	if parts := strings.SplitN(s, ":", 6); len(parts) > 5 {
		s = parts[4]
	}
	if len(s) != 12 || !startsWithAccount(s) {
		return model.Missing(p.Origin)
	}
	v := p.Value
	v.Data = s
	return v
}

// Principals yields those whom the statement names in Principal.
func (s *Statement) Principals() iter.Seq[Principal] {
	return func(yield func(Principal) bool) { s.named(s.principals, yield) }
}

// NotPrincipals yields those whom the statement leaves out by NotPrincipal.
func (s *Statement) NotPrincipals() iter.Seq[Principal] {
	return func(yield func(Principal) bool) { s.named(s.except, yield) }
}

func (s *Statement) named(v *model.Value, yield func(Principal) bool) {
	for p := range principals(v) {
		p.Value = s.weaken(p.Value)
		if !yield(p) {
			return
		}
	}
}

func principals(v *model.Value) iter.Seq[Principal] {
	return func(yield func(Principal) bool) {
		for form := range readings(*v) {
			if !form.principals(yield) {
				return
			}
		}
	}
}

func (r reading) principals(yield func(Principal) bool) bool {
	kinds, ok := r.Data.(model.Members)
	if !ok || r.State != model.Known {
		kind := ""
		if r.State == model.Known {
			kind = "*"
		}
		return yield(Principal{weaken(r.Value, r.sure, r.why), kind})
	}
	for kind, named := range kinds.All() {
		for p := range named.Elements() {
			if !yield(Principal{weaken(p, r.sure, r.why), kind}) {
				return false
			}
		}
	}
	return true
}

// Everyone asks whether the statement is for anybody: "*" in one of its forms,
// or NotPrincipal, which is for all whom it does not name.
func (s *Statement) Everyone() model.Truth {
	return min(s.sure, max(everyone(s.principals), min(s.except.IsSet(), model.Not(everyone(s.except)))))
}

func everyone(v *model.Value) model.Truth {
	found := model.No
	for p := range principals(v) {
		found = max(found, p.Everyone())
	}
	return found
}

// BoundCaller asks whether a condition lets only callers through whom the
// author named: see Condition.BindsCaller. All conditions must hold, so one is
// enough.
func (s *Statement) BoundCaller() model.Truth {
	bound := model.No
	for _, c := range s.conditions {
		bound = max(bound, c.BindsCaller())
	}
	return bound
}

// boundSource asks it of those on whose behalf a service calls. What the service is called says nothing of that.
func (s *Statement) boundSource() model.Truth {
	bound := model.No
	for _, c := range s.conditions {
		if !strings.HasPrefix(strings.ToLower(c.Key), "aws:principalservicename") {
			bound = max(bound, c.BindsCaller())
		}
	}
	return bound
}

// Public asks whether the statement allows something to anybody, without a
// condition that binds the caller.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
func (s *Statement) Public() model.Truth {
	return min(s.Allows(), s.Everyone(), model.Not(s.BoundCaller()))
}

// shutsOut asks whether the statement denies what it covers to everybody but
// those whom the author named.
func (s *Statement) shutsOut() model.Truth {
	others := everyone(s.principals)
	if s.except.State != model.Absent {
		others = max(others, model.Not(everyone(s.except)))
	}
	for _, c := range s.conditions {
		others = min(others, c.sparesNamed())
	}
	return min(s.Denies(), others)
}

// shutsServicesOut asks it of a statement that does not leave services alone.
func (s *Statement) shutsServicesOut() model.Truth {
	for _, c := range s.conditions {
		if strings.EqualFold(c.Key, "aws:PrincipalIsAWSService") {
			return model.No
		}
	}
	return s.shutsOut()
}

// shutsAll asks whether the statement denies what it covers to everybody, or,
// in an identity's policy, which names nobody, to that identity.
func (s *Statement) shutsAll() model.Truth {
	all := everyone(s.principals)
	if s.principals.State == model.Absent && s.except.State == model.Absent {
		all = model.Yes
	}
	return min(s.Denies(), all, model.Is(len(s.conditions) == 0))
}

// refusesPlainText asks whether the statement denies everybody what it is about where
// the request does not come over TLS, and nothing else narrows it.
func (s *Statement) refusesPlainText() model.Truth {
	plain := model.Is(len(s.conditions) > 0)
	for _, c := range s.conditions {
		plain = min(plain, c.refusesPlainText())
	}
	return min(s.Denies(), everyone(s.principals), s.wholeContent(), plain)
}

// wholeContent asks whether the resources are all that the policy's owner holds:
// for a bucket, its objects; the bucket's own ARN does not stand for them.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html
func (s *Statement) wholeContent() model.Truth {
	known := func(pattern string) model.Truth {
		service := ""
		if parts := strings.SplitN(pattern, ":", 4); len(parts) == 4 {
			service = parts[2]
		}
		_, key, _ := strings.Cut(pattern, "/")
		return model.Is(service != "s3" && service != "" || strings.Trim(pattern, "*") == "" || key == "*")
	}
	found := model.No
	for v := range s.resources.patterns.Elements() {
		if v.State == model.Unknown && len(v.Why.Alternatives) == 0 {
			// What comes before the first slash is a bucket, by name or by ARN.
			if _, key, ok := strings.Cut(Pieced(v), "/"); ok {
				found = max(found, model.Is(key == "*"))
				continue
			}
		}
		found = max(found, judge(v, known, func(string) model.Truth { return model.Maybe }))
	}
	return found
}
