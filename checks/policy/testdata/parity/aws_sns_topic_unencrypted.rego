# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_sns_topic]
package parity.aws_sns_topic_unencrypted

deny contains "kms_master_key_id" if lintel.is_empty(input.resource.attributes.kms_master_key_id)
