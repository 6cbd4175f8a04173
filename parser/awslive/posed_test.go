//go:build aws

package awslive

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// posed answers over HTTP as the services would of which an account holds some documents: Cloud Control hands them out
// as they are, other services tell them in their own words, by the table read backwards. What a service has no word for,
// by botocore's account of its answers, is lost.
type posed struct {
	compared int // templates that were held and read
	t        *testing.T
	wires    wires
	server   *httptest.Server
	answers  map[string]func(w http.ResponseWriter) // by what is asked
	clouded  map[string][]snapshot.Resource         // by type
	logical  map[string]string                      // ids by addresses
}

func newPosed(t *testing.T) *posed {
	p := &posed{t: t, wires: botocore(t)}
	p.server = httptest.NewServer(p)
	t.Cleanup(p.server.Close)
	return p
}

// list is what one operation lists at one place of its answer.
type list struct {
	readers []*Reader
	entries []*entry
}

// entry is one thing on a list, of which several readers may tell.
type entry struct {
	row       any // as a reader gets it: members, or a text
	documents map[*Reader]map[string]any
	children  map[*Reader][]*entry // what lies in it or is listed under it
}

// hold makes the account one of these resources, for readers that know their types.
func (p *posed) hold(readers []*Reader, resources []snapshot.Resource) {
	p.answers, p.clouded, p.logical = map[string]func(http.ResponseWriter){}, map[string][]snapshot.Resource{}, map[string]string{}
	lists := map[*operation]*list{}
	for _, r := range readers {
		if r.cloud == nil {
			listOf(lists, r).readers = append(listOf(lists, r).readers, r)
		}
	}
	resources = p.named(readers, resources)
	for _, nested := range [...]bool{false, true} { // what lies under a thing is put there after it
		for _, res := range resources {
			for _, r := range readers {
				if r.Type == res.Type && nested == r.nested() {
					p.put(lists, r, res)
				}
			}
		}
	}
	for _, l := range lists {
		p.callRest(l)
	}
	p.prepare(lists)
}

// callRest gives what readers find besides, of which the template has but a policy or a rule, the name of that.
func (p *posed) callRest(l *list) {
	for _, e := range l.entries {
		logical := ""
		for _, at := range append(slices.Concat(slices.Collect(maps.Values(e.children))...), e) {
			for r := range at.documents {
				id, _ := p.identityOf(r, at.row)
				logical = cmp.Or(logical, p.logical[id], p.logical[deployed.Region+"/"+id])
			}
		}
		for _, r := range l.readers {
			if !r.nested() && logical != "" {
				id, arn := p.identityOf(r, e.row)
				p.call(r.Type, id, arn, logical)
			}
		}
	}
}

func (r *Reader) nested() bool {
	return r.cloud == nil && (len(r.under) > 0 || strings.Contains(r.list.rows, "/"))
}

// listOf is the list that a reader goes through: one operation may be that of several readers.
func listOf(lists map[*operation]*list, r *Reader) *list {
	for o, l := range lists {
		if o.name == r.list.name && o.request == r.list.request && outer(o) == outer(r.list) {
			return l
		}
	}
	lists[r.list] = &list{}
	return lists[r.list]
}

func outer(o *operation) string {
	path, _, _ := strings.Cut(o.rows, "/")
	return path
}

// named gives resources the ids that reading will give them, and puts these where others refer to them.
func (p *posed) named(readers []*Reader, resources []snapshot.Resource) []snapshot.Resource {
	var pairs [][2]string
	out := slices.Clone(resources)
	for i := range out {
		res := &out[i]
		id, arn := res.ID, res.ARN
		for _, r := range readers {
			if r.Type == res.Type {
				id, arn = p.identity(r, *res)
			}
		}
		pairs = append(pairs, [2]string{res.ID, id}, [2]string{res.ARN, arn})
		p.call(res.Type, id, arn, res.ARN[strings.LastIndexByte(res.ARN, ':')+1:])
	}
	slices.SortStableFunc(pairs, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	var words []string
	for _, pair := range pairs {
		if pair[0] != "" && pair[1] != "" {
			words = append(words, pair[0], pair[1])
		}
	}
	rename := strings.NewReplacer(words...)
	for i := range out {
		out[i].Document = json.RawMessage(rename.Replace(string(out[i].Document)))
	}
	return out
}

// call notes which resource of the template goes by an id and an ARN.
func (p *posed) call(typ, id, arn, logical string) {
	regional := deployed.Region + "/" + id
	for _, address := range [...]string{arn, id, regional, typ + " " + id, typ + " " + regional} {
		if address != "" && p.logical[address] == "" {
			p.logical[address] = logical
		}
	}
}

func (p *posed) identity(r *Reader, res snapshot.Resource) (id, arn string) {
	if r.cloud != nil {
		if cfnmap.Attribute(r.Type, "") == "arn" {
			return res.ARN, ""
		}
		return res.ID, cmp.Or(p.told(r, members(res), res), res.ARN)
	}
	parent, row := p.rows(r, members(res), res)
	if inner, ok := row.(map[string]any); ok && parent != nil {
		inner["parent"] = parent
	}
	return p.identityOf(r, row)
}

func (p *posed) identityOf(r *Reader, row any) (id, arn string) {
	field := p.account().fields(row, p.region(r.list))
	return fillIn(r.id, field, same), fillIn(r.arn, field, same)
}

func members(res snapshot.Resource) map[string]any {
	var document map[string]any
	if err := json.Unmarshal(res.Document, &document); err != nil {
		panic(err) // deployed has written it
	}
	return document
}

// put makes a row of a document, or adds the document to the row of the same thing.
func (p *posed) put(lists map[*operation]*list, r *Reader, res snapshot.Resource) {
	document := members(res)
	if r.cloud != nil {
		p.cloud(r, document, res)
		return
	}
	parent, row := p.rows(r, document, res)
	l := listOf(lists, r)
	e := &entry{row: row, documents: map[*Reader]map[string]any{r: document}}
	if !r.nested() {
		l.entries = joined(l.entries, r, e)
		return
	}
	within, between := parent, map[string]any(nil)
	if around, ok := parent.(map[string]any); ok && around["parent"] != nil { // of rows in rows
		within, between = around["parent"], around
	}
	under := l.parent(within)
	if m, ok := row.(map[string]any); ok {
		m["parent"] = under.row
		if between != nil {
			between["parent"], m["parent"] = under.row, between
		}
	}
	under.children[r] = append(under.children[r], e)
}

// cloud keeps a document for Cloud Control, without what the platform gives to nobody.
func (p *posed) cloud(r *Reader, document map[string]any, res snapshot.Resource) {
	for _, path := range r.writeOnly {
		cutOut(document, path, test{})
	}
	p.told(r, document, res)
	if r.arn == "" && cfnmap.Attribute(r.Type, "Arn") == "arn" {
		document["Arn"] = res.ARN
	}
	res.Document, _ = json.Marshal(document)
	res.ID, res.ARN = p.identity(r, res)
	p.clouded[r.Type] = append(p.clouded[r.Type], res)
}

// told is the ARN that the reader puts together of a document, which gets what the platform has given the resource.
func (p *posed) told(r *Reader, document map[string]any, res snapshot.Resource) (arn string) {
	for _, name := range placeholder.FindAllString(r.arn, -1) {
		if name = strings.Trim(name, "{}"); !general(name) && document[name] == nil {
			document[name] = res.ID
		}
	}
	return fillIn(r.arn, p.account().fields(document, deployed.Region), same)
}

func joined(entries []*entry, r *Reader, e *entry) []*entry {
	for _, other := range entries {
		if sameThing(r, other.row, e.row) {
			merge(other.row, e.row)
			other.documents[r] = e.documents[r]
			return entries
		}
	}
	return append(entries, e)
}

func merge(row, other any) {
	into, isRow := row.(map[string]any)
	from, _ := other.(map[string]any)
	for name, v := range from {
		if isRow && into[name] == nil {
			into[name] = v
		}
	}
}

// sameThing tells rows that have in common by what a reader tells things apart.
func sameThing(r *Reader, a, b any) bool {
	for _, name := range placeholder.FindAllString(r.id, -1) {
		name = strings.Trim(name, "{}")
		if in := textOf(a, name); in == "" || in != textOf(b, name) {
			return false
		}
	}
	return true
}

func textOf(row any, name string) string {
	if text, ok := row.(string); ok && name == "" {
		return text
	}
	return textAt(row, name)
}

// parent is the entry that has the members of a row; where nothing has, a new one.
func (l *list) parent(row any) *entry {
	for _, e := range l.entries {
		if agrees(e.row, row) {
			merge(e.row, row)
			if e.children == nil {
				e.children = map[*Reader][]*entry{}
			}
			return e
		}
	}
	e := &entry{row: row, documents: map[*Reader]map[string]any{}, children: map[*Reader][]*entry{}}
	l.entries = append(l.entries, e)
	return e
}

func agrees(row, wanted any) bool {
	want, isRow := wanted.(map[string]any)
	if !isRow {
		return row == wanted
	}
	for name, v := range want {
		if text, ok := v.(string); ok && textAt(row, name) != "" && textAt(row, name) != text {
			return false
		}
	}
	return true
}

// account is the one that poses.
func (p *posed) account() *Account {
	a := (&fake{Server: p.server}).account()
	a.ID = deployed.Account
	return a
}

func (p *posed) region(o *operation) string { return o.service.home("aws", deployed.Region) }

func (p *posed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	signing, _, _ := strings.Cut(r.Header.Get("X-Test-Signed"), "/")
	if signing == listResources.service.signing {
		p.cloudControl(w, r, body)
		return
	}
	asked := strings.Join([]string{r.Method, r.URL.RequestURI(), r.Header.Get("X-Amz-Target"), signing, string(body)}, " ")
	if answer := p.answers[asked]; answer != nil {
		answer(w)
		return
	}
	p.t.Errorf("nobody is prepared for %s", asked)
	w.WriteHeader(http.StatusBadRequest)
}

// cloudControl lists the documents of a type, and hands out one.
func (p *posed) cloudControl(w http.ResponseWriter, r *http.Request, body []byte) {
	var asked struct{ TypeName, Identifier, ResourceModel string }
	_ = json.Unmarshal(body, &asked)
	rows, properties := []any{}, "{}"
	for _, res := range p.of(asked.TypeName) {
		if p.within(res, asked.ResourceModel) {
			rows = append(rows, map[string]any{"Identifier": res.ID})
		}
		if res.ID == asked.Identifier {
			properties = string(res.Document)
		}
	}
	var answer any = map[string]any{"ResourceDescriptions": rows}
	if strings.HasSuffix(r.Header.Get("X-Amz-Target"), getResource.action) {
		answer = map[string]any{"ResourceDescription": map[string]any{"Identifier": asked.Identifier, "Properties": properties}}
	}
	_ = json.NewEncoder(w).Encode(answer)
}

// nobody is the id of what others are listed by where the account has none of it.
const nobody = "none"

// of are the resources of a type. Of one that others are listed by there is always one.
func (p *posed) of(typ string) []snapshot.Resource {
	if held := p.clouded[typ]; held != nil {
		return held
	}
	if slices.ContainsFunc(Readers(), func(r *Reader) bool { return r.cloud != nil && r.cloud.parent == typ }) {
		return []snapshot.Resource{{ID: nobody, Document: []byte("{}")}}
	}
	return nil
}

// within tells what is listed by a model. What names no parent that the account holds is listed under the first.
func (p *posed) within(res snapshot.Resource, model string) bool {
	var by map[string]string
	_ = json.Unmarshal([]byte(model), &by)
	document := members(res)
	for name, want := range by {
		said, _ := document[name].(string)
		if name == "Scope" || name == "Type" {
			return cmp.Or(said, want) == want
		}
		for _, r := range Readers() {
			if r.Type != res.Type || r.cloud == nil {
				continue
			}
			parents := p.of(r.cloud.parent)
			held := slices.ContainsFunc(parents, func(parent snapshot.Resource) bool { return parent.ID == said })
			return said == want || !held && parents[0].ID == want
		}
	}
	return true
}
