package elb

import "github.com/lintel-iac/lintel/checks"

var WithoutWAF = &checks.Check{
	Title:    "Public load balancer has no web application firewall",
	Severity: checks.Low,
	Why:      "Known attacks on web applications, and floods of requests, go straight to the servers.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_wafv2_web_acl_association" with the load balancer as "resource_arn".`,
		CloudFormation: `Add an "AWS::WAFv2::WebACLAssociation" with the load balancer as "ResourceArn".`,
		Live:           `Run "aws wafv2 associate-web-acl".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_28",
		KICS:    "105ba098-1e34-48cd-b0f2-a8a43a51bf9b 0afa6ab8-a047-48cf-be07-93a2f8c34cf7",
		Prowler: "elbv2_waf_acl_attached",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html"},
	Since:      "0.1",
	Rule: checks.RequireDeclared{
		Type: "aws_lb", Path: "web_acl_association", What: "association with a web ACL",
		When: []checks.Condition{{Path: "load_balancer_type", Of: []string{"application"}}, {Path: "internal", NoneOf: []string{"true"}}},
	},
}
