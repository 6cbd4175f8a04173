package secret

import "strings"

// properties are the attributes that take a credential and nothing else, whatever
// it looks like and whatever its name ends in. A type stands as its resources have
// it: CloudFormation's own where no table maps it.
var properties = [...]struct{ types, names string }{
	{"AWS::Pinpoint::APNSChannel AWS::Pinpoint::APNSSandboxChannel AWS::Pinpoint::APNSVoipChannel " +
		"AWS::Pinpoint::APNSVoipSandboxChannel", "private_key token_key"},
	{"aws_pinpoint_apns_channel aws_pinpoint_apns_sandbox_channel aws_pinpoint_apns_voip_channel " +
		"aws_pinpoint_apns_voip_sandbox_channel", "private_key token_key"},
	{"AWS::Pinpoint::GCMChannel aws_pinpoint_gcm_channel", "api_key service_json"},
	{"AWS::Pinpoint::ADMChannel aws_pinpoint_adm_channel", "client_id client_secret"},
	{"AWS::Pinpoint::BaiduChannel aws_pinpoint_baidu_channel", "api_key secret_key"},
	{"AWS::CodePipeline::Webhook aws_codepipeline_webhook", "secret_token"},
	{"AWS::OpsWorks::App AWS::OpsWorks::Stack aws_opsworks_application", "private_key ssh_key"},
	{"AWS::CloudFormation::Authentication", "access_key_id secret_key"},
	{"Alexa::ASK::Skill", "client_secret refresh_token"},
	{"aws_amplify_app", "access_token oauth_token basic_auth_credentials"},
	{"aws_amplify_branch AWS::Amplify::Branch", "basic_auth_credentials"},
	{"aws_kinesis_firehose_delivery_stream", "hectoken hec_token"},
	{"aws_lambda_permission", "event_source_token"},
	{"aws_secretsmanager_secret", "secret_string"},
}

// Takes tells whether an attribute of a resource type can only hold a credential.
func Takes(typ, name string) bool {
	name = Words(name)
	return endsIn(name, passwords[:]) || takes(typ, name)
}

// takes tells the same of an attribute whose name alone does not say so.
func takes(typ, name string) bool {
	for i := range properties {
		p := &properties[i]
		if listed(p.names, name) && listed(p.types, typ) { // in this order, for few names are any of these
			return true
		}
	}
	return false
}

// Of is Named with what is known of the attributes of the resource type.
func Of(typ, name, value string) string {
	if what := Named(name, value); what != "" {
		return what
	}
	if value != "" && takes(typ, Words(name)) && !elsewhere(value) {
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
