package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var MetadataHopLimit = &checks.Check{
	Title:    "Metadata of an EC2 instance is handed on to what runs behind it",
	Severity: checks.Low,
	Why:      "With more than one hop a container on the instance gets the credentials of the instance's role.",
	Fix: checks.Fix{
		Terraform:      `Set http_put_response_hop_limit = 1 in the block "metadata_options".`,
		CloudFormation: `Set "HttpPutResponseHopLimit: 1" in "MetadataOptions".`,
		Live:           `Run "aws ec2 modify-instance-metadata-options" with --http-put-response-hop-limit 1.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_341",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request aws_launch_template aws_launch_configuration", Do: hopLimit},
}

func hopLimit(p *checks.Pass, r *model.Resource) {
	limit := r.At("metadata_options.http_put_response_hop_limit")
	reachable := model.Not(r.At("metadata_options.http_endpoint").Is("disabled"))
	p.Forbid(min(reachable, limit.AtLeast(2)), limit, "%s is %v", limit.Origin.Name, checks.Said(limit))
}
