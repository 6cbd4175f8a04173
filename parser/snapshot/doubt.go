package snapshot

import (
	"maps"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// unseen adds what stands for the resources of units that could not be listed to the end.
func (l *lowering) unseen(parts []*Part) {
	for _, p := range parts {
		met := map[string]bool{}
		for i := range p.units {
			if u := &p.units[i]; u.State == Denied || u.State == Failed {
				l.unlisted(p, u, met)
			}
		}
	}
}

func (l *lowering) unlisted(p *Part, u *unit, met map[string]bool) {
	reason := Gap{State: u.State, Action: u.Read}.Reason()
	if u.Gap != nil {
		reason = u.Gap.Reason()
	}
	for _, typ := range u.unlisted() {
		if met[typ] {
			continue
		}
		met[typ] = true
		for i, made := range cfnmap.Makes(typ) {
			r := stand(made, typ, reason, p.file)
			if r.Region = p.Region; p.Region != Global {
				r.Address = p.Region + "/" + r.Address
			}
			if i > 0 {
				r.Address += " " + made
			}
			r.Block = r.Address
			l.scope.Add(r)
		}
	}
}

// stand is a resource that stands for however many there are of a type.
func stand(typ, name, reason, file string) *model.Resource {
	at := model.Range{File: file}
	r := &model.Resource{
		Type: typ, Address: name, Block: name, Mode: model.Managed, Location: at, Doubtful: true,
		Native: strings.HasPrefix(typ, "AWS::"),
	}
	r.Body = model.Undecided(reason, model.Origin{Range: at, Name: name, Resource: r})
	return r
}

// unread adds what stands for the resources of types that nobody has asked the account for: there may be such.
func (l *lowering) unread(parts []*Part, regions []*region) {
	asked := map[string]bool{}
	for _, typ := range typesOf(parts) {
		asked[typ] = true
	}
	for _, r := range regions {
		for _, d := range r.documents {
			asked[d.Type] = true
		}
	}
	known := maps.Clone(asked)
	for _, k := range kinds() {
		if asked[k.typ] {
			for _, made := range k.makes {
				known[made] = true
			}
		}
	}
	for _, k := range kinds() {
		if asked[k.typ] || asked[within[k.typ]] {
			continue
		}
		for _, made := range k.mains {
			if !known[made] {
				l.scope.Overlook(stand(made, k.typ, "nothing that was read tells of any "+k.typ, parts[0].file))
			}
		}
	}
}

// kind is a type of CloudFormation's and what it becomes.
type kind struct {
	typ          string
	mains, makes []string
}

// kinds are those that become something.
var kinds = sync.OnceValue(func() []kind {
	var all []kind
	for typ := range vocabulary.CloudFormationTypes {
		if mains := cfnmap.Mains(typ); len(mains) > 0 {
			all = append(all, kind{typ, mains, cfnmap.Makes(typ)})
		}
	}
	return all
})

// within says in the documents of which type others are told, which a template may declare apart.
var within = map[string]string{
	"AWS::EC2::SecurityGroupEgress":  "AWS::EC2::SecurityGroup",
	"AWS::EC2::SecurityGroupIngress": "AWS::EC2::SecurityGroup",
	"AWS::IAM::GroupPolicy":          "AWS::IAM::Group",
	"AWS::IAM::Policy":               "AWS::IAM::Role",
	"AWS::IAM::RolePolicy":           "AWS::IAM::Role",
	"AWS::IAM::UserPolicy":           "AWS::IAM::User",
	"AWS::IAM::UserToGroupAddition":  "AWS::IAM::User",
}
