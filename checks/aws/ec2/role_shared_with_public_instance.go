package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RoleSharedWithPublicInstance = &checks.Check{
	Title:    "Instance with a public address has the role of one without",
	Severity: checks.Medium,
	Why:      "Whoever breaks into the machine that the internet sees may do what the hidden one is there for.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_iam_instance_profile" for each kind of machine.`,
		CloudFormation: `Make an "AWS::IAM::InstanceProfile" for each kind of machine.`,
		Live:           `Run "aws ec2 replace-iam-instance-profile-association".`,
	},
	Aliases: checks.Aliases{
		KICS: "c53c7a89-f9d7-4c7b-8b66-8a555be99593",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"},
	Since:      "0.1",
	Rule: checks.ForbidShared{
		Type: "aws_instance", Path: "iam_instance_profile", Says: "%s, which has no public address, has the same role",
		Fault: alonePublic,
	},
}

// alonePublic asks whether an instance has a public address and the other has none.
func alonePublic(r, other *model.Resource) model.Truth {
	return min(isPublic(r), model.Not(isPublic(other)))
}

// isPublic asks whether an instance gets a public address, by itself or by its subnet.
func isPublic(r *model.Resource) model.Truth {
	address := r.At("associate_public_ip_address")
	if address.IsFalse() == model.Yes {
		return model.No
	}
	public := address.IsTrue()
	for ref := range r.RefsAt("subnet_id") {
		if subnet := r.Scope.Resource(ref.To); subnet != nil && subnet.Type == "aws_subnet" {
			public = max(public, view.PublicSubnet(subnet))
		}
	}
	return public
}
