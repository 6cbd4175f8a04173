package cloudformation

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// identifiers are the properties that take what AWS has given a resource: an id
// such as vpc-1a2b3c4d, a URL. None is ever what an author may call a resource in a
// template. Sorted.
var identifiers = [...]string{
	"AlarmActions", "ApiId", "AuthorizerId", "DeploymentId", "FileSystemId", "GroupId", "HostedZoneId", "InstanceId", "InstanceIds",
	"InternetGatewayId", "KMSKeyId", "KMSMasterKeyID", "KmsKeyId", "KmsMasterKeyId", "NatGatewayId", "NetworkAclId", "NetworkInterfaceId",
	"Queues", "ResourceId", "RestApiId", "RouteTableId", "ScalingTargetId", "SecurityGroupId", "SecurityGroupIds", "SecurityGroups",
	"SourceSecurityGroupId", "SourceSecurityGroups", "SubnetId", "SubnetIds", "Subnets", "TargetKeyId", "Topics", "TransitGatewayId",
	"UserPoolId", "VPCId", "VPCSecurityGroups", "VPCZoneIdentifier", "VolumeId", "VpcId", "VpcSecurityGroupIds",
}

// naming are the properties that take a name, and the type of what they name. A
// resource that does not say its own name gets one of the stack's, so that what it is
// called in the template names something else, if anything.
var naming = [...]struct{ property, typ string }{
	{"AutoScalingGroupName", "AWS::AutoScaling::AutoScalingGroup"},
	{"Bucket", "AWS::S3::Bucket"},
	{"Cluster", "AWS::ECS::Cluster"},
	{"DBClusterIdentifier", "AWS::RDS::DBCluster"},
	{"DBSubnetGroupName", "AWS::RDS::DBSubnetGroup"},
	{"FunctionName", "AWS::Lambda::Function"},
	{"Groups", "AWS::IAM::Group"},
	{"IamInstanceProfile", "AWS::IAM::InstanceProfile"},
	{"JobFlowRole", "AWS::IAM::InstanceProfile"},
	{"LaunchConfigurationName", "AWS::AutoScaling::LaunchConfiguration"},
	{"LoadBalancerName", "AWS::ElasticLoadBalancing::LoadBalancer"},
	{"LoadBalancerNames", "AWS::ElasticLoadBalancing::LoadBalancer"},
	{"LogGroupName", "AWS::Logs::LogGroup"},
	{"Role", "AWS::IAM::Role"},
	{"Roles", "AWS::IAM::Role"},
	{"S3BucketName", "AWS::S3::Bucket"},
	{"SecurityConfiguration", "AWS::EMR::SecurityConfiguration"},
	{"ServiceRole", "AWS::IAM::Role"},
	{"TaskDefinition", "AWS::ECS::TaskDefinition"},
	{"Users", "AWS::IAM::User"},
}

// identifies tells whether a property takes an id or an ARN.
func identifies(property string) bool {
	if _, ok := slices.BinarySearch(identifiers[:], property); ok {
		return true
	}
	lower := strings.ToLower(property)
	return strings.HasSuffix(lower, "arn") || strings.HasSuffix(lower, "arns")
}

// names tells whether a property takes the name of such a resource, which is not the
// one that it stands in and does not call itself by the text.
func (s *stack) names(property string, r *resource) bool {
	if r == s.current || !slices.Contains(naming[:], struct{ property, typ string }{property, r.typ}) {
		return false
	}
	return !slices.ContainsFunc(members(r.body.get("Properties")), func(m member) bool { return m.value.word() == r.id })
}

// unlinked is the reference that is meant by a text in the place of an id or a name:
// what the template calls something that it declares, as it is left where a template
// loses its short functions on the way from YAML to JSON.
func (s *stack) unlinked(n *node, at model.Origin) (model.Value, bool) {
	id, attr, dotted := strings.Cut(n.text, ".")
	r, declared := s.resources[id]
	if _, parameter := s.params[id]; !declared && (dotted || !parameter) {
		return model.Value{}, false
	}
	property := at.Leaf()
	if !identifies(property) && !(dotted && strings.HasSuffix(attr, "Arn")) && (dotted || !declared || !s.names(property, r)) {
		return model.Value{}, false
	}
	function := "Ref"
	if dotted {
		function = "Fn::GetAtt"
	}
	s.diags.Warnf(n.at, "%s is the text %q, the name of what is declared here: %s is missing, and is taken as meant", at.Name, n.text, function)
	if dotted {
		return s.attribute(id, attr, n.at, at), true
	}
	return s.named(id, n.at, at), true
}
