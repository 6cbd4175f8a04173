//go:build aws

package awslive

// apart are the examples that are judged otherwise when they are deployed and read, and why. Where the reason is that
// something is not told, the verdict is unknown.
var apart = map[string]string{
	"aws/apigateway/method_unauthenticated bad/definition.cfn.yaml":       notPosed,
	"aws/apigateway/without_authorizer bad/definition.cfn.yaml":           notPosed,
	"aws/cloudformation/stack_without_policy good/url.tf":                 chosenByPlatform,
	"aws/docdb/global_cluster_unencrypted bad/unset.cfn.yaml":             notReadYet,
	"aws/dynamodb/table_capacity_fixed bad/fixed.cfn.yaml":                notReadYet,
	"aws/ec2/ami_unencrypted bad/device.tf":                               chosenByPlatform,
	"aws/ec2/egress_all_protocols good/default.cfn.yaml":                  madeByPlatform,
	"aws/ec2/extra_volume_unencrypted bad/off.cfn.yaml":                   notGivenOut,
	"aws/ec2/extra_volume_unencrypted bad/unset.cfn.yaml":                 notGivenOut,
	"aws/ec2/extra_volume_unencrypted good/on.cfn.yaml":                   notGivenOut,
	"aws/ec2/ingress_all_protocols bad/group.cfn.yaml":                    notPosed,
	"aws/ec2/ingress_all_protocols bad/sourceless.cfn.yaml":               neverDeployed,
	"aws/ec2/ingress_port_range bad/sourceless.cfn.yaml":                  neverDeployed,
	"aws/ec2/instance_default_security_group good/declared.cfn.yaml":      notPosed,
	"aws/ec2/instance_given_keys bad/key.cfn.yaml":                        notGivenOut,
	"aws/ec2/instance_given_keys good/none.cfn.yaml":                      notGivenOut,
	"aws/ec2/network_acl_number_repeated bad/entries.cfn.yaml":            neverDeployed,
	"aws/ec2/network_acl_protocol_unlimited good/both_ranges.cfn.yaml":    neverDeployed,
	"aws/ec2/root_volume_unencrypted bad/off.cfn.yaml":                    notGivenOut,
	"aws/ec2/root_volume_unencrypted good/on.cfn.yaml":                    notGivenOut,
	"aws/ec2/rule_without_description good/default_egress.cfn.yaml":       madeByPlatform,
	"aws/ec2/user_data_secret bad/key.cfn.yaml":                           notGivenOut,
	"aws/ec2/user_data_secret good/none.cfn.yaml":                         notGivenOut,
	"aws/ecs/environment_secret bad/keys.cfn.yaml":                        withheldValue,
	"aws/ecs/environment_secret good/secrets.cfn.yaml":                    withheldValue,
	"aws/elasticache/classic_security_group bad/names.cfn.yaml":           neverDeployed,
	"aws/elasticache/default_subnet_group good/declared.cfn.yaml":         notGivenOut,
	"aws/elasticache/replication_group_too_old_for_tls bad/old.cfn.yaml":  notGivenOut,
	"aws/elasticache/replication_group_too_old_for_tls good/new.cfn.yaml": notGivenOut,
	"aws/iam/group_without_users good/added.cfn.yaml":                     lyingElsewhere,
	"aws/iam/login_profile_password_short bad/short.cfn.yaml":             notGivenOut,
	"aws/iam/login_profile_password_short good/long.cfn.yaml":             notGivenOut,
	"aws/iam/password_policy_change_forbidden good/default.tf":            chosenByPlatform,
	"aws/kms/deletion_window_unspecified bad/imported.cfn.yaml":           notGivenOut,
	"aws/kms/deletion_window_unspecified bad/unset.cfn.yaml":              notGivenOut,
	"aws/kms/deletion_window_unspecified good/set.cfn.yaml":               notGivenOut,
	"aws/lambda/environment_secret bad/keys.cfn.yaml":                     withheldValue,
	"aws/lambda/environment_secret good/names.cfn.yaml":                   withheldValue,
	"aws/lambda/environment_secret good/reference.cfn.yaml":               withheldValue,
	"aws/rds/security_group_wide bad/by_the_other_property.cfn.yaml":      neverDeployed,
	"aws/elasticache/replication_group_without_tls good/too_old.cfn.yaml": chosenByPlatform,
}

// apartInMoto are those that only moto judges otherwise.
var apartInMoto = map[string]string{
	"aws/ec2/instance_network_unspecified bad/none.cfn.yaml":      chosenByPlatform,
	"aws/ec2/instance_public_by_default bad/unsaid.cfn.yaml":      chosenByPlatform,
	"aws/ec2/root_volume_unencrypted bad/none.cfn.yaml":           notGivenOut,
	"aws/kms/key_without_policy bad/none.cfn.yaml":                chosenByPlatform,
	"aws/kms/key_without_policy bad/imported.cfn.yaml":            chosenByPlatform,
	"aws/mq/encryption_unspecified bad/none.cfn.yaml":             chosenByPlatform,
	"aws/neptune/cluster_without_customer_key bad/unset.cfn.yaml": chosenByPlatform,
	"aws/rds/minor_upgrades_unspecified bad/none.cfn.yaml":        chosenByPlatform,
	"aws/rds/storage_without_customer_key bad/unset.cfn.yaml":     chosenByPlatform,
}

// The reasons of apart.
const (
	withheldValue    = "it may be a secret and is not kept"
	notGivenOut      = "no call that is made tells it"
	notReadYet       = "a type that nobody reads would tell it"
	neverDeployed    = "the platform refuses it"
	madeByPlatform   = "the rule that the platform makes is written out"
	chosenByPlatform = "the platform tells what it has chosen, and the test cannot"
	lyingElsewhere   = "what the template names lies outside of it, and so outside of the account that the test holds"
	onlyInCode       = "the platform always has it, and only code can leave it to the platform"
	faultItself      = "that there is one is the fault, and where there is none nothing is judged"
	notPosed         = "the test cannot answer in this shape"
)

// unshown are the checks of what is read of which neither kind of example, or only one, can be shown, and why.
var unshown = map[string]string{
	"aws/dynamodb/replica_point_in_time_recovery_disabled": notReadYet,
	"aws/dynamodb/table_capacity_fixed":                    notReadYet,
	"aws/ec2/default_security_group_unmanaged":             onlyInCode,
	"aws/ec2/instance_given_keys":                          notGivenOut,
	"aws/ec2/network_acl_number_repeated":                  neverDeployed,
	"aws/ec2/root_volume_unencrypted":                      notGivenOut,
	"aws/ec2/user_data_secret":                             notGivenOut,
	"aws/ecs/environment_secret":                           withheldValue,
	"aws/elasticache/classic_security_group":               neverDeployed,
	"aws/elasticache/replication_group_too_old_for_tls":    notGivenOut,
	"aws/iam/login_profile_password_short":                 notGivenOut,
	"aws/iam/user_made":                                    faultItself,
	"aws/kms/deletion_window_unspecified":                  notGivenOut,
	"aws/lambda/environment_secret":                        withheldValue,
	"aws/rds/classic_security_group":                       neverDeployed,
	"aws/redshift/classic_security_group":                  neverDeployed,
}

// untold are the reasons for which a verdict is to be unknown.
var untold = map[string]bool{withheldValue: true, notGivenOut: true, notReadYet: true}
