// Package datasync holds the checks of DataSync.
package datasync

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var SecretKeyInCode = &checks.Check{
	Title:    "Secret key of a DataSync location is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads the code, or the state, gets into the storage.",
	Fix: checks.Fix{
		Terraform:      `Leave "secret_key" to a variable or a data source of a secret store.`,
		CloudFormation: `Take "SecretKey" from Secrets Manager by a dynamic reference.`,
		Live:           `Replace the key of the storage, then run "aws datasync update-location-object-storage".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_295",
	},
	References: []string{"https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_datasync_location_object_storage", Do: secretKey},
}

// secretKey leaves alone what the code does not hold.
func secretKey(p *checks.Pass, r *model.Resource) {
	secret := r.At("secret_key")
	written := model.Is(secret.State == model.Known && !secret.Sensitive)
	p.Forbid(min(written, model.Not(secret.IsEmpty())), secret, "%s is written in the code", secret.Origin.Name)
}
