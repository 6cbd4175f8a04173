package sagemaker

import "github.com/lintel-iac/lintel/checks"

var DataQualityVolumeWithoutCustomerKey = &checks.Check{
	Title:    "Volume of a SageMaker data quality job is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "volume_kms_key_id" in the block "cluster_config".`,
		CloudFormation: `Set "VolumeKmsKeyId" in "ClusterConfig".`,
		Live:           `Create the job definition anew with a key of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_368",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringClusterConfig.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireCustomerKey{
		Type: "aws_sagemaker_data_quality_job_definition",
		Path: "job_resources.cluster_config.volume_kms_key_id",
	},
}
