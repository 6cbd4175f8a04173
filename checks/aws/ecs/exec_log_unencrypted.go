package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ExecLogUnencrypted = &checks.Check{
	Title:    "Log of commands run in containers is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may read what was typed, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name a "kms_key_id", and switch on encryption of the log group or bucket in "log_configuration".`,
		CloudFormation: `Name a "KmsKeyId", and switch on encryption of the log group or bucket in "LogConfiguration".`,
		Live:           `Run "aws ecs update-cluster" with --configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_224",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_cluster", Do: plainExecLog},
}

func plainExecLog(p *checks.Pass, r *model.Resource) {
	for v := range checks.Within(r, "configuration.execute_command_configuration", "kms_key_id") {
		encrypted := max(
			v.Element.At("log_configuration.cloud_watch_encryption_enabled").IsTrue(),
			v.Element.At("log_configuration.s3_bucket_encryption_enabled").IsTrue(),
		)
		fault := model.Not(min(encrypted, model.Not(v.IsEmpty())))
		p.Forbid(min(v.There, fault), v.Reported(), "the log is not encrypted with a key of your own")
	}
}
