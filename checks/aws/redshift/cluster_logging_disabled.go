package redshift

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterLoggingDisabled = &checks.Check{
	Title:    "Redshift cluster writes no audit log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who connected and what was asked.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_redshift_logging" for the cluster.`,
		CloudFormation: `Set "LoggingProperties".`,
		Live:           `Run "aws redshift enable-logging".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_71",
		KICS:    "15ffbacc-fa42-4f6f-a57d-2feac7365caa 3de2d4ff-fe53-4fc9-95d3-2f8a69bf90d6",
		Prowler: "redshift_cluster_audit_logging",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_redshift_cluster", Do: loggingDisabled},
}

// loggingDisabled judges the companion, and the block which the provider had up to
// its version 5.
func loggingDisabled(p *checks.Pass, r *model.Resource) {
	logs := r.At("logging")
	if enable := r.At("logging.enable"); enable.State != model.Absent {
		p.Require(enable.IsTrue(), enable, "%s is %v", enable.Origin.Name, checks.Said(enable))
		return
	}
	p.Forbid(logs.IsEmpty(), logs, "no audit log is declared")
}
