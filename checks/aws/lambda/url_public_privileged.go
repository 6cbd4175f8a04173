package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var URLPublicPrivileged = &checks.Check{
	Title:    "Function that everyone can call has the rights of an administrator",
	Severity: checks.Critical,
	Why: "Nothing asks who calls its URL, and one fault in its code gives whoever does the credentials of its role, " +
		"and with them the account.",
	Fix: checks.Fix{
		Terraform:      `Set authorization_type = "AWS_IAM", and give the role only what the function needs.`,
		CloudFormation: `Set "AuthType: AWS_IAM", and give the role only what the function needs.`,
		Live:           `Run "aws lambda update-function-url-config" with --auth-type AWS_IAM, and attach a narrower policy to the role.`,
	},
	References: []string{
		"https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
		"https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_lambda_function", Do: publicPrivileged},
}

func publicPrivileged(p *checks.Pass, r *model.Resource) {
	role := view.RoleOf(r)
	if role == nil {
		return
	}
	privileged, by := view.Privileged(role)
	for url := range r.Each("url") {
		authorization := url.At("authorization_type")
		way := []model.Hop{{Name: "role " + role.Address, Range: by.Origin.Range}}
		p.ForbidAlong(way, min(authorization.Is("NONE"), privileged), authorization,
			"everyone can call a function whose role, %s, may do everything", role.Address)
	}
}
