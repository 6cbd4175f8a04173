package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AddressUnattached = &checks.Check{
	Title:    "Elastic address is attached to no instance",
	Severity: checks.Low,
	Why:      "It costs money for nothing, and a name that still points at it stays open to whoever gets the address next.",
	Fix: checks.Fix{
		Terraform:      `Name the instance in "instance", or add an "aws_eip_association".`,
		CloudFormation: `Name the instance in "InstanceId", or add an "AWS::EC2::EIPAssociation".`,
		Live:           `Run "aws ec2 release-address", or associate it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_19",
		Prowler: "ec2_elastic_ip_unassigned",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_eip", Do: unattachedAddress},
}

func unattachedAddress(p *checks.Pass, r *model.Resource) {
	used := max(model.Not(r.At("instance").IsEmpty()), model.Not(r.At("network_interface").IsEmpty()))
	if len(view.Referrers(r)) > 0 {
		used = model.Yes
	}
	p.Require(used, r.Body, "nothing is behind the address")
}
