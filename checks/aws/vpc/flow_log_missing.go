package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var FlowLogMissing = &checks.Check{
	Title:    "VPC has no flow log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who connected to what, and nothing notices unusual traffic.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_flow_log" with the VPC as "vpc_id".`,
		CloudFormation: `Add an "AWS::EC2::FlowLog" with the VPC as "ResourceId".`,
		Live:           `Run "aws ec2 create-flow-logs" for the VPC.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_11",
		KICS:    "f6d299d2-21eb-41cc-b1e1-fe12d857500b f83121ea-03da-434f-9277-9cd247ab3047",
		Trivy:   "AVD-AWS-0178",
		CfnNag:  "W60",
		Regula:  "FG_R00054",
		Prowler: "vpc_flow_logs_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_vpc aws_default_vpc aws_flow_log", Do: withoutFlowLog},
}

func withoutFlowLog(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_flow_log" {
		ofNothing(p, r)
		return
	}
	p.Require(checks.Declared(r, "flow_log"), r.At("flow_log"), "no flow log is declared")
}

// ofNothing reports a flow log that was meant for a VPC, as it names nothing else.
func ofNothing(p *checks.Pass, r *model.Resource) {
	nothing := model.Yes
	for _, path := range [...]string{
		"vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id", "regional_nat_gateway_id",
	} {
		nothing = min(nothing, r.At(path).IsEmpty())
	}
	p.Forbid(nothing, r.Body, "the flow log names no VPC")
}
