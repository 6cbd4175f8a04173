package elb

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ClassicWithoutWAF = &checks.Check{
	Title:    "Public classic load balancer has no web application firewall",
	Severity: checks.Low,
	Why:      "Known attacks on web applications, and floods of requests, go straight to the servers. AWS WAF stands before application load balancers only.",
	Fix: checks.Fix{
		Terraform:      `Replace it by an "aws_lb" of the type "application", with an "aws_wafv2_web_acl_association".`,
		CloudFormation: `Replace it by an "AWS::ElasticLoadBalancingV2::LoadBalancer", with an "AWS::WAFv2::WebACLAssociation".`,
		Live:           `Migrate it to an application load balancer, and run "aws wafv2 associate-web-acl".`,
	},
	Aliases: checks.Aliases{
		KICS: "105ba098-1e34-48cd-b0f2-a8a43a51bf9b",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elb", Do: classicWithoutWAF},
}

// classicWithoutWAF lets pass one that an association refers to: AWS refuses that, and nothing is deployed.
func classicWithoutWAF(p *checks.Pass, r *model.Resource) {
	web := model.No
	for protocol := range r.Each("listener.lb_protocol") {
		web = max(web, protocol.IsFold("HTTP", "HTTPS"))
	}
	public := model.Not(r.At("internal").IsTrue())
	refused := slices.ContainsFunc(view.Referrers(r), func(by *model.Resource) bool {
		return by.Type == "aws_wafv2_web_acl_association" || by.Type == "aws_wafregional_web_acl_association"
	})
	p.Forbid(min(web, public, model.Is(!refused)), r.Body, "no web application firewall can stand before it")
}
