package all

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
)

// foundBeside are checks whose finding stands at a value but rests on what is
// not written beside it.
var foundBeside = map[string]bool{
	"aws/cloudfront/default_certificate": true, // that no certificate is named
}

// A value at fault that turns out not to be known is no fault any more, and no
// pass either: what every check says of it is unknown.
func TestUnknownIsNeverAFault(t *testing.T) {
	tried := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			if e.Kind != example.Bad || e.Format != model.Terraform {
				continue
			}
			for _, f := range faults(t, check, e) {
				if foundBeside[check.Path] {
					continue
				}
				if fault := blurred(check, e, f); fault != "" {
					t.Errorf("%s: %s", e.Name, fault)
				}
				tried++
			}
		}
	})
	if tried == 0 {
		t.Error("nothing was tried")
	}
	t.Logf("%d values at fault were tried", tried)
}

// mayPass tells the checks for which what is not known is in order: a secret is
// at fault for being written out, and a filter is judged only if it is for
// certain about the events.
func mayPass(check *checks.Entry) bool {
	if _, inCode := check.Rule.(secret.InCode); inCode {
		return true
	}
	switch check.Path {
	case "aws/datasync/secret_key_in_code", "aws/rds/master_username_written", "aws/ec2/user_data_secret", "aws/ec2/instance_given_keys", "aws/ecs/environment_secret", "aws/lambda/environment_secret",
		"secrets/credential_in_code", "cloudformation/authentication_in_code", "terraform/provider_credentials", "aws/route53/record_by_address":
		return true
	case "aws/iam/access_keys_many", "aws/ecs/task_role_shared", "aws/lambda/role_shared", "aws/ec2/role_shared_with_public_instance": // two of one: whose the other is, is not known
		return true
	case "aws/iam/role_trust_without_external_id": // an account that is asked for is most often one's own
		return true
	}
	return strings.HasPrefix(check.Path, "aws/cloudwatch/") && strings.HasSuffix(check.Path, "_unwatched")
}

// faults are the findings of an example about scalars that their author wrote,
// unless it is the reference in them that is at fault.
func faults(t *testing.T, check *checks.Entry, e example.Example) []checks.Finding {
	t.Helper()
	scope, _, err := parse(e)
	if err != nil {
		t.Fatal(err)
	}
	graft.Fold(scope)
	found, _ := judge(check, scope)
	return slices.DeleteFunc(found, func(f checks.Finding) bool {
		in := f.At.Origin.Resource
		switch f.At.Data.(type) {
		case string, bool, float64:
			return f.At.State != model.Known || f.At.Defaulted || in == nil || slices.ContainsFunc(in.Refs, func(r model.Ref) bool { return r.Path == f.At.Origin.Name })
		}
		return true
	})
}

// blurred judges an example again with the value of a finding unknown.
func blurred(check *checks.Entry, e example.Example, f checks.Finding) string {
	scope, _, err := parse(e)
	if err != nil {
		return err.Error()
	}
	hit := false
	for _, r := range scope.Resources {
		r.Body = blur(r.Body, f.At.Origin, &hit)
	}
	if !hit {
		return "" // it stands within a text, which is known or not as a whole
	}
	graft.Fold(scope)
	found, _ := judge(check, scope)
	if len(found) == 0 && !mayPass(check) {
		return fmt.Sprintf("%s is not known, and passes", f.At.Origin.Name)
	}
	for _, again := range found {
		if again.Verdict == checks.Fail && again.At.Origin.Range == f.At.Origin.Range && again.Message == f.Message {
			return fmt.Sprintf("%s is a fault though %s is not known", again.Message, f.At.Origin.Name)
		}
	}
	return ""
}

// blur makes unknown what stands at a place.
func blur(v model.Value, at model.Origin, hit *bool) model.Value {
	if v.Origin.Range == at.Range && v.Origin.Name == at.Name {
		*hit = true
		return model.Undecided("it is not known", v.Origin)
	}
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, element := range data {
			list[i] = blur(element, at, hit)
		}
		v.Data = list
	case model.Members:
		v.Data = data.Replaced(func(_ string, member model.Value) model.Value { return blur(member, at, hit) })
	}
	if v.Doc != nil {
		doc := blur(*v.Doc, at, hit)
		v.Doc = &doc
	}
	return v
}
