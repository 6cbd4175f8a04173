# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_dynamodb_table]
package parity.aws_dynamodb_table_point_in_time_recovery_disabled

deny contains "point_in_time_recovery.enabled" if not recovers

recovers if lintel.is_true(input.resource.effective.point_in_time_recovery[_].enabled)
