package elb

import "github.com/lintel-iac/lintel/checks"

var MalformedHeadersAccepted = &checks.Check{
	Title:    "Load balancer passes on malformed header fields",
	Severity: checks.Medium,
	Why:      "Where balancer and server read such a field differently, one request can be smuggled inside another.",
	Fix: checks.Fix{
		Terraform:      `Set "drop_invalid_header_fields = true".`,
		CloudFormation: `Set the attribute "routing.http.drop_invalid_header_fields.enabled" to true in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with routing.http.drop_invalid_header_fields.enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_131",
		KICS:    "6e3fd2ed-5c83-4c68-9679-7700d224d379",
		Trivy:   "AVD-AWS-0052",
		Guard:   "ALB_HTTP_DROP_INVALID_HEADER_ENABLED",
		Prowler: "elbv2_alb_drop_invalid_header_fields_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_lb", Path: "drop_invalid_header_fields",
		When: []checks.Condition{{Path: "load_balancer_type", Of: []string{"application"}}},
	},
}
