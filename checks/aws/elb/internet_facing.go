package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InternetFacing = &checks.Check{
	Title:    "Load balancer is reachable from the internet",
	Severity: checks.Low,
	Why:      "What only your own systems call should not be there for everyone to try.",
	Fix: checks.Fix{
		Terraform:      `Set "internal = true" unless everyone is meant to call it.`,
		CloudFormation: `Set "Scheme: internal" unless everyone is meant to call it.`,
		Live:           "Make an internal load balancer, and move the clients to it.",
	},
	Aliases: checks.Aliases{
		Trivy:   "AVD-AWS-0053",
		Prowler: "elbv2_internet_facing elb_internet_facing",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lb aws_elb", Do: internetFacing},
}

func internetFacing(p *checks.Pass, r *model.Resource) {
	internal := r.At("internal")
	said := checks.Said(internal)
	if internal.Defaulted && internal.Origin.Name == "Scheme" { // which has words where Terraform has a flag
		said = "not set, and internet-facing by default"
	}
	inside := max(internal.IsTrue(), r.At("load_balancer_type").Is("gateway"))
	p.Require(inside, internal, "%s is %s", internal.Origin.Name, said)
}
