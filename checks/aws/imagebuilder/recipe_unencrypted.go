package imagebuilder

import "github.com/lintel-iac/lintel/checks"

var RecipeUnencrypted = &checks.Check{
	Title:    "Recipe of Image Builder makes disks that are not encrypted",
	Severity: checks.High,
	Why: "Whoever obtains the snapshots behind the image can read them, and instances started from it begin " +
		"unencrypted.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true" in each "ebs" block.`,
		CloudFormation: `Set "Encrypted: true" in each "Ebs".`,
		Live:           "Make a version of the recipe with encryption.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_200",
	},
	References: []string{"https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_imagebuilder_image_recipe", Each: "block_device_mapping.ebs", Path: "encrypted"},
}
