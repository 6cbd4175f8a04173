package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var IngressOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet in",
	Severity: checks.Low,
	Why: "Where every way in leads through a load balancer or a CDN, no other group has to be open to " +
		"everyone, not even for the web.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr_blocks" or "cidr_ipv4", or refer to their security group.`,
		CloudFormation: `Name the addresses that need it in "CidrIp", or refer to their security group by "SourceSecurityGroupId".`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		KICS:    "ea33fcf7-394b-4d11-a228-985c5d08f205 4728cd65-a20c-49da-8b31-9c08b423e4db 4a1e6b34-1008-4e61-a5f2-1f7c276f8d14 adcd0082-e90b-4b63-862b-21899f6e6a48",
		CfnNag:  "W2",
		Guard:   "EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidRule{Type: groupRules, Is: (*view.Rule).FromAnywhere, Says: "ingress is open to %v"},
}
