package cloudformation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// ref is Ref: a parameter, a pseudo parameter, or a resource.
func (s *stack) ref(n *node, at model.Origin) model.Value {
	if n.kind != scalar {
		if n.kind != opaque {
			s.diags.Errorf(n.at, "Ref wants a name")
			return model.Undecided("Ref has no name", at)
		}
		return model.Undecided(n.text, at)
	}
	return s.named(n.text, n.at, at)
}

func (s *stack) named(name string, where model.Range, at model.Origin) model.Value {
	if p, ok := s.params[name]; ok {
		return s.world.narrow(placed(p.value, at))
	}
	if strings.HasPrefix(name, "AWS::") {
		return s.pseudo(name, where, at)
	}
	if r, ok := s.resource(name); ok {
		return s.refer(r, "", where, at)
	}
	return s.undeclared(name, where, at)
}

// pseudo is a parameter that the service sets.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
func (s *stack) pseudo(name string, where model.Range, at model.Origin) model.Value {
	if given, ok := s.given[name]; ok {
		return placed(given, at)
	}
	key := name
	switch name {
	case "AWS::NoValue":
		return model.Missing(at)
	case "AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix":
		key = s.abroad + name
	case "AWS::StackName", "AWS::NotificationARNs":
		key = s.prefix + name
	case "AWS::StackId":
		v := unknown("depends on "+name, s.prefix+name, at)
		v.Why.Prefix = "arn:aws"
		return v
	default:
		s.diags.Errorf(where, "there is no pseudo parameter %s", name)
		return model.Undecided("there is no "+name, at)
	}
	return s.world.narrow(unknown("depends on "+name, key, at))
}

func (s *stack) getAtt(n *node, at model.Origin) model.Value {
	if n.kind == scalar {
		id, attr, _ := strings.Cut(n.text, ".")
		return s.attribute(id, attr, n.at, at)
	}
	operands, ok := s.operands("Fn::GetAtt", n, 2, 9)
	if !ok {
		return model.Undecided("the arguments of Fn::GetAtt cannot be read", at)
	}
	id := s.evalHere(operands[0], model.Origin{})
	words := make([]model.Value, 0, 2*len(operands))
	for i, operand := range operands[1:] {
		if i > 0 {
			words = append(words, model.Text(".", at))
		}
		words = append(words, s.evalHere(operand, model.Origin{}))
	}
	name, known := textOf(id)
	attr, settled := textOf(s.join(words, at))
	if !known || !settled {
		return model.Undecided("which attribute is meant is not known", at)
	}
	return s.attribute(name, attr, n.at, at)
}

// attribute is what Fn::GetAtt gives.
func (s *stack) attribute(id, attr string, where model.Range, at model.Origin) model.Value {
	r, ok := s.resource(id)
	if !ok {
		// SAM lets the parts of what it makes be named with a dot.
		if made, rest, dotted := strings.Cut(attr, "."); dotted {
			if r, ok = s.resource(id + "." + made); ok {
				return s.refer(r, rest, where, at)
			}
		}
		return s.undeclared(id, where, at)
	}
	if output, isOutput := strings.CutPrefix(attr, "Outputs."); isOutput && r.nests() {
		if v, ok := s.outputOf(r, output, where, at); ok {
			return v
		}
	}
	return s.refer(r, attr, where, at)
}

// refer is what a reference to a resource sees: it is known when that is
// deployed.
func (s *stack) refer(r *resource, attr string, where model.Range, at model.Origin) model.Value {
	if r.gone {
		s.diags.Warnf(where, "%s is not made, because its condition %s is false", r.id, r.condition)
		return model.Undecided(r.id+" is not made", at)
	}
	key := r.address
	if attr != "" {
		key += "." + attr
	}
	s.targets[key] = model.Ref{To: r.address, Attr: attr}
	s.types[r.address] = r.typ
	if v, ok := s.returned(r, attr, at); ok {
		return v
	}
	v := unknown("depends on "+key+", known after deployment", key, at)
	if strings.HasSuffix(attr, "Arn") && r.isOfAWS() && !r.nests() {
		v.Why.Prefix = "arn:"
	}
	return s.world.narrow(v)
}

// returns are the attributes that hand back a property as it was given. Most that have a
// property's name do not: names come back in lower case, versions in full.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
var returns = [...]struct{ typ, attr, property string }{
	{"AWS::EC2::SecurityGroup", "VpcId", "VpcId"},
	{"AWS::EC2::Subnet", "AvailabilityZone", "AvailabilityZone"},
	{"AWS::EC2::Subnet", "CidrBlock", "CidrBlock"},
	{"AWS::EC2::Subnet", "VpcId", "VpcId"},
	{"AWS::EC2::VPC", "CidrBlock", "CidrBlock"},
	{"AWS::RDS::DBCluster", "Endpoint.Port", "Port"},
	{"AWS::RDS::DBInstance", "Endpoint.Port", "Port"},
	{"AWS::Redshift::Cluster", "Endpoint.Port", "Port"},
	{"AWS::SSM::Parameter", "Type", "Type"},
	{"AWS::SSM::Parameter", "Value", "Value"},
}

// returned is what an attribute hands back of a resource's properties.
func (s *stack) returned(r *resource, attr string, at model.Origin) (model.Value, bool) {
	i := slices.IndexFunc(returns[:], func(e struct{ typ, attr, property string }) bool { return e.typ == r.typ && e.attr == attr })
	if i < 0 || r.returning {
		return model.Value{}, false
	}
	given := r.body.path("Properties", returns[i].property)
	if given == nil {
		return model.Value{}, false
	}
	r.returning = true
	defer func() { r.returning = false }()
	v := placed(s.evalHere(given, at), at)
	return v, v.State != model.Absent
}

func (s *stack) undeclared(name string, where model.Range, at model.Origin) model.Value {
	if s.lenient != "" {
		s.diags.Warnf(where, "%s is not declared here: %s", name, s.lenient)
	} else {
		s.diags.Errorf(where, "neither a parameter nor a resource is called %q", name)
	}
	s.targets[s.prefix+name] = model.Ref{To: s.prefix + name}
	return unknown("depends on "+s.prefix+name+", which is not declared", s.prefix+name, at)
}

// within finds the keys that a key is made of.
var within = regexp.MustCompile(`\$\{([^${}]+)\}`)

// references are those that a resource's properties make: a key that stands
// alone hands the value on, one within another is built into something.
func (r *run) references(v model.Value, path string, exact bool, found *[]model.Ref) {
	switch data := v.Data.(type) {
	case []model.Value:
		for _, item := range data {
			r.references(item, path, exact, found)
		}
	case model.Members:
		for name, member := range data.All() {
			r.references(member, joinName(path, name), exact, found)
		}
	}
	if v.Doc != nil {
		r.references(*v.Doc, path, false, found)
	}
	if v.Why == nil {
		return
	}
	for _, a := range v.Why.Alternatives {
		r.references(a, path, exact, found)
	}
	for _, part := range v.Why.Parts {
		r.references(part, path, false, found)
	}
	if target, ok := r.targets[v.Why.Key]; ok {
		note(found, target, path, exact)
		return
	}
	for _, inner := range within.FindAllStringSubmatch(v.Why.Key, -1) {
		if target, ok := r.targets[inner[1]]; ok {
			note(found, target, path, false)
		}
	}
}

// note adds a reference; one that is handed on unchanged wins over the same built
// into something.
func note(found *[]model.Ref, target model.Ref, path string, exact bool) {
	target.Path, target.Exact = path, exact
	for i, ref := range *found {
		if ref.Path == path && ref.To == target.To && ref.Attr == target.Attr {
			(*found)[i].Exact = ref.Exact || exact
			return
		}
	}
	*found = append(*found, target)
}

// cycles reports resources that wait for each other, which the service refuses.
func (r *run) cycles() {
	state := map[string]int{} // 1 while on the way, 2 when done
	var way []string
	var visit func(string)
	visit = func(address string) {
		state[address] = 1
		way = append(way, address)
		for _, next := range r.edges[address] {
			switch state[next] {
			case 0:
				visit(next)
			case 1:
				i := slices.Index(way, next)
				if res := r.scope.Resource(next); res != nil {
					r.diags.Warnf(res.Location, "these resources wait for each other: %s", strings.Join(append(slices.Clone(way[i:]), next), " → "))
				}
			}
		}
		way = way[:len(way)-1]
		state[address] = 2
	}
	for _, address := range sortedKeys(r.edges) {
		if state[address] == 0 {
			visit(address)
		}
	}
}
