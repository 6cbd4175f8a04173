package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var BucketPlaintextWritesAllowed = &checks.Check{
	Title:    "S3 bucket takes objects that are not encrypted on their way",
	Severity: checks.Low,
	Why:      "What is uploaded over plain HTTP can be read and changed before it arrives, and is then taken for genuine.",
	Fix: checks.Fix{
		Terraform:      `Add a statement to the bucket policy that denies everyone "s3:PutObject", or better "s3:*", where "aws:SecureTransport" is false.`,
		CloudFormation: `Add a statement to the bucket policy that denies everyone "s3:PutObject", or better "s3:*", where "aws:SecureTransport" is false.`,
		Live:           `Add a statement to the bucket policy that denies everyone "s3:*" where "aws:SecureTransport" is false.`,
	},
	Aliases: checks.Aliases{
		KICS: "38c64e76-c71e-4d92-a337-60174d1de1c9",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"},
	Opinion:    true, // BucketPlaintextAllowed asks for more, and finds all that this one does
	Since:      "0.1",
	Rule:       plaintext{Refuses: uploads, What: "uploads"},
}

func uploads(d view.Document) model.Truth { return d.RequiresTLSFor("s3:PutObject") }
