package cfnmap

import "testing"

// A value has the name that its author gave it or, where it is missing, would have given it.
func TestNames(t *testing.T) {
	for _, c := range []struct{ typ, properties, path, want string }{
		{"AWS::EC2::Volume", `{}`, "encrypted", "Encrypted"},
		{"AWS::EC2::Volume", `{}`, "tags", "Tags"},
		{"AWS::EC2::Volume", `{}`, "tags.owner", "Tags.owner"},
		{"AWS::EC2::Volume", `{}`, "final_snapshot", "DeletionPolicy"},
		{"AWS::S3::Bucket", `{}`, "public_access_block.block_public_acls", "PublicAccessBlockConfiguration.BlockPublicAcls"},
		{"AWS::S3::Bucket", `{}`, "versioning.versioning_configuration.status", "VersioningConfiguration.Status"},
		{"AWS::S3::Bucket", `{}`, "versioning", "VersioningConfiguration"},
		{"AWS::S3::Bucket", `{}`, "logging.target_bucket", "LoggingConfiguration.DestinationBucketName"},
		{"AWS::S3::Bucket", `{}`, "acl.acl", "AccessControl"},
		{"AWS::EC2::Instance", `{}`, "metadata_options.http_tokens", "MetadataOptions.HttpTokens"},
		{"AWS::EC2::Instance", `{"MetadataOptions":{}}`, "metadata_options.http_tokens", "MetadataOptions.HttpTokens"},
		{"AWS::EC2::Instance", `{}`, "root_block_device.encrypted", "BlockDeviceMappings.Ebs.Encrypted"},
		{"AWS::EC2::Instance", `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":1}}]}`, "root_block_device.encrypted", "BlockDeviceMappings.Ebs.Encrypted"},
		{"AWS::EC2::Instance", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":1}}]}`, "ebs_block_device.encrypted", "BlockDeviceMappings.Ebs.Encrypted"},
		{"AWS::CloudFront::Distribution", `{"DistributionConfig":{}}`, "viewer_certificate.minimum_protocol_version", "DistributionConfig.ViewerCertificate.MinimumProtocolVersion"},
		{"AWS::CloudFront::Distribution", `{"DistributionConfig":{"ViewerCertificate":{}}}`, "viewer_certificate.minimum_protocol_version", "DistributionConfig.ViewerCertificate.MinimumProtocolVersion"},
		{"AWS::RDS::DBInstance", `{}`, "iam_database_authentication_enabled", "EnableIAMDatabaseAuthentication"},
		{"AWS::EC2::Instance", `{}`, "subnet_id", "SubnetId"},
		{"AWS::EMR::Cluster", `{"JobFlowRole":"r"}`, "ec2_attributes.subnet_id", "Instances.Ec2SubnetId"},
		{"AWS::S3::Bucket", `{}`, "policy", "AWS::S3::BucketPolicy"},
		{"AWS::ApiGateway::Stage", `{}`, "method_settings.settings.logging_level", "MethodSettings.LoggingLevel"},
		{"AWS::ECS::TaskDefinition", `{"ContainerDefinitions":[{"Name":"a"}]}`, "container_definitions", "ContainerDefinitions"},
		{"AWS::EC2::Instance", `{}`, "associate_public_ip_address", "NetworkInterfaces.AssociatePublicIpAddress"},
		{"AWS::S3::Bucket", `{}`, "versioning.versioning_configuration.mfa_delete", "VersioningConfiguration.MfaDelete"},
		{"AWS::EKS::Cluster", `{}`, "vpc_config.public_access_cidrs", "ResourcesVpcConfig.PublicAccessCidrs"},
		{"AWS::EKS::Cluster", `{}`, "enabled_cluster_log_types", "Logging.ClusterLogging.EnabledTypes.Type"},
		{"AWS::DynamoDB::Table", `{}`, "server_side_encryption.enabled", "SSESpecification.SSEEnabled"},
		{"AWS::DynamoDB::Table", `{}`, "server_side_encryption", "SSESpecification"},
		{"AWS::ElasticLoadBalancingV2::LoadBalancer", `{}`, "access_logs.enabled", "LoadBalancerAttributes.access_logs.s3.enabled"},
		{"AWS::ElasticLoadBalancingV2::LoadBalancer", `{}`, "drop_invalid_header_fields", "LoadBalancerAttributes.routing.http.drop_invalid_header_fields.enabled"},
		{"AWS::ElasticLoadBalancingV2::LoadBalancer", `{"LoadBalancerAttributes":[{"Key":"access_logs.s3.bucket","Value":"b"}]}`, "access_logs.enabled", "LoadBalancerAttributes.access_logs.s3.enabled"},
		{"AWS::ElasticLoadBalancingV2::LoadBalancer", `{"LoadBalancerAttributes":[{"Key":"deletion_protection.enabled","Value":"false"}]}`, "enable_deletion_protection", "LoadBalancerAttributes.deletion_protection.enabled"},
	} {
		made, _ := Map(document(t, c.typ, c.properties))
		if got := made[0].At(c.path).Origin.Name; got != c.want {
			t.Errorf("%s of %s with %s is called %s, want %s", c.path, c.typ, c.properties, got, c.want)
		}
	}
}
