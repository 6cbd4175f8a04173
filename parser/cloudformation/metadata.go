package cloudformation

import (
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// authenticates is the metadata from which cfn-init has its credentials.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-authentication.html
const authenticates = "AWS::CloudFormation::Authentication"

// authentication is what the metadata of a resource says of credentials, as a part
// of the resource.
func (s *stack) authentication(r *resource) []*model.Resource {
	n := r.body.path("Metadata", authenticates)
	if n == nil {
		n = r.body.get(authenticates) // where it has no effect, and shows what it holds all the same
	}
	if n == nil || n.kind != object {
		return nil
	}
	address := s.free(r.address+".Metadata", r.address+".Metadata")
	made, diags := s.emit(cfnmap.Document{
		Type: authenticates, Address: address, Block: address, Location: n.at, Format: model.CloudFormation,
		Doubtful: r.doubtful || s.doubtful, Condition: s.existence(r),
		Properties: s.in(s.worldOf(r), func() model.Value { return s.eval(n, model.Origin{Range: n.at}) }),
		TypeOf:     func(address string) string { return s.types[address] },
	})
	s.diags.Add(diags...)
	made[0].PartOf = r.lowered
	return made
}
