package elb

import "github.com/lintel-iac/lintel/checks"

var DeletionProtectionDisabled = &checks.Check{
	Title:    "Load balancer can be deleted by mistake",
	Severity: checks.Low,
	Why:      "One wrong command, or a plan nobody read, takes everything behind it off the net.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_deletion_protection = true".`,
		CloudFormation: `Set the attribute "deletion_protection.enabled" to true in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with deletion_protection.enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_150",
		KICS:    "afecd1f1-6378-4f7e-bb3b-60c35801fdd4",
		Guard:   "ELB_DELETION_PROTECTION_ENABLED",
		Prowler: "elbv2_deletion_protection",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_lb", Path: "enable_deletion_protection"},
}
