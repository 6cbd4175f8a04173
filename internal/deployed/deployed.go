// Package deployed makes of a template what an account holds once it is deployed, for tests that hold the one against
// the other.
package deployed

import (
	"encoding/json"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// Account and Region are where templates are deployed.
const Account, Region = "111122223333", "eu-central-1"

// AboutCode tells of checks for what only code can have.
func AboutCode(check *checks.Entry) bool {
	_, inCode := check.Rule.(secret.InCode)
	return inCode || check.Path == "secrets/credential_in_code" || strings.HasPrefix(check.Path, "cloudformation/")
}

// Types are those of an example's resources by logical id; nil where a transform makes of the template what only the
// platform knows.
func Types(e example.Example) map[string]string {
	var t struct {
		Transform any `yaml:"Transform"`
		Resources map[string]struct {
			Type string `yaml:"Type"`
		} `yaml:"Resources"`
	}
	var root yaml.Node
	if yaml.Unmarshal(e.Files[0].Data, &root) != nil || root.Decode(&t) != nil || t.Transform != nil || len(e.Files) > 1 {
		return nil
	}
	types := map[string]string{}
	for id, r := range t.Resources {
		types[id] = r.Type
	}
	return types
}

// Template is one that is deployed.
type Template struct {
	Types map[string]string
	// Denied are the attributes of a type that cannot be read.
	Denied     map[string]snapshot.Gap
	DeniedType string

	resources []snapshot.Resource
	unknown   map[string]snapshot.Gap // what the template leaves open
}

// Resources are those of a template's scope, as the platform says them: references are ids and ARNs.
func (d *Template) Resources(scope *model.Scope) []snapshot.Resource {
	d.resources = nil
	for _, r := range scope.Resources {
		source, typ := r.Source, d.Types[r.Address]
		if source == nil && r.Native {
			source = &r.Body
		}
		if typ == "" || source == nil || source.State != model.Known {
			continue
		}
		d.add(d.resource(r, typ, *source))
	}
	return d.resources
}

// Canonical are the resources of a type of Terraform's, companions included.
func (d *Template) Canonical(scope *model.Scope, typ string) []snapshot.Resource {
	d.resources = nil
	for _, r := range scope.Resources {
		if r.Type == typ && r.Mode == model.Managed && r.Body.State == model.Known {
			d.add(d.resource(r, typ, r.Body))
		}
	}
	return d.resources
}

func (d *Template) add(r snapshot.Resource) { d.resources = append(d.resources, r) }

func (d *Template) resource(r *model.Resource, typ string, source model.Value) snapshot.Resource {
	d.unknown = map[string]snapshot.Gap{}
	said := d.says(source)
	if members, ok := said.(map[string]any); ok && typ == d.DeniedType {
		for name, gap := range d.Denied {
			delete(members, name)
			d.unknown[name] = gap
		}
	}
	document, err := json.Marshal(said)
	if err != nil {
		panic(err) // it was made of JSON's own types
	}
	return snapshot.Resource{Type: typ, ID: d.id(r.Address), ARN: d.arn(r.Address), Document: document, Unknown: d.unknown}
}

func (d *Template) says(v model.Value) any {
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
func (d *Template) text(v model.Value) (string, bool) {
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
		return Account, true
	case "AWS::Region":
		return Region, true
	case "AWS::Partition":
		return "aws", true
	}
	return d.reference(v.Why.Key)
}

func (d *Template) reference(key string) (string, bool) {
	kind := ""
	if strings.HasPrefix(key, "aws_") { // Terraform's type is before it
		kind, key, _ = strings.Cut(key, ".")
	}
	id, attribute, _ := strings.Cut(key, ".")
	if d.Types[kind+"."+id] != "" {
		id = kind + "." + id
	}
	switch {
	case d.Types[id] == "":
		return "", false
	case attribute == "arn":
		return d.arn(id), true
	case attribute == "DefaultSecurityGroup":
		group := snapshot.Resource{Type: "AWS::EC2::SecurityGroup", As: "aws_default_security_group", ID: d.id(key), Document: []byte("{}")}
		d.add(group)
		return group.ID, true
	case cfnmap.Attribute(d.Types[id], attribute) == "arn":
		return d.arn(id), true
	case attribute == "" || strings.HasSuffix(attribute, "Id") || attribute == cfnmap.Attribute(d.Types[id], ""):
		return d.id(id), true
	}
	return id + "." + attribute, true
}

// id is one as the platform makes them up.
func (d *Template) id(logical string) string {
	kind := "id"
	switch d.Types[logical] {
	case "AWS::EC2::InternetGateway":
		kind = "igw"
	case "AWS::EC2::Subnet":
		kind = "subnet"
	case "AWS::EC2::VPC":
		kind = "vpc"
	}
	return fmt.Sprintf("%s-%08x", kind, logical)
}

// arn ends with the logical id.
func (d *Template) arn(logical string) string {
	service := "terraform"
	if parts := strings.Split(d.Types[logical], "::"); len(parts) > 1 {
		service = strings.ToLower(parts[1])
	}
	if service == "certificatemanager" {
		service = "acm"
	}
	return "arn:aws:" + service + ":::" + logical
}
