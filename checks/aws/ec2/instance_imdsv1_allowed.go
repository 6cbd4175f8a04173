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
	References: []string{
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
		"https://docs.aws.amazon.com/linux/al2023/ug/imdsv2.html",
	},
	Since: "0.1",
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
	if tokens.Defaulted && fromAL2023(p, r) {
		tokens = model.Undecided("its image asks for a token, unless the account says otherwise", tokens.Origin)
	}
	reachable := model.Not(r.At("metadata_options.http_endpoint").IsFold("disabled"))
	p.Forbid(min(reachable, model.Not(tokens.IsFold("required"))), tokens, "%s is %v", tokens.Origin.Name, checks.Said(tokens))
}

// fromAL2023 tells whether the image is looked up as one of Amazon Linux 2023, which wants version 2. A launch
// configuration does not go by its image.
func fromAL2023(p *checks.Pass, r *model.Resource) bool {
	if r.Type == "aws_launch_configuration" {
		return false
	}
	for _, link := range [...]string{"ami", "image_id"} {
		for ref := range r.RefsAt(link) {
			if image := p.Scope.Resource(ref.To); image != nil && image.Mode == model.Data && isAL2023(image) {
				return true
			}
		}
	}
	return false
}

func isAL2023(image *model.Resource) bool {
	if image.Type == "aws_ssm_parameter" {
		return image.At("name").HasPrefix("/aws/service/ami-amazon-linux-latest/al2023-") == model.Yes
	}
	for filter := range image.Each("filter") {
		if filter.At("name").Is("name") != model.Yes {
			continue
		}
		for name := range filter.At("values").Elements() {
			if name.HasPrefix("al2023-ami-") == model.Yes {
				return true
			}
		}
	}
	return false
}
