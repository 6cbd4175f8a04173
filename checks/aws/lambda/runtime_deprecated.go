package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RuntimeDeprecated = &checks.Check{
	Title:    "Lambda function runs on a runtime that gets no more patches",
	Severity: checks.Medium,
	Why: "Holes in the language or its libraries stay open, and one day the function can be neither made nor " +
		"changed.",
	Fix: checks.Fix{
		Terraform:      `Set "runtime" to a current version.`,
		CloudFormation: `Set "Runtime" to a current version.`,
		Live:           `Run "aws lambda update-function-configuration" with --runtime, once the code runs on it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_363",
		Prowler: "awslambda_function_using_supported_runtimes",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lambda_function", Do: deprecatedRuntime},
}

// deprecated are the runtimes that AWS had deprecated at the end of 2025.
var deprecated = [...]string{
	"dotnet5.0", "dotnet6", "dotnet7", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1",
	"go1.x", "java8", "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x",
	"nodejs14.x", "nodejs16.x", "nodejs18.x", "provided", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9",
	"ruby2.5", "ruby2.7",
}

func deprecatedRuntime(p *checks.Pass, r *model.Resource) {
	runtime := r.At("runtime")
	p.Forbid(runtime.Is(deprecated[:]...), runtime, "%s is %v", runtime.Origin.Name, checks.Said(runtime))
}
