package snapshot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// Scope is what was seen of one part, in the canonical words, and may be asked for once: the text is let go. What may be there and could not be listed is a doubtful
// resource of which nothing is known, so that no check takes it for absent.
func (c *Contents) Scope(p *Part) (*model.Scope, diag.List) {
	l := &lowering{
		scope: &model.Scope{Root: p.Name(), Format: model.Live}, file: c.file,
		keys: p.keys(), names: map[string]string{}, addresses: map[string]*document{}, ids: map[string]*document{},
	}
	for i := range p.units {
		l.unit(&p.units[i])
	}
	for _, d := range l.documents {
		l.add(d)
		d.properties, d.Document = model.Value{}, nil // a large account's would fill the memory
	}
	for i := range p.units {
		l.unseen(&p.units[i])
	}
	return l.scope, l.diags
}

// document is a resource whose JSON was read.
type document struct {
	Resource
	address    string
	at         model.Range
	properties model.Value
}

type lowering struct {
	scope     *model.Scope
	file      string
	documents []*document
	addresses map[string]*document
	ids       map[string]*document // by what others call it: its id and its ARN
	names     map[string]string
	keys      *keys
	diags     diag.List
}

func (l *lowering) unit(u *unit) {
	for i, n := range u.lines {
		at := model.Range{File: l.file, Start: model.Pos{Line: n.number, Column: 1}, End: model.Pos{Line: n.number, Column: 1}}
		read, ok := decode(n)
		u.lines[i].text = nil
		if !ok {
			l.diags.Errorf(at, "this line is not understood; what it says of a resource is lost")
			continue
		}
		l.document(&document{Resource: *read, at: at}, u.Unknown[read.Type])
	}
}

func decode(n numbered) (*Resource, bool) {
	var read line
	err := json.Unmarshal(n.text, &read)
	return read.Resource, err == nil && read.Resource != nil
}

// mayHaveGaps spares most lines the decoding.
func mayHaveGaps(text []byte) bool { return bytes.Contains(text, []byte(`"unknown":{`)) }

func (l *lowering) document(d *document, unknown map[string]Gap) {
	var members map[string]any
	if err := json.Unmarshal(d.Document, &members); err != nil || members == nil {
		l.diags.Errorf(d.at, "the document of %s is no object", d.Type)
		return
	}
	if d.address = l.address(d); d.address == "" {
		return
	}
	r := &reader{at: d.at, names: l.names, keys: l.keys, typ: d.Type}
	d.properties = r.object(members, vocabulary.CloudFormation(d.Type), "")
	for _, gaps := range []map[string]Gap{d.Unknown, unknown} {
		for _, path := range slices.Sorted(maps.Keys(gaps)) {
			d.properties = r.blur(d.properties, path, path, gaps[path])
		}
	}
	l.addresses[d.address] = d
	l.ids[d.ID] = d
	if d.ARN != "" {
		l.ids[d.ARN] = d
	}
	l.documents = append(l.documents, d)
}

// address is the ARN, or else the id with as much before it as it takes; "" for what was met before.
func (l *lowering) address(d *document) string {
	for _, address := range [...]string{d.ARN, d.ID, d.Type + " " + d.ID} {
		other := l.addresses[address]
		if address != "" && other == nil {
			return address
		}
		if other != nil && other.Type == d.Type && other.ID == d.ID {
			return ""
		}
	}
	return ""
}

func (l *lowering) add(d *document) {
	if !strings.HasPrefix(d.Type, "AWS::") {
		l.scope.Add(canonical(d))
		return
	}
	made, diags := cfnmap.Map(cfnmap.Document{
		Type: d.Type, Address: d.address, Block: d.address, Location: d.at, Format: model.Live,
		Doubtful: d.Doubtful, Properties: d.properties, Refs: l.refs(d),
		TypeOf: func(address string) string {
			if other := l.addresses[address]; other != nil {
				return other.Type
			}
			return ""
		},
	})
	l.diags.Add(diags...)
	for i, r := range made {
		if i == 0 {
			identify(r, d)
			r.Type = cmp.Or(d.As, r.Type)
		}
		l.scope.Add(r)
	}
}

// identify tells a resource by what name the platform knows it, as a state does.
func identify(r *model.Resource, d *document) {
	members, ok := r.Body.Data.(model.Members)
	if !ok || r.Native {
		return
	}
	names := map[string]string{"id": d.ID, "arn": d.ARN}
	if ref := cfnmap.Attribute(d.Type, ""); ref != "arn" {
		names[ref] = d.ID
	} else if strings.HasPrefix(d.ID, "arn:") {
		names[ref] = d.ID
	}
	for name, text := range names {
		if text != "" && members.Named(name).State != model.Known {
			r.Body = r.Body.With(name, model.Text(text, model.Origin{Range: d.at, Name: name, Resource: r}))
		}
	}
}

// canonical is a resource that has no type in CloudFormation.
func canonical(d *document) *model.Resource {
	r := &model.Resource{
		Type: d.Type, Address: d.address, Block: d.address, Mode: model.Managed, Location: d.at, Body: d.properties, Doubtful: d.Doubtful,
	}
	own(&r.Body, r)
	return r
}

// own makes a resource the one in which a value stands.
func own(v *model.Value, r *model.Resource) {
	v.Origin.Resource = r
	switch data := v.Data.(type) {
	case []model.Value:
		for i := range data {
			own(&data[i], r)
		}
	case model.Members:
		for i := range data {
			own(&data[i].Value, r)
		}
	}
}

// unseen adds what stands for the resources of a unit that could not be listed to the end.
func (l *lowering) unseen(u *unit) {
	if u.State != Denied && u.State != Failed {
		return
	}
	reason := Gap{State: u.State, Action: u.Read}.Reason()
	if u.Gap != nil {
		reason = u.Gap.Reason()
	}
	at := model.Range{File: l.file}
	for _, typ := range u.unlisted() {
		for i, made := range cfnmap.Makes(typ) {
			address := typ
			if i > 0 {
				address += " " + made
			}
			if l.scope.Resource(address) != nil {
				continue
			}
			r := &model.Resource{
				Type: made, Address: address, Block: address, Mode: model.Managed, Location: at, Doubtful: true,
				Native: strings.HasPrefix(made, "AWS::"),
			}
			r.Body = model.Undecided(reason, model.Origin{Range: at, Name: typ})
			own(&r.Body, r)
			l.scope.Add(r)
		}
	}
}
