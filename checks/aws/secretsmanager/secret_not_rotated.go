package secretsmanager

import "github.com/lintel-iac/lintel/checks"

var SecretNotRotated = &checks.Check{
	Title:    "Secret is not rotated",
	Severity: checks.Low,
	Why:      "What leaked once stays good until somebody thinks of changing it.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_secretsmanager_secret_rotation".`,
		CloudFormation: `Add an "AWS::SecretsManager::RotationSchedule".`,
		Live:           `Run "aws secretsmanager rotate-secret" with a schedule.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_57",
		Guard:   "SECRETSMANAGER_ROTATION_ENABLED_CHECK",
		Prowler: "secretsmanager_automatic_rotation_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"},
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_secretsmanager_secret", Path: "rotation",
		When: []checks.Condition{{Path: "rotation_lambda_arn", Empty: true}}, // until version 5 of the provider
	},
}
