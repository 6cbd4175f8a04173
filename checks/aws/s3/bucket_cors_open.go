package s3

import (
	"iter"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketCORSOpen = &checks.Check{
	Title:    "Any website may change objects of an S3 bucket through a browser",
	Severity: checks.Medium,
	Why:      "A page of a stranger can write or delete with the rights of whoever looks at it.",
	Fix: checks.Fix{
		Terraform:      `Name the websites in "allowed_origins", and only the methods they need.`,
		CloudFormation: `Name the websites in "AllowedOrigins", and only the methods they need.`,
		Live:           `Run "aws s3api put-bucket-cors" with the origins that need it.`,
	},
	Aliases: checks.Aliases{
		KICS: "98a8f708-121b-455b-ae2f-da3fb59d17e1 3609d27c-3698-483a-9402-13af6ae80583",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_cors_configuration", Do: cors},
}

func cors(p *checks.Pass, r *model.Resource) {
	for rule := range corsRules(r) {
		origins := rule.At("allowed_origins")
		for _, method := range [...]string{"PUT", "POST", "DELETE"} {
			open := min(origins.Contains("*", "https://*", "http://*"), rule.At("allowed_methods").Contains(method))
			p.Forbid(open, origins, "%s is allowed to any website", method)
		}
	}
}

func corsRules(r *model.Resource) iter.Seq[model.Value] {
	return r.Each(checks.On(r, "aws_s3_bucket_cors_configuration", "cors_configuration.cors_rule"))
}
