# METADATA
# title: Resource has no owner
# description: What nobody owns nobody mends, patches or pays for.
# custom:
#   severity: medium
#   types: ["*"]
#   having: [tags]
#   fix:
#     terraform: Add the tag "owner", with the name of a team, to the resource or to default_tags of its provider.
#     cloudformation: Add the tag "owner" with the name of a team.
package acme.required_tags

deny contains {"path": "tags", "message": "there is no tag \"owner\""} if not tagged

deny contains {"path": "tags.owner", "message": "the owner {value} is no team"} if {
	owner := input.resource.attributes.tags.owner
	not owner in data.acme.owners
}

tagged if input.resource.attributes.tags.owner

# Tags that the provider puts on all that it makes.
tagged if input.scope.resources["provider.aws"][_].attributes.default_tags[_].tags.owner
