// Package cfnmap brings CloudFormation's resource types and properties into the canonical vocabulary, Terraform's:
// snake case does most, one table holds the exceptions (table.txt, whose head has its grammar), and both schemas say
// what shape a value has on either side. Templates, live documents and awscc_* resources all come through here.
package cfnmap

import "github.com/lintel-iac/lintel/model"

// Document is one resource in CloudFormation's words, from a template, an awscc_* resource or a live account.
type Document struct {
	Type    string // AWS::S3::Bucket
	Address string // as its author would say it: the logical id, CDK's construct path, an ARN
	Block   string // Address without what numbers instances
	// Properties is an object whose names, and Origin.Name, are in CloudFormation's spelling
	// ("BucketEncryption.ServerSideEncryptionConfiguration"). Intrinsics are evaluated.
	Properties model.Value
	// Lifecycle has what stands beside the properties and says what becomes of the resource in the end: DeletionPolicy,
	// UpdateReplacePolicy. Without one, as of what is no template, that is not known.
	Lifecycle map[string]model.Value
	Refs      []model.Ref // Path in CloudFormation's words without indexes; Attr "" for Ref, "Arn" … for GetAtt
	Location  model.Range
	Doubtful  bool   // its Condition is not decided
	Condition string // model.Resource.Condition
	Format    model.Format
	// TypeOf, where it is given, is the CloudFormation type of the resource at an address that a reference leads to,
	// "" where there is none. With it Refs and the keys of unknown values (Cause.Key "ADDRESS" for Ref, "ADDRESS.Attr"
	// for GetAtt) are put into Terraform's words, too.
	TypeOf func(address string) string
}
