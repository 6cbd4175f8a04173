package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CacheEncryptionUnspecified = &checks.Check{
	Title:    "Stage of a REST API would not encrypt a cache",
	Severity: checks.Low,
	Why:      "Nothing is cached so far. Whoever switches caching on to make the API faster seldom thinks of its encryption.",
	Fix: checks.Fix{
		Terraform:      `Set "cache_data_encrypted = true" in the "settings" of an "aws_api_gateway_method_settings".`,
		CloudFormation: `Set "CacheDataEncrypted: true" in "MethodSettings".`,
		Live:           `Run "aws apigateway update-stage" with a patch of /*/*/caching/dataEncrypted.`,
	},
	Aliases:    checks.Aliases{Trivy: "AVD-AWS-0110 AVD-AWS-0002"},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_stage aws_api_gateway_method_settings", Do: cacheUnsaid},
}

// cacheUnsaid leaves caches that are there to CacheUnencrypted.
func cacheUnsaid(p *checks.Pass, r *model.Resource) {
	path := checks.On(r, "aws_api_gateway_method_settings", "method_settings.settings")
	settings := r.At(path)
	p.Forbid(model.Not(settings.IsSet()), settings, "no settings say that a cache is encrypted")
	for v := range checks.Within(r, path, "cache_data_encrypted") {
		cached := v.Element.At("caching_enabled").IsTrue()
		p.Forbid(min(v.There, model.Not(cached), model.Not(v.IsTrue())), v.Reported(), "%s is %v", v.Origin.Name, checks.Said(v.Value))
	}
}
