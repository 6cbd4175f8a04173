# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_elb]
package parity.aws_elb_classic_listener_without_tls

deny contains sprintf("listener.%d.lb_protocol", [i]) if {
	some i, listener in input.resource.attributes.listener
	lintel.is_any(listener.lb_protocol, ["http"])
}
