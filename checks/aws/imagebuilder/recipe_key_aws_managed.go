package imagebuilder

import "github.com/lintel-iac/lintel/checks"

var RecipeKeyAwsManaged = &checks.Check{
	Title:    "Recipe of Image Builder does not encrypt with a customer managed key",
	Severity: checks.Low,
	Why:      "Only with a key of your own can you say who may use the image, and take that back.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_kms_key" as "kms_key_id" in each "ebs" block.`,
		CloudFormation: `Name a key as "KmsKeyId" in each "Ebs".`,
		Live:           "Make a version of the recipe with a key of your own.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_200",
	},
	References: []string{"https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_imagebuilder_image_recipe", Each: "block_device_mapping.ebs", Path: "kms_key_id"},
}
