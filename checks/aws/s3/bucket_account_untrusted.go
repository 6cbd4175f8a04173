package s3

import "github.com/lintel-iac/lintel/checks"

var BucketAccountUntrusted = &checks.Check{
	Title:    "S3 bucket is shared with an account that is not trusted",
	Severity: checks.High,
	Why:      "Whoever has that account can do with the objects what the policy allows. Name the accounts that you trust with --trusted-account; without it, every account that is written counts.",
	Fix: checks.Fix{
		Terraform:      `Take the principal out, or add its account to those that are trusted.`,
		CloudFormation: `Take the principal out, or add its account to those that are trusted.`,
		Live:           `Take the principal out of the policy, or add its account to those that are trusted.`,
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
	},
	Opinion: true,
	Setting: "trusted-account",
	Since:   "0.1",
	Rule: checks.TrustedAccounts{
		Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy", Besides: loadBalancing[:],
	},
}

// loadBalancing are the accounts by which Elastic Load Balancing delivers access logs, one
// in each older region; younger ones have a service principal for that.
var loadBalancing = [...]string{
	"127311923021", "033677994240", "027434742980", "797873946194", // us
	"048591011584", "190560391635", // us-gov
	"985666609251", "507241528517", // ca-central-1, sa-east-1
	"054676820928", "635631232127", "897822967062", // eu-central-1, eu-south-1, eu-north-1
	"156460612806", "652711504416", "009996457667", // eu-west
	"582318560864", "600734575887", "383597477331", // ap-northeast
	"114774131450", "783225319266", "589379963580", // ap-southeast
	"718504428378", "754344448648", // ap-south-1, ap-east-1
	"098369216593", "076674570225", // af-south-1, me-south-1
	"638102146993", "037604701340", // cn
}
