package iam

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// issuer is a provider of OIDC tokens that many have in common: a role that trusts it has to
// say whose tokens it means.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
type issuer struct {
	host   string
	claims []claim
	// What a message says of values that leave it open, and where nothing is said.
	some, all string
}

// claim is a part of a token that says whose it is.
type claim struct {
	name string
	// chosen asks of a value that it is compared with, and whether wildcards in it stand for
	// themselves, whether no token of a stranger can have it. Without it, none can that is spelled out.
	chosen func(value string, literal bool) bool
}

// confined asks whether one of the comparisons lets only tokens through whose owner the
// author chose.
func (i *issuer) confined(conditions ...view.Condition) model.Truth {
	found := model.No
	for _, c := range conditions {
		if c.Key == "" {
			found = max(found, model.Maybe)
		}
		if claim := i.claim(c.Key); claim != nil {
			found = max(found, c.Confines(claim.always(), claim.owned))
		}
	}
	return found
}

func (i *issuer) claim(key string) *claim {
	for n, c := range i.claims {
		if strings.EqualFold(key, i.host+":"+c.name) {
			return &i.claims[n]
		}
	}
	return nil
}

// owned asks whether no token of a stranger can have a value.
func (c *claim) owned(value string, literal bool) bool {
	if c.chosen == nil {
		return spelledOut(value, literal)
	}
	return c.chosen(value, literal)
}

// always tells that every token has the claim, as its standard wants it.
func (c *claim) always() bool { return c.name == "sub" || c.name == "aud" }

func anything(string, bool) bool { return true }

func spelledOut(value string, literal bool) bool {
	return value != "" && (literal || !strings.ContainsAny(value, "*?$"))
}

// leftOpen forbids that a statement, if it is about the issuer, leaves open whose tokens
// it means.
func (i *issuer) leftOpen(p *checks.Pass, s *view.Statement, about model.Truth, principal model.Value) {
	conditions := slices.Collect(s.Conditions())
	named := false
	for n, c := range conditions {
		claim := i.claim(c.Key)
		if claim == nil || c.Confines(claim.always(), anything) == model.No {
			continue
		}
		named = true
		others := i.confined(slices.Delete(slices.Clone(conditions), n, n+1)...)
		for v := range c.Values.Elements() {
			one := c
			one.Values = v
			p.Require(max(model.Not(about), others, i.confined(one)), v, i.some, checks.Said(v))
		}
	}
	p.Forbid(min(about, model.Is(!named), model.Not(i.confined(conditions...))), principal, "%s", i.all)
}

// trusts asks whether a provider in the policy of a resource is the issuer: by the end of its
// ARN, or by what the provider is that the policy refers to. It is not where the statement
// wants a token of another.
func (i *issuer) trusts(r *model.Resource, s *view.Statement, provider model.Value) model.Truth {
	by := provider.Satisfies(i.is)
	switch {
	case by == model.No || i.wantsOther(s):
		return model.No
	case by == model.Yes || i.is(provider.Why.Suffix):
		return model.Yes
	case !strings.HasSuffix("/"+i.host, provider.Why.Suffix):
		return model.No
	}
	return i.referred(r, 0)
}

// wantsOther tells whether the statement compares a claim of another issuer, which no token of this
// one has.
func (i *issuer) wantsOther(s *view.Statement) bool {
	for c := range s.Conditions() {
		host, _, _ := strings.Cut(c.Key, ":")
		if strings.Contains(host, ".") && !strings.EqualFold(host, i.host) && c.Confines(false, anything) == model.Yes {
			return true
		}
	}
	return false
}

func (i *issuer) is(arn string) bool {
	return arn == i.host || strings.HasSuffix(arn, "/"+i.host)
}

// referred asks it of the providers of the scope to which a policy refers, itself or
// through its documents. It is not known if these differ, or if there are none.
func (i *issuer) referred(r *model.Resource, depth int) model.Truth {
	all, some := model.Yes, model.No
	for _, ref := range r.Refs {
		to := r.Scope.Resource(ref.To)
		is := model.No
		switch {
		case to != nil && to.Type == "aws_iam_openid_connect_provider":
			is = to.At("url").Satisfies(func(url string) bool { return i.is(strings.TrimSuffix(url, "/")) })
		case to != nil && to.Mode == model.Data && to.Type == "aws_iam_policy_document" && depth < maxDocuments:
			is = i.referred(to, depth+1)
		default:
			continue
		}
		all, some = min(all, is), max(some, is)
	}
	if all != some {
		return model.Maybe
	}
	return all
}

// maxDocuments is how many documents deep a policy is followed.
const maxDocuments = 5
