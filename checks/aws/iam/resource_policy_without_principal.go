package iam

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ResourcePolicyWithoutPrincipal = &checks.Check{
	Title:    "Policy of a resource does not say whom it is for",
	Severity: checks.Low,
	Why:      "AWS refuses it, so the rules that were meant are not in force.",
	Fix: checks.Fix{
		Terraform:      `Add "Principal" to the statement.`,
		CloudFormation: `Add "Principal" to the statement.`,
		Live:           "Set a policy whose statements have principals.",
	},
	Aliases: checks.Aliases{
		KICS: "bbe3dd3d-fea9-4b68-a785-cfabe2bbbc54 e7530c3c-b7cf-4149-8db9-d037a0b5268e",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"},
	Since:      "0.1",
	Rule: namesNobody{
		{Type: "aws_api_gateway_rest_api", Companion: "aws_api_gateway_rest_api_policy", Path: "policy.policy"},
		{Type: "aws_backup_vault", Companion: "aws_backup_vault_policy", Path: "policy.policy"},
		{Type: "aws_cloudwatch_event_bus", Companion: "aws_cloudwatch_event_bus_policy", Path: "policy.policy"},
		{Type: "aws_cloudwatch_log_destination_policy", Path: "access_policy"},
		{Type: "aws_dynamodb_table", Companion: "aws_dynamodb_resource_policy", Path: "resource_policy.policy"},
		{Type: "aws_ecr_repository", Companion: "aws_ecr_repository_policy", Path: "policy.policy"},
		{Type: "aws_efs_file_system", Companion: "aws_efs_file_system_policy", Path: "policy.policy"},
		{Type: "aws_elasticsearch_domain", Companion: "aws_elasticsearch_domain_policy", Path: "policy.access_policies"},
		{Type: "aws_glacier_vault", Path: "access_policy"},
		{Type: "aws_glue_resource_policy", Path: "policy"},
		{Type: "aws_iam_role", Path: "assume_role_policy"},
		{Type: "aws_kinesis_stream", Companion: "aws_kinesis_resource_policy", Path: "resource_policy.policy"},
		{Type: "aws_kms_external_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
		{Type: "aws_kms_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
		{Type: "aws_kms_replica_external_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
		{Type: "aws_kms_replica_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
		{Type: "aws_msk_cluster", Companion: "aws_msk_cluster_policy", Path: "policy.policy"},
		{Type: "aws_opensearch_domain", Companion: "aws_opensearch_domain_policy", Path: "policy.access_policies"},
		{Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy"},
		{Type: "aws_secretsmanager_secret", Companion: "aws_secretsmanager_secret_policy", Path: "policy.policy"},
		{Type: "aws_ses_identity_policy", Path: "policy"},
		{Type: "aws_sesv2_email_identity_policy", Path: "policy"},
		{Type: "aws_sns_topic", Companion: "aws_sns_topic_policy", Path: "policy.policy"},
		{Type: "aws_sqs_queue", Companion: "aws_sqs_queue_policy", Path: "policy.policy"},
		{Type: "aws_vpc_endpoint", Companion: "aws_vpc_endpoint_policy", Path: "policy.policy"},
	},
}

// namesNobody forbids policies of resources with a statement that has no principal. Each stands
// at a path of a type, or of a companion that is folded onto it, which is judged by itself where its owner is not here.
type namesNobody []struct{ Type, Companion, Path string }

func (c namesNobody) Types() string {
	var all []string
	for _, at := range c {
		all = append(all, at.Type)
		if at.Companion != "" && !slices.Contains(all, at.Companion) {
			all = append(all, at.Companion)
		}
	}
	return strings.Join(all, " ")
}

func (c namesNobody) Judge(p *checks.Pass, r *model.Resource) {
	for _, at := range c {
		if r.Type != at.Type && r.Type != at.Companion {
			continue
		}
		for policy := range r.All(checks.On(r, at.Companion, at.Path)) {
			for s := range view.Policy(policy).Statements() {
				missing := min(max(s.Allows(), s.Denies()), s.Principal().IsEmpty())
				p.Forbid(missing, s.Principal(), "a statement has no principal")
			}
		}
		return
	}
}
