package snapshot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/vocabulary"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// Scope is what was seen of an account, in the canonical words, and may be asked for once: the text is let go. The parts
// are regions of one account; what lies in one may name what lies in another. What may be there and could not be listed
// is a doubtful resource of which nothing is known, so that no check takes it for absent.
func Scope(parts ...*Part) (*model.Scope, diag.List) {
	l := &lowering{
		scope:     &model.Scope{Root: parts[0].Account, Format: model.Live},
		addresses: map[string]*document{}, ids: map[place]*document{},
	}
	regions := make([]*region, len(parts))
	inParallel(len(parts), func(i int) { regions[i] = read(parts[i]) })
	for _, r := range regions {
		l.name(r)
	}
	inParallel(len(parts), func(i int) { l.lower(regions[i]) })
	for _, r := range regions {
		l.diags.Add(r.diags...)
		for _, made := range r.made {
			made.Region = r.Region
			l.scope.Add(made)
		}
	}
	l.unseen(parts)
	l.unread(parts, regions)
	return l.scope, l.diags
}

// inParallel calls do for 0 to n-1, as many at a time as there are processors.
func inParallel(n int, do func(i int)) {
	var workers sync.WaitGroup
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}

// document is a resource whose JSON was read.
type document struct {
	Resource
	region     string
	address    string
	at         model.Range
	properties model.Value
}

// region is a part on its way into a scope.
type region struct {
	*Part
	names     map[string]string
	keys      *keys
	documents []*document
	made      []*model.Resource
	diags     diag.List
}

// lowering joins regions. After they are named it is only read.
type lowering struct {
	scope     *model.Scope
	addresses map[string]*document
	ids       map[place]*document // by what others call it: its id and its ARN
	diags     diag.List
}

// place is where an id means one thing: a region, or "" where it does so in all.
type place struct{ region, id string }

// read decodes the documents of a part.
func read(p *Part) *region {
	r := &region{Part: p, names: map[string]string{}, keys: p.keys()}
	for i := range p.units {
		u := &p.units[i]
		for j, n := range u.lines {
			at := model.Range{File: p.file, Start: model.Pos{Line: n.number, Column: 1}, End: model.Pos{Line: n.number, Column: 1}}
			read, ok := decode(n)
			u.lines[j].text = nil
			if !ok {
				r.diags.Errorf(at, "this line is not understood; what it says of a resource is lost")
				continue
			}
			r.document(&document{Resource: *read, at: at, region: p.Region}, u.Unknown[read.Type])
		}
	}
	return r
}

func decode(n numbered) (*Resource, bool) {
	var read line
	err := json.Unmarshal(n.text, &read)
	return read.Resource, err == nil && read.Resource != nil
}

// mayHaveGaps spares most lines the decoding.
func mayHaveGaps(text []byte) bool { return bytes.Contains(text, []byte(`"unknown":{`)) }

func (r *region) document(d *document, unknown map[string]Gap) {
	var members map[string]any
	if err := json.Unmarshal(d.Document, &members); err != nil || members == nil {
		r.diags.Errorf(d.at, "the document of %s is no object", d.Type)
		return
	}
	of := &reader{at: d.at, names: r.names, keys: r.keys, typ: d.Type}
	d.properties = of.object(members, vocabulary.CloudFormation(d.Type), "")
	for _, gaps := range []map[string]Gap{d.Unknown, unknown} {
		for _, path := range slices.Sorted(maps.Keys(gaps)) {
			d.properties = of.blur(d.properties, path, path, gaps[path])
		}
	}
	r.documents = append(r.documents, d)
}

// name gives the documents of a region their addresses. What was met before is left out. An id is that of what has an ARN
// first: a setting goes by the id of what it is for.
func (l *lowering) name(r *region) {
	for _, named := range [...]bool{true, false} {
		r.documents = slices.DeleteFunc(r.documents, func(d *document) bool {
			return (d.ARN != "") == named && !l.admit(d)
		})
	}
}

// admit gives a document its address and notes by what it is found, unless it was met before.
func (l *lowering) admit(d *document) bool {
	if d.address = l.address(d); d.address == "" {
		return false
	}
	l.addresses[d.address] = d
	l.call(place{d.region, d.ID}, d)
	if d.region == Global || unique(d.ID) {
		l.call(place{"", d.ID}, d)
	}
	if d.ARN != "" {
		l.call(place{"", d.ARN}, d)
	}
	return true
}

func (l *lowering) call(at place, d *document) {
	if l.ids[at] == nil {
		l.ids[at] = d
	}
}

// address is the ARN, or else the id with as much before it as it takes; "" for what was met before.
func (l *lowering) address(d *document) string {
	id := d.ID
	if d.region != Global && !unique(id) {
		id = d.region + "/" + id
	}
	for _, address := range [...]string{d.ARN, id, d.Type + " " + id} {
		other := l.addresses[address]
		if address != "" && other == nil {
			return address
		}
		if other != nil && other.Type == d.Type && other.ID == d.ID && other.region == d.region {
			return ""
		}
	}
	return ""
}

// unique tells an id that is given once in all regions: made up, an ARN, or the address of a queue.
func unique(id string) bool {
	return plain.MatchString(id) || strings.HasPrefix(id, "arn:") || strings.HasPrefix(id, "https://")
}

// find is the resource that a text in a document means, nil for none.
func (l *lowering) find(from *document, text string) *document {
	if near := l.ids[place{from.region, text}]; near != nil {
		return near
	}
	return l.ids[place{"", text}]
}

// lower puts the documents of a region into the canonical words.
func (l *lowering) lower(r *region) {
	for _, d := range r.documents {
		if !strings.HasPrefix(d.Type, "AWS::") {
			r.made = append(r.made, canonical(d))
		} else {
			r.translate(l, d)
		}
		d.properties, d.Document = model.Value{}, nil // a large account's would fill the memory
	}
}

func (r *region) translate(l *lowering, d *document) {
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
	r.diags.Add(diags...)
	if len(made) > 0 {
		identify(made[0], d)
		made[0].Type = cmp.Or(d.As, made[0].Type)
	}
	r.made = append(r.made, made...)
}

// identify tells a resource by what name the platform knows it, as a state does.
func identify(r *model.Resource, d *document) {
	members, ok := r.Body.Data.(model.Members)
	if !ok || r.Native {
		return
	}
	names := map[string]string{"id": d.ID, "arn": d.ARN}
	if ref := cfnmap.Attribute(d.Type, ""); ref != "" && (ref != "arn" || strings.HasPrefix(d.ID, "arn:")) {
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
	identify(r, d)
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
