package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkAclUnused = &checks.Check{
	Title:    "Network ACL guards no subnet",
	Severity: checks.Low,
	Why: "It looks as if a subnet were guarded by it, while the default ACL, which lets everything through, is " +
		"in force.",
	Fix: checks.Fix{
		Terraform:      `Name the subnets in "subnet_ids", or add an "aws_network_acl_association".`,
		CloudFormation: `Add an "AWS::EC2::SubnetNetworkAclAssociation".`,
		Live:           `Run "aws ec2 replace-network-acl-association" for the subnet.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_1",
		Prowler: "ec2_networkacl_unused",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_network_acl", Do: unusedACL},
}

func unusedACL(p *checks.Pass, r *model.Resource) {
	subnets := r.At("subnet_ids")
	used := max(model.Not(subnets.IsEmpty()), checks.Declared(r, "association"))
	p.Require(used, subnets, "no subnet is associated with it")
}
