package all

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// What a template declares gets, once it is deployed, the verdicts that the template gets, of every check.
func TestDeployedExamples(t *testing.T) {
	agreed := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			if e.Format != model.CloudFormation || aboutCode(check) {
				continue
			}
			faults, ok := compareDeployed(t, check, e)
			if len(faults) > 0 {
				t.Errorf("%s:\n\t%s", e.Name, strings.Join(faults, "\n\t"))
			} else if ok {
				agreed++
			}
		}
	})
	t.Logf("%d examples agree with what they deploy", agreed)
	if agreed == 0 {
		t.Error("nothing was compared")
	}
}

// aboutCode tells of checks for what only code can have.
func aboutCode(check *checks.Entry) bool {
	_, inCode := check.Rule.(secret.InCode)
	return inCode || check.Path == "secrets/credential_in_code" || strings.HasPrefix(check.Path, "cloudformation/")
}

// compareDeployed returns what is judged otherwise; ok is false where a transform makes of the template what only the
// platform knows.
func compareDeployed(t *testing.T, check *checks.Entry, e example.Example) (faults []string, ok bool) {
	t.Helper()
	template, _, err := parse(e)
	if err != nil {
		t.Fatal(err)
	}
	types := typesIn(e)
	if types == nil {
		return nil, false
	}
	outcomes := []*model.Scope{template}
	for i, o := range template.Outcomes {
		outcomes = append(outcomes[:i], o.Scope)
	}
	for _, outcome := range outcomes {
		want, got := byVerdict(verdicts(check, outcome)), byVerdict(verdicts(check, deploy(t, outcome, types)))
		for _, v := range want {
			if !slices.Contains(got, v) {
				faults = append(faults, "the deployed lacks "+v)
			}
		}
		for _, v := range got {
			if !slices.Contains(want, v) {
				faults = append(faults, "the deployed has "+v)
			}
		}
	}
	return faults, true
}

func byVerdict(found []verdict) []string {
	var out []string
	for _, v := range found {
		out = append(out, fmt.Sprintf("%s: %s", v.Verdict, madeUp.ReplaceAllString(v.Resource.Address, "")))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// typesIn are the types by logical id, nil where there is a transform.
func typesIn(e example.Example) map[string]string {
	var t struct {
		Transform any `yaml:"Transform"`
		Resources map[string]struct {
			Type string `yaml:"Type"`
		} `yaml:"Resources"`
	}
	text := e.Files[0].Data
	var root yaml.Node
	if yaml.Unmarshal(text, &root) != nil || root.Decode(&t) != nil || t.Transform != nil || len(e.Files) > 1 {
		return nil
	}
	types := map[string]string{}
	for id, r := range t.Resources {
		types[id] = r.Type
	}
	return types
}

// Where the list of a type is denied, every check of the type is undecided: nothing passes that nobody saw.
func TestDeniedListsNeverPass(t *testing.T) {
	asked := 0
	for _, r := range awslive.Readers() {
		unit := snapshot.Unit{
			Account: account, Region: region, Read: "test:List", Types: []string{r.Type},
			State: snapshot.Denied, Gap: &snapshot.Gap{State: snapshot.Denied, Action: "test:List"},
		}
		scope := scopeOf(t, unit, nil)
		graft.Fold(scope)
		for i := range Checks {
			found, judged := judge(&Checks[i], scope)
			if !judged {
				continue
			}
			asked++
			if len(found) == 0 && !mayPass(&Checks[i]) {
				t.Errorf("%s passes though no %s could be listed", Checks[i].ID, r.Type)
			}
			for _, f := range found {
				if f.Verdict != checks.Unknown {
					t.Errorf("%s says %s though no %s could be listed", Checks[i].ID, f.Verdict, r.Type)
				}
			}
		}
	}
	if asked == 0 {
		t.Error("nothing was asked")
	}
	t.Logf("%d pairs of a check and a list that is denied", asked)
}

// Where a call is denied, what it would have told is unknown: of an example that is at fault no call's denial makes one
// that passes.
func TestDeniedCallsNeverPass(t *testing.T) {
	denied := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			types := typesIn(e)
			if e.Format != model.CloudFormation || e.Kind != example.Bad || types == nil || mayPass(check) {
				continue
			}
			for _, r := range awslive.Readers() {
				if !slices.Contains(slices.Collect(maps.Values(types)), r.Type) {
					continue
				}
				for _, o := range r.Operations() {
					denied += deny(t, check, e, types, r.Type, o)
				}
			}
		}
	})
	if denied == 0 {
		t.Error("nothing was denied")
	}
	t.Logf("%d pairs of an example and a call that is denied", denied)
}

// deny judges an example of which what an operation tells of a type is denied.
func deny(t *testing.T, check *checks.Entry, e example.Example, types map[string]string, typ string, o awslive.Operation) int {
	t.Helper()
	template, _, err := parse(e)
	if err != nil {
		t.Fatal(err)
	}
	d := &deployment{types: types, denied: map[string]snapshot.Gap{}, deniedType: typ}
	for _, path := range o.Paths {
		name, _, _ := strings.Cut(path, ".")
		d.denied[name] = snapshot.Gap{State: snapshot.Denied, Action: o.Permission}
	}
	if len(d.denied) == 0 || len(verdicts(check, d.deploy(t, template))) > 0 {
		return len(d.denied)
	}
	t.Errorf("%s passes though %s is denied", e.Name, o.Permission)
	return 1
}

// deploy is the scope that a snapshot has of the resources of a template.
func deploy(t *testing.T, template *model.Scope, types map[string]string) *model.Scope {
	t.Helper()
	return (&deployment{types: types}).deploy(t, template)
}

func (d *deployment) deploy(t *testing.T, template *model.Scope) *model.Scope {
	t.Helper()
	d.take(t, template)
	unit := snapshot.Unit{Account: account, Region: region, Read: "test:List", State: snapshot.Complete}
	return scopeOf(t, unit, d.resources)
}

// take has the documents of a template's resources.
func (d *deployment) take(t *testing.T, template *model.Scope) {
	t.Helper()
	for _, r := range template.Resources {
		source, typ := r.Source, d.types[r.Address]
		if source.State == model.Absent && r.Native {
			source = r.Body
		}
		if typ == "" || source.State != model.Known {
			continue
		}
		d.unknown = map[string]snapshot.Gap{}
		said := d.says(source)
		if members, ok := said.(map[string]any); ok && typ == d.deniedType {
			for name, gap := range d.denied {
				delete(members, name)
				d.unknown[name] = gap
			}
		}
		document, err := json.Marshal(said)
		if err != nil {
			t.Fatal(err)
		}
		d.resources = append(d.resources, snapshot.Resource{
			Type: typ, ID: d.id(r.Address), ARN: d.arn(r.Address), Document: document, Unknown: d.unknown,
		})
	}
}

// scopeOf is the scope of a snapshot with one unit.
func scopeOf(t *testing.T, unit snapshot.Unit, resources []snapshot.Resource) *model.Scope {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	for _, err := range []error{
		w.Head(snapshot.Head{Tool: "test"}),
		w.Unit(unit, resources),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	contents, diags, err := snapshot.Read(&text, "account.snapshot.gz")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	scope, diags := contents.Scope(contents.Parts[0])
	if len(diags) > 0 {
		t.Error(diags)
	}
	return scope
}

const account, region = "111122223333", "eu-central-1"

// deployment puts values as the platform would say them: references are ids and ARNs.
type deployment struct {
	types     map[string]string
	resources []snapshot.Resource
	unknown   map[string]snapshot.Gap // what the template leaves open
	// denied are the attributes of a type that could not be read.
	denied     map[string]snapshot.Gap
	deniedType string
}

func (d *deployment) says(v model.Value) any {
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]any, 0, len(data))
		for _, e := range data {
			list = append(list, d.says(e))
		}
		return list
	case model.Members:
		members := map[string]any{}
		for name, member := range data.All() {
			if said := d.says(member); said != nil {
				members[name] = said
			}
		}
		return members
	}
	if v.State != model.Unknown {
		return v.Data
	}
	if text, ok := d.text(v); ok {
		return text
	}
	d.unknown[v.Origin.Name] = snapshot.Gap{State: snapshot.WriteOnly, Set: v.Why.NotEmpty}
	return nil
}

// text is what a reference, or a text with references in it, comes to.
func (d *deployment) text(v model.Value) (string, bool) {
	if v.State == model.Known {
		return fmt.Sprint(v.Data), true
	}
	if len(v.Why.Parts) > 0 {
		var all strings.Builder
		for _, part := range v.Why.Parts {
			text, ok := d.text(part)
			if !ok {
				return "", false
			}
			all.WriteString(text)
		}
		return all.String(), true
	}
	switch v.Why.Key {
	case "AWS::AccountId":
		return account, true
	case "AWS::Region":
		return region, true
	case "AWS::Partition":
		return "aws", true
	}
	id, attribute, _ := strings.Cut(v.Why.Key, ".")
	switch {
	case d.types[id] == "":
		return "", false
	case attribute == "DefaultSecurityGroup":
		group := snapshot.Resource{Type: "AWS::EC2::SecurityGroup", As: "aws_default_security_group", ID: d.id(v.Why.Key), Document: []byte("{}")}
		d.resources = append(d.resources, group)
		return group.ID, true
	case cfnmap.Attribute(d.types[id], attribute) == "arn":
		return d.arn(id), true
	case attribute == "" || strings.HasSuffix(attribute, "Id"):
		return d.id(id), true
	}
	return id + "." + attribute, true
}

// id is one as the platform makes them up.
func (d *deployment) id(logical string) string {
	kind := "id"
	if d.types[logical] == "AWS::EC2::InternetGateway" {
		kind = "igw"
	}
	return fmt.Sprintf("%s-%08x", kind, logical)
}

// arn ends with the logical id; madeUp is the rest of it.
func (d *deployment) arn(logical string) string {
	service := strings.ToLower(strings.Split(d.types[logical], "::")[1])
	if service == "certificatemanager" {
		service = "acm"
	}
	return "arn:aws:" + service + ":::" + logical
}

var madeUp = regexp.MustCompile(`^arn:aws:[a-z0-9]+:::`)
