package cloudtrail

import "github.com/lintel-iac/lintel/checks"

var LogValidationDisabled = &checks.Check{
	Title:    "CloudTrail trail does not sign its log files",
	Severity: checks.Medium,
	Why:      "An intruder can change the log, or delete a part of it, and nobody can tell.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_log_file_validation = true".`,
		CloudFormation: `Set "EnableLogFileValidation: true".`,
		Live:           `Run "aws cloudtrail update-trail" with --enable-log-file-validation.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_36",
		KICS:    "52ffcfa6-6c70-4ea6-8376-d828d3961669 2a3560fe-52ca-4443-b34f-bf0ed5eb74c8",
		Trivy:   "AVD-AWS-0016",
		Guard:   "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
		Regula:  "FG_R00027",
		Prowler: "cloudtrail_log_file_validation_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudtrail", Path: "enable_log_file_validation"},
}
