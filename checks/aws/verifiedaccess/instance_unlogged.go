package verifiedaccess

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstanceUnlogged = &checks.Check{
	Title:    "Verified Access keeps no log of its decisions",
	Severity: checks.Medium,
	Why:      "Who was let in, and who was turned away and why, cannot be found out afterwards.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_verifiedaccess_instance_logging_configuration" that switches one destination on.`,
		CloudFormation: `Switch one destination of "LoggingConfigurations" on.`,
		Live:           `Run "aws ec2 modify-verified-access-instance-logging-configuration".`,
	},
	References: []string{"https://docs.aws.amazon.com/verified-access/latest/ug/access-logs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_verifiedaccess_instance aws_verifiedaccess_instance_logging_configuration", Do: unlogged},
}

func unlogged(p *checks.Pass, r *model.Resource) {
	path := "access_logs"
	if r.Type == "aws_verifiedaccess_instance" {
		path = "logging_configuration.access_logs"
	}
	logs := r.At(path)
	on := model.No
	for _, destination := range [...]string{"cloudwatch_logs", "kinesis_data_firehose", "s3"} {
		on = max(on, r.At(path+"."+destination+".enabled").IsTrue())
	}
	p.Require(on, logs, "no destination of %s is switched on", logs.Origin.Name)
}
