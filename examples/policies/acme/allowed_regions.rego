# METADATA
# title: Resource lies in a region that is not allowed
# description: Data may only be kept in the regions that were agreed with our customers.
# custom:
#   severity: high
#   types:
#     - provider.aws
#     - aws_db_instance
#     - aws_ebs_volume
#     - aws_instance
#     - aws_subnet
#   fix:
#     terraform: Choose one of the regions in data.yaml.
#     cloudformation: Deploy to one of the regions in data.yaml.
package acme.allowed_regions

deny contains "region" if {
	region := input.resource.attributes.region
	not region in data.acme.regions
}

# What is deployed lies in a region, whether it says so or not.
deny contains {"message": sprintf("it lies in %s", [region])} if {
	region := input.resource.region
	region != "global"
	not region in data.acme.regions
}

deny contains "availability_zone" if {
	zone := input.resource.attributes.availability_zone
	not in_region(zone)
}

in_region(zone) if {
	some region in data.acme.regions
	startswith(zone, region)
}
