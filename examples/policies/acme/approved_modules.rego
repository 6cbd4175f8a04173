# METADATA
# title: Module or stack comes from a place that is not approved
# description: What a module makes is reviewed once, with the version that was approved.
# custom:
#   severity: high
#   types: [module, aws_cloudformation_stack]
#   fix:
#     terraform: Take the module from one of the places in data.yaml, in a version that you name.
#     cloudformation: Take the template from one of the places in data.yaml.
package acme.approved_modules

deny contains name if {
	some name in {"source", "template_url"}
	source := input.resource.attributes[name]
	not approved(source)
}

# What a registry has comes in the newest version unless the call names one, and the like of a repository.
deny contains {"path": "version", "message": "no version of the module is named"} if {
	startswith(input.resource.attributes.source, "app.terraform.io/")
	not input.resource.attributes.version
}

deny contains {"path": "source", "message": "{value} names no version"} if {
	source := input.resource.attributes.source
	startswith(source, "git::")
	not contains(source, "ref=")
}

# A folder of the same repository is reviewed with it.
approved(source) if startswith(source, ".")

approved(source) if {
	some place in data.acme.modules
	startswith(source, place)
}
