package all

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// What a template declares gets, once it is deployed, the verdicts that the template gets, of every check.
func TestDeployedExamples(t *testing.T) {
	agreed := 0
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			if e.Format != model.CloudFormation || check.Path == "secrets/credential_in_code" { // which is about code
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
	deployed := deploy(t, template, types)
	want, got := byVerdict(verdicts(check, template)), byVerdict(verdicts(check, deployed))
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

// deploy is the scope that a snapshot has of the resources of a template.
func deploy(t *testing.T, template *model.Scope, types map[string]string) *model.Scope {
	t.Helper()
	d := &deployment{types: types}
	for _, r := range template.Resources {
		source := r.Source
		if source.State == model.Absent && r.Native {
			source = r.Body
		}
		if types[r.Address] == "" || source.State != model.Known {
			continue
		}
		d.unknown = map[string]snapshot.Gap{}
		document, err := json.Marshal(d.says(source))
		if err != nil {
			t.Fatal(err)
		}
		d.resources = append(d.resources, snapshot.Resource{
			Type: types[r.Address], ID: d.id(r.Address), ARN: d.arn(r.Address), Document: document, Unknown: d.unknown,
		})
	}
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	for _, err := range []error{
		w.Head(snapshot.Head{Tool: "test"}),
		w.Unit(snapshot.Unit{Account: account, Region: region, Read: "test:List", State: snapshot.Complete}, d.resources),
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
}

func (d *deployment) says(v model.Value) any {
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]any, 0, len(data))
		for _, e := range data {
			list = append(list, d.says(e))
		}
		return list
	case map[string]model.Value:
		members := map[string]any{}
		for name, member := range data {
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
