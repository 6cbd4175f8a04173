package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InstancePublicAddress = &checks.Check{
	Title:    "EC2 instance gets a public address",
	Severity: checks.Medium,
	Why:      "It can be reached from the internet as soon as one security group lets it be, with nothing in front of it.",
	Fix: checks.Fix{
		Terraform:      `Set "associate_public_ip_address = false", and put a load balancer in front of it or a NAT gateway behind it.`,
		CloudFormation: `Set "AssociatePublicIpAddress: false" in the network interface.`,
		Live:           `Launch the instance anew in a private subnet, behind a load balancer.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_88 CKV_AWS_389",
		KICS:    "5a2486aa-facf-477d-a5c1-b010789459ce",
		Trivy:   "AVD-AWS-0009",
		Guard:   "EC2_INSTANCE_NO_PUBLIC_IP AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED",
		Regula:  "FG_R00271",
		Prowler: "ec2_instance_public_ip ec2_launch_template_no_public_ip autoscaling_group_launch_configuration_no_public_ip",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_instance aws_spot_instance_request aws_launch_template aws_launch_configuration",
		Do: publicAddress,
	},
}

// publicAddress looks at what is asked for. Where nothing is, the subnet
// decides, and is judged itself; a default one, by InstancePublicByDefault.
func publicAddress(p *checks.Pass, r *model.Resource) {
	path := "associate_public_ip_address"
	if r.Type == "aws_launch_template" {
		path = "network_interfaces." + path
	}
	for v := range r.All(path) {
		p.Forbid(v.IsTrue(), v, "%s is %v", v.Origin.Name, checks.Said(v))
	}
}
