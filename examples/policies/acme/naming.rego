# METADATA
# title: Name does not follow our scheme
# description: Bills, dashboards and grants go by the name, which begins with the team and the stage.
# custom:
#   severity: low
#   opinion: true
#   types: [aws_s3_bucket, aws_sqs_queue, aws_lambda_function, compose_service]
#   fix:
#     terraform: Name it TEAM-STAGE-WHAT, such as payments-live-orders.
#     cloudformation: Name it TEAM-STAGE-WHAT, such as payments-live-orders.
#     compose: Name the container TEAM-STAGE-WHAT, such as payments-live-orders.
package acme.naming

deny contains attribute if {
	some attribute in {"bucket", "name", "function_name", "container_name"}
	name := input.resource.attributes[attribute]
	not regex.match(scheme, name)
}

scheme := sprintf("^(%s)-(live|test)-[a-z0-9.-]+$", [concat("|", data.acme.owners)])
