package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AMIOwnerUnspecified = &checks.Check{
	Title:    "Image is looked up without saying whose it must be",
	Severity: checks.High,
	Why:      "Anyone can publish an image whose name fits the filter, and the newest one is taken.",
	Fix: checks.Fix{
		Terraform:      `Name the account that publishes the image in "owners", or "self" or "amazon".`,
		CloudFormation: "Name the image by its id, or by a public parameter of Systems Manager.",
		Live:           "Launch from an image whose owner you know.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_386",
		Trivy:   "AVD-AWS-0344",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/usingsharedamis-finding.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "data.aws_ami", Do: ownerless},
}

// ownerless lets pass a search that a filter binds to an owner or to one image, and
// one that fails when a second image fits: a stranger's can then not take its place.
func ownerless(p *checks.Pass, r *model.Resource) {
	owners := r.At("owners")
	bound := model.Not(owners.IsEmpty())
	for filter := range r.Each("filter") {
		bound = max(bound, filter.At("name").Is("owner-alias", "owner-id", "image-id"))
	}
	fault := min(r.At("most_recent").IsTrue(), model.Not(bound))
	p.Forbid(fault, owners, "%s is %v", owners.Origin.Name, checks.Said(owners))
}
