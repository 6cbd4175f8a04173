// Package efs holds the checks of Elastic File System.
package efs

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var FileSystemPolicyPublic = &checks.Check{
	Title:    "EFS file system is open to everyone by its policy",
	Severity: checks.Medium,
	Why: "Any client that reaches a mount target can do with the files what the policy allows, without being " +
		"asked who it is.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or let clients in by a condition on "elasticfilesystem:AccessedViaMountTarget" only.`,
		CloudFormation: `Name those who need access as principals, or let clients in by a condition on "elasticfilesystem:AccessedViaMountTarget" only.`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		KICS:    "fae52418-bb8b-4ac2-b287-0b9082d6a3fd",
		Prowler: "efs_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_efs_file_system aws_efs_file_system_policy", Do: publicPolicy},
}

// publicPolicy takes a policy for closed that lets clients in by mount targets
// alone: EFS does so too, since these have security groups.
func publicPolicy(p *checks.Pass, r *model.Resource) {
	for policy := range r.All(checks.On(r, "aws_efs_file_system_policy", "policy.policy")) {
		open := model.Yes
		for s := range view.Policy(policy).Statements() {
			if s.Public() != model.No {
				open = min(open, model.Not(byMountTarget(s)))
			}
		}
		checks.PublicPolicy(p, policy, open)
	}
}

func byMountTarget(s *view.Statement) model.Truth {
	for c := range s.Conditions() {
		if strings.EqualFold(c.Key, "elasticfilesystem:AccessedViaMountTarget") {
			return c.Values.Contains("true")
		}
	}
	return model.No
}
