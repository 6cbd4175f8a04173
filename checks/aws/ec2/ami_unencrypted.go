package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AMIUnencrypted = &checks.Check{
	Title:    "Image has disks that are not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains the snapshots behind it can read them, and instances started from it begin unencrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" on each "ebs_block_device", or on the "aws_ami_copy".`,
		CloudFormation: "Make the image from encrypted volumes.",
		Live:           `Run "aws ec2 copy-image" with --encrypted, and deregister the original.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_204 CKV_AWS_235",
		KICS:    "8bbb242f-6e38-4127-86d4-d8f0b2687ae2",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ami aws_ami_copy", Do: plainImage},
}

func plainImage(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_ami_copy" {
		v := r.At("encrypted")
		p.Require(v.IsTrue(), v, "%s is %v", v.Origin.Name, checks.Said(v))
		return
	}
	for v := range checks.Within(r, "ebs_block_device", "encrypted") {
		// What is made from a snapshot is encrypted as that is.
		copied := v.Element.At("snapshot_id").IsSet()
		at := v.Reported()
		p.Forbid(min(v.There, model.Not(copied), model.Not(v.IsTrue())), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
