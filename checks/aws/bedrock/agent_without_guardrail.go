package bedrock

import "github.com/lintel-iac/lintel/checks"

var AgentWithoutGuardrail = &checks.Check{
	Title:    "Bedrock agent has no guardrail",
	Severity: checks.Medium,
	Why:      "Nothing stops a prompt that turns the agent against its makers, or personal data in what it answers.",
	Fix: checks.Fix{
		Terraform:      `Set "guardrail_configuration".`,
		CloudFormation: `Set "GuardrailConfiguration".`,
		Live:           `Run "aws bedrock-agent update-agent" with --guardrail-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_383",
		Prowler: "bedrock_agent_guardrail_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_bedrockagent_agent", Path: "guardrail_configuration"},
}
