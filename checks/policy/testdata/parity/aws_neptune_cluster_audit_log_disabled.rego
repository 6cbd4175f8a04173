# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_neptune_cluster]
package parity.aws_neptune_cluster_audit_log_disabled

deny contains {"path": "enable_cloudwatch_logs_exports", "message": "{attribute} lacks audit"} if {
	not lintel.has(input.resource.attributes.enable_cloudwatch_logs_exports, "audit")
}
