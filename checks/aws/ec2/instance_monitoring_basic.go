package ec2

import "github.com/lintel-iac/lintel/checks"

var InstanceMonitoringBasic = &checks.Check{
	Title:    "EC2 instance reports its metrics every five minutes only",
	Severity: checks.Low,
	Why:      "An alarm sees a machine that is overloaded, or that someone else makes use of, minutes later.",
	Fix: checks.Fix{
		Terraform:      `Set "monitoring = true".`,
		CloudFormation: `Set "Monitoring: true".`,
		Live:           `Run "aws ec2 monitor-instances" with its id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_126",
		KICS:    "0264093f-6791-4475-af34-4b8102dcbcd0 23b70e32-032e-4fa6-ba5c-82f56b9980e6",
		Guard:   "EC2_INSTANCE_DETAILED_MONITORING_ENABLED",
		Prowler: "ec2_instance_detailed_monitoring_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       requireTrue{Type: "aws_instance aws_spot_instance_request", Path: "monitoring"},
}
