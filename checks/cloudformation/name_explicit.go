// Package cloudformation holds checks of how a template is written.
package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NameExplicit = &checks.Check{
	Title:    "Resource of a template has a fixed name",
	Severity: checks.Low,
	Why:      "A change that needs a new resource in its place fails, as the name is taken; nor can the stack be made twice.",
	Fix: checks.Fix{
		Terraform:      "Leave the name to CloudFormation.",
		CloudFormation: "Leave out the name: CloudFormation gives one.",
		Live:           "Leave the name to CloudFormation.",
	},
	Aliases: checks.Aliases{
		CfnNag: "W28",
		Guard:  "CFN_NO_EXPLICIT_RESOURCE_NAMES",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       nameExplicit{},
}

type nameExplicit struct{}

func (nameExplicit) Types() string {
	return "aws_api_gateway_api_key aws_cloudwatch_metric_alarm aws_config_config_rule aws_db_instance aws_dynamodb_table " +
		"aws_ecr_repository aws_elastic_beanstalk_application aws_elastic_beanstalk_environment aws_elasticache_cluster " +
		"aws_elasticsearch_domain aws_elb aws_iam_group aws_iam_policy aws_iam_role aws_iam_user aws_kinesis_stream " +
		"aws_lambda_function aws_lb aws_lb_target_group aws_opensearch_domain aws_s3_bucket aws_security_group " +
		"aws_sns_topic aws_sqs_queue AWS::ApiGateway::ApiKey AWS::CodeDeploy::DeploymentConfig AWS::CodeDeploy::DeploymentGroup"
}

// Judge looks at templates alone: Terraform replaces by what is written.
func (nameExplicit) Judge(p *checks.Pass, r *model.Resource) {
	if p.Scope.Format != model.CloudFormation {
		return
	}
	name := r.At(named(r.Type))
	p.Forbid(name.IsSet(), name, "%s is set", name.Origin.Name)
}

// named is the attribute that holds the name of a type's resources.
func named(typ string) string {
	switch typ {
	case "AWS::ApiGateway::ApiKey":
		return "Name"
	case "AWS::CodeDeploy::DeploymentConfig":
		return "DeploymentConfigName"
	case "AWS::CodeDeploy::DeploymentGroup":
		return "DeploymentGroupName"
	case "aws_cloudwatch_metric_alarm":
		return "alarm_name"
	case "aws_db_instance":
		return "identifier"
	case "aws_elasticache_cluster":
		return "cluster_id"
	case "aws_elasticsearch_domain", "aws_opensearch_domain":
		return "domain_name"
	case "aws_lambda_function":
		return "function_name"
	case "aws_s3_bucket":
		return "bucket"
	}
	return "name"
}
