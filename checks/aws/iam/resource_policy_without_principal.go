package iam

import (
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
	Rule: checks.Func{
		On: "aws_api_gateway_rest_api_policy aws_backup_vault_policy aws_ecr_repository_policy aws_efs_file_system_policy " +
			"aws_elasticsearch_domain_policy aws_kms_key_policy aws_opensearch_domain_policy aws_s3_bucket_policy " +
			"aws_secretsmanager_secret_policy aws_sns_topic_policy aws_sqs_queue_policy",
		Do: nobodyNamed,
	},
}

func nobodyNamed(p *checks.Pass, r *model.Resource) {
	policy := r.At("policy")
	if strings.HasSuffix(r.Type, "_domain_policy") {
		policy = r.At("access_policies")
	}
	for s := range view.Policy(policy).Statements() {
		missing := min(s.Allows(), s.Principal().IsEmpty())
		p.Forbid(missing, s.Principal(), "a statement has no principal")
	}
}
