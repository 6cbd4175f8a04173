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

// taggable are the types that have tags of their own, and are paid for or looked for in an
// incident.
const taggable = "aws_acm_certificate aws_ami aws_api_gateway_rest_api aws_api_gateway_stage aws_apigatewayv2_api " +
	"aws_apigatewayv2_stage aws_apprunner_service aws_athena_workgroup aws_cloudformation_stack " +
	"aws_cloudfront_distribution aws_cloudtrail aws_cloudwatch_log_group aws_cloudwatch_metric_alarm " +
	"aws_codebuild_project aws_codecommit_repository aws_codepipeline aws_dax_cluster aws_db_instance " +
	"aws_dms_replication_instance aws_docdb_cluster aws_dynamodb_table aws_ebs_snapshot aws_ebs_volume " +
	"aws_ecr_repository aws_ecs_cluster aws_ecs_service aws_ecs_task_definition aws_efs_file_system aws_eip " +
	"aws_eks_cluster aws_eks_node_group aws_elastic_beanstalk_environment aws_elasticache_cluster " +
	"aws_elasticache_replication_group aws_elasticsearch_domain aws_elb aws_emr_cluster aws_flow_log " +
	"aws_fsx_lustre_file_system aws_fsx_windows_file_system aws_globalaccelerator_accelerator aws_glue_job " +
	"aws_guardduty_detector aws_iam_role aws_iam_user aws_instance aws_kinesis_firehose_delivery_stream " +
	"aws_kinesis_stream aws_kms_external_key aws_kms_key aws_lambda_function aws_lb aws_lb_target_group " +
	"aws_mq_broker aws_msk_cluster aws_mwaa_environment aws_nat_gateway aws_neptune_cluster aws_network_acl " +
	"aws_networkfirewall_firewall aws_opensearch_domain aws_rds_cluster aws_rds_cluster_instance " +
	"aws_redshift_cluster aws_route_table aws_s3_bucket aws_sagemaker_notebook_instance aws_secretsmanager_secret " +
	"aws_security_group aws_sfn_state_machine aws_sns_topic aws_spot_instance_request aws_sqs_queue " +
	"aws_ssm_parameter aws_subnet aws_transfer_server aws_vpc aws_vpc_endpoint aws_wafv2_web_acl " +
	"aws_workspaces_workspace"

func untagged(p *checks.Pass, r *model.Resource) {
	tags := r.At("tags")
	byDefault := model.No
	for _, provider := range p.Scope.OfType("provider.aws") {
		byDefault = max(byDefault, model.Not(provider.At("default_tags.tags").IsEmpty()))
	}
	p.Forbid(min(tags.IsEmpty(), model.Not(byDefault)), tags, "%s is %v", tags.Origin.Name, checks.Said(tags))
}
