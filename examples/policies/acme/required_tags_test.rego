package acme.required_tags_test

import data.acme.required_tags

queue(tags) := {"resource": {"attributes": {"tags": tags}}}

test_without_tags if count(required_tags.deny) == 1 with input as queue({})

test_a_team_owns_it if count(required_tags.deny) == 0 with input as queue({"owner": "payments"})

test_no_team_owns_it if {
	count(required_tags.deny) == 1 with input as queue({"owner": "nobody"})
		with data.acme.owners as ["payments"]
}

test_the_provider_says_whose_it_is if {
	provider := {"attributes": {"default_tags": [{"tags": {"owner": "payments"}}]}}
	count(required_tags.deny) == 0 with input as {"resource": {"attributes": {}}, "scope": {"resources": {"provider.aws": [provider]}}}
}
