# METADATA
# title: The same in Rego
# custom:
#   severity: low
#   types: [aws_sns_topic, aws_sns_topic_policy]
package parity.aws_sns_topic_policy_public

deny contains {"path": sprintf("%s.opened_by", [s.path]), "message": sprintf("everyone is allowed %s", [s.summary])} if {
	document := input.resource.documents["policy.policy"]
	document.public
	some s in document.statements
	s.public
}

# A policy whose topic is not in this scope.
deny contains {"path": sprintf("%s.opened_by", [s.path]), "message": sprintf("everyone is allowed %s", [s.summary])} if {
	input.resource.type == "aws_sns_topic_policy"
	document := input.resource.documents.policy
	document.public
	some s in document.statements
	s.public
}
