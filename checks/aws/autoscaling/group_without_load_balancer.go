package autoscaling

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupWithoutLoadBalancer = &checks.Check{
	Title:    "Auto Scaling group is behind no load balancer",
	Severity: checks.Low,
	Why:      "Instances that come and go have to be found by their clients some other way.",
	Fix: checks.Fix{
		Terraform:      `Name target groups in "target_group_arns", or add an "aws_autoscaling_attachment".`,
		CloudFormation: `Name target groups in "TargetGroupARNs".`,
		Live:           `Run "aws autoscaling attach-traffic-sources".`,
	},
	Aliases: checks.Aliases{
		KICS: "ad21e616-5026-4b9d-990d-5b007bfe679c 8e94dced-9bcc-4203-8eb7-7e41202b2505",
	},
	References: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-load-balancer.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_autoscaling_group", Do: unbalanced},
}

func unbalanced(p *checks.Pass, r *model.Resource) {
	p.Require(balanced(r), r.At("target_group_arns"), "no load balancer is attached")
}
