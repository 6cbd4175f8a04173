package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceWithoutRole = &checks.Check{
	Title:    "EC2 instance has no role",
	Severity: checks.Low,
	Why:      "Programs on it that call AWS will be given long-lived keys, which leak and are hard to change.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_iam_instance_profile" with a role, and name it as "iam_instance_profile".`,
		CloudFormation: `Name an instance profile as "IamInstanceProfile".`,
		Live:           `Run "aws ec2 associate-iam-instance-profile".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_41",
		KICS:    "f914357d-8386-4d56-9ba6-456e5723f9a6",
		Guard:   "EC2_INSTANCE_PROFILE_ATTACHED",
		Prowler: "ec2_instance_profile_attached",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: withoutRole},
}

func withoutRole(p *checks.Pass, r *model.Resource) {
	v, judge := said(p, r, "iam_instance_profile")
	if !judge {
		return
	}
	none := v.IsEmpty()
	for ref := range r.RefsAt("iam_instance_profile") {
		profile := p.Scope.Resource(ref.To)
		if profile == nil || !ref.Exact {
			continue
		}
		none = model.No // it has a name, if only one that its provider will make up
		if profile.Type == "aws_iam_instance_profile" && profile.Mode == model.Managed {
			p.Forbid(profile.At("role").IsEmpty(), v, "%s has no role", profile.Address)
			p.Beside(profile)
		}
	}
	p.Forbid(none, v, "%s is %v", v.Origin.Name, checks.Said(v))
}
