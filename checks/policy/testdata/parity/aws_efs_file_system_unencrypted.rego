# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_efs_file_system]
package parity.aws_efs_file_system_unencrypted

deny contains "encrypted" if not lintel.is_true(input.resource.effective.encrypted)
