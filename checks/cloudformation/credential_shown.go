package cloudformation

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

var CredentialShown = &checks.Check{
	Title:    "Credential comes from where its value is shown",
	Severity: checks.High,
	Why: "The console, the command line and the API show the value of a parameter without NoEcho to all who may " +
		"describe the stack; a parameter of Systems Manager that is no SecureString is not encrypted either.",
	Fix: checks.Fix{
		CloudFormation: `Refer to it by "{{resolve:secretsmanager:NAME}}" or "{{resolve:ssm-secure:NAME}}", or set "NoEcho: true" on the parameter.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F23 F31 F34 F35 F36 F37 F41 F42 F43 F44 F45 F46 F47 F48 F49 F50 F51 F52 F53 F54 F55 F56 F57 F58 F60 F61 F62 F63 " +
			"F64 F65 F66 F67 F68 F69 F70 F71 F74 F75",
		Guard: "AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD DMS_NO_PLAINTEXT_PASSWORD IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD " +
			"KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD " +
			"KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD MICROSOFT_AD_NO_PLAINTEXT_PASSWORD " +
			"RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD " +
			"REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "*", Do: credentialShown},
}

func credentialShown(p *checks.Pass, r *model.Resource) {
	written := authored(r)
	if written.State != model.Known {
		return
	}
	p.Forbid(model.No, written, "")
	for name, v := range secret.Unknowns("", written) {
		if secret.Takes(r.Type, name) {
			how, truth := shown(r, v)
			p.Forbid(truth, v, "%s is %s", v.Origin.Name, how)
		}
	}
}

// authored is what a template says of a resource in its own words; of a part of
// one, and in other formats, nothing.
func authored(r *model.Resource) model.Value {
	switch {
	case r.Scope.Format != model.CloudFormation || r.Mode != model.Managed:
		return model.Value{}
	case r.Native:
		return r.Body
	case r.Source == nil:
		return model.Value{}
	}
	return *r.Source
}

// shown asks whether a value that is not known comes from where everyone can see
// it who may see the stack, and says where that is.
func shown(r *model.Resource, v model.Value) (where string, truth model.Truth) {
	if v.State != model.Unknown || v.Sensitive {
		return "", model.No
	}
	if strings.Contains(v.Why.Key, "{{resolve:ssm:") {
		return "read from Systems Manager, where it is not encrypted", model.Yes
	}
	from := r.Scope.Resource(v.Why.Key)
	if from == nil || from.Mode != model.Variable {
		return "", model.No
	}
	return "the parameter " + from.Address + ", whose value is shown", model.Not(from.At("sensitive").IsTrue())
}
