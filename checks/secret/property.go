package secret

import (
	"sort"
	"strings"
)

// properties are the attributes that take a credential and nothing else, whatever
// it looks like and whatever its name ends in. A type stands as its resources have
// it: CloudFormation's own where no table maps it. Sorted by name.
var properties = [...]struct{ name, types string }{
	{"access_key_id", "AWS::CloudFormation::Authentication"},
	{"access_token", "aws_amplify_app"},
	{"api_key", "AWS::Pinpoint::GCMChannel aws_pinpoint_gcm_channel AWS::Pinpoint::BaiduChannel " +
		"aws_pinpoint_baidu_channel"},
	{"basic_auth_credentials", "aws_amplify_app aws_amplify_branch AWS::Amplify::Branch"},
	{"client_id", "AWS::Pinpoint::ADMChannel aws_pinpoint_adm_channel"},
	{"client_secret", "AWS::Pinpoint::ADMChannel aws_pinpoint_adm_channel Alexa::ASK::Skill " +
		"aws_cloudwatch_event_connection aws_cognito_identity_provider aws_lb_listener aws_lb_listener_rule " +
		"aws_sagemaker_workforce aws_verifiedaccess_trust_provider"},
	{"event_source_token", "aws_lambda_permission"},
	{"hec_token", "aws_kinesis_firehose_delivery_stream"},
	{"hectoken", "aws_kinesis_firehose_delivery_stream"},
	{"oauth_token", "aws_amplify_app"},
	{"private_key", "AWS::Pinpoint::APNSChannel AWS::Pinpoint::APNSSandboxChannel " +
		"AWS::Pinpoint::APNSVoipChannel AWS::Pinpoint::APNSVoipSandboxChannel " +
		"aws_pinpoint_apns_channel aws_pinpoint_apns_sandbox_channel aws_pinpoint_apns_voip_channel " +
		"aws_pinpoint_apns_voip_sandbox_channel AWS::OpsWorks::App AWS::OpsWorks::Stack " +
		"aws_opsworks_application"},
	{"refresh_token", "Alexa::ASK::Skill"},
	{"secret_key", "AWS::Pinpoint::BaiduChannel aws_pinpoint_baidu_channel AWS::CloudFormation::Authentication"},
	{"secret_string", "aws_secretsmanager_secret aws_secretsmanager_secret_version"},
	{"secret_token", "AWS::CodePipeline::Webhook aws_codepipeline_webhook"},
	{"service_json", "AWS::Pinpoint::GCMChannel aws_pinpoint_gcm_channel"},
	{"ssh_key", "AWS::OpsWorks::App AWS::OpsWorks::Stack aws_opsworks_application"},
	{"token_key", "AWS::Pinpoint::APNSChannel AWS::Pinpoint::APNSSandboxChannel " +
		"AWS::Pinpoint::APNSVoipChannel AWS::Pinpoint::APNSVoipSandboxChannel " +
		"aws_pinpoint_apns_channel aws_pinpoint_apns_sandbox_channel aws_pinpoint_apns_voip_channel " +
		"aws_pinpoint_apns_voip_sandbox_channel"},
}

// apart are the attributes whose credentials a check of their own judges, as InCode.
var apart = [...]struct{ types, names string }{
	{"AWS::Amplify::Branch aws_amplify_branch", "password basic_auth_credentials"},
	{"AWS::CloudFormation::Authentication", "access_key_id secret_key password"},
	{"Alexa::ASK::Skill", "client_secret refresh_token"},
	{"aws_amplify_app", "access_token oauth_token password basic_auth_credentials"},
	{"aws_db_instance aws_rds_cluster", "password master_password master_user_password"},
	{"aws_directory_service_directory", "password"},
	{"aws_dms_endpoint", "password"},
	{"aws_docdb_cluster", "master_password master_user_password"},
	{"aws_iam_user", "password"},
	{"aws_kinesis_firehose_delivery_stream", "password hec_token hectoken"},
	{"aws_mq_broker", "password"},
	{"aws_redshift_cluster", "master_password master_user_password"},
}

// Apart tells whether a check of its own judges what an attribute holds.
func Apart(typ, name string) bool {
	for i := range apart {
		if listed(apart[i].types, typ) {
			return listed(apart[i].names, Words(name))
		}
	}
	return false
}

// Takes tells whether an attribute of a resource type can only hold a credential.
func Takes(typ, name string) bool {
	name = Words(name)
	return endsIn(name, passwords[:]) || takes(typ, name)
}

// takes tells the same of an attribute whose name alone does not say so.
func takes(typ, name string) bool {
	i := sort.Search(len(properties), func(i int) bool { return properties[i].name >= name })
	return i < len(properties) && properties[i].name == name && listed(properties[i].types, typ)
}

// Of is Named with what is known of the attributes of the resource type.
func Of(typ, name, value string) string {
	name = Words(name)
	if what := named(name, value); what != "" {
		return what
	}
	if value != "" && takes(typ, name) && !elsewhere(value) {
		return "a secret"
	}
	return ""
}

// listed tells whether a word is one of a list, which spaces separate.
func listed(list, word string) bool {
	for list != "" {
		var first string
		if first, list, _ = strings.Cut(list, " "); first == word {
			return true
		}
	}
	return false
}
