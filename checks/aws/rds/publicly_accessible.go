package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PubliclyAccessible = &checks.Check{
	Title:    "Database has a public address",
	Severity: checks.High,
	Why:      "It can be reached from the internet as soon as one security group lets it be, with nothing but its password in front of it.",
	Fix: checks.Fix{
		Terraform:      `Set "publicly_accessible = false".`,
		CloudFormation: `Set "PubliclyAccessible: false".`,
		Live:           `Run "aws rds modify-db-instance" with --no-publicly-accessible.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_17",
		KICS:    "35113e6f-2c6b-414d-beec-7a9482d3b2d1 de38e1d5-54cb-4111-a868-6f7722695007",
		Trivy:   "AVD-AWS-0180",
		CfnNag:  "F22",
		Guard:   "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
		Regula:  "FG_R00278",
		Prowler: "rds_instance_no_public_access",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster_instance", Do: publicDatabase},
}

// publicDatabase judges what Terraform's provider always says. Where a template does
// not, the VPC of the subnets decides, by its internet gateway: the default VPC has one.
func publicDatabase(p *checks.Pass, r *model.Resource) {
	public := r.At("publicly_accessible")
	if public.State != model.Absent {
		p.Forbid(public.IsTrue(), public, "%s is %v", public.Origin.Name, checks.Said(public))
		return
	}
	fault := model.Maybe
	if r.Type == "aws_db_instance" && r.At("replicate_source_db").State == model.Absent {
		fault = max(fault, r.At("db_subnet_group_name").IsEmpty())
		for subnet := range subnetsOf(r) {
			fault = max(fault, view.PublicSubnet(subnet))
		}
	}
	if fault == model.Maybe {
		public = model.Undecided("the subnets decide", public.Origin)
	}
	p.Forbid(fault, public, "%s is %v", public.Origin.Name, checks.Said(public))
}
