# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_lambda_function, aws_lambda_function_url]
package parity.aws_lambda_url_unauthenticated

deny contains sprintf("url.%d.authorization_type", [i]) if {
	some i, url in input.resource.folded.url
	lintel.is_any(url.authorization_type, ["NONE"])
}

# An address of a function that is not in this scope.
deny contains "authorization_type" if {
	input.resource.type == "aws_lambda_function_url"
	lintel.is_any(input.resource.attributes.authorization_type, ["NONE"])
}
