package vocabulary_test

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// attributes writes an object: texts, booleans, lists and maps of them, and values as they are.
func attributes(data any, name string) model.Value {
	at := model.Origin{Name: name}
	switch data := data.(type) {
	case model.Value:
		data.Origin = at
		return data
	case bool:
		return model.Flag(data, at)
	case int:
		return model.Number(float64(data), at)
	case string:
		return model.Text(data, at)
	case []any:
		var list []model.Value
		for _, e := range data {
			list = append(list, attributes(e, name))
		}
		return model.List(list, at)
	}
	object := make(map[string]model.Value)
	for member, v := range data.(map[string]any) {
		below := member
		if name != "" {
			below = name + "." + member
		}
		object[member] = attributes(v, below)
	}
	return model.Object(object, at)
}

// unfold returns a resource of that type, with its inline settings at their places.
func unfold(typ string, body map[string]any) *model.Resource {
	r := &model.Resource{Type: typ, Mode: model.Managed, Body: attributes(body, "")}
	s := &model.Scope{Format: model.Terraform, Defaults: vocabulary.Defaults}
	s.Add(r)
	vocabulary.Unfold(r)
	return r
}

type (
	block  = map[string]any
	blocks = []any
)

func TestCanonical(t *testing.T) {
	for old, canonical := range map[string]string{
		"aws_alb": "aws_lb", "aws_alb_listener": "aws_lb_listener", "aws_s3_bucket_object": "aws_s3_object", "aws_lb": "aws_lb",
	} {
		if got := vocabulary.Canonical(old); got != canonical {
			t.Errorf("Canonical(%s) = %s", old, got)
		}
	}
}

func TestInlineSettingsTakeTheCompanionsShapeAndWords(t *testing.T) {
	bucket := unfold("aws_s3_bucket", block{
		"acl":                 "private",
		"grant":               blocks{block{"type": "Group", "uri": "all", "permissions": blocks{"READ", "WRITE"}}},
		"acceleration_status": "Enabled",
		"request_payer":       "Requester",
		"policy":              "{}",
		"versioning":          blocks{block{"enabled": true, "mfa_delete": false}},
		"logging":             blocks{block{"target_bucket": "logs"}},
		"cors_rule":           blocks{block{"allowed_origins": blocks{"*"}}},
		"website":             blocks{block{"index_document": "index.html", "redirect_all_requests_to": "https://example.org"}},
		"lifecycle_rule": blocks{block{
			"enabled": false, "abort_incomplete_multipart_upload_days": 7, "tags": block{"k": "v"},
			"expiration": blocks{block{"days": 30}}, "noncurrent_version_expiration": blocks{block{"days": 90}},
		}},
		"server_side_encryption_configuration": blocks{block{"rule": blocks{block{
			"bucket_key_enabled":                      true,
			"apply_server_side_encryption_by_default": blocks{block{"sse_algorithm": "aws:kms"}},
		}}}},
		"replication_configuration": blocks{block{"role": "r", "rules": blocks{block{
			"status": "Enabled", "delete_marker_replication_status": "Enabled",
			"filter":                    blocks{block{"tags": block{"k": "v"}}},
			"source_selection_criteria": blocks{block{"sse_kms_encrypted_objects": blocks{block{"enabled": true}}}},
			"destination": blocks{block{
				"bucket": "b", "account_id": "1", "replica_kms_key_id": "k",
				"metrics": blocks{block{"minutes": 15, "status": "Enabled"}},
			}},
		}}}},
		"object_lock_configuration": blocks{block{"rule": blocks{block{"default_retention": blocks{block{"mode": "GOVERNANCE"}}}}}},
	})
	for path, want := range map[string]string{
		"acl.acl": "private",
		"acl.access_control_policy.grant.permission":                                                      "READ",
		"acl.access_control_policy.grant.grantee.uri":                                                     "all",
		"accelerate_configuration.status":                                                                 "Enabled",
		"request_payment_configuration.payer":                                                             "Requester",
		"policy.policy":                                                                                   "{}",
		"versioning.versioning_configuration.status":                                                      "Enabled",
		"versioning.versioning_configuration.mfa_delete":                                                  "Disabled",
		"logging.target_bucket":                                                                           "logs",
		"cors_configuration.cors_rule.allowed_origins":                                                    "[*]",
		"website_configuration.index_document.suffix":                                                     "index.html",
		"website_configuration.redirect_all_requests_to.host_name":                                        "example.org",
		"website_configuration.redirect_all_requests_to.protocol":                                         "https",
		"lifecycle_configuration.rule.status":                                                             "Disabled",
		"lifecycle_configuration.rule.abort_incomplete_multipart_upload.days_after_initiation":            "7",
		"lifecycle_configuration.rule.filter.and.tags.k":                                                  "v",
		"lifecycle_configuration.rule.expiration.days":                                                    "30",
		"lifecycle_configuration.rule.noncurrent_version_expiration.noncurrent_days":                      "90",
		"server_side_encryption_configuration.rule.bucket_key_enabled":                                    "true",
		"server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm": "aws:kms",
		"replication_configuration.role":                                                                  "r",
		"replication_configuration.rule.status":                                                           "Enabled",
		"replication_configuration.rule.delete_marker_replication.status":                                 "Enabled",
		"replication_configuration.rule.filter.and.tags.k":                                                "v",
		"replication_configuration.rule.source_selection_criteria.sse_kms_encrypted_objects.status":       "Enabled",
		"replication_configuration.rule.destination.account":                                              "1",
		"replication_configuration.rule.destination.encryption_configuration.replica_kms_key_id":          "k",
		"replication_configuration.rule.destination.metrics.event_threshold.minutes":                      "15",
		"object_lock_configuration.rule.default_retention.mode":                                           "GOVERNANCE",
	} {
		v := bucket.At(path)
		if v.Defaulted || v.String() != want {
			t.Errorf("%s = %v", path, v)
		}
		inSchema(t, "aws_s3_bucket", path)
	}
	if v := bucket.Body.At("versioning.enabled"); v.IsTrue() != model.Yes {
		t.Error("the body is not as it was written")
	}
}

func TestInlineSettingsSpeakOfWhatTheirAuthorWrote(t *testing.T) {
	bucket := unfold("aws_s3_bucket", block{"versioning": blocks{block{"enabled": false}}})
	status := bucket.At("versioning.versioning_configuration.status")
	if status.Is("Suspended") != model.Yes || status.Origin.Name != "versioning.enabled" {
		t.Errorf("%s is %v", status.Origin.Name, status)
	}
	bucket = unfold("aws_s3_bucket", block{"versioning": blocks{block{"mfa_delete": true}}})
	status = bucket.At("versioning.versioning_configuration.status")
	if !status.Defaulted || status.Origin.Name != "versioning.enabled" {
		t.Errorf("%s is %v", status.Origin.Name, status)
	}
}

func TestUnknownInlineSettings(t *testing.T) {
	unknown := model.Undecided("depends on var.x", model.Origin{})
	optional := model.OneOf("depends on var.x", model.Origin{}, model.Flag(true, model.Origin{}), model.Missing(model.Origin{}))
	list := model.OneOf("depends on var.x", model.Origin{}, attributes(blocks{block{"target_bucket": "logs"}}, "logging"), attributes(blocks{}, "logging"))
	for _, test := range []struct {
		body block
		path string
		ask  func(model.Value) model.Truth
		want model.Truth
	}{
		{block{"versioning": blocks{block{"enabled": unknown}}}, "versioning.versioning_configuration.status", is("Enabled"), model.Maybe},
		{block{"versioning": blocks{block{"enabled": unknown}}}, "versioning.versioning_configuration.status", is("Enabled", "Suspended"), model.Yes},
		{block{"versioning": blocks{block{"enabled": optional}}}, "versioning.versioning_configuration.status", is("Enabled", "Disabled"), model.Yes},
		{block{"versioning": unknown}, "versioning.versioning_configuration.status", is("Enabled"), model.Maybe},
		{block{"acl": unknown}, "acl.acl", is("private"), model.Maybe},
		{block{"logging": unknown}, "logging", model.Value.IsEmpty, model.Maybe},
		{block{"logging": list}, "logging", model.Value.IsEmpty, model.Maybe},
		{block{"logging": list}, "logging.target_bucket", is("logs"), model.Maybe},
		{block{"logging": blocks{}}, "logging", model.Value.IsEmpty, model.Yes},
		{block{"grant": blocks{unknown}}, "acl.access_control_policy.grant.permission", is("READ"), model.Maybe},
	} {
		if got := test.ask(unfold("aws_s3_bucket", test.body).At(test.path)); got != test.want {
			t.Errorf("%s of %v: %v, want %v", test.path, test.body, got, test.want)
		}
	}
}

func is(words ...string) func(model.Value) model.Truth {
	return func(v model.Value) model.Truth { return v.Is(words...) }
}

func TestSensitiveStaysSensitive(t *testing.T) {
	secret := attributes(true, "enabled")
	secret.Sensitive = true
	bucket := unfold("aws_s3_bucket", block{"versioning": blocks{block{"enabled": true}}, "policy": secret})
	if v := bucket.At("policy.policy"); !v.Sensitive {
		t.Error("policy is not sensitive")
	}
	bucket.Body = bucket.Body.With("versioning", model.List([]model.Value{model.Object(map[string]model.Value{"enabled": secret}, model.Origin{})}, model.Origin{}))
	vocabulary.Unfold(bucket)
	if v := bucket.At("versioning.versioning_configuration.status"); !v.Sensitive || v.Is("Enabled") != model.Yes {
		t.Errorf("status is %+v", v)
	}
}

func TestInlinePolicies(t *testing.T) {
	for _, test := range []struct{ typ, attribute, path string }{
		{"aws_sqs_queue", "policy", "policy.policy"},
		{"aws_sns_topic", "policy", "policy.policy"},
		{"aws_kms_key", "policy", "policy.policy"},
		{"aws_secretsmanager_secret", "policy", "policy.policy"},
		{"aws_api_gateway_rest_api", "policy", "policy.policy"},
		{"aws_opensearch_domain", "access_policies", "policy.access_policies"},
		{"aws_elasticsearch_domain", "access_policies", "policy.access_policies"},
		{"aws_sqs_queue", "redrive_policy", "redrive_policy.redrive_policy"},
	} {
		r := unfold(test.typ, block{test.attribute: "{}"})
		if v := r.At(test.path); v.Is("{}") != model.Yes || v.Origin.Name != test.attribute {
			t.Errorf("%s of %s is %v", test.path, test.typ, v)
		}
		inSchema(t, test.typ, test.path)
	}
	role := unfold("aws_iam_role", block{"managed_policy_arns": blocks{"a", "b"}})
	var arns []string
	for v := range role.Within("policy_attachment", "policy_arn") {
		arns = append(arns, v.String())
	}
	if len(arns) != 2 || arns[0] != "a" || arns[1] != "b" {
		t.Errorf("managed policies: %v", arns)
	}
}

func TestHTTPSIsEnforcedByTheProviderWhereItsBlockIs(t *testing.T) {
	const path = "domain_endpoint_options.enforce_https"
	for _, test := range []struct {
		body block
		want model.Truth
	}{
		{block{}, model.No},
		{block{"domain_endpoint_options": blocks{block{"custom_endpoint_enabled": true}}}, model.Yes},
		{block{"domain_endpoint_options": blocks{block{"enforce_https": false}}}, model.No},
	} {
		if got := unfold("aws_opensearch_domain", test.body).At(path).IsTrue(); got != test.want {
			t.Errorf("%v: %v, want %v", test.body, got, test.want)
		}
	}
}
