package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// domains are the types of a domain, which was called one of Elasticsearch before.
const domains = "aws_elasticsearch_domain aws_opensearch_domain"

// publishes wants a domain to publish a log of one of these types. What is how a
// message calls them.
type publishes struct {
	Of   []string
	What string
}

func (c publishes) Types() string { return domains }

func (c publishes) Judge(p *checks.Pass, r *model.Resource) {
	found := model.No
	for enabled := range checks.Within(r, "log_publishing_options", "enabled") {
		group := enabled.Element.At("cloudwatch_log_group_arn")
		goesSomewhere := model.Is(group.IsEmpty() != model.Yes) // one that is not known is a group, too
		found = max(found, min(enabled.There, enabled.IsTrue(), goesSomewhere, enabled.Element.At("log_type").IsFold(c.Of...)))
	}
	p.Require(found, r.At("log_publishing_options"), "%s published", c.What)
}
