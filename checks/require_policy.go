package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// The combinators below judge policy documents. Type, Companion and Path mean
// what they mean above; a document that is not there allows nothing.

// ForbidPublicPolicy wants the policy of a resource to allow nothing to anybody
// whom the author did not name.
type ForbidPublicPolicy struct{ Type, Companion, Path string }

// RequireSource wants the policy of a resource to say on whose behalf the services of AWS that it lets in may come.
type RequireSource struct{ Type, Companion, Path string }

// ForbidPolicyByAddress wants the policy of a resource to ask more of its callers
// than an address: whoever is behind it is let in, and nobody is named.
type ForbidPolicyByAddress struct{ Type, Companion, Path string }

// ForbidWildcardAction wants the policy of a resource to name what it allows:
// neither all actions nor all of a service, nor all but a few.
type ForbidWildcardAction struct{ Type, Companion, Path string }

// ForbidAllResources wants the policy of a resource to name what it is about.
type ForbidAllResources struct{ Type, Companion, Path string }

// ForbidAdministrator wants the role that an attribute names, where it is declared in
// the same scope, not to be allowed everything.
type ForbidAdministrator struct{ Type, Path string }

func (c ForbidAdministrator) Types() string { return c.Type }

func (c ForbidAdministrator) Judge(p *Pass, r *model.Resource) {
	at := r.At(c.Path)
	if r.Scope.Format == model.Live && at.State == model.Unknown { // which role it is was not seen
		p.Forbid(model.Maybe, at, "the role may do everything")
	}
	for role := range view.Roles(r, c.Path) {
		p.Forbid(view.Administers(role), at, "the role may do everything")
	}
}

// TrustedAccounts wants the policy of a resource to name no account but those that the
// owner trusts. An account that is not written is most often the owner's, asked for.
type TrustedAccounts struct {
	Type, Companion, Path string
	Besides               []string // accounts of AWS's own
}

func (c ForbidPublicPolicy) Types() string   { return types(c.Type, c.Companion) }
func (c TrustedAccounts) Types() string      { return types(c.Type, c.Companion) }
func (c ForbidWildcardAction) Types() string { return types(c.Type, c.Companion) }
func (c ForbidAllResources) Types() string   { return types(c.Type, c.Companion) }

func (c ForbidPublicPolicy) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		PublicPolicy(p, policy, model.Yes)
	}
}

// PublicPolicy forbids that a policy allows something to anybody, as far as it
// has effect.
func PublicPolicy(p *Pass, policy model.Value, effect model.Truth) {
	if policy.State == model.Absent {
		return
	}
	p.judged = true
	document := view.Policy(policy)
	public := min(document.Public(), effect)
	if public == model.Yes && policy.Why != nil && policy.Doc == nil && len(policy.Why.Alternatives) > 0 {
		for _, alternative := range policy.Why.Alternatives {
			PublicPolicy(p, alternative, effect) // whichever it is
		}
		return
	}
	for s := range document.Statements() {
		p.Forbid(min(public, s.Public()), OpenedBy(s), "everyone is allowed %s", Actions(s))
	}
}

func (c RequireSource) Types() string { return types(c.Type, c.Companion) }

func (c RequireSource) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		p.judged = p.judged || policy.State != model.Absent
		for _, deputy := range view.Policy(policy).Deputies() {
			p.Forbid(deputy.Anyones, deputy.Service, "%v is allowed %s on behalf of anyone", Said(deputy.Service), Actions(deputy.Statement))
		}
	}
}

func (c ForbidPolicyByAddress) Types() string {
	return types(c.Type, c.Companion)
}

func (c ForbidPolicyByAddress) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		if policy.State == model.Absent {
			continue
		}
		p.judged = true
		for s := range view.Policy(policy).Statements() {
			p.Forbid(min(s.Allows(), s.Everyone(), byAddress(s)), OpenedBy(s), "everyone is allowed %s from some addresses", Actions(s))
		}
	}
}

// byAddress asks whether addresses are all that a statement binds its callers by.
func byAddress(s *view.Statement) model.Truth {
	found, other := model.No, model.No
	for c := range s.Conditions() {
		if strings.EqualFold(c.Key, "aws:SourceIp") {
			found = model.Yes
			continue
		}
		if c.Key == "" {
			found = max(found, model.Maybe)
		}
		other = max(other, c.BindsCaller())
	}
	return min(found, model.Not(other))
}

// OpenedBy is the principal by which a statement is for everyone, or all of them
// where it is so by leaving out some.
func OpenedBy(s *view.Statement) model.Value {
	for principal := range s.Principals() {
		if principal.Everyone() != model.No {
			return principal.Value
		}
	}
	return s.Principal()
}

func (c TrustedAccounts) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		for s := range view.Policy(policy).Statements() {
			for principal := range s.Principals() {
				p.Forbid(min(s.Allows(), c.untrusted(p.Scope, principal)), principal.Value, "%v is allowed %s", Said(principal.Value), Actions(s))
			}
		}
	}
}

// untrusted asks whether a principal is of an account that is written and not trusted.
func (c TrustedAccounts) untrusted(scope *model.Scope, principal view.Principal) model.Truth {
	if principal.Kind != "AWS" && principal.Kind != "" {
		return model.No
	}
	foreign := func(text string) bool {
		if parts := strings.SplitN(text, ":", 6); len(parts) > 5 {
			text = parts[4]
		}
		trusted := text == scope.Account() || slices.Contains(scope.Settings.TrustedAccounts, text) || slices.Contains(c.Besides, text)
		return model.IsAccount(text) && !trusted
	}
	if text := view.Pieced(principal.Value); principal.State == model.Unknown && text != view.Hole {
		return model.Is(foreign(text))
	}
	return principal.Satisfies(foreign)
}

func (c ForbidWildcardAction) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		for s := range view.Policy(policy).Statements() {
			for e := range s.Actions() {
				p.Forbid(min(s.Allows(), max(e.Everything(), e.Service())), e.Value, "%s is allowed", spelled(e))
			}
		}
	}
}

func (c ForbidAllResources) Judge(p *Pass, r *model.Resource) {
	for policy := range r.All(On(r, c.Companion, c.Path)) {
		for s := range view.Policy(policy).Statements() {
			AllResources(p, s, model.Yes)
		}
	}
}

// AllResources forbids that a statement of which fault holds is about everything.
func AllResources(p *Pass, s *view.Statement, fault model.Truth) {
	for e := range s.Resources() {
		p.Forbid(min(s.Allows(), e.Everything(), fault), e.Value, "%s is allowed on all resources", Actions(s))
	}
}

// Actions is how a message names what a statement is about: the first few of its
// actions.
func Actions(s *view.Statement) string {
	if action := present(s.Action()); action.State == model.Unknown {
		return Said(action)
	}
	var words []string
	for e := range s.Actions() {
		words = append(words, spelled(e))
	}
	if len(words) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(words[:few], ", "), len(words)-few)
	}
	return strings.Join(words, ", ")
}

func spelled(e view.Element) string {
	if e.Except() {
		return "everything but " + Said(present(e.Value))
	}
	return Said(present(e.Value))
}
