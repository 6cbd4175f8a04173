# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_redshift_cluster]
package parity.aws_redshift_cluster_publicly_accessible

deny contains "publicly_accessible" if not lintel.is_false(input.resource.effective.publicly_accessible)
