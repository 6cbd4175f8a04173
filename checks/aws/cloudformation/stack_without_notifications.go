// Package cloudformation holds the checks of CloudFormation stacks.
package cloudformation

import "github.com/lintel-iac/lintel/checks"

var StackWithoutNotifications = &checks.Check{
	Title:    "CloudFormation stack notifies no SNS topic",
	Severity: checks.Low,
	Why:      "Nobody is told when the stack changes, or when a change fails.",
	Fix: checks.Fix{
		Terraform:      `Set "notification_arns".`,
		CloudFormation: `Set "NotificationARNs" of the nested "AWS::CloudFormation::Stack".`,
		Live:           `Run "aws cloudformation update-stack" with --notification-arns.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_124",
		KICS:    "b72d0026-f649-4c91-a9ea-15d8f681ac09 837e033c-4717-40bd-807e-6abaa30161b7",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudformation_stack", Path: "notification_arns"},
}
