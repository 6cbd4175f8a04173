package sagemaker

import "github.com/lintel-iac/lintel/checks"

var DataQualityOutputWithoutCustomerKey = &checks.Check{
	Title:    "Output of a SageMaker data quality job is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" in the block "data_quality_job_output_config".`,
		CloudFormation: `Set "KmsKeyId" in "DataQualityJobOutputConfig".`,
		Live:           `Create the job definition anew with a key of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_367",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringOutputConfig.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_sagemaker_data_quality_job_definition", Path: "data_quality_job_output_config.kms_key_id"},
}
