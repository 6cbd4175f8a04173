package emr

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ClusterOpenToWorld = &checks.Check{
	Title:    "EMR cluster lets the whole internet reach its nodes",
	Severity: checks.High,
	Why:      "The web interfaces and services of its nodes trust whoever reaches them.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in the rules of the security groups that "ec2_attributes" names.`,
		CloudFormation: `Name the addresses that need it in the rules of the security groups of "Instances".`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_7",
		Prowler: "emr_cluster_publicly_accesible",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_emr_cluster", Do: openToWorld},
}

func openToWorld(p *checks.Pass, r *model.Resource) {
	for _, path := range [...]string{
		"emr_managed_master_security_group", "emr_managed_slave_security_group", "service_access_security_group",
		"additional_master_security_groups", "additional_slave_security_groups",
	} {
		if named := r.At("ec2_attributes." + path); named.State == model.Unknown && r.Scope.Format == model.Live {
			p.Forbid(model.Maybe, named, "%s is %v", named.Origin.Name, named) // in code it is a group from elsewhere
		}
		for ref := range r.RefsAt("ec2_attributes." + path) {
			group := r.Scope.Resource(ref.To)
			if group == nil || group.Type != "aws_security_group" {
				continue
			}
			p.Forbid(model.No, group.Body, "") // without a rule it is as it should be
			for rule := range view.Ingress(group) {
				p.Forbid(rule.FromAnywhere(), rule.Source, "security group %s is open to %v", group.Address, rule.Source)
			}
		}
	}
}
