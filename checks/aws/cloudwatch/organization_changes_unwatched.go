package cloudwatch

import "github.com/lintel-iac/lintel/checks"

var OrganizationChangesUnwatched = &checks.Check{
	Title:    "No alarm is raised on changes of the organization",
	Severity: checks.Low,
	Why:      "Whoever moves an account, or detaches a policy, takes away what kept it in bounds.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_cloudwatch_log_metric_filter" on the log group of the trail, and an "aws_cloudwatch_metric_alarm" with an action on its metric.`,
		CloudFormation: `Add an "AWS::Logs::MetricFilter" on the log group of the trail, and an "AWS::CloudWatch::Alarm" with an action on its metric.`,
		Live:           `Run "aws logs put-metric-filter" and "aws cloudwatch put-metric-alarm".`,
	},
	Aliases: checks.Aliases{
		KICS:    "38b85c45-e772-4de8-a247-69619ca137b3",
		Trivy:   "AVD-AWS-0174",
		Prowler: "cloudwatch_log_metric_filter_aws_organizations_changes",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule: unwatched{
		Subject: "changes of the organization",
		Source:  "organizations.amazonaws.com",
		Calls: "AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy " +
			"DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy " +
			"DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount " +
			"RemoveAccountFromOrganization UpdateOrganizationalUnit UpdatePolicy",
	},
}
