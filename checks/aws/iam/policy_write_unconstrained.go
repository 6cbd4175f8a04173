package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyWriteUnconstrained = &checks.Check{
	Title:    "IAM policy lets anything of a service be written",
	Severity: checks.Medium,
	Why:      "One identity that is taken over can change or delete what belongs to others.",
	Fix: checks.Fix{
		Terraform:      `Name the resources in "Resource", or add a condition.`,
		CloudFormation: `Name the resources in "Resource", or add a condition.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_111 CKV_AWS_290",
	},
	References: []string{"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"},
	Since:      "0.1",
	Rule: forbidOnAll{Actions: []string{
		"dynamodb:DeleteItem", "dynamodb:DeleteTable", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem",
		"ec2:CreateTags", "ec2:DeleteVolume", "ec2:RunInstances", "ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances",
		"ec2:AuthorizeSecurityGroupIngress", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
		"ecr:BatchDeleteImage", "ecr:DeleteRepository", "ecr:PutImage", "ecs:RunTask", "ecs:UpdateService",
		"elasticloadbalancing:DeleteLoadBalancer", "events:PutRule", "events:PutTargets", "firehose:PutRecord", "firehose:PutRecordBatch",
		"iam:CreateAccessKey", "iam:CreateRole", "iam:CreateUser", "iam:DeleteRole", "iam:DeleteUser", "iam:PassRole",
		"kinesis:PutRecord", "kinesis:PutRecords", "kms:CreateAlias", "kms:DisableKey", "kms:ScheduleKeyDeletion",
		"lambda:CreateFunction", "lambda:DeleteFunction", "lambda:InvokeFunction", "lambda:UpdateFunctionCode",
		"logs:CreateLogGroup", "logs:CreateLogStream", "logs:DeleteLogGroup", "logs:PutLogEvents",
		"rds:DeleteDBInstance", "rds:ModifyDBInstance", "rds:DeleteDBCluster",
		"s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteObject", "s3:PutObject", "s3:PutLifecycleConfiguration",
		"secretsmanager:DeleteSecret", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret",
		"sns:DeleteTopic", "sns:Publish", "sqs:DeleteMessage", "sqs:DeleteQueue", "sqs:SendMessage",
		"ssm:DeleteParameter", "ssm:PutParameter", "ssm:SendCommand", "ssm:StartSession", "states:StartExecution",
	}},
}
