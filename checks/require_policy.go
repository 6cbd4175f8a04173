package checks

import (
	"fmt"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// The combinators below judge policy documents. Type, Companion and Path mean
// what they mean above; a document that is not there allows nothing.

// ForbidPublicPolicy wants the policy of a resource to allow nothing to anybody
// whom the author did not name.
type ForbidPublicPolicy struct{ Type, Companion, Path string }

// ForbidWildcardAction wants the policy of a resource to name what it allows:
// neither all actions nor all of a service, nor all but a few.
type ForbidWildcardAction struct{ Type, Companion, Path string }

func (c ForbidPublicPolicy) Types() string   { return types(c.Type, c.Companion) }
func (c ForbidWildcardAction) Types() string { return types(c.Type, c.Companion) }

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
	for s := range document.Statements() {
		p.Forbid(min(public, s.Public()), OpenedBy(s), "everyone is allowed %s", Actions(s))
	}
}

// OpenedBy is the principal by which a statement is for everyone, or all of them
// where it is so by leaving out some.
func OpenedBy(s view.Statement) model.Value {
	for principal := range s.Principals() {
		if principal.Everyone() != model.No {
			return principal.Value
		}
	}
	return s.Principal
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

// Actions is how a message names what a statement is about: the first few of its
// actions.
func Actions(s view.Statement) string {
	if action := present(s.Action); action.State == model.Unknown {
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
