# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_ebs_volume]
package parity.aws_ebs_volume_unencrypted

deny contains "encrypted" if not lintel.is_true(input.resource.effective.encrypted)
