package cfnmap

import (
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Rewrite puts the resources that the table maps in place of the awscc_* resources of a scope. Its provider is made of
// CloudFormation's types, name by name.
func Rewrite(s *model.Scope) diag.List {
	if !slices.ContainsFunc(s.Resources, isAWSCC) {
		return nil
	}
	var diags diag.List
	before := s.Resources
	s.Resources = make([]*model.Resource, 0, len(before))
	for _, r := range before {
		d, ok := FromAWSCC(r)
		if !ok {
			s.Add(r)
			continue
		}
		made, said := Map(d)
		diags.Add(said...)
		for _, m := range made {
			s.Add(m)
		}
	}
	return diags
}

func isAWSCC(r *model.Resource) bool {
	return r.Mode == model.Managed && strings.HasPrefix(r.Type, "awscc_")
}

// FromAWSCC is an awscc_* resource in CloudFormation's words, if the table has its type. Values keep the names that
// the author wrote.
func FromAWSCC(r *model.Resource) (Document, bool) {
	if !isAWSCC(r) {
		return Document{}, false
	}
	typ, ok := typeOfAWSCC(r.Type)
	if !ok {
		return Document{}, false
	}
	in := vocabulary.CloudFormation(typ)
	d := Document{
		Type: typ, Address: r.Address, Block: r.Block, Location: r.Location,
		Doubtful: r.Doubtful, Condition: r.Condition, Format: model.Terraform,
		Properties: pascal(r.Body, in),
	}
	if members, ok := d.Properties.Data.(model.Members); ok {
		for _, name := range [...]string{"connection", "count", "depends_on", "for_each", "id", "lifecycle", "provider", "provisioner", "timeouts"} {
			members = members.Without(name)
		}
		d.Properties.Data = members
	}
	for _, ref := range r.Refs {
		ref.Path = pascalPath(ref.Path, in)
		d.Refs = append(d.Refs, ref)
	}
	return d, true
}

// awscc has CloudFormation's types by those of the provider, as far as they were asked for.
var awscc sync.Map // of string

// typeOfAWSCC finds AWS::EC2::VPCEndpoint for awscc_ec2_vpc_endpoint: the letters are the same.
func typeOfAWSCC(typ string) (string, bool) {
	if known, ok := awscc.Load(typ); ok {
		return known.(string), true
	}
	letters := squash(strings.TrimPrefix(typ, "awscc_"))
	for line := range strings.Lines(tableText) {
		name, _, ok := strings.Cut(line, " =>")
		if ok && strings.HasPrefix(name, "AWS::") && strings.EqualFold(strings.ReplaceAll(name[len("AWS::"):], "::", ""), letters) {
			awscc.Store(strings.Clone(typ), name)
			return name, true
		}
	}
	return "", false
}

// pascal gives the members of an object their names in CloudFormation. A name that the type does not have stays.
func pascal(v model.Value, in *vocabulary.Properties) model.Value {
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]model.Value, len(data))
		for i, e := range data {
			list[i] = pascal(e, in)
		}
		v.Data = list
	case model.Members:
		members := slices.Clone(data)
		for i, m := range members {
			if p := spelledLike(m.Name, in); p != nil {
				members[i] = model.Member{Name: p.Name, Value: pascalProperty(m.Value, p)}
			}
		}
		v.Data = model.MembersOf(members)
	}
	return eachAlternative(v, func(a model.Value) model.Value { return pascal(a, in) })
}

var tag = &vocabulary.Properties{List: []vocabulary.Property{{Name: "Key"}, {Name: "Value"}}}

func pascalProperty(v model.Value, p *vocabulary.Property) model.Value {
	inside := p.Inside
	if p.Kind == vocabulary.Tag {
		inside = tag
	}
	if inside == nil {
		return v
	}
	members, keyed := v.Data.(model.Members)
	if p.Many != vocabulary.MapOf || !keyed {
		return pascal(v, inside)
	}
	v.Data = members.Replaced(func(_ string, m model.Value) model.Value { return pascal(m, inside) })
	return v
}

func pascalPath(path string, in *vocabulary.Properties) string {
	words := strings.Split(path, ".")
	for i := range words {
		p := spelledLike(words[i], in)
		if p == nil {
			break
		}
		words[i], in = p.Name, p.Inside
	}
	return strings.Join(words, ".")
}

// spelledLike is the property that has the letters of a name, or nil.
func spelledLike(name string, in *vocabulary.Properties) *vocabulary.Property {
	if in == nil {
		return nil
	}
	letters := squash(name)
	for i := range in.List {
		if strings.EqualFold(in.List[i].Name, letters) {
			return &in.List[i]
		}
	}
	return nil
}

// eachAlternative changes what an unknown value may be.
func eachAlternative(v model.Value, change func(model.Value) model.Value) model.Value {
	if v.State != model.Unknown || len(v.Why.Alternatives) == 0 {
		return v
	}
	why := *v.Why
	why.Alternatives = make([]model.Value, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		why.Alternatives[i] = change(a)
	}
	v.Why = &why
	return v
}
