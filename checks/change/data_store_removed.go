package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DataStoreRemoved = &checks.Check{
	Title:    "The change deletes a store of data, or makes it anew",
	Severity: checks.High,
	Why:      "At best a snapshot of it is left, and whoever uses it finds it gone. A rename, or an attribute that cannot be changed in place, does so as well as a deletion.",
	Fix: checks.Fix{
		Terraform: `Where it is only renamed, write a "moved" block; where other code takes it over, a "removed" block with ` +
			`"destroy = false". Where it is to go, save what is in it, and accept the finding with that reason.`,
		CloudFormation: `Set "DeletionPolicy: Retain" in a change before it goes. Where it is to go, save what is in it, and accept ` +
			`the finding with that reason.`,
	},
	References: []string{
		"https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
	},
	Loss:  true,
	Since: "0.1",
	Rule:  checks.Func{On: stores, Do: dataStoreRemoved},
}

// stores are the types that hold what cannot be made again from code.
const stores = "aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_dynamodb_table aws_s3_bucket " +
	"aws_efs_file_system aws_fsx_lustre_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system " +
	"aws_fsx_windows_file_system aws_ebs_volume aws_redshift_cluster aws_redshiftserverless_namespace " +
	"aws_elasticache_replication_group aws_memorydb_cluster aws_opensearch_domain aws_elasticsearch_domain aws_kinesis_stream " +
	"aws_msk_cluster aws_timestreamwrite_table aws_keyspaces_table aws_qldb_ledger aws_backup_vault aws_cognito_user_pool " +
	"aws_kms_external_key aws_kms_key aws_secretsmanager_secret aws_ecr_repository"

// dataStoreRemoved lets pass what stays deployed, and what cannot be deleted while
// anything is in it.
func dataStoreRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	after := r.Scope.After
	is := after.Become(r)
	stays := max(r.Fate.Named("DeletionPolicy").IsFold("Retain", "RetainExceptOnCreate"), onlyEmpty(r), model.Is(after.Releases(r.Address)))
	switch {
	case is == nil:
		removed(p, r, stays)
	case r.Replaced:
		p.Forbid(min(certain(r, is), model.Not(onlyEmpty(r))), is.Body, "%s is deleted and made anew", is.Address)
	}
}

// onlyEmpty asks whether a store is deleted only if nothing is in it.
func onlyEmpty(r *model.Resource) model.Truth {
	switch r.Type {
	case "aws_s3_bucket":
		return model.Not(r.At("force_destroy").IsTrue())
	case "aws_ecr_repository":
		return model.Not(r.At("force_delete").IsTrue())
	}
	return model.No
}
