package elasticache

import "github.com/lintel-iac/lintel/checks"

var ReplicationGroupWithoutAuthentication = &checks.Check{
	Title:    "ElastiCache replication group does not ask clients who they are",
	Severity: checks.Medium,
	Why:      "Whoever reaches the cache may read, change and delete all that it holds.",
	Fix: checks.Fix{
		Terraform:      `Set "user_group_ids", or "auth_token" to a generated token, together with "transit_encryption_enabled = true".`,
		CloudFormation: `Set "UserGroupIds", or "AuthToken" by a dynamic reference, together with "TransitEncryptionEnabled: true".`,
		Live:           `Run "aws elasticache modify-replication-group" with --user-group-ids-to-add.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_31",
		Prowler: "elasticache_redis_replication_group_auth_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html"},
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_elasticache_replication_group", Says: "neither an auth token nor user groups are set", Of: []checks.Condition{{Path: "auth_token"}, {Path: "user_group_ids"}}},
}
