package all

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/internal/reads"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Whatever a check reads exists, in the resource's type or in another of those that
// the check reads: a slip of the pen is always absent, and so mostly never a fault.
func TestWhatChecksReadExists(t *testing.T) {
	for i := range Checks {
		read := reads.Paths{}
		if err := read.Record(&Checks[i]); err != nil {
			t.Fatal(err)
		}
		types := slices.Sorted(maps.Keys(read))
		for _, typ := range types {
			if vocabulary.Resource(typ) == nil {
				continue
			}
			for _, path := range slices.Sorted(maps.Keys(read[typ])) {
				exists := func(typ string) bool { return has(typ, path) }
				if isRule(typ, path) || slices.Contains(older[:], typ+" "+path) {
					continue
				}
				if !slices.ContainsFunc(types, exists) {
					t.Errorf("%s reads %s of %s, which does not exist", Checks[i].ID, path, typ)
				}
			}
		}
	}
}

// older are spellings of versions of the provider before the one in the vocabulary,
// and what a rule for several types asks of one that lacks it.
var older = [...]string{
	"aws_autoscaling_group tags.propagate_at_launch",                              // a list of maps, until version 5
	"aws_db_instance engine_mode",                                                 // of clusters
	"aws_db_instance security_group_names",                                        // of EC2-Classic, until version 5
	"aws_dms_endpoint s3_settings.server_side_encryption_kms_key_id",              // a block, until version 6
	"aws_default_route_table route.instance_id",                                   // until version 5
	"aws_guardduty_detector organization_configuration.auto_enable",               // until version 6
	"aws_guardduty_organization_configuration auto_enable",                        // until version 6
	"aws_network_acl_rule action",                                                 // of blocks, where a rule has rule_action
	"aws_network_acl_rule rule_no",                                                // of blocks, where a rule has rule_number
	"aws_rds_global_cluster engine_mode",                                          // of clusters
	"aws_rds_global_cluster kms_key_id",                                           // of clusters
	"aws_redshift_cluster cluster_security_groups",                                // of EC2-Classic, until version 5
	"aws_redshift_cluster logging.enable",                                         // a block, until version 6
	"aws_redshift_logging enable",                                                 // a block of the cluster, until version 6
	"aws_s3_bucket cors_rule.cors_rule",                                           // the place of the companion
	"aws_s3_bucket grant.acl",                                                     // the place of the companion
	"aws_s3_bucket grant.grant",                                                   // the place of the companion
	"aws_s3_bucket grant.grantee.uri",                                             // inline, in the companion's shape
	"aws_s3_bucket grant.permission",                                              // inline, in the companion's shape
	"aws_s3_bucket versioning.status",                                             // inline, in the companion's shape
	"aws_route_table route.instance_id",                                           // until version 5
	"aws_secretsmanager_secret rotation_lambda_arn",                               // until version 5
	"aws_wafv2_web_acl activated_rule",                                            // of WAF Classic
	"aws_wafv2_web_acl rule.action.type",                                          // of WAF Classic
	"aws_wafv2_web_acl rule.override_action.type",                                 // of WAF Classic
	"aws_wafv2_web_acl rule.statement.managed_rule_group_statement.excluded_rule", // until version 5
	"aws_wafv2_web_acl rules",                                                     // of WAF Classic
}

// isRule tells what the view of networks asks of every form of a rule, though none
// has it all: a rule resource has an ip_protocol where a block has a protocol.
func isRule(typ, path string) bool {
	leaf := path[strings.LastIndexByte(path, '.')+1:]
	return (strings.Contains(typ, "security_group") || strings.Contains(typ, "network_acl")) &&
		slices.Contains([]string{"protocol", "ip_protocol", "type", "description", "rule_action", "rule_number"}, leaf)
}

// has tells whether a type has what stands at a path: in its schema, in a companion
// at one of its places, or in the structure that a text encodes.
func has(typ, path string) bool {
	if place, rest, _ := strings.Cut(path, "."); place == "lifecycle" || rest != "" && within(typ, place, rest) {
		return true
	}
	for place, companion := range graft.Companions(typ) {
		rest, below := strings.CutPrefix(path, place+".")
		if path == place || below && has(companion, rest) {
			return true
		}
	}
	schema := vocabulary.Resource(typ)
	return schema.Has(path) || encoded(schema, path)
}

// within tells whether a place that a type has inline leads on to what a companion
// of the same name has.
func within(typ, place, rest string) bool {
	companion := typ + "_" + place
	return vocabulary.Resource(companion) != nil && has(companion, rest)
}

// encoded tells whether a path goes on below a text: a policy, say.
func encoded(schema *vocabulary.Schema, path string) bool {
	name, rest, deeper := strings.Cut(path, ".")
	if schema == nil || !deeper {
		return false
	}
	if b := schema.Block(name); b != nil {
		return encoded(b.Schema, rest)
	}
	a := schema.Attribute(name)
	if a == nil {
		return false
	}
	return a.Type == cty.String || a.Type.IsCollectionType() && a.Type.ElementType() == cty.String || encoded(a.Nested, rest)
}
