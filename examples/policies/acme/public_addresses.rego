# METADATA
# title: Open to public addresses that are not ours
# description: Whoever has such an address can try every door behind it.
# custom:
#   severity: high
#   types:
#     - aws_security_group
#     - aws_security_group_rule
#     - aws_vpc_security_group_ingress_rule
#     - compose_service
#   fix:
#     terraform: Name networks of ours, which are in data.yaml.
#     cloudformation: Name networks of ours, which are in data.yaml.
#     compose: Publish the port at an address of ours, such as 127.0.0.1:8080:8080.
package acme.public_addresses

deny contains {"path": sprintf("%s.source", [rule.path]), "message": "open to {value}"} if {
	some rule in input.resource.ingress
	rule.from_public
	not ours(rule.source)
}

ours(source) if {
	some network in data.acme.networks
	net.cidr_contains(network, source)
}

# A port that is published without an address is open on all of them.
deny contains {"path": sprintf("ports.%d", [i]), "message": "a port is published on every address"} if {
	input.resource.type == "compose_service"
	some i
	input.resource.attributes.ports[i].published
	not input.resource.attributes.ports[i].host_ip
}
