package apigateway

import "github.com/lintel-iac/lintel/checks"

var CacheUnencrypted = &checks.Check{
	Title:    "Cache of a REST API is not encrypted",
	Severity: checks.Medium,
	Why:      "Responses lie there as they are, with the personal data of whoever asked for them.",
	Fix: checks.Fix{
		Terraform:      `Set "cache_data_encrypted = true" beside "caching_enabled = true".`,
		CloudFormation: `Set "CacheDataEncrypted: true" in "MethodSettings".`,
		Live:           `Choose "Encrypt cache data" in the settings of the stage.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_308",
		KICS:    "37cca703-b74c-48ba-ac81-595b53398e9b b7c9a40c-23e4-4a2d-8d39-a3352f10f288",
		Trivy:   "AVD-AWS-0110 AVD-AWS-0002",
		CfnNag:  "W87",
		Guard:   "API_GW_CACHE_ENABLED_AND_ENCRYPTED",
		Prowler: "apigateway_restapi_cache_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Each: "method_settings.settings", Path: "cache_data_encrypted",
		When: []checks.Condition{{Path: "caching_enabled", Of: []string{"true"}}},
	},
}
