package apigateway

import "github.com/lintel-iac/lintel/checks"

var CacheDisabled = &checks.Check{
	Title:    "Stage of a REST API has no cache",
	Severity: checks.Low,
	Why:      "Every request is computed anew, and a flood of them goes straight to what is behind.",
	Fix: checks.Fix{
		Terraform:      `Set "cache_cluster_enabled = true", and "caching_enabled = true" in the method settings.`,
		CloudFormation: `Set "CacheClusterEnabled: true", and "CachingEnabled: true" in "MethodSettings".`,
		Live:           "Switch on the cache in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_120",
		KICS:    "60a05ede-0a68-4d0d-a58f-f538cf55ff79 52790cad-d60d-41d5-8483-146f9f21208d",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_api_gateway_stage", Path: "cache_cluster_enabled"},
}
