//go:build aws

package awslive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	catalogue "github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// apart are the examples that are judged otherwise when they are deployed and read, and why. Where the reason is that
// something is not told, the verdict is unknown.
var apart = map[string]string{
	"aws/apigateway/method_unauthenticated bad/none.cfn.yaml":          notPosed,
	"aws/apigateway/method_without_key bad/none.cfn.yaml":              notPosed,
	"aws/apigateway/method_without_validation bad/none.cfn.yaml":       notPosed,
	"aws/cloudfront/logging_disabled good/delivery.cfn.yaml":           notReadYet,
	"aws/codebuild/keys_in_environment bad/plain.cfn.yaml":             withheldValue,
	"aws/codebuild/keys_in_environment good/secret.cfn.yaml":           withheldValue,
	"aws/codebuild/source_credentials bad/token.cfn.yaml":              notGivenOut,
	"aws/codebuild/source_credentials good/bare.cfn.yaml":              notGivenOut,
	"aws/docdb/global_cluster_unencrypted bad/unset.cfn.yaml":          notReadYet,
	"aws/dynamodb/table_capacity_fixed bad/fixed.cfn.yaml":             notReadYet,
	"aws/ec2/extra_volume_unencrypted bad/off.cfn.yaml":                notGivenOut,
	"aws/ec2/extra_volume_unencrypted bad/unset.cfn.yaml":              notGivenOut,
	"aws/ec2/extra_volume_unencrypted good/on.cfn.yaml":                notGivenOut,
	"aws/ec2/instance_default_security_group bad/name.cfn.yaml":        lyingElsewhere,
	"aws/ec2/instance_given_keys bad/key.cfn.yaml":                     withheldValue,
	"aws/ec2/network_acl_number_repeated bad/entries.cfn.yaml":         neverDeployed,
	"aws/ec2/network_acl_protocol_unlimited good/both_ranges.cfn.yaml": neverDeployed,
	"aws/ec2/root_volume_unencrypted bad/off.cfn.yaml":                 notGivenOut,
	"aws/ec2/root_volume_unencrypted good/on.cfn.yaml":                 notGivenOut,
	"aws/ec2/egress_all_protocols good/default.cfn.yaml":               madeByPlatform,
	"aws/ec2/rule_without_description good/default_egress.cfn.yaml":    madeByPlatform,
	"aws/ec2/user_data_secret bad/key.cfn.yaml":                        withheldValue,
	"aws/ecs/environment_secret bad/keys.cfn.yaml":                     withheldValue,
	"aws/elasticache/classic_security_group bad/names.cfn.yaml":        notGivenOut,
	"aws/elasticache/classic_security_group good/vpc.cfn.yaml":         notGivenOut,
	"aws/iam/group_without_users good/added.cfn.yaml":                  lyingElsewhere,
	"aws/kms/deletion_window_unspecified bad/unset.cfn.yaml":           notGivenOut,
	"aws/kms/deletion_window_unspecified good/set.cfn.yaml":            notGivenOut,
	"aws/lambda/environment_secret bad/keys.cfn.yaml":                  withheldValue,
	"aws/networkfirewall/logging_disabled good/declared.cfn.yaml":      notReadYet,
	"aws/rds/publicly_accessible bad/public_subnets.cfn.yaml":          chosenByPlatform,
	"aws/rds/security_group_wide bad/by_the_other_property.cfn.yaml":   neverDeployed,
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
	notPosed         = "the test cannot answer in this shape"
)

// What is deployed of an example and read through the services' APIs gets the verdicts that the example gets.
func TestReadExamplesGetTheVerdictsOfCode(t *testing.T) {
	p := newPosed(t)
	tried, left := 0, maps.Clone(apart)
	for i := range catalogue.Checks {
		check := &catalogue.Checks[i]
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		types, err := example.Types(check)
		if err != nil {
			t.Fatal(err)
		}
		readers := ReadersOf(append(strings.Fields(check.Rule.Types()), types...))
		for _, e := range examples {
			if e.Format != model.CloudFormation || e.Kind == example.Maybe || deployed.AboutCode(check) || len(readers) == 0 {
				continue
			}
			tried++
			name := check.Path + " " + e.Name
			faults := p.compare(check, e, readers)
			if len(faults) > 0 && apart[name] == "" {
				t.Errorf("%s:\n\t%s", name, strings.Join(faults, "\n\t"))
			}
			if len(faults) > 0 {
				delete(left, name)
			}
		}
	}
	for name := range left {
		t.Errorf("%s is judged as the code is", name)
	}
	t.Logf("%d outcomes of %d examples were read and compared", p.compared, tried)
	if p.compared == 0 {
		t.Error("nothing was compared")
	}
}

func (p *posed) compare(check *checks.Entry, e example.Example, readers []*Reader) (faults []string) {
	types := deployed.Types(e)
	if types == nil {
		return nil
	}
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		p.t.Fatal(err)
	}
	template, _, err := cloudformation.New(fsys).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
	if err != nil {
		p.t.Fatal(err)
	}
	outcomes := []*model.Scope{template}
	for i, o := range template.Outcomes {
		outcomes = append(outcomes[:i], o.Scope)
	}
	for _, outcome := range outcomes {
		faults = append(faults, p.compareOne(check, outcome, types, readers)...)
	}
	return faults
}

func (p *posed) compareOne(check *checks.Entry, template *model.Scope, types map[string]string, readers []*Reader) (faults []string) {
	resources, decided := resourcesOf(template, types, readers)
	if !decided {
		return nil // a parameter is to say it
	}
	p.compared++
	p.hold(readers, asTold(resources))
	live := p.read(readers)
	graft.Fold(template)
	graft.Fold(live)
	want, got := p.verdicts(check, template), p.verdicts(check, live)
	for v, logical := range want {
		if got[v] == "" && isRead(readers, types[logical]) {
			faults = append(faults, "what is read lacks "+v)
		}
	}
	for v := range got {
		if want[v] == "" {
			faults = append(faults, "what is read has "+v)
		}
	}
	slices.Sort(faults)
	return faults
}

// isRead tells whether a type of a template is read at all.
func isRead(readers []*Reader, typ string) bool {
	return slices.ContainsFunc(readers, func(r *Reader) bool { return r.Type == typ || slices.Contains(cfnmap.Mains(typ), r.Type) })
}

// resourcesOf are what the platform has of a template. They are not decided where the template leaves something open.
func resourcesOf(template *model.Scope, types map[string]string, readers []*Reader) (resources []snapshot.Resource, decided bool) {
	d := deployed.Template{Types: types}
	resources = d.Resources(template)
	for _, r := range readers {
		if !strings.HasPrefix(r.Type, "AWS::") && !declared(readers, types, r.Type) {
			resources = append(resources, d.Canonical(template, r.Type)...)
		}
	}
	for i := range resources {
		if !settle(&resources[i]) {
			return nil, false
		}
	}
	return resources, true
}

// declared tells whether a type of Terraform's is what a type of the template is read as.
func declared(readers []*Reader, types map[string]string, made string) bool {
	return slices.ContainsFunc(readers, func(r *Reader) bool {
		return slices.Contains(slices.Collect(maps.Values(types)), r.Type) && slices.Contains(cfnmap.Mains(r.Type), made)
	})
}

// settle gives what a template leaves open and what is certainly there a value.
func settle(r *snapshot.Resource) bool {
	d := document{members: members(*r)}
	for path, gap := range r.Unknown {
		if !gap.Set {
			return false
		}
		d.put(path, "something")
	}
	r.Document, _ = json.Marshal(d.members)
	return true
}

// read reads the account into a snapshot, and that into a scope.
func (p *posed) read(readers []*Reader) *model.Scope {
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	err := Read(context.Background(), w, Options{Accounts: []*Account{p.account()}, Regions: []string{deployed.Region}, Readers: readers, Sleep: quick})
	if err != nil {
		p.t.Fatal(err)
	}
	contents, diags, err := snapshot.Read(&text, "x")
	if err != nil || len(diags) > 0 {
		p.t.Fatal(err, diags)
	}
	scope, diags := snapshot.Scope(contents.Parts...)
	if len(diags) > 0 {
		p.t.Error(diags)
	}
	return scope
}

// verdicts are those on each resource of the template, by their text, with its logical id.
func (p *posed) verdicts(check *checks.Entry, scope *model.Scope) map[string]string {
	found, _ := deployed.Judge(check, scope)
	out := map[string]string{}
	for _, f := range found {
		whole := f.Resource
		for whole.PartOf != nil {
			whole = whole.PartOf
		}
		name := whole.Address
		if strings.HasSuffix(name, "/none") { // by which others are listed, and which nobody holds
			continue
		}
		if p.logical[name] != "" {
			name = p.logical[name]
		}
		text := fmt.Sprintf("%s: %s", f.Verdict, name)
		if f.Verdict == checks.Unknown {
			text += ": " + f.Reason
		}
		out[text], _, _ = strings.Cut(name, ".")
	}
	return out
}
