package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyCredentialsExposed = &checks.Check{
	Title:    "IAM policy lets credentials of anyone be issued",
	Severity: checks.High,
	Why: "Whoever may make keys or passwords for every user, or sign in to every database, can act as someone " +
		"else.",
	Fix: checks.Fix{
		Terraform:      `Name the users, roles or databases in "Resource".`,
		CloudFormation: `Name the users, roles or databases in "Resource".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_107 CKV_AWS_287",
	},
	References: []string{
		"https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
		"https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html",
	},
	Since: "0.1",
	Rule: forbidOnAll{Actions: []string{
		"iam:CreateAccessKey",
		"iam:CreateLoginProfile",
		"iam:UpdateLoginProfile",
		"iam:UpdateAccessKey",
		"iam:CreateServiceSpecificCredential",
		"iam:ResetServiceSpecificCredential",
		"sts:AssumeRole",
		"sts:AssumeRoleWithSAML",
		"sts:AssumeRoleWithWebIdentity",
		"sts:AssumeRoot",
		"sts:GetFederationToken",
		"rds-db:connect",
		"dsql:DbConnect",
		"dsql:DbConnectAdmin",
		"elasticache:Connect",
		"memorydb:Connect",
		"neptune-db:connect",
		"redshift:GetClusterCredentials",
		"redshift:GetClusterCredentialsWithIAM",
		"redshift-serverless:GetCredentials",
		"cognito-identity:GetOpenIdTokenForDeveloperIdentity",
		"lightsail:GetInstanceAccessDetails",
		"lightsail:GetRelationalDatabaseMasterUserPassword",
		"codepipeline:PollForJobs",
		"gamelift:RequestUploadCredentials",
	}},
}
