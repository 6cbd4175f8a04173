package vocabulary

import (
	"cmp"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// renames lists the types that a provider knows under two names, sorted by the old one. Their attributes agree.
var renames = [...]struct{ old, canonical string }{
	{"aws_alb", "aws_lb"},
	{"aws_alb_listener", "aws_lb_listener"},
	{"aws_alb_listener_certificate", "aws_lb_listener_certificate"},
	{"aws_alb_listener_rule", "aws_lb_listener_rule"},
	{"aws_alb_target_group", "aws_lb_target_group"},
	{"aws_alb_target_group_attachment", "aws_lb_target_group_attachment"},
	{"aws_s3_bucket_object", "aws_s3_object"},
}

// Canonical is the name under which checks know a type.
func Canonical(typ string) string {
	for i := range renames {
		if renames[i].old == typ {
			return renames[i].canonical
		}
	}
	return typ
}

// An inline setting is written in its owner, though there is a companion resource for it. It is brought into the
// companion's shape. A block without companion is here where its absence does not mean the same as that of its parts.
type inline struct {
	typ, path string // the owner, and the attribute or block that holds the setting
	place     string // where the companion is folded
	under     string // what in the companion it becomes; "" where a block is the companion
	many      bool   // each element is a companion of its own
	provider  bool   // so only where Terraform's provider reads it
	words     []word // what is called otherwise in the companion
	say       func(model.Value) model.Value
}

// A word is an attribute that has another name in the companion, another way to say its value, or words inside. Those
// not listed stay as they are.
type word struct {
	from, to string // "a.b": in a block that the owner does not have
	say      func(model.Value) model.Value
	inside   []word
}

// inlines is sorted by type.
var inlines = [...]inline{
	{typ: "aws_api_gateway_rest_api", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_ec2_managed_prefix_list", path: "entry", place: "entry", many: true},
	{typ: "aws_elasticsearch_domain", path: "access_policies", place: "policy", under: "access_policies"},
	{typ: "aws_elasticsearch_domain", path: "domain_endpoint_options", place: "domain_endpoint_options", many: true, provider: true, say: enforcesHTTPS},
	{typ: "aws_iam_role", path: "inline_policy", place: "policy", many: true},
	{typ: "aws_iam_role", path: "managed_policy_arns", place: "policy_attachment", under: "policy_arn", many: true},
	{typ: "aws_kms_external_key", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_kms_key", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_kms_replica_external_key", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_kms_replica_key", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_opensearch_domain", path: "access_policies", place: "policy", under: "access_policies"},
	{typ: "aws_opensearch_domain", path: "domain_endpoint_options", place: "domain_endpoint_options", many: true, provider: true, say: enforcesHTTPS},
	{typ: "aws_s3_access_point", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_s3_bucket", path: "acceleration_status", place: "accelerate_configuration", under: "status"},
	{typ: "aws_s3_bucket", path: "acl", place: "acl", under: "acl"},
	{typ: "aws_s3_bucket", path: "cors_rule", place: "cors_configuration", under: "cors_rule"},
	{typ: "aws_s3_bucket", path: "grant", place: "acl", under: "access_control_policy.grant", say: grants},
	{typ: "aws_s3_bucket", path: "lifecycle_rule", place: "lifecycle_configuration", under: "rule", words: lifecycleRule},
	{typ: "aws_s3_bucket", path: "logging", place: "logging"},
	{typ: "aws_s3_bucket", path: "object_lock_configuration", place: "object_lock_configuration"},
	{typ: "aws_s3_bucket", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_s3_bucket", path: "replication_configuration", place: "replication_configuration", words: replication},
	{typ: "aws_s3_bucket", path: "request_payer", place: "request_payment_configuration", under: "payer"},
	{typ: "aws_s3_bucket", path: "server_side_encryption_configuration", place: "server_side_encryption_configuration"},
	{typ: "aws_s3_bucket", path: "versioning", place: "versioning", under: "versioning_configuration", words: versioning},
	{typ: "aws_s3_bucket", path: "website", place: "website_configuration", words: website},
	{typ: "aws_secretsmanager_secret", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_sns_topic", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_sqs_queue", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_sqs_queue", path: "redrive_allow_policy", place: "redrive_allow_policy", under: "redrive_allow_policy"},
	{typ: "aws_sqs_queue", path: "redrive_policy", place: "redrive_policy", under: "redrive_policy"},
	{typ: "aws_vpc_endpoint", path: "policy", place: "policy", under: "policy"},
	{typ: "aws_wafv2_web_acl", path: "rule", place: "rule", many: true},
}

var versioning = []word{
	{from: "enabled", to: "status", say: enabledOrSuspended},
	{from: "mfa_delete", to: "mfa_delete", say: enabledOrDisabled},
}

var lifecycleRule = []word{
	{from: "enabled", to: "status", say: enabledOrDisabled},
	{from: "abort_incomplete_multipart_upload_days", to: "abort_incomplete_multipart_upload.days_after_initiation"},
	{from: "tags", to: "filter.and.tags"},
	{from: "noncurrent_version_expiration", to: "noncurrent_version_expiration", inside: noncurrent},
	{from: "noncurrent_version_transition", to: "noncurrent_version_transition", inside: noncurrent},
}

var noncurrent = []word{{from: "days", to: "noncurrent_days"}}

var website = []word{
	{from: "error_document", to: "error_document.key"},
	{from: "index_document", to: "index_document.suffix"},
	{from: "redirect_all_requests_to", to: "redirect_all_requests_to", say: redirect},
}

var replication = []word{{from: "rules", to: "rule", inside: []word{
	{from: "delete_marker_replication_status", to: "delete_marker_replication.status"},
	{from: "filter", to: "filter", inside: []word{{from: "tags", to: "and.tags"}}},
	{from: "source_selection_criteria", to: "source_selection_criteria", inside: []word{
		{from: "sse_kms_encrypted_objects", to: "sse_kms_encrypted_objects", inside: []word{
			{from: "enabled", to: "status", say: enabledOrDisabled},
		}},
	}},
	{from: "destination", to: "destination", inside: []word{
		{from: "account_id", to: "account"},
		{from: "replica_kms_key_id", to: "encryption_configuration.replica_kms_key_id"},
		{from: "metrics", to: "metrics", inside: []word{{from: "minutes", to: "event_threshold.minutes"}}},
		{from: "replication_time", to: "replication_time", inside: []word{{from: "minutes", to: "time.minutes"}}},
	}},
}}}

// Unfold moves the settings that a resource holds inline to their places in Folded, in the companions' shape and with
// their own origins. The Body stays as written.
func Unfold(r *model.Resource) {
	first, found := slices.BinarySearchFunc(inlines[:], r.Type, func(in inline, typ string) int {
		return cmp.Compare(in.typ, typ)
	})
	body, known := r.Body.Data.(model.Members)
	if !found || !known {
		return
	}
	for i := first; i < len(inlines) && inlines[i].typ == r.Type; i++ {
		if inlines[i].provider && dialect(r.Scope.Format) != model.Terraform {
			continue
		}
		setting := inlines[i].rewrite(body.Named(inlines[i].path))
		if setting.State != model.Absent {
			put(r, inlines[i].place, setting)
		}
	}
}

// put joins a setting with what another attribute has put into the same place: only those that are a part of the
// companion share one, and so both are objects.
func put(r *model.Resource, place string, setting model.Value) {
	if before, ok := r.Folded.Lookup(place); ok {
		parts := slices.Concat(before.Data.(model.Members), setting.Data.(model.Members))
		setting = model.Record(model.MembersOf(parts), before.Origin)
	}
	r.Folded = r.Folded.With(place, setting)
}
