package opensearchserverless

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var KeyAWSOwned = &checks.Check{
	Title:    "OpenSearch Serverless collection is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Leave out AWSOwnedKey, and name a key of the account in KmsARN. Collections that exist keep theirs.`,
		CloudFormation: `Leave out "AWSOwnedKey", and name a key of the account in "KmsARN". Collections that exist keep theirs.`,
		Live:           `Make a policy with a KMS key, and the collection anew.`,
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_opensearchserverless_security_policy", Do: ownedByAWS},
}

func ownedByAWS(p *checks.Pass, r *model.Resource) {
	for policy := range document(r).Elements() {
		owned := policy.At("AWSOwnedKey")
		p.Forbid(min(r.At("type").Is("encryption"), owned.IsTrue()), owned, "AWSOwnedKey is %v", checks.Said(owned))
	}
}

// document is the policy as the structure that its text encodes.
func document(r *model.Resource) model.Value {
	policy := r.At("policy")
	if policy.Doc != nil {
		return *policy.Doc
	}
	if policy.State != model.Known {
		return policy
	}
	structure, _ := view.JSON(policy.Origin, policy)
	return structure
}
