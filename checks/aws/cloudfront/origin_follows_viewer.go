package cloudfront

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var OriginFollowsViewer = &checks.Check{
	Title:    "CloudFront asks a service of AWS by HTTP where a viewer does",
	Severity: checks.Low,
	Why: "Load balancers, MediaStore and MediaPackage speak HTTPS. While the origin does not insist on it, each behavior of the " +
		"distribution has to, and the first that lets viewers use HTTP takes it to the origin.",
	Fix: checks.Fix{
		Terraform:      `Set origin_protocol_policy = "https-only".`,
		CloudFormation: `Set "OriginProtocolPolicy: https-only".`,
		Live:           `Edit the origin, and choose "HTTPS only".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_72",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: originFollows},
}

func originFollows(p *checks.Pass, r *model.Resource) {
	on := r.At("enabled").IsTrue()
	for origin := range r.Each("origin") {
		policy := origin.At("custom_origin_config.origin_protocol_policy")
		follows := min(origin.At("domain_name").Satisfies(ofAWS), policy.IsFold("match-viewer"))
		p.Forbid(min(on, follows), policy, "%s is %v", policy.Origin.Name, policy)
	}
}

// ofAWS tells the address of a load balancer, or of a container or channel for video.
func ofAWS(host string) bool {
	host, _ = strings.CutSuffix(strings.ToLower(host), ".cn")
	host, ours := strings.CutSuffix(host, ".amazonaws.com")
	return ours && (strings.Contains(host+".", ".elb.") || strings.Contains(host+".", ".mediastore.") || strings.Contains(host+".", ".mediapackage."))
}
