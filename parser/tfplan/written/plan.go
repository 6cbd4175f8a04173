// Package written writes the plan that a provider would make of Terraform
// source, without a provider: from the model that the source evaluates to, the
// schema of each type and the syntax. Tests read it back and expect the verdicts
// that the source gets.
package written

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

// ErrNoPlan says that Terraform would refuse to plan the source, or that the
// source lies where only Terraform finds it.
var ErrNoPlan = errors.New("there is no plan of this")

// Plan writes the plan of the root module in dir, as "terraform show -json"
// prints it. The scope is that of the module as it was parsed, not folded yet.
func Plan(fsys fs.FS, dir string, scope *model.Scope) ([]byte, error) {
	config, err := readConfiguration(fsys, dir)
	if err != nil {
		return nil, err
	}
	p := &plan{planned: newModule(""), prior: newModule(""), tags: defaultTags(scope)}
	for _, r := range scope.Resources {
		if r.Mode != model.Managed && r.Mode != model.Data {
			continue
		}
		if r.Doubtful {
			return nil, fmt.Errorf("%w: how many there are of %s is not known", ErrNoPlan, r.Block)
		}
		if err := p.add(r); err != nil {
			return nil, err
		}
	}
	return json.Marshal(document{
		FormatVersion: "1.2", TerraformVersion: "1.11.4",
		PlannedValues:   object{"outputs": object{}, "root_module": p.planned.sorted()},
		ResourceChanges: p.changes,
		PriorState: object{
			"format_version": "1.0", "terraform_version": "1.11.4",
			"values": object{"outputs": object{}, "root_module": p.prior.sorted()},
		},
		Configuration: config,
	})
}

// document has its members in the order in which Terraform prints them.
type document struct {
	FormatVersion    string   `json:"format_version"`
	TerraformVersion string   `json:"terraform_version"`
	PlannedValues    object   `json:"planned_values"`
	ResourceChanges  []object `json:"resource_changes"`
	PriorState       object   `json:"prior_state"`
	Configuration    object   `json:"configuration"`
}

type object = map[string]any

// plan is what is written.
type plan struct {
	planned, prior *module
	changes        []object
	tags           model.Members // that the provider gives all resources
}

// module is one module instance in planned values.
type module struct {
	Address   string    `json:"address,omitempty"`
	Resources []object  `json:"resources,omitempty"`
	Children  []*module `json:"child_modules,omitempty"`

	byAddress map[string]*module // of the root: all below it
}

func newModule(address string) *module {
	m := &module{Address: address}
	m.byAddress = map[string]*module{address: m}
	return m
}

// at is the module instance of an address, made with those around it.
func (m *module) at(address string) *module {
	if found := m.byAddress[address]; found != nil {
		return found
	}
	made := &module{Address: address}
	m.byAddress[address] = made
	around := m.at(tfplan.ModuleAround(address))
	around.Children = append(around.Children, made)
	return made
}

// sorted puts resources in the order of their addresses, as Terraform does.
func (m *module) sorted() *module {
	for _, each := range m.byAddress {
		slices.SortFunc(each.Resources, func(a, b object) int {
			return strings.Compare(a["address"].(string), b["address"].(string))
		})
		slices.SortFunc(each.Children, func(a, b *module) int { return strings.Compare(a.Address, b.Address) })
	}
	return m
}

func (p *plan) add(r *model.Resource) error {
	schema, mode := vocabulary.Resource(r.Type), "managed"
	if r.Mode == model.Data {
		schema, mode = vocabulary.Data(r.Type), "data"
	}
	if schema == nil {
		return fmt.Errorf("%w: no schema has %s", ErrNoPlan, r.Type)
	}
	members, _ := r.Body.Data.(model.Members)
	members = slices.DeleteFunc(slices.Clone(members), func(m model.Member) bool { return isMeta(m.Name) })
	if name := strange(schema, members); name != "" {
		return fmt.Errorf("%w: %s has no %s", ErrNoPlan, r.Type, name)
	}
	if known, ok := knownDocument(r, members); ok {
		members = members.With("json", known).With("minified_json", known).With("id", model.Text("1234567890", r.Body.Origin))
		written := fill(schema, members)
		into := p.prior.at(tfplan.ModuleOf(r.Address))
		into.Resources = append(into.Resources, resource(r, mode, written))
		return nil
	}
	if schema.Attribute("tags_all") != nil && schema.Attribute("tags") != nil {
		members = members.With("tags_all", p.tagsAll(members.Named("tags")))
	}
	written := fill(schema, members)
	into := p.planned.at(tfplan.ModuleOf(r.Address))
	into.Resources = append(into.Resources, resource(r, mode, written))
	p.changes = append(p.changes, change(r, mode, written))
	return nil
}

// isMeta tells the blocks of a resource that are Terraform's own.
func isMeta(name string) bool {
	return name == "lifecycle" || name == "provisioner" || name == "connection"
}

// strange is a name that the schema does not have: Terraform refuses it. Examples
// may be of another version of the provider.
func strange(schema *vocabulary.Schema, members model.Members) string {
	for name, v := range members.All() {
		block := schema.Block(name)
		if block == nil && schema.Attribute(name) == nil {
			return name
		}
		if block == nil || block.Opaque {
			continue
		}
		for element := range v.Elements() {
			inner, _ := element.Data.(model.Members)
			if below := strange(block.Schema, inner); below != "" {
				return name + "." + below
			}
		}
	}
	return ""
}

func resource(r *model.Resource, mode string, written node) object {
	return object{
		"address": r.Address, "mode": mode, "type": r.Type, "name": nameOf(r),
		"provider_name":  "registry.terraform.io/hashicorp/" + providerOf(r.Type),
		"schema_version": 0, "values": written.value, "sensitive_values": orEmpty(written.sensitive),
	}
}

func change(r *model.Resource, mode string, written node) object {
	action := "create"
	if mode == "data" {
		action = "read"
	}
	return object{
		"address": r.Address, "mode": mode, "type": r.Type, "name": nameOf(r),
		"provider_name": "registry.terraform.io/hashicorp/" + providerOf(r.Type),
		"change": object{
			"actions": []string{action}, "before": nil, "after": written.value,
			"after_unknown": orEmpty(written.unknown), "before_sensitive": false, "after_sensitive": orEmpty(written.sensitive),
		},
	}
}

func orEmpty(tree any) any {
	if tree == nil {
		return object{}
	}
	return tree
}

func nameOf(r *model.Resource) string { return r.Block[strings.LastIndex(r.Block, ".")+1:] }

func providerOf(typ string) string {
	name, _, _ := strings.Cut(typ, "_")
	return name
}

// knownDocument is the text of a policy document that Terraform would read while
// it plans, because all of it is known.
func knownDocument(r *model.Resource, members model.Members) (model.Value, bool) {
	if r.Mode != model.Data || r.Type != "aws_iam_policy_document" {
		return model.Value{}, false
	}
	written := free(terraform.PolicyDocument(members, r.Body.Origin))
	if written.unknown != nil {
		return model.Value{}, false
	}
	text, err := json.MarshalIndent(written.value, "", "  ")
	return model.Text(string(text), r.Body.Origin), err == nil
}

func defaultTags(scope *model.Scope) model.Members {
	for _, r := range scope.OfType("provider.aws") {
		if tags, ok := r.Body.At("default_tags.tags").Data.(model.Members); ok {
			return tags
		}
	}
	return nil
}

func (p *plan) tagsAll(tags model.Value) model.Value {
	own, _ := tags.Data.(model.Members)
	if tags.State == model.Unknown || len(own)+len(p.tags) == 0 {
		return model.Undecided("known after apply", tags.Origin)
	}
	return model.Record(model.MembersOf(slices.Concat(p.tags, own)), tags.Origin)
}
