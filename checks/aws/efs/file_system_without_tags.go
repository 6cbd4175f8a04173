package efs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var FileSystemWithoutTags = &checks.Check{
	Title:    "EFS file system has no tags",
	Severity: checks.Low,
	Why:      "Rules about access, cost or retention that go by tags do not find it.",
	Fix: checks.Fix{
		Terraform:      `Set "tags".`,
		CloudFormation: `Set "FileSystemTags".`,
		Live:           `Run "aws efs tag-resource".`,
	},
	Aliases:    checks.Aliases{KICS: "08e39832-5e42-4304-98a0-aa5b43393162"},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/manage-fs-tags.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_efs_file_system", Do: untagged},
}

func untagged(p *checks.Pass, r *model.Resource) {
	tags := view.Tags(r)
	p.Forbid(tags.IsEmpty(), tags, "%s is %v", tags.Origin.Name, checks.Said(tags))
}
