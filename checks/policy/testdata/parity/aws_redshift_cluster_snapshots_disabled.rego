# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_redshift_cluster]
package parity.aws_redshift_cluster_snapshots_disabled

deny contains "automated_snapshot_retention_period" if not lintel.at_least(input.resource.effective.automated_snapshot_retention_period, 1)
