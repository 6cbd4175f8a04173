package cfnmap

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// unwritten are the checks of types that templates have, of which a template can
// show one side at most, and why.
var unwritten = map[string]string{
	"aws/cloudformation/stack_without_policy":       "a nested stack has no policy",
	"aws/codecommit/no_approval_rule":               "no template associates approval rules",
	"aws/codeguru/association_without_customer_key": "an association names no key",
	"aws/ec2/default_security_group_unmanaged":      "no template adopts a default group",
	"aws/ec2/default_vpc":                           "no template adopts the default network",
	"aws/guardduty/organization_not_enrolled":       "no template enrols an organization",
	"aws/iam/user_made":                             "no template looks up a user that it does not make",
	"aws/identitystore/user_made_by_hand":           "no template looks up a user that it does not make",
	"aws/networkfirewall/key_aws_managed":           "a firewall names no key",
	"aws/s3/bucket_acl_readable":                    "a bucket's list is a canned one, and none of these lets everyone read it",
	"aws/s3/bucket_acl_write_acp":                   "a bucket's list is a canned one, and none of these lets others write it",
	"aws/s3/bucket_mfa_delete_disabled":             "only the root user can require MFA, by the API",
	"aws/ssm/document_public":                       "documents are shared by the API",
	"aws/ssm/parameter_in_clear":                    "no template makes a SecureString",
	"aws/ssm/parameter_without_customer_key":        "no template makes a SecureString",
}

// Every check of AWS has examples of templates, unless no template can have what it
// is about: no type is mapped onto those that it judges, or what the list says.
func TestChecksHaveTemplates(t *testing.T) {
	for i := range all.Checks {
		check := &all.Checks[i]
		if !strings.HasPrefix(check.Path, "aws/") {
			continue
		}
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		has := slices.ContainsFunc(examples, func(e example.Example) bool { return e.Format == model.CloudFormation })
		mapped := slices.ContainsFunc(strings.Fields(check.Rule.Types()), func(typ string) bool {
			return strings.HasPrefix(typ, "AWS::") || len(targetsOf(typ)) > 0
		})
		switch reason := unwritten[check.Path]; {
		case has && reason != "":
			t.Errorf("%s has a template, though %s", check.Path, reason)
		case !has && !mapped && reason != "":
			t.Errorf("%s is about types that no template has: it needs no reason", check.Path)
		case !has && mapped && reason == "":
			t.Errorf("%s has no example of a template, and types that templates have: %s", check.Path, check.Rule.Types())
		}
	}
}

// terraformWord starts a path in Terraform's words.
var terraformWord = regexp.MustCompile(`(?:^| )([a-z]+(?:_[a-z0-9]+)+)(?:[ .,]|$)`)

// What a template lacks or says is told in its author's words.
func TestMessagesSpeakCloudFormation(t *testing.T) {
	told := 0
	for i := range all.Checks {
		check := &all.Checks[i]
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range examples {
			if e.Format != model.CloudFormation {
				continue
			}
			for _, want := range e.Wants {
				told++
				for _, word := range terraformWord.FindAllStringSubmatch(want.Message, -1) {
					for typ := range strings.FieldsSeq(check.Rule.Types()) {
						if vocabulary.Resource(typ).Has(word[1]) {
							t.Errorf("%s: %s says %q, with a word of Terraform's", check.Path, e.Name, want.Message)
						}
					}
				}
			}
		}
	}
	if told == 0 {
		t.Error("nothing was told")
	}
}

// Some examples are JSON: their places are read in another way.
func TestSomeTemplatesAreJSON(t *testing.T) {
	found := 0
	for i := range all.Checks {
		examples, err := example.Of(&all.Checks[i])
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range examples {
			if e.Format == model.CloudFormation && strings.HasSuffix(e.Files[0].Name, ".json") {
				found++
			}
		}
	}
	if found < 10 {
		t.Errorf("%d are", found)
	}
}
