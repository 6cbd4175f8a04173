//go:build aws

package awslive

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	catalogue "github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// leastMade is how many examples moto makes whole and a check then judges: fewer would mean that something broke.
const leastMade = 190

// What moto makes of an example through the services' APIs, or by stacks, is read back with the verdict that the example
// gets. Much it does not keep: that is read from a server that answers in the services' own shapes.
func TestExamplesThatMotoMakes(t *testing.T) {
	endpoint := moto(t)
	m := &motoAccount{t: t, endpoint: endpoint, account: signIn(t, endpoint), maker: newMaker(t, endpoint), outcomes: map[outcome]int{}}
	for i := range catalogue.Checks {
		check := &catalogue.Checks[i]
		if deployed.AboutCode(check) {
			continue
		}
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		shown := map[example.Kind]bool{example.Maybe: true}
		for _, e := range examples {
			if e.Format == model.CloudFormation && !shown[e.Kind] {
				shown[e.Kind] = m.compare(check, e)
			}
		}
	}
	t.Log(m.outcomes)
	if m.outcomes[alike] < leastMade {
		t.Errorf("%d examples agree, want %d", m.outcomes[alike], leastMade)
	}
}

type motoAccount struct {
	t        *testing.T
	endpoint string
	account  *Account
	maker    *maker
	outcomes map[outcome]int
}

// outcome is what becomes of an example, the better the higher.
type outcome int

const (
	refused  outcome = iota // moto does not make it
	unjudged                // what the check is about is not among what was made and read
	lost                    // moto has not kept all of it
	differs                 // it is judged otherwise
	alike
)

func (o outcome) String() string {
	return [...]string{"refused", "unjudged", "lost", "differs", "agrees"}[o]
}

// compare has moto make what a template declares, by the services' APIs where it is known how, or else by stacks, and holds
// what is read against the template. It tells whether they agree.
func (m *motoAccount) compare(check *checks.Entry, e example.Example) bool {
	types := deployed.Types(e)
	readers := m.readersOf(check)
	if types == nil || !slices.ContainsFunc(readers, func(r *Reader) bool { return slices.Contains(slices.Collect(maps.Values(types)), r.Type) }) {
		return false
	}
	template, err := parsedTemplate(e)
	if err != nil {
		m.t.Fatal(err)
	}
	d := deployed.Template{Types: types}
	resources := d.Resources(template)
	graft.Fold(template)
	want, toLook := deployed.Judge(check, template)
	worst, why := refused, ""
	for _, build := range [...]func(string, []snapshot.Resource) (map[string]made, []snapshot.Resource, bool){m.byAPI, m.byStack} {
		known, are, ok := build(string(e.Files[0].Data), resources)
		if !ok {
			continue
		}
		t := twin{m, check, types, known, are}
		how, what := t.against(want, toLook, readers)
		if name := check.Path + " " + e.Name; how == differs && apart[name]+apartInMoto[name] == "" {
			m.t.Errorf("%s: %s", name, what)
		}
		if how > worst {
			worst, why = how, what
		}
		if how >= differs {
			break
		}
	}
	m.outcomes[worst]++
	m.t.Logf("%s %s: %s: %s", check.Path, e.Name, worst, why)
	return worst == alike
}

// byAPI makes resources in an empty account.
func (m *motoAccount) byAPI(_ string, resources []snapshot.Resource) (known map[string]made, are []snapshot.Resource, ok bool) {
	m.post("/moto-api/reset", "")
	return m.maker.make(resources)
}

// byStack makes a stack of a template in an empty account.
func (m *motoAccount) byStack(template string, resources []snapshot.Resource) (known map[string]made, are []snapshot.Resource, ok bool) {
	m.post("/moto-api/reset", "")
	if status, _ := m.query(url.Values{"Action": {"CreateStack"}, "StackName": {"example"}, "TemplateBody": {template}}); status != http.StatusOK {
		return nil, nil, false
	}
	var answer struct {
		Resources []struct {
			LogicalResourceId, PhysicalResourceId string
		} `xml:"DescribeStackResourcesResult>StackResources>member"`
	}
	status, body := m.query(url.Values{"Action": {"DescribeStackResources"}, "StackName": {"example"}})
	if status != http.StatusOK || xml.Unmarshal(body, &answer) != nil {
		return nil, nil, false
	}
	known = map[string]made{}
	for _, r := range answer.Resources {
		known[r.LogicalResourceId] = made{r.PhysicalResourceId, []string{r.PhysicalResourceId}}
	}
	return known, resources, len(known) > 0
}

// readersOf are those that call services themselves, of what a check and its examples are about.
func (m *motoAccount) readersOf(check *checks.Entry) []*Reader {
	types, err := example.Types(check)
	if err != nil {
		m.t.Fatal(err)
	}
	all := ReadersOf(append(strings.Fields(check.Rule.Types()), types...))
	return slices.DeleteFunc(all, func(r *Reader) bool { return r.cloud != nil })
}

// twin is what moto has of an example.
type twin struct {
	*motoAccount
	check     *checks.Entry
	types     map[string]string // of the example's resources
	known     map[string]made   // what these are known by
	resources []snapshot.Resource
}

// against holds what is read against the verdicts on the example.
func (t *twin) against(want []checks.Finding, toLook []*model.Resource, readers []*Reader) (outcome, string) {
	live, held := t.read(readers)
	graft.Fold(live)
	got, looked := deployed.Judge(t.check, live)
	said, seen := map[string]bool{}, map[string]bool{}
	for _, f := range got {
		said[t.logical(f.Resource)+" "+string(f.Verdict)] = true
	}
	for _, r := range looked {
		seen[t.logical(r)] = true
	}
	wanted, compared := map[string]bool{}, false
	for _, f := range want {
		text := whole(f.Resource).Address + " " + string(f.Verdict)
		wanted[text] = true
		if t.known[whole(f.Resource).Address].names == nil || !isRead(readers, t.types[whole(f.Resource).Address]) {
			continue
		}
		if compared = true; !said[text] {
			return t.excuse(held, "what is read lacks "+text)
		}
	}
	for text := range said {
		if text[0] != ' ' && !wanted[text] {
			return t.excuse(held, "what is read has "+text)
		}
	}
	for _, r := range toLook {
		if name := whole(r).Address; len(want) == 0 && t.known[name].names != nil && isRead(readers, t.types[name]) {
			if compared = true; !seen[name] {
				return t.excuse(held, "what is read lacks a look at "+name)
			}
		}
	}
	if !compared {
		return unjudged, "nothing that was made is read"
	}
	return alike, ""
}

// whole is the resource of which one is a part.
func whole(r *model.Resource) *model.Resource {
	for r.PartOf != nil {
		r = r.PartOf
	}
	return r
}

// excuse tells whether moto holds all that the example says of its resources: if so, the reader has lost it.
func (t *twin) excuse(held seen, what string) (outcome, string) {
	for _, r := range t.resources {
		if !t.holds(held, r) {
			return lost, fmt.Sprintf("%s, and nothing of type %s has %s", what, r.Type, r.Document)
		}
	}
	return differs, what
}

// holds tells whether what was read has each property of a resource, with its value.
func (t *twin) holds(held seen, want snapshot.Resource) bool {
	var properties map[string]any
	if json.Unmarshal(want.Document, &properties) != nil {
		return false
	}
	name := lastWord(want.ARN)
	return slices.ContainsFunc(held.of(want.Type), func(got snapshot.Resource) bool {
		var read map[string]any
		return (t.known[name].is(got.ID) || t.known[name].is(got.ARN)) && json.Unmarshal(got.Document, &read) == nil && contains(read, properties)
	})
}

// logical is what the example calls a resource that was read, "" what it does not have.
func (t *twin) logical(r *model.Resource) string {
	r = whole(r)
	for name, known := range t.known {
		if typ := t.types[name]; (r.Type == typ || slices.Contains(cfnmap.Makes(typ), r.Type)) && (known.is(r.Address) || known.is(fmt.Sprint(r.At("id").Data))) {
			return name
		}
	}
	return ""
}

// is tells whether an address, which is an ARN or an id, is among what a resource is known by.
func (m made) is(address string) bool {
	return slices.ContainsFunc(m.names, func(name string) bool {
		return name != "" && address != "" && (address == name || strings.HasSuffix(address, "/"+name) || strings.HasSuffix(address, ":"+name) ||
			strings.HasSuffix(name, "/"+address) || strings.HasSuffix(name, ":"+address))
	})
}

func (m *motoAccount) read(readers []*Reader) (*model.Scope, seen) {
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	err := Read(context.Background(), w, Options{Accounts: []*Account{m.account}, Regions: []string{deployed.Region}, Readers: readers, Sleep: quick})
	if err != nil {
		m.t.Fatal(err)
	}
	held := decoded(m.t, bytes.NewBuffer(bytes.Clone(text.Bytes())))
	contents, diags, err := snapshot.Read(&text, "x")
	if err != nil || len(diags) > 0 {
		m.t.Fatal(err, diags)
	}
	live, _ := snapshot.Scope(contents.Parts...)
	return live, held
}

// contains tells whether a value read has all that is wanted: more may be the platform's.
func contains(read, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := read.(map[string]any)
		for name, v := range want {
			ok = ok && contains(object[name], v)
		}
		return ok
	case []any:
		list, ok := read.([]any)
		return ok && !slices.ContainsFunc(want, func(w any) bool {
			return !slices.ContainsFunc(list, func(r any) bool { return contains(r, w) })
		})
	}
	return plain(read) == plain(want)
}

func plain(v any) string {
	text, _ := json.Marshal(v)
	return strings.Trim(string(text), `"`)
}

func (m *motoAccount) query(form url.Values) (status int, body []byte) {
	form.Set("Version", "2010-05-15")
	return m.post("/", form.Encode())
}

func (m *motoAccount) post(path, body string) (status int, answer []byte) {
	r, err := http.NewRequest(http.MethodPost, m.endpoint+path, strings.NewReader(body))
	if err != nil {
		m.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=testing/20260101/"+deployed.Region+"/cloudformation/aws4_request, SignedHeaders=host, Signature=0")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		m.t.Fatal(err)
	}
	defer response.Body.Close()
	answer, _ = io.ReadAll(response.Body)
	return response.StatusCode, answer
}

func parsedTemplate(e example.Example) (*model.Scope, error) {
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		return nil, err
	}
	template, _, err := cloudformation.New(fsys).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
	return template, err
}
