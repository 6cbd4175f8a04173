package glue

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var JobVersionUnsupported = &checks.Check{
	Title:    "Glue job runs on a version that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Holes in Spark, Python and their libraries stay open, and once the version is gone the job can be neither made nor started.",
	Fix: checks.Fix{
		Terraform:      `Set "glue_version" to a supported one, once the script runs on it.`,
		CloudFormation: `Set "GlueVersion" to a supported one, once the script runs on it.`,
		Live:           `Run "aws glue update-job" with a GlueVersion that is supported, once the script runs on it.`,
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html"},
	Since:      "0.1",
	Rule: lifecycle.RequireOf{ // of a Python shell the version says nothing
		Type: "aws_glue_job", Path: "glue_version", Engine: "command.name",
		Products: []lifecycle.Engine{{Word: "glueetl", Product: "glue"}, {Word: "gluestreaming", Product: "glue"}, {Product: "glue"}},
	},
}
