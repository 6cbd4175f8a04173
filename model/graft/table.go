package graft

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A line of the table says how one type of companion finds its owner, and where it is folded.
type line struct {
	typ    string // of the companion
	link   string // its attribute that names the owner
	owners string // the types that can be meant, separated by spaces
	names  string // attributes by whose value an owner is known, besides its id
	place  string
	many   bool // an owner may have several
}

const (
	one  = false
	many = true
)

const (
	groups = "aws_security_group aws_default_security_group"
	acls   = "aws_network_acl aws_default_network_acl"
	fronts = "aws_api_gateway_stage aws_appsync_graphql_api aws_lb"
	keys   = "aws_kms_key aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key"
)

// table is sorted by companion. A place bears the companion's suffix. Where the owner has an attribute of the same
// name, vocabulary.Unfold brings that into the companion's shape; a test holds this.
var table = [...]line{
	{"aws_ami_launch_permission", "image_id", "aws_ami aws_ami_copy aws_ami_from_instance", "", "launch_permission", many},
	{"aws_api_gateway_authorizer", "rest_api_id", "aws_api_gateway_rest_api", "", "authorizer", many},
	{"aws_api_gateway_method_settings", "stage_name", "aws_api_gateway_stage", "stage_name", "method_settings", many},
	{"aws_api_gateway_rest_api_policy", "rest_api_id", "aws_api_gateway_rest_api", "", "policy", one},
	{"aws_api_gateway_usage_plan", "api_stages.stage", "aws_api_gateway_stage", "stage_name", "usage_plan", many},
	{"aws_apigatewayv2_authorizer", "api_id", "aws_apigatewayv2_api", "", "authorizer", many},
	{"aws_autoscaling_attachment", "autoscaling_group_name", "aws_autoscaling_group", "name", "attachment", many},
	{"aws_backup_vault_lock_configuration", "backup_vault_name", "aws_backup_vault", "name", "lock_configuration", one},
	{"aws_backup_vault_policy", "backup_vault_name", "aws_backup_vault", "name", "policy", one},
	{"aws_cloudwatch_event_bus_policy", "event_bus_name", "aws_cloudwatch_event_bus", "name", "policy", one},
	{"aws_cloudwatch_log_data_protection_policy", "log_group_name", "aws_cloudwatch_log_group", "name", "data_protection_policy", one},
	{"aws_cloudwatch_log_delivery_source", "resource_arn", "aws_cloudfront_distribution", "arn", "log_delivery_source", many},
	{"aws_cloudwatch_log_metric_filter", "log_group_name", "aws_cloudwatch_log_group", "name", "metric_filter", many},
	{"aws_codecommit_approval_rule_template_association", "repository_name", "aws_codecommit_repository", "repository_name", "approval_rule_template_association", many},
	{"aws_config_configuration_recorder_status", "name", "aws_config_configuration_recorder", "name", "status", one},
	{"aws_default_network_acl", "default_network_acl_id", "aws_vpc", "default_network_acl_id", "default_network_acl", one},
	{"aws_default_security_group", "vpc_id", "aws_vpc", "", "default_security_group", one},
	{"aws_docdb_cluster_instance", "cluster_identifier", "aws_docdb_cluster", "cluster_identifier", "instance", many},
	{"aws_dynamodb_resource_policy", "resource_arn", "aws_dynamodb_table", "arn", "resource_policy", one},
	{"aws_dynamodb_table_replica", "global_table_arn", "aws_dynamodb_table", "arn", "table_replica", many},
	{"aws_ec2_managed_prefix_list_entry", "prefix_list_id", "aws_ec2_managed_prefix_list", "", "entry", many},
	{"aws_ecr_lifecycle_policy", "repository", "aws_ecr_repository", "name", "lifecycle_policy", one},
	{"aws_ecr_repository_policy", "repository", "aws_ecr_repository", "name", "policy", one},
	{"aws_efs_backup_policy", "file_system_id", "aws_efs_file_system", "", "backup_policy", one},
	{"aws_efs_file_system_policy", "file_system_id", "aws_efs_file_system", "", "policy", one},
	{"aws_eks_node_group", "cluster_name", "aws_eks_cluster", "name", "node_group", many},
	{"aws_elasticsearch_domain_policy", "domain_name", "aws_elasticsearch_domain", "domain_name", "policy", one},
	{"aws_flow_log", "subnet_id", "aws_subnet", "", "flow_log", many},
	{"aws_flow_log", "vpc_id", "aws_vpc aws_default_vpc", "", "flow_log", many},
	{"aws_guardduty_detector_feature", "detector_id", "aws_guardduty_detector", "", "feature", many},
	{"aws_guardduty_organization_configuration", "detector_id", "aws_guardduty_detector", "", "organization_configuration", one},
	{"aws_iam_access_key", "user", "aws_iam_user", "name", "access_key", many},
	{"aws_iam_group_membership", "group", "aws_iam_group", "name", "membership", many},
	{"aws_iam_group_membership", "users", "aws_iam_user", "name", "group_membership", many},
	{"aws_iam_group_policy", "group", "aws_iam_group", "name", "policy", many},
	{"aws_iam_group_policy_attachment", "group", "aws_iam_group", "name", "policy_attachment", many},
	{"aws_iam_policy_attachment", "groups", "aws_iam_group", "name", "policy_attachment", many},
	{"aws_iam_policy_attachment", "roles", "aws_iam_role", "name", "policy_attachment", many},
	{"aws_iam_policy_attachment", "users", "aws_iam_user", "name", "policy_attachment", many},
	{"aws_iam_role_policy", "role", "aws_iam_role", "name", "policy", many},
	{"aws_iam_role_policy_attachment", "role", "aws_iam_role", "name", "policy_attachment", many},
	{"aws_iam_user_group_membership", "groups", "aws_iam_group", "name", "group_membership", many},
	{"aws_iam_user_group_membership", "user", "aws_iam_user", "name", "group_membership", many},
	{"aws_iam_user_login_profile", "user", "aws_iam_user", "name", "login_profile", one},
	{"aws_iam_user_policy", "user", "aws_iam_user", "name", "policy", many},
	{"aws_iam_user_policy_attachment", "user", "aws_iam_user", "name", "policy_attachment", many},
	{"aws_kinesis_resource_policy", "resource_arn", "aws_kinesis_stream", "arn", "resource_policy", one},
	{"aws_kms_alias", "target_key_id", keys, "key_id arn", "alias", many},
	{"aws_kms_grant", "key_id", keys, "key_id arn", "grant", many},
	{"aws_kms_key_policy", "key_id", keys, "key_id arn", "policy", one},
	{"aws_lambda_function_event_invoke_config", "function_name", "aws_lambda_function", "function_name arn", "event_invoke_config", many},
	{"aws_lambda_function_url", "function_name", "aws_lambda_function", "function_name arn", "url", many},
	{"aws_lambda_permission", "function_name", "aws_lambda_function", "function_name arn", "permission", many},
	{"aws_lb_listener", "load_balancer_arn", "aws_lb", "arn", "listener", many},
	{"aws_load_balancer_listener_policy", "load_balancer_name", "aws_elb", "name", "listener_policy", many},
	{"aws_load_balancer_policy", "load_balancer_name", "aws_elb", "name", "policy", many},
	{"aws_msk_cluster_policy", "cluster_arn", "aws_msk_cluster", "arn", "policy", one},
	{"aws_neptune_cluster_instance", "cluster_identifier", "aws_neptune_cluster", "cluster_identifier", "instance", many},
	{"aws_network_acl_association", "network_acl_id", acls, "", "association", many},
	{"aws_network_acl_rule", "network_acl_id", acls, "", "rule", many},
	{"aws_networkfirewall_firewall", "vpc_id", "aws_vpc", "", "firewall", many},
	{"aws_networkfirewall_logging_configuration", "firewall_arn", "aws_networkfirewall_firewall", "arn", "logging_configuration", many},
	{"aws_opensearch_domain_policy", "domain_name", "aws_opensearch_domain", "domain_name", "policy", one},
	{"aws_rds_cluster_instance", "cluster_identifier", "aws_rds_cluster", "cluster_identifier", "instance", many},
	{"aws_redshift_logging", "cluster_identifier", "aws_redshift_cluster", "cluster_identifier", "logging", one},
	{"aws_redshift_snapshot_copy", "cluster_identifier", "aws_redshift_cluster", "cluster_identifier", "snapshot_copy", one},
	{"aws_route53_hosted_zone_dnssec", "hosted_zone_id", "aws_route53_zone", "zone_id", "dnssec", one},
	{"aws_route53_query_log", "zone_id", "aws_route53_zone", "zone_id", "query_log", many},
	{"aws_s3_bucket_accelerate_configuration", "bucket", "aws_s3_bucket", "bucket", "accelerate_configuration", one},
	{"aws_s3_bucket_acl", "bucket", "aws_s3_bucket", "bucket", "acl", one},
	{"aws_s3_bucket_cors_configuration", "bucket", "aws_s3_bucket", "bucket", "cors_configuration", one},
	{"aws_s3_bucket_intelligent_tiering_configuration", "bucket", "aws_s3_bucket", "bucket", "intelligent_tiering_configuration", many},
	{"aws_s3_bucket_inventory", "bucket", "aws_s3_bucket", "bucket", "inventory", many},
	{"aws_s3_bucket_lifecycle_configuration", "bucket", "aws_s3_bucket", "bucket", "lifecycle_configuration", one},
	{"aws_s3_bucket_logging", "bucket", "aws_s3_bucket", "bucket", "logging", one},
	{"aws_s3_bucket_notification", "bucket", "aws_s3_bucket", "bucket", "notification", one},
	{"aws_s3_bucket_object_lock_configuration", "bucket", "aws_s3_bucket", "bucket", "object_lock_configuration", one},
	{"aws_s3_bucket_ownership_controls", "bucket", "aws_s3_bucket", "bucket", "ownership_controls", one},
	{"aws_s3_bucket_policy", "bucket", "aws_s3_bucket", "bucket", "policy", one},
	{"aws_s3_bucket_public_access_block", "bucket", "aws_s3_bucket", "bucket", "public_access_block", one},
	{"aws_s3_bucket_replication_configuration", "bucket", "aws_s3_bucket", "bucket", "replication_configuration", one},
	{"aws_s3_bucket_request_payment_configuration", "bucket", "aws_s3_bucket", "bucket", "request_payment_configuration", one},
	{"aws_s3_bucket_server_side_encryption_configuration", "bucket", "aws_s3_bucket", "bucket", "server_side_encryption_configuration", one},
	{"aws_s3_bucket_versioning", "bucket", "aws_s3_bucket", "bucket", "versioning", one},
	{"aws_s3_bucket_website_configuration", "bucket", "aws_s3_bucket", "bucket", "website_configuration", one},
	{"aws_s3control_access_point_policy", "access_point_arn", "aws_s3_access_point", "arn", "policy", one},
	{"aws_secretsmanager_secret_policy", "secret_arn", "aws_secretsmanager_secret", "arn", "policy", one},
	{"aws_secretsmanager_secret_rotation", "secret_id", "aws_secretsmanager_secret", "arn name", "rotation", one},
	{"aws_security_group_rule", "security_group_id", groups, "", "rule", many},
	{"aws_shield_protection", "resource_arn", "aws_cloudfront_distribution aws_eip aws_elb aws_globalaccelerator_accelerator aws_lb aws_route53_zone", "arn", "shield_protection", many},
	{"aws_sns_topic_data_protection_policy", "arn", "aws_sns_topic", "arn", "data_protection_policy", one},
	{"aws_sns_topic_policy", "arn", "aws_sns_topic", "arn", "policy", one},
	{"aws_sqs_queue_policy", "queue_url", "aws_sqs_queue", "url", "policy", one},
	{"aws_sqs_queue_redrive_allow_policy", "queue_url", "aws_sqs_queue", "url", "redrive_allow_policy", one},
	{"aws_sqs_queue_redrive_policy", "queue_url", "aws_sqs_queue", "url", "redrive_policy", one},
	{"aws_verifiedaccess_instance_logging_configuration", "verifiedaccess_instance_id", "aws_verifiedaccess_instance", "", "logging_configuration", one},
	{"aws_volume_attachment", "volume_id", "aws_ebs_volume", "", "attachment", many},
	{"aws_vpc_endpoint_policy", "vpc_endpoint_id", "aws_vpc_endpoint", "", "policy", one},
	{"aws_vpc_endpoint_route_table_association", "vpc_endpoint_id", "aws_vpc_endpoint", "", "route_table_association", many},
	{"aws_vpc_security_group_egress_rule", "security_group_id", groups, "", "egress_rule", many},
	{"aws_vpc_security_group_ingress_rule", "security_group_id", groups, "", "ingress_rule", many},
	{"aws_wafregional_web_acl_association", "resource_arn", fronts, "arn", "web_acl_association", many},
	{"aws_wafv2_web_acl_association", "resource_arn", fronts, "arn", "web_acl_association", many},
	{"aws_wafv2_web_acl_logging_configuration", "resource_arn", "aws_wafv2_web_acl", "arn", "logging_configuration", one},
	{"aws_wafv2_web_acl_rule", "web_acl_arn", "aws_wafv2_web_acl", "arn", "rule", many},
	{"aws_wafv2_web_acl_rule_group_association", "web_acl_arn", "aws_wafv2_web_acl", "arn", "rule_group_association", many},
}

// linesOf returns the lines of a companion's type.
func linesOf(typ string) []line {
	first, found := slices.BinarySearchFunc(table[:], typ, func(l line, typ string) int { return cmp.Compare(l.typ, typ) })
	if !found {
		return nil
	}
	end := first
	for end < len(table) && table[end].typ == typ {
		end++
	}
	return table[first:end]
}

// has tells whether a list of words separated by spaces has this one.
func has(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// Companions yields the places of an owner's type at which something is folded, with the type of the companion that it
// has the shape of.
func Companions(owner string) func(yield func(place, companion string) bool) {
	return func(yield func(place, companion string) bool) {
		for _, l := range byOwner()[owner] {
			if !yield(l.place, l.typ) {
				return
			}
		}
	}
}

// byOwner has the links of each owner's type, in the order of the table.
var byOwner = sync.OnceValue(func() map[string][]*line {
	links := map[string][]*line{}
	for i := range table {
		for owner := range strings.FieldsSeq(table[i].owners) {
			links[owner] = append(links[owner], &table[i])
		}
	}
	return links
})
