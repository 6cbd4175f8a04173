package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var WithoutSubnets = &checks.Check{
	Title:    "VPC has no subnet",
	Severity: checks.Low,
	Why:      "Nothing can run in it, so it is forgotten or half made.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_subnet", or remove the VPC.`,
		CloudFormation: `Add an "AWS::EC2::Subnet", or remove the VPC.`,
		Live:           `Run "aws ec2 delete-vpc".`,
	},
	Aliases: checks.Aliases{
		KICS: "3b3b4411-ad1f-40e7-b257-a78a6bb9673a",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_vpc", Do: withoutSubnets},
}

func withoutSubnets(p *checks.Pass, r *model.Resource) {
	found := model.No
	for _, by := range view.Referrers(r) {
		found = max(found, model.Is(by.Type == "aws_subnet"))
	}
	p.Require(found, r.Body, "no subnet is declared")
}
