package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ResponsesUncompressed = &checks.Check{
	Title:    "REST API never compresses its responses",
	Severity: checks.Low,
	Why:      "Large responses take longer and cost more to transfer than they have to.",
	Fix: checks.Fix{
		Terraform:      `Set "minimum_compression_size" to a number of bytes, such as 1024.`,
		CloudFormation: `Set "MinimumCompressionSize" to a number of bytes, such as 1024.`,
		Live:           `Run "aws apigateway update-rest-api" with op=replace,path=/minimumCompressionSize,value=1024.`,
	},
	Aliases: checks.Aliases{
		KICS: "ed35928e-195c-4405-a252-98ccb664ab7b d6653eee-2d4d-4e6a-976f-6794a497999a a2f2800e-614b-4bc8-89e6-fec8afd24800",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_rest_api", Do: uncompressed},
}

// uncompressed wants a size below that of the largest response there is.
//
// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
func uncompressed(p *checks.Pass, r *model.Resource) {
	size := r.At("minimum_compression_size")
	p.Require(min(size.AtLeast(0), size.AtMost(10<<20-1)), size, "%s is %v", size.Origin.Name, checks.Said(size))
}
