package vocabulary

import (
	"sort"

	"github.com/lintel-iac/lintel/model"
)

// Defaults knows what the platform, or Terraform's provider for it, does where an author writes nothing.
var Defaults model.Defaults = defaults{}

type defaults struct{}

// A fallback is what an absent attribute amounts to. Where it depends on what the account, the subnet, the engine or
// the image says, there is none.
type fallback struct {
	typ, path string
	format    model.Format // the one input format it holds for, "" for all; Terraform's stands for plans and states, too
	value     any          // bool, float64 or string
	source    string
}

const (
	tf  = "https://registry.terraform.io/providers/hashicorp/aws/6.45.0/docs/resources/"
	doc = "https://docs.aws.amazon.com/"
	cfn = doc + "AWSCloudFormation/latest/TemplateReference/"

	passwords = doc + "IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html"
	policies  = doc + "elasticloadbalancing/latest/application/describe-ssl-policies.html"
	endpoint  = doc + "opensearch-service/latest/APIReference/API_DomainEndpointOptions.html"
)

// fallbacks is sorted by type, path and format.
//
// About public access blocks: since April 2023 a new bucket has all four flags on (doc +
// "AmazonS3/latest/userguide/create-bucket-faq.html"). An older one has none, an input does not say which it describes,
// and nothing in it would put a flag back that was taken off. A flag that is left out of a block that is there is
// false, by the provider's word. So false holds wherever an input can tell, and where it cannot nothing keeps the
// flag on.
//
// About a bucket's encryption: since January 2023 every bucket has it, old ones included. A check that wants an
// author's word, or a key of his own, asks whether the value is set.
var fallbacks = [...]fallback{
	{"aws_accessanalyzer_analyzer", "type", model.Terraform, "ACCOUNT", tf + "accessanalyzer_analyzer"},
	{"aws_ami", "ebs_block_device.encrypted", "", false, tf + "ami"},
	{"aws_ami_copy", "encrypted", "", false, tf + "ami_copy"},
	{"aws_api_gateway_method", "api_key_required", "", false, tf + "api_gateway_method"},
	{"aws_api_gateway_method", "authorization", model.CloudFormation, "NONE", doc + "apigateway/latest/api/API_Method.html"},
	{"aws_api_gateway_method_settings", "settings.cache_data_encrypted", "", false, doc + "apigateway/latest/api/API_MethodSetting.html"},
	{"aws_api_gateway_stage", "cache_cluster_enabled", "", false, tf + "api_gateway_stage"},
	{"aws_api_gateway_stage", "xray_tracing_enabled", "", false, tf + "api_gateway_stage"},
	{"aws_apigatewayv2_route", "authorization_type", "", "NONE", tf + "apigatewayv2_route"},
	{"aws_apprunner_service", "network_configuration.ingress_configuration.is_publicly_accessible", "", true, doc + "apprunner/latest/api/API_IngressConfiguration.html"},
	// Of new caches, whatever is said; an older one that is not encrypted says false.
	{"aws_appsync_api_cache", "at_rest_encryption_enabled", "", true, doc + "appsync/latest/devguide/enabling-caching.html"},
	{"aws_appsync_api_cache", "transit_encryption_enabled", "", true, doc + "appsync/latest/devguide/enabling-caching.html"},
	{"aws_athena_workgroup", "configuration.enforce_workgroup_configuration", "", true, tf + "athena_workgroup"},
	{"aws_cloudformation_stack_set_instance", "retain_stack", "", false, tf + "cloudformation_stack_set_instance"},
	{"aws_cloudfront_distribution", "viewer_certificate.minimum_protocol_version", "", "TLSv1", tf + "cloudfront_distribution"},
	{"aws_cloudsearch_domain", "endpoint_options.enforce_https", "", false, doc + "cloudsearch/latest/developerguide/API_DomainEndpointOptions.html"},
	{"aws_cloudtrail", "enable_log_file_validation", "", false, tf + "cloudtrail"},
	{"aws_cloudtrail", "enable_logging", model.Terraform, true, tf + "cloudtrail"},
	{"aws_cloudtrail", "event_selector.include_management_events", "", true, tf + "cloudtrail"},
	{"aws_cloudtrail", "event_selector.read_write_type", "", "All", tf + "cloudtrail"},
	{"aws_cloudtrail", "include_global_service_events", "", true, doc + "cli/latest/reference/cloudtrail/create-trail.html"},
	{"aws_cloudtrail", "is_multi_region_trail", "", false, tf + "cloudtrail"},
	{"aws_cloudtrail", "is_organization_trail", "", false, tf + "cloudtrail"},
	{"aws_cloudwatch_composite_alarm", "actions_enabled", "", true, tf + "cloudwatch_composite_alarm"},
	{"aws_cloudwatch_log_group", "retention_in_days", "", 0.0, tf + "cloudwatch_log_group"},
	{"aws_cloudwatch_metric_alarm", "actions_enabled", "", true, tf + "cloudwatch_metric_alarm"},
	{"aws_codebuild_project", "artifacts.encryption_disabled", "", false, tf + "codebuild_project"},
	{"aws_codebuild_project", "environment.privileged_mode", "", false, tf + "codebuild_project"},
	{"aws_codebuild_project", "logs_config.cloudwatch_logs.status", "", "ENABLED", tf + "codebuild_project"},
	{"aws_codebuild_project", "logs_config.s3_logs.encryption_disabled", "", false, tf + "codebuild_project"},
	{"aws_codebuild_project", "logs_config.s3_logs.status", "", "DISABLED", tf + "codebuild_project"},
	{"aws_codebuild_project", "secondary_artifacts.encryption_disabled", "", false, tf + "codebuild_project"},
	{"aws_codegurureviewer_repository_association", "kms_key_details.encryption_option", "", "AWS_OWNED_CMK", tf + "codegurureviewer_repository_association"},
	{"aws_cognito_identity_pool", "allow_unauthenticated_identities", model.Terraform, false, tf + "cognito_identity_pool"},
	{"aws_cognito_user_pool", "mfa_configuration", "", "OFF", tf + "cognito_user_pool"},
	{"aws_config_configuration_aggregator", "account_aggregation_source.all_regions", "", false, tf + "config_configuration_aggregator"},
	{"aws_config_configuration_aggregator", "organization_aggregation_source.all_regions", "", false, tf + "config_configuration_aggregator"},
	{"aws_config_configuration_recorder", "recording_group.all_supported", "", true, tf + "config_configuration_recorder"},
	{"aws_config_configuration_recorder", "recording_group.include_global_resource_types", "", false, tf + "config_configuration_recorder"},
	{"aws_dax_cluster", "cluster_endpoint_encryption_type", "", "NONE", tf + "dax_cluster"},
	{"aws_dax_cluster", "server_side_encryption.enabled", "", false, tf + "dax_cluster"},
	{"aws_db_instance", "auto_minor_version_upgrade", "", true, tf + "db_instance"},
	{"aws_db_instance", "backup_retention_period", model.CloudFormation, 1.0, cfn + "aws-resource-rds-dbinstance.html"},
	{"aws_db_instance", "backup_retention_period", model.Terraform, 0.0, tf + "db_instance"},
	{"aws_db_instance", "copy_tags_to_snapshot", "", false, tf + "db_instance"},
	{"aws_db_instance", "deletion_protection", "", false, tf + "db_instance"},
	{"aws_db_instance", "iam_database_authentication_enabled", "", false, tf + "db_instance"},
	{"aws_db_instance", "monitoring_interval", "", 0.0, tf + "db_instance"},
	{"aws_db_instance", "multi_az", "", false, tf + "db_instance"},
	{"aws_db_instance", "performance_insights_enabled", "", false, tf + "db_instance"},
	{"aws_db_instance", "publicly_accessible", model.Terraform, false, tf + "db_instance"},
	{"aws_db_instance", "storage_encrypted", "", false, tf + "db_instance"},
	{"aws_default_subnet", "map_public_ip_on_launch", "", true, tf + "default_subnet"},
	{"aws_dms_endpoint", "ssl_mode", "", "none", tf + "dms_endpoint"},
	{"aws_dms_replication_instance", "auto_minor_version_upgrade", model.CloudFormation, true, cfn + "aws-resource-dms-replicationinstance.html"},
	{"aws_dms_replication_instance", "auto_minor_version_upgrade", model.Terraform, false, tf + "dms_replication_instance"},
	{"aws_dms_replication_instance", "publicly_accessible", model.CloudFormation, true, cfn + "aws-resource-dms-replicationinstance.html"},
	{"aws_dms_replication_instance", "publicly_accessible", model.Terraform, false, tf + "dms_replication_instance"},
	{"aws_docdb_cluster", "backup_retention_period", "", 1.0, tf + "docdb_cluster"},
	{"aws_docdb_cluster", "deletion_protection", "", false, tf + "docdb_cluster"},
	{"aws_docdb_cluster", "storage_encrypted", "", false, tf + "docdb_cluster"},
	{"aws_dynamodb_table", "deletion_protection_enabled", "", false, tf + "dynamodb_table"},
	{"aws_dynamodb_table", "point_in_time_recovery.enabled", "", false, tf + "dynamodb_table"},
	{"aws_dynamodb_table", "replica.point_in_time_recovery", "", false, tf + "dynamodb_table"},
	{"aws_dynamodb_table", "server_side_encryption.enabled", "", false, tf + "dynamodb_table"},
	{"aws_dynamodb_table_replica", "point_in_time_recovery", "", false, tf + "dynamodb_table_replica"},
	{"aws_ebs_encryption_by_default", "enabled", "", true, tf + "ebs_encryption_by_default"},
	{"aws_ebs_snapshot_copy", "encrypted", "", false, tf + "ebs_snapshot_copy"},
	{"aws_ebs_volume", "encrypted", "", false, tf + "ebs_volume"},
	{"aws_ecr_repository", "encryption_configuration.encryption_type", "", "AES256", tf + "ecr_repository"},
	{"aws_ecr_repository", "image_scanning_configuration.scan_on_push", "", false, tf + "ecr_repository"},
	{"aws_ecr_repository", "image_tag_mutability", "", "MUTABLE", tf + "ecr_repository"},
	{"aws_ecs_task_definition", "volume.efs_volume_configuration.transit_encryption", "", "DISABLED", doc + "AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html"},
	{"aws_efs_file_system", "encrypted", "", false, doc + "efs/latest/APIReference/API_CreateFileSystem.html"},
	{"aws_eks_cluster", "vpc_config.endpoint_private_access", "", false, tf + "eks_cluster"},
	{"aws_eks_cluster", "vpc_config.endpoint_public_access", "", true, tf + "eks_cluster"},
	{"aws_eks_cluster", "vpc_config.public_access_cidrs", "", "0.0.0.0/0", tf + "eks_cluster"},
	{"aws_elasticache_cluster", "auto_minor_version_upgrade", "", true, tf + "elasticache_cluster"},
	{"aws_elasticache_cluster", "az_mode", "", "single-az", tf + "elasticache_cluster"},
	{"aws_elasticache_cluster", "snapshot_retention_limit", "", 0.0, tf + "elasticache_cluster"},
	{"aws_elasticache_replication_group", "auto_minor_version_upgrade", "", true, tf + "elasticache_replication_group"},
	{"aws_elasticache_replication_group", "automatic_failover_enabled", "", false, tf + "elasticache_replication_group"},
	{"aws_elasticache_replication_group", "multi_az_enabled", "", false, tf + "elasticache_replication_group"},
	{"aws_elasticache_replication_group", "snapshot_retention_limit", "", 0.0, tf + "elasticache_replication_group"},
	{"aws_elasticsearch_domain", "advanced_security_options.enabled", "", false, doc + "opensearch-service/latest/APIReference/API_AdvancedSecurityOptionsInput.html"},
	{"aws_elasticsearch_domain", "cluster_config.dedicated_master_enabled", "", false, tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "cluster_config.instance_count", "", 1.0, tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "cluster_config.zone_awareness_enabled", "", false, tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "domain_endpoint_options.enforce_https", "", false, endpoint},
	{"aws_elasticsearch_domain", "domain_endpoint_options.tls_security_policy", "", "Policy-Min-TLS-1-0-2019-07", endpoint},
	{"aws_elasticsearch_domain", "elasticsearch_version", "", "1.5", tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "encrypt_at_rest.enabled", "", false, tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "log_publishing_options.enabled", model.CloudFormation, false, cfn + "aws-properties-elasticsearch-domain-logpublishingoption.html"},
	{"aws_elasticsearch_domain", "log_publishing_options.enabled", model.Terraform, true, tf + "elasticsearch_domain"},
	{"aws_elasticsearch_domain", "node_to_node_encryption.enabled", "", false, tf + "elasticsearch_domain"},
	{"aws_elb", "access_logs.enabled", model.Terraform, true, tf + "elb"},
	{"aws_elb", "cross_zone_load_balancing", model.CloudFormation, false, cfn + "aws-resource-elasticloadbalancing-loadbalancer.html"},
	{"aws_elb", "cross_zone_load_balancing", model.Terraform, true, tf + "elb"},
	{"aws_elb", "internal", "", false, tf + "elb"},
	{"aws_fsx_lustre_file_system", "automatic_backup_retention_days", "", 0.0, doc + "fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html"},
	{"aws_fsx_ontap_file_system", "automatic_backup_retention_days", model.CloudFormation, 30.0, cfn + "aws-properties-fsx-filesystem-ontapconfiguration.html"},
	{"aws_fsx_ontap_file_system", "automatic_backup_retention_days", model.Terraform, 0.0, tf + "fsx_ontap_file_system"},
	{"aws_fsx_openzfs_file_system", "automatic_backup_retention_days", model.CloudFormation, 30.0, cfn + "aws-properties-fsx-filesystem-openzfsconfiguration.html"},
	{"aws_fsx_openzfs_file_system", "automatic_backup_retention_days", model.Terraform, 0.0, tf + "fsx_openzfs_file_system"},
	{"aws_fsx_windows_file_system", "automatic_backup_retention_days", model.CloudFormation, 30.0, cfn + "aws-properties-fsx-filesystem-windowsconfiguration.html"},
	{"aws_fsx_windows_file_system", "automatic_backup_retention_days", model.Terraform, 7.0, tf + "fsx_windows_file_system"},
	{"aws_globalaccelerator_accelerator", "attributes.flow_logs_enabled", "", false, tf + "globalaccelerator_accelerator"},
	{"aws_guardduty_detector", "enable", model.Terraform, true, tf + "guardduty_detector"},
	{"aws_iam_access_key", "status", "", "Active", tf + "iam_access_key"},
	{"aws_iam_account_password_policy", "allow_users_to_change_password", model.Terraform, true, tf + "iam_account_password_policy"},
	{"aws_iam_account_password_policy", "hard_expiry", "", false, passwords},
	{"aws_iam_account_password_policy", "max_password_age", "", 0.0, passwords},
	{"aws_iam_account_password_policy", "minimum_password_length", "", 6.0, passwords},
	{"aws_iam_account_password_policy", "password_reuse_prevention", "", 0.0, passwords},
	{"aws_iam_account_password_policy", "require_lowercase_characters", "", false, passwords},
	{"aws_iam_account_password_policy", "require_numbers", "", false, passwords},
	{"aws_iam_account_password_policy", "require_symbols", "", false, passwords},
	{"aws_iam_account_password_policy", "require_uppercase_characters", "", false, passwords},
	{"aws_iam_user_login_profile", "password_length", model.Terraform, 20.0, tf + "iam_user_login_profile"},
	{"aws_iam_user_login_profile", "password_reset_required", model.CloudFormation, false, cfn + "aws-properties-iam-user-loginprofile.html"},
	{"aws_iam_user_login_profile", "password_reset_required", model.Terraform, false, tf + "iam_user_login_profile"},
	{"aws_instance", "disable_api_termination", "", false, tf + "instance"},
	{"aws_instance", "ebs_block_device.encrypted", "", false, tf + "instance"},
	{"aws_instance", "metadata_options.http_endpoint", "", "enabled", tf + "instance"},
	{"aws_instance", "metadata_options.http_tokens", "", "optional", tf + "instance"},
	{"aws_instance", "monitoring", "", false, tf + "instance"},
	{"aws_instance", "root_block_device.encrypted", "", false, tf + "instance"},
	{"aws_keyspaces_table", "encryption_specification.type", "", "AWS_OWNED_KMS_KEY", tf + "keyspaces_table"},
	{"aws_keyspaces_table", "point_in_time_recovery.status", "", "DISABLED", tf + "keyspaces_table"},
	{"aws_kinesis_firehose_delivery_stream", "server_side_encryption.enabled", "", false, tf + "kinesis_firehose_delivery_stream"},
	{"aws_kinesis_firehose_delivery_stream", "server_side_encryption.key_type", "", "AWS_OWNED_CMK", tf + "kinesis_firehose_delivery_stream"},
	{"aws_kinesis_stream", "encryption_type", "", "NONE", tf + "kinesis_stream"},
	{"aws_kms_external_key", "deletion_window_in_days", "", 30.0, tf + "kms_external_key"},
	{"aws_kms_external_key", "enabled", "", true, tf + "kms_external_key"}, // once there is material
	{"aws_kms_key", "customer_master_key_spec", "", "SYMMETRIC_DEFAULT", tf + "kms_key"},
	{"aws_kms_key", "deletion_window_in_days", "", 30.0, tf + "kms_key"},
	{"aws_kms_key", "enable_key_rotation", "", false, tf + "kms_key"},
	{"aws_kms_key", "is_enabled", "", true, tf + "kms_key"},
	{"aws_kms_key", "key_usage", "", "ENCRYPT_DECRYPT", tf + "kms_key"},
	{"aws_kms_replica_external_key", "deletion_window_in_days", "", 30.0, tf + "kms_replica_external_key"},
	{"aws_kms_replica_external_key", "enabled", "", true, tf + "kms_replica_external_key"}, // once there is material
	{"aws_kms_replica_key", "deletion_window_in_days", "", 30.0, tf + "kms_replica_key"},
	{"aws_kms_replica_key", "enabled", "", true, tf + "kms_replica_key"},
	{"aws_lambda_function", "reserved_concurrent_executions", "", -1.0, tf + "lambda_function"},
	{"aws_lambda_function", "tracing_config.mode", "", "PassThrough", doc + "lambda/latest/api/API_TracingConfig.html"},
	{"aws_launch_configuration", "ebs_block_device.encrypted", "", false, tf + "launch_configuration"},
	{"aws_launch_configuration", "metadata_options.http_endpoint", "", "enabled", tf + "launch_configuration"},
	{"aws_launch_configuration", "metadata_options.http_tokens", "", "optional", tf + "launch_configuration"},
	{"aws_launch_configuration", "root_block_device.encrypted", "", false, tf + "launch_configuration"},
	{"aws_launch_template", "block_device_mappings.ebs.encrypted", "", false, tf + "launch_template"},
	{"aws_launch_template", "metadata_options.http_endpoint", "", "enabled", tf + "launch_template"},
	{"aws_launch_template", "metadata_options.http_tokens", "", "optional", tf + "launch_template"},
	{"aws_lb", "access_logs.enabled", "", false, tf + "lb"},
	{"aws_lb", "drop_invalid_header_fields", "", false, tf + "lb"},
	{"aws_lb", "enable_cross_zone_load_balancing", "", false, tf + "lb"},
	{"aws_lb", "enable_deletion_protection", "", false, tf + "lb"},
	{"aws_lb", "internal", "", false, tf + "lb"},
	{"aws_lb", "listener.protocol", "", "HTTP", tf + "lb_listener"},
	{"aws_lb", "listener.ssl_policy", "", "ELBSecurityPolicy-2016-08", policies},
	{"aws_lb", "load_balancer_type", "", "application", tf + "lb"},
	{"aws_lb_listener", "protocol", "", "HTTP", tf + "lb_listener"},
	{"aws_lb_listener", "ssl_policy", "", "ELBSecurityPolicy-2016-08", policies},
	{"aws_memorydb_cluster", "tls_enabled", "", true, tf + "memorydb_cluster"},
	{"aws_mq_broker", "auto_minor_version_upgrade", model.CloudFormation, true, cfn + "aws-resource-amazonmq-broker.html"},
	{"aws_mq_broker", "auto_minor_version_upgrade", model.Terraform, false, tf + "mq_broker"},
	{"aws_mq_broker", "logs.audit", "", false, tf + "mq_broker"},
	{"aws_mq_broker", "logs.general", "", false, tf + "mq_broker"},
	{"aws_msk_cluster", "broker_node_group_info.connectivity_info.public_access.type", "", "DISABLED", tf + "msk_cluster"},
	{"aws_msk_cluster", "encryption_info.encryption_in_transit.client_broker", "", "TLS", tf + "msk_cluster"},
	{"aws_msk_cluster", "encryption_info.encryption_in_transit.in_cluster", "", true, tf + "msk_cluster"},
	{"aws_mwaa_environment", "logging_configuration.scheduler_logs.enabled", "", false, tf + "mwaa_environment"},
	{"aws_mwaa_environment", "logging_configuration.webserver_logs.enabled", "", false, tf + "mwaa_environment"},
	{"aws_mwaa_environment", "logging_configuration.worker_logs.enabled", "", false, tf + "mwaa_environment"},
	{"aws_mwaa_environment", "webserver_access_mode", "", "PRIVATE_ONLY", tf + "mwaa_environment"},
	{"aws_neptune_cluster", "backup_retention_period", "", 1.0, tf + "neptune_cluster"},
	{"aws_neptune_cluster", "copy_tags_to_snapshot", "", false, tf + "neptune_cluster"},
	{"aws_neptune_cluster", "deletion_protection", "", false, tf + "neptune_cluster"},
	{"aws_neptune_cluster", "iam_database_authentication_enabled", "", false, tf + "neptune_cluster"},
	{"aws_neptune_cluster", "storage_encrypted", "", false, tf + "neptune_cluster"},
	{"aws_neptune_cluster_instance", "publicly_accessible", "", false, tf + "neptune_cluster_instance"},
	{"aws_networkfirewall_firewall", "delete_protection", "", false, tf + "networkfirewall_firewall"},
	{"aws_opensearch_domain", "advanced_security_options.enabled", "", false, doc + "opensearch-service/latest/APIReference/API_AdvancedSecurityOptionsInput.html"},
	{"aws_opensearch_domain", "advanced_security_options.internal_user_database_enabled", "", false, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "cluster_config.dedicated_master_enabled", "", false, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "cluster_config.instance_count", "", 1.0, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "cluster_config.zone_awareness_enabled", "", false, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "domain_endpoint_options.enforce_https", "", false, endpoint},
	{"aws_opensearch_domain", "domain_endpoint_options.tls_security_policy", "", "Policy-Min-TLS-1-0-2019-07", endpoint},
	{"aws_opensearch_domain", "encrypt_at_rest.enabled", "", false, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "log_publishing_options.enabled", model.CloudFormation, false, cfn + "aws-properties-opensearchservice-domain-logpublishingoption.html"},
	{"aws_opensearch_domain", "log_publishing_options.enabled", model.Terraform, true, tf + "opensearch_domain"},
	{"aws_opensearch_domain", "node_to_node_encryption.enabled", "", false, tf + "opensearch_domain"},
	{"aws_organizations_organization", "feature_set", "", "ALL", tf + "organizations_organization"},
	{"aws_qldb_ledger", "deletion_protection", "", true, tf + "qldb_ledger"},
	{"aws_rds_cluster", "backtrack_window", "", 0.0, tf + "rds_cluster"},
	{"aws_rds_cluster", "backup_retention_period", "", 1.0, tf + "rds_cluster"},
	{"aws_rds_cluster", "copy_tags_to_snapshot", "", false, tf + "rds_cluster"},
	{"aws_rds_cluster", "deletion_protection", "", false, tf + "rds_cluster"},
	{"aws_rds_cluster", "engine_mode", "", "provisioned", tf + "rds_cluster"},
	{"aws_rds_cluster", "iam_database_authentication_enabled", "", false, tf + "rds_cluster"},
	{"aws_rds_cluster", "instance.publicly_accessible", model.Terraform, false, tf + "rds_cluster_instance"},
	// Not for engine_mode serverless, which is always encrypted.
	{"aws_rds_cluster", "storage_encrypted", "", false, tf + "rds_cluster"},
	{"aws_rds_cluster_instance", "auto_minor_version_upgrade", "", true, tf + "rds_cluster_instance"},
	{"aws_rds_cluster_instance", "monitoring_interval", "", 0.0, tf + "rds_cluster_instance"},
	{"aws_rds_cluster_instance", "performance_insights_enabled", "", false, doc + "AmazonRDS/latest/APIReference/API_CreateDBInstance.html"},
	{"aws_rds_cluster_instance", "publicly_accessible", model.Terraform, false, tf + "rds_cluster_instance"},
	// Not where it is made from a cluster, whose storage it has.
	{"aws_rds_global_cluster", "storage_encrypted", "", false, tf + "rds_global_cluster"},
	{"aws_redshift_cluster", "allow_version_upgrade", "", true, tf + "redshift_cluster"},
	{"aws_redshift_cluster", "automated_snapshot_retention_period", "", 1.0, tf + "redshift_cluster"},
	{"aws_redshift_cluster", "database_name", "", "dev", doc + "redshift/latest/APIReference/API_CreateCluster.html"},
	{"aws_redshift_cluster", "encrypted", "", true, doc + "redshift/latest/mgmt/behavior-changes.html"},
	{"aws_redshift_cluster", "enhanced_vpc_routing", "", false, doc + "redshift/latest/APIReference/API_CreateCluster.html"},
	{"aws_redshift_cluster", "port", "", 5439.0, doc + "redshift/latest/APIReference/API_CreateCluster.html"},
	{"aws_redshift_cluster", "publicly_accessible", model.CloudFormation, false, doc + "redshift/latest/APIReference/API_CreateCluster.html"},
	{"aws_redshift_cluster", "publicly_accessible", model.Terraform, false, "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade"},
	{"aws_redshiftserverless_workgroup", "enhanced_vpc_routing", "", false, doc + "redshift-serverless/latest/APIReference/API_CreateWorkgroup.html"},
	{"aws_redshiftserverless_workgroup", "publicly_accessible", "", false, doc + "redshift-serverless/latest/APIReference/API_CreateWorkgroup.html"},
	{"aws_s3_access_point", "public_access_block_configuration.block_public_acls", "", true, tf + "s3_access_point"},
	{"aws_s3_access_point", "public_access_block_configuration.block_public_policy", "", true, tf + "s3_access_point"},
	{"aws_s3_access_point", "public_access_block_configuration.ignore_public_acls", "", true, tf + "s3_access_point"},
	{"aws_s3_access_point", "public_access_block_configuration.restrict_public_buckets", "", true, tf + "s3_access_point"},
	{"aws_s3_account_public_access_block", "block_public_acls", "", false, tf + "s3_account_public_access_block"},
	{"aws_s3_account_public_access_block", "block_public_policy", "", false, tf + "s3_account_public_access_block"},
	{"aws_s3_account_public_access_block", "ignore_public_acls", "", false, tf + "s3_account_public_access_block"},
	{"aws_s3_account_public_access_block", "restrict_public_buckets", "", false, tf + "s3_account_public_access_block"},
	{"aws_s3_bucket", "acl.acl", "", "private", doc + "AmazonS3/latest/userguide/acl-overview.html"},
	{"aws_s3_bucket", "public_access_block.block_public_acls", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket", "public_access_block.block_public_policy", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket", "public_access_block.ignore_public_acls", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket", "public_access_block.restrict_public_buckets", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket", "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm", "", "AES256", doc + "AmazonS3/latest/userguide/default-encryption-faq.html"},
	{"aws_s3_bucket", "versioning.versioning_configuration.mfa_delete", "", "Disabled", doc + "AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"},
	{"aws_s3_bucket", "versioning.versioning_configuration.status", "", "Disabled", doc + "AmazonS3/latest/userguide/Versioning.html"},
	{"aws_s3_bucket_public_access_block", "block_public_acls", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket_public_access_block", "block_public_policy", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket_public_access_block", "ignore_public_acls", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_s3_bucket_public_access_block", "restrict_public_buckets", "", false, tf + "s3_bucket_public_access_block"},
	{"aws_sagemaker_data_quality_job_definition", "network_config.enable_inter_container_traffic_encryption", "", false, tf + "sagemaker_data_quality_job_definition"},
	{"aws_sagemaker_domain", "app_network_access_type", "", "PublicInternetOnly", doc + "sagemaker/latest/APIReference/API_CreateDomain.html"},
	{"aws_sagemaker_model", "enable_network_isolation", "", false, tf + "sagemaker_model"},
	{"aws_sagemaker_notebook_instance", "direct_internet_access", "", "Enabled", tf + "sagemaker_notebook_instance"},
	{"aws_sagemaker_notebook_instance", "instance_metadata_service_configuration.minimum_instance_metadata_service_version", "", "1", doc + "sagemaker/latest/dg/nbi-imds.html"},
	{"aws_sagemaker_notebook_instance", "root_access", "", "Enabled", tf + "sagemaker_notebook_instance"},
	{"aws_ses_configuration_set", "delivery_options.tls_policy", "", "Optional", tf + "ses_configuration_set"},
	{"aws_sesv2_configuration_set", "delivery_options.tls_policy", "", "OPTIONAL", doc + "ses/latest/APIReference-V2/API_DeliveryOptions.html"},
	{"aws_sfn_state_machine", "logging_configuration.level", "", "OFF", tf + "sfn_state_machine"},
	{"aws_sfn_state_machine", "tracing_configuration.enabled", "", false, tf + "sfn_state_machine"},
	// Without a key of KMS: with one, SQS does not use its own.
	{"aws_sqs_queue", "sqs_managed_sse_enabled", "", true, doc + "AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"},
	{"aws_ssoadmin_permission_set", "session_duration", "", "PT1H", tf + "ssoadmin_permission_set"},
	{"aws_subnet", "map_public_ip_on_launch", "", false, tf + "subnet"},
	{"aws_transfer_server", "endpoint_type", "", "PUBLIC", tf + "transfer_server"},
	{"aws_transfer_server", "security_policy_name", model.CloudFormation, "TransferSecurityPolicy-2018-11", doc + "transfer/latest/userguide/security-policies.html"},
	{"aws_transfer_server", "security_policy_name", model.Terraform, "TransferSecurityPolicy-2018-11", tf + "transfer_server"},
	{"aws_vpc_endpoint", "vpc_endpoint_type", "", "Gateway", tf + "vpc_endpoint"},
	{"aws_workspaces_workspace", "root_volume_encryption_enabled", "", false, tf + "workspaces_workspace"},
	{"aws_workspaces_workspace", "user_volume_encryption_enabled", "", false, tf + "workspaces_workspace"},
}

// Default returns the value of an absent attribute, if it is known for inputs of that format.
func (defaults) Default(typ, path string, format model.Format) (any, bool) {
	first := sort.Search(len(fallbacks), func(i int) bool {
		f := &fallbacks[i]
		return f.typ > typ || f.typ == typ && f.path >= path
	})
	format = dialect(format)
	for i := first; i < len(fallbacks) && fallbacks[i].typ == typ && fallbacks[i].path == path; i++ {
		if of := fallbacks[i].format; of == "" || of == format {
			return fallbacks[i].value, true
		}
	}
	return nil, false
}

// DefaultsOf yields the paths of a type's attributes that have a default in inputs of that format.
func DefaultsOf(typ string, format model.Format, yield func(path string, value any) bool) {
	first := sort.Search(len(fallbacks), func(i int) bool { return fallbacks[i].typ >= typ })
	format = dialect(format)
	for i := first; i < len(fallbacks) && fallbacks[i].typ == typ; i++ {
		if of := fallbacks[i].format; (of == "" || of == format) && !yield(fallbacks[i].path, fallbacks[i].value) {
			return
		}
	}
}

// dialect is the format whose defaults apply: what a plan or state leaves out, the provider fills in; a live
// document has the shape of a template.
func dialect(format model.Format) model.Format {
	switch format {
	case model.TerraformPlan, model.TerraformState:
		return model.Terraform
	case model.Live:
		return model.CloudFormation
	}
	return format
}
