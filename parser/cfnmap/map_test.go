package cfnmap

import (
	"strings"
	"testing"
)

func TestSmoke(t *testing.T) {
	for _, c := range [][2]string{
		{"AWS::S3::Bucket", `{"BucketName":"b","AccessControl":"PublicRead","VersioningConfiguration":{"Status":"Enabled"},
		"PublicAccessBlockConfiguration":{"if":[{"BlockPublicAcls":true},{"none":0}]},"Tags":[{"Key":"a","Value":"b"}],
		"BucketEncryption":{"ServerSideEncryptionConfiguration":[{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":{"?":"Key.Arn"}}}]},
		"LifecycleConfiguration":{"Rules":[{"Id":"x","Status":"Enabled","ExpirationInDays":"3","Transitions":[{"StorageClass":"GLACIER","TransitionInDays":1}]}]},
		"LoggingConfiguration":{"LogFilePrefix":"x"},
		"NotificationConfiguration":{"LambdaConfigurations":[{"Event":"s3:x","Function":{"?":"F.Arn"}}]}}`},
		{"AWS::EC2::SecurityGroup", `{"GroupDescription":"d","VpcId":{"?":"V"},"SecurityGroupIngress":[{"IpProtocol":"tcp","FromPort":"22","ToPort":22,"CidrIp":"0.0.0.0/0"},{"IpProtocol":"tcp","FromPort":1,"ToPort":2,"SourceSecurityGroupId":{"?":"G.GroupId"}}]}`},
		{"AWS::IAM::Role", `{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]},"Policies":[{"PolicyName":"a","PolicyDocument":{"Statement":[{"Resource":{"?":"B.Arn"}}]}},{"PolicyName":"b","PolicyDocument":"{}"}]}`},
		{"AWS::IAM::Policy", `{"PolicyName":"a","PolicyDocument":{"Statement":[]},"Roles":[{"?":"R"},{"?":"S"}],"Groups":["g"]}`},
		{"AWS::SQS::QueuePolicy", `{"PolicyDocument":{"Statement":[]},"Queues":[{"?":"Q"}]}`},
		{"AWS::RDS::DBInstance", `{"DBInstanceClass":"db.t3.micro","StorageEncrypted":"true","MasterUserPassword":"x","Foo":1}`},
		{"AWS::RDS::DBInstance", `{"DBInstanceClass":"db.t3.micro","DBClusterIdentifier":{"?":"C"}}`},
		{"AWS::EC2::Instance", `{"ImageId":"ami","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}},{"DeviceName":"/dev/sdb","Ebs":{"Encrypted":false}}],"NetworkInterfaces":[{"DeviceIndex":"0","AssociatePublicIpAddress":true,"GroupSet":["sg-1"]}]}`},
		{"AWS::ElasticLoadBalancingV2::LoadBalancer", `{"Scheme":"internet-facing","LoadBalancerAttributes":[{"Key":"deletion_protection.enabled","Value":"true"},{"Key":"access_logs.s3.enabled","Value":"true"},{"Key":"access_logs.s3.bucket","Value":"b"},{"Key":"zap","Value":"b"}]}`},
		{"AWS::EKS::Cluster", `{"Logging":{"ClusterLogging":{"EnabledTypes":[{"Type":"api"},{"Type":"audit"}]}},"ResourcesVpcConfig":{"SubnetIds":["a"],"EndpointPublicAccess":false},"EncryptionConfig":[{"Provider":{"KeyArn":"k"},"Resources":["secrets"]}]}`},
		{"AWS::CloudFront::Distribution", `{"DistributionConfig":{"if":[{"Enabled":true,"DefaultCacheBehavior":{"ViewerProtocolPolicy":"allow-all"},"ViewerCertificate":{"MinimumProtocolVersion":"TLSv1"}},{"Enabled":false,"Origins":[{"Id":"o","DomainName":"d"}]}]}}`},
		{"AWS::OpenSearchService::Domain", `{"LogPublishingOptions":{"AUDIT_LOGS":{"Enabled":true,"CloudWatchLogsLogGroupArn":"a"}},"EncryptionAtRestOptions":{"Enabled":true}}`},
		{"AWS::ECS::TaskDefinition", `{"ContainerDefinitions":[{"Name":"a","Privileged":true,"LogConfiguration":{"LogDriver":"awslogs","Options":{"Keep-Me":"x"}},"Environment":[{"Name":"N","Value":"V"}]}]}`},
		{"AWS::WAFv2::WebACL", `{"Rules":[{"Name":"r","Statement":{"AndStatement":{"Statements":[{"NotStatement":{"Statement":{"GeoMatchStatement":{"CountryCodes":["X"]}}}}]}}}]}`},
	} {
		made, diags := Map(document(t, c[0], c[1]))
		t.Log("\n"+strings.TrimSpace(text(t, made)), diags)
	}
}
