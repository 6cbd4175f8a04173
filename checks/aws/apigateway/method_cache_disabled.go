package apigateway

import "github.com/lintel-iac/lintel/checks"

var MethodCacheDisabled = &checks.Check{
	Title:    "Methods of a REST API do not use its cache",
	Severity: checks.Low,
	Why:      "Every request is computed anew, and a flood of them goes straight to what is behind.",
	Fix: checks.Fix{
		Terraform:      `Set "caching_enabled = true" in the block "settings".`,
		CloudFormation: `Set "CachingEnabled: true" in "MethodSettings".`,
		Live:           "Switch on method caching in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_225",
		Guard:   "API_GW_CACHE_ENABLED_AND_ENCRYPTED",
		Trivy:   "AVD-AWS-0190",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Each: "method_settings.settings", Path: "caching_enabled", Of: []string{"true"}},
}
