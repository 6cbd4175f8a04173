package waf

import (
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// before yields the web ACLs of the scope through which requests to a resource go.
func before(r *model.Resource) func(yield func(*model.Resource) bool) {
	return func(yield func(*model.Resource) bool) {
		if !named(r, "web_acl_id", yield) {
			return
		}
		for association := range r.Each("web_acl_association") {
			if from := association.Origin.Resource; from != nil && !named(from, "web_acl_arn", yield) {
				return
			}
		}
	}
}

// named yields the web ACLs that an attribute refers to.
func named(r *model.Resource, path string, yield func(*model.Resource) bool) bool {
	for ref := range r.RefsAt(path) {
		if acl := r.Scope.Resource(ref.To); acl != nil && acl.Type == "aws_wafv2_web_acl" && !yield(acl) {
			return false
		}
	}
	return true
}

// protects tells whether a resource of the scope is behind a web ACL.
func protects(acl *model.Resource) bool {
	return slices.ContainsFunc(view.Referrers(acl), func(by *model.Resource) bool {
		return by.Type == "aws_cloudfront_distribution" || by.Type == "aws_wafv2_web_acl_association" && by.Owner != nil
	})
}
