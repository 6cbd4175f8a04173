package ecs

import "github.com/lintel-iac/lintel/checks"

var TaskEFSUnencryptedInTransit = &checks.Check{
	Title:    "Task reads and writes an EFS volume in clear",
	Severity: checks.Medium,
	Why:      "Whoever gets into the network reads and changes the files on their way.",
	Fix: checks.Fix{
		Terraform:      `Set transit_encryption = "ENABLED" in "efs_volume_configuration".`,
		CloudFormation: `Set "TransitEncryption: ENABLED" in "EFSVolumeConfiguration".`,
		Live:           "Register a revision with it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_97",
		KICS: "c1282e03-b285-4637-aee7-eefe3a7bb658 4d46ff3b-7160-41d1-a310-71d6d370b08f " +
			"6c131358-c54d-419b-9dd6-1f7dd41d180c",
		Trivy: "AVD-AWS-0035",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ecs_task_definition", Each: "volume.efs_volume_configuration", Path: "transit_encryption", Of: []string{"ENABLED"}},
}
