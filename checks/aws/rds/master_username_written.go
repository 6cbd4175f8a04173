package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var MasterUsernameWritten = &checks.Check{
	Title:    "Name of a database's main user is written in the code",
	Severity: checks.Low,
	Why:      "Whoever can read the code has half of what it takes to sign in, and needs to guess the password only.",
	Fix: checks.Fix{
		Terraform:      `Take "username" from a sensitive variable or a secret.`,
		CloudFormation: `Take "MasterUsername" from a NoEcho parameter without a default, or "{{resolve:secretsmanager:…}}".`,
		Live:           "The name cannot be changed: restore the database under another one.",
	},
	Aliases: checks.Aliases{
		CfnNag: "F24",
		Guard:  "RDS_MASTER_USER_NAME_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: writtenUsername},
}

func writtenUsername(p *checks.Pass, r *model.Resource) {
	for _, path := range [...]string{"username", "master_username"} {
		name := r.At(path)
		written := name.State == model.Known && name.IsEmpty() == model.No && name.HasPrefix("{{resolve:") != model.Yes
		p.Forbid(model.Is(written), name, "%s is written out", name.Origin.Name)
	}
}
