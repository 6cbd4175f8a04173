// Package tags holds the checks of tags, whatever they are on.
package tags

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var Missing = &checks.Check{
	Title:    "Resource has no tags",
	Severity: checks.Low,
	Why:      "Nobody can tell from the bill, or in an incident, whose it is.",
	Fix: checks.Fix{
		Terraform:      `Set "tags", or "default_tags" of the provider.`,
		CloudFormation: `Set "Tags", or give the stack tags.`,
		Live:           `Run "aws resourcegroupstaggingapi tag-resources".`,
	},
	Aliases: checks.Aliases{
		KICS: "e38a8e0a-b88b-4902-b3fe-b0fcb17d5c10 8df8e857-bd59-44fa-9f4c-d77594b95b46 a71ecabe-03b6-456a-b3bc-d1a39aa20c98",
	},
	References: []string{"https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: taggable, Do: untagged},
}

// taggable are the types that cost most, or that an incident starts from.
const taggable = "aws_cloudfront_distribution aws_cloudtrail aws_db_instance aws_dynamodb_table aws_ebs_volume aws_ecr_repository " +
	"aws_ecs_cluster aws_efs_file_system aws_eks_cluster aws_elasticache_cluster aws_elasticache_replication_group aws_elb " +
	"aws_iam_role aws_iam_user aws_instance aws_kinesis_stream aws_kms_key aws_lambda_function aws_lb aws_nat_gateway " +
	"aws_opensearch_domain aws_rds_cluster aws_redshift_cluster aws_s3_bucket aws_secretsmanager_secret aws_security_group " +
	"aws_sfn_state_machine aws_sns_topic aws_sqs_queue aws_subnet aws_vpc"

func untagged(p *checks.Pass, r *model.Resource) {
	tags := r.At("tags")
	byDefault := model.No
	for _, provider := range p.Scope.OfType("provider.aws") {
		byDefault = max(byDefault, model.Not(provider.At("default_tags.tags").IsEmpty()))
	}
	p.Forbid(min(tags.IsEmpty(), model.Not(byDefault)), tags, "%s is %v", tags.Origin.Name, checks.Said(tags))
}
