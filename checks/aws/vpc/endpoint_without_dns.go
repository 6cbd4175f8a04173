package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var EndpointWithoutDNS = &checks.Check{
	Title:    "Names of a VPC endpoint are not resolved",
	Severity: checks.Low,
	Why:      "Programs look up the public name of the service, so their traffic leaves the VPC, or does not arrive.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_dns_support" and "enable_dns_hostnames" on the VPC to true.`,
		CloudFormation: `Set "EnableDnsSupport" and "EnableDnsHostnames" on the VPC to true.`,
		Live:           `Run "aws ec2 modify-vpc-attribute" with --enable-dns-support.`,
	},
	Aliases: checks.Aliases{
		KICS: "e9b7acf9-9ba0-4837-a744-31e7df1e434d",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_vpc_endpoint", Do: withoutDNS},
}

func withoutDNS(p *checks.Pass, r *model.Resource) {
	private := r.At("private_dns_enabled")
	p.Forbid(model.No, private, "")
	for ref := range r.RefsAt("vpc_id") {
		if vpc := p.Scope.Resource(ref.To); vpc != nil && vpc.Type == "aws_vpc" {
			resolves := vpc.At("enable_dns_support")
			p.Forbid(min(private.IsTrue(), resolves.IsFalse()), private, "%s of the VPC is %v", resolves.Origin.Name, checks.Said(resolves))
		}
	}
}
