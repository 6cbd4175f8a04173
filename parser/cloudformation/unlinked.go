package cloudformation

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// identifiers are the properties that take what AWS has given a resource: an id
// such as vpc-1a2b3c4d. None is ever what an author may call a resource in a
// template. Sorted.
var identifiers = [...]string{
	"ApiId", "AuthorizerId", "DeploymentId", "FileSystemId", "GroupId", "HostedZoneId", "InstanceId", "InstanceIds", "InternetGatewayId",
	"KMSKeyId", "KMSMasterKeyID", "KmsKeyId", "KmsMasterKeyId", "NatGatewayId", "NetworkAclId", "NetworkInterfaceId", "ResourceId", "RestApiId", "RouteTableId", "SecurityGroupId",
	"SecurityGroupIds", "SecurityGroups", "SourceSecurityGroupId", "SubnetId", "SubnetIds", "Subnets", "TransitGatewayId", "UserPoolId",
	"VPCId", "VPCSecurityGroups", "VPCZoneIdentifier", "VolumeId", "VpcId", "VpcSecurityGroupIds",
}

// identifies tells whether a property takes an id or an ARN.
func identifies(property string) bool {
	if _, ok := slices.BinarySearch(identifiers[:], property); ok {
		return true
	}
	lower := strings.ToLower(property)
	return strings.HasSuffix(lower, "arn") || strings.HasSuffix(lower, "arns")
}

// unlinked is the reference that is meant by a text in the place of an id: the
// name of what the template declares, as it is left where a template loses its
// short functions on the way from YAML to JSON.
func (s *stack) unlinked(n *node, at model.Origin) (model.Value, bool) {
	id, attr, dotted := strings.Cut(n.text, ".")
	_, resource := s.resources[id]
	_, parameter := s.params[id]
	if !resource && (dotted || !parameter) {
		return model.Value{}, false
	}
	if !identifies(at.Leaf()) && !(dotted && strings.HasSuffix(attr, "Arn")) {
		return model.Value{}, false
	}
	function := "Ref"
	if dotted {
		function = "Fn::GetAtt"
	}
	s.diags.Warnf(n.at, "%s is the text %q, which the template gives a name to: %s is missing, and taken as meant", at.Name, n.text, function)
	if dotted {
		return s.attribute(id, attr, n.at, at), true
	}
	return s.named(id, n.at, at), true
}
