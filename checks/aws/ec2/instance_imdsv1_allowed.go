// Package ec2 holds the checks of Elastic Compute Cloud: instances, and what
// they are launched from.
package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceIMDSv1Allowed = &checks.Check{
	Title:    "EC2 instance answers metadata requests without a session token",
	Severity: checks.High,
	Why: "A web application on it that can be made to fetch an address hands out the credentials of the instance's role. " +
		"Version 2 of the metadata service asks for a token that such a request cannot get.",
	Fix: checks.Fix{
		Terraform:      `Set http_tokens = "required" in the block "metadata_options".`,
		CloudFormation: `Set "MetadataOptions: {HttpTokens: required}".`,
		Live:           `Run "aws ec2 modify-instance-metadata-options" with --http-tokens required.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_79",
		Trivy:   "AVD-AWS-0028 AVD-AWS-0130",
		Prowler: "ec2_instance_imdsv2_enabled ec2_launch_template_imdsv2_required " +
			"autoscaling_group_launch_configuration_requires_imdsv2",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_instance aws_spot_instance_request aws_launch_template aws_launch_configuration",
		Do: imdsv1,
	},
}

func imdsv1(p *checks.Pass, r *model.Resource) {
	tokens, judge := said(p, r, "metadata_options.http_tokens")
	if !judge {
		return
	}
	reachable := model.Not(r.At("metadata_options.http_endpoint").IsFold("disabled"))
	p.Forbid(min(reachable, model.Not(tokens.IsFold("required"))), tokens, "%s is %v", tokens.Origin.Name, checks.Said(tokens))
}
