package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var MasterUsernameShown = &checks.Check{
	Title:    "Name of a database's master user stands in the template",
	Severity: checks.Low,
	Why:      "The name is half of what it takes to sign in, and the same one is tried everywhere else.",
	Fix: checks.Fix{
		CloudFormation: `Refer to it by "{{resolve:secretsmanager:NAME}}", or by a parameter with "NoEcho: true" and no default.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F24",
		Guard:  "RDS_MASTER_USER_NAME_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance", Do: usernameShown},
}

func usernameShown(p *checks.Pass, r *model.Resource) {
	name := authored(r).At("MasterUsername")
	if name.State == model.Known {
		p.Forbid(model.Yes, name, "%s is written in the template", name.Origin.Name)
		return
	}
	where, truth := shown(r, name)
	p.Forbid(truth, name, "%s is %s", name.Origin.Name, where)
}
