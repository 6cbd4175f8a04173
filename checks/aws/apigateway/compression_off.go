package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CompressionOff = &checks.Check{
	Title:    "REST API sends its answers uncompressed",
	Severity: checks.Low,
	Why:      "Large answers take longer and cost more to send.",
	Fix: checks.Fix{
		Terraform:      `Set "minimum_compression_size" to a size from 0 to 10485759.`,
		CloudFormation: `Set "MinimumCompressionSize" to a size from 0 to 10485759.`,
		Live:           `Run "aws apigateway update-rest-api" for minimumCompressionSize.`,
	},
	Aliases: checks.Aliases{
		KICS: "d6653eee-2d4d-4e6a-976f-6794a497999a ed35928e-195c-4405-a252-98ccb664ab7b a2f2800e-614b-4bc8-89e6-fec8afd24800",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-enable-compression.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_rest_api", Do: uncompressed},
}

// uncompressed reports the largest size, too: no message is larger, so none is compressed.
func uncompressed(p *checks.Pass, r *model.Resource) {
	size := r.At("minimum_compression_size")
	p.Require(min(size.AtLeast(0), size.AtMost(10<<20-1)), size, "%s is %v", size.Origin.Name, checks.Said(size))
}
