package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ExplicitName = &checks.Check{
	Title:    "Resource has a name of its own",
	Severity: checks.Low,
	Why: "CloudFormation cannot replace it: the new one would need the name while the old one still has it. " +
		"And the template cannot be deployed twice.",
	Fix: checks.Fix{
		CloudFormation: `Leave the name out: CloudFormation makes one of the stack's name and the logical id.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W28",
		Guard:  "CFN_NO_EXPLICIT_RESOURCE_NAMES",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "*", Do: explicitName},
}

// named are the types that cannot be replaced while their name is taken, and the
// property that is the name.
var named = [...]struct{ typ, property string }{
	{"AWS::ApiGateway::ApiKey", "Name"}, {"aws_api_gateway_api_key", "Name"},
	{"AWS::CodeDeploy::DeploymentConfig", "DeploymentConfigName"}, {"aws_codedeploy_deployment_config", "DeploymentConfigName"},
	{"AWS::CodeDeploy::DeploymentGroup", "DeploymentGroupName"}, {"aws_codedeploy_deployment_group", "DeploymentGroupName"},
	{"AWS::CodeDeploy::Application", "ApplicationName"}, {"aws_codedeploy_app", "ApplicationName"},
	{"AWS::ElasticBeanstalk::Application", "ApplicationName"}, {"aws_elastic_beanstalk_application", "ApplicationName"},
	{"aws_autoscaling_group", "AutoScalingGroupName"},
	{"aws_cloudwatch_event_rule", "Name"},
	{"aws_cloudwatch_metric_alarm", "AlarmName"},
	{"aws_cognito_user_pool", "UserPoolName"},
	{"aws_config_config_rule", "ConfigRuleName"},
	{"aws_db_instance", "DBInstanceIdentifier"},
	{"aws_dynamodb_table", "TableName"},
	{"aws_ecr_repository", "RepositoryName"},
	{"aws_elastic_beanstalk_environment", "EnvironmentName"},
	{"aws_elasticache_cluster", "ClusterName"},
	{"aws_elasticsearch_domain", "DomainName"},
	{"aws_elb", "LoadBalancerName"},
	{"aws_iam_group", "GroupName"},
	{"aws_iam_policy", "ManagedPolicyName"},
	{"aws_iam_role", "RoleName"},
	{"aws_iam_user", "UserName"},
	{"aws_kinesis_stream", "Name"},
	{"aws_lambda_function", "FunctionName"},
	{"aws_lb", "Name"},
	{"aws_lb_target_group", "Name"},
	{"aws_opensearch_domain", "DomainName"},
	{"aws_s3_bucket", "BucketName"},
	{"aws_security_group", "GroupName"},
	{"aws_sns_topic", "TopicName"},
	{"aws_sqs_queue", "QueueName"},
}

func explicitName(p *checks.Pass, r *model.Resource) {
	written := authored(r)
	for _, n := range named {
		if n.typ == r.Type && written.State == model.Known {
			name := written.At(n.property)
			p.Forbid(name.IsSet(), name, "%s is %v", name.Origin.Name, checks.Outlined(name))
		}
	}
}
