# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_lambda_function]
package parity.aws_lambda_tracing_disabled

deny contains "tracing_config.mode" if not traced

traced if lintel.is_any(input.resource.effective.tracing_config[_].mode, ["Active"])
