package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var StackWithoutTemplate = &checks.Check{
	Title:    "CloudFormation stack has no template",
	Severity: checks.Low,
	Why:      "What the stack holds cannot be read here, and cannot be made anew.",
	Fix: checks.Fix{
		Terraform:      `Set "template_body" or "template_url".`,
		CloudFormation: `Set "TemplateURL".`,
		Live:           `Run "aws cloudformation update-stack" with --template-url.`,
	},
	Aliases: checks.Aliases{
		KICS: "91bea7b8-0c31-4863-adc9-93f6177266c4",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudformation_stack aws_cloudformation_stack_set", Do: template},
}

func template(p *checks.Pass, r *model.Resource) {
	body, url := r.At("template_body"), r.At("template_url")
	p.Require(max(model.Not(body.IsEmpty()), model.Not(url.IsEmpty())), body, "neither %s nor %s is set", body.Origin.Name, url.Origin.Name)
}
