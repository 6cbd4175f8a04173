package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DeletionProtectionRemoved = &checks.Check{
	Title:    "The change takes the protection from deletion off",
	Severity: checks.Medium,
	Why:      "The next change, or a slip of the hand in the console, can delete it with all that is in it.",
	Fix: checks.Fix{
		Terraform:      "Leave the protection on. Where the resource is to go, accept the finding with that reason.",
		CloudFormation: "Leave the protection on. Where the resource is to go, accept the finding with that reason.",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html#USER_DeleteInstance.DeletionProtection"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: protectedTypes, Do: deletionProtectionRemoved},
}

const protectedTypes = "aws_db_instance aws_rds_cluster aws_rds_global_cluster aws_docdb_cluster aws_neptune_cluster aws_dynamodb_table " +
	"aws_lb aws_instance aws_eks_cluster aws_cognito_user_pool aws_networkfirewall_firewall"

var protections = []flag{
	{"aws_db_instance", "deletion_protection", ""},
	{"aws_rds_cluster", "deletion_protection", ""},
	{"aws_rds_global_cluster", "deletion_protection", ""},
	{"aws_docdb_cluster", "deletion_protection", ""},
	{"aws_neptune_cluster", "deletion_protection", ""},
	{"aws_dynamodb_table", "deletion_protection_enabled", ""},
	{"aws_lb", "enable_deletion_protection", ""},
	{"aws_instance", "disable_api_termination", ""},
	{"aws_eks_cluster", "deletion_protection", ""},
	{"aws_cognito_user_pool", "deletion_protection", "ACTIVE"},
	{"aws_networkfirewall_firewall", "delete_protection", ""},
}

func deletionProtectionRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	switchedOff(p, r, protections)
}
