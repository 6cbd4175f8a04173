package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ExtraVolumeUnencrypted = &checks.Check{
	Title:    "Volume that an EC2 instance is launched with is not encrypted",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in the block "ebs_block_device", in a launch template in "block_device_mappings.ebs".`,
		CloudFormation: `Set "Ebs: {Encrypted: true}" in the block device mapping.`,
		Live:           `Snapshot the volume, copy the snapshot with encryption on, and attach a volume made of the copy instead.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_8",
		KICS:    "4de9de27-254e-424f-bd70-4c1e95790838",
		Trivy:   "AVD-AWS-0008 AVD-AWS-0131",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_instance aws_spot_instance_request aws_launch_configuration aws_launch_template",
		Do: plainVolume,
	},
}

func plainVolume(p *checks.Pass, r *model.Resource) {
	list, isTemplate := "ebs_block_device", r.Type == "aws_launch_template"
	if isTemplate {
		list = "block_device_mappings.ebs"
	}
	for v := range checks.Within(r, list, "encrypted") {
		there, encrypted, at := v.There, v.IsTrue(), v.Reported()
		if !isTemplate { // a mapping of no device takes away what the image has
			there = min(there, model.Not(v.Element.At("no_device").IsTrue()))
		}
		if v.Element.At("snapshot_id").IsEmpty() == model.No && v.IsSet() == model.No {
			encrypted, at = model.Maybe, model.Undecided("the volume is encrypted if its snapshot is", at.Origin)
		}
		p.Forbid(min(there, model.Not(encrypted)), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
