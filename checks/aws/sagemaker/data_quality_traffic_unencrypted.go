package sagemaker

import "github.com/lintel-iac/lintel/checks"

var DataQualityTrafficUnencrypted = &checks.Check{
	Title:    "Machines of a SageMaker data quality job talk to each other in clear",
	Severity: checks.Medium,
	Why:      "Whoever gets into the network reads the data that the job looks at.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_inter_container_traffic_encryption = true" in the block "network_config".`,
		CloudFormation: `Set "EnableInterContainerTrafficEncryption: true" in "NetworkConfig".`,
		Live:           `Create the job definition anew with encryption between containers.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_369",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringNetworkConfig.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_sagemaker_data_quality_job_definition",
		Path: "network_config.enable_inter_container_traffic_encryption",
	},
}
