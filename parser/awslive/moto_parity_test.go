//go:build aws

package awslive

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
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
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// leastMade is how many examples moto makes whole and a check then judges: fewer would mean that something broke.
const leastMade = 190

// Moto builds the stacks of examples by code of its own. What it keeps whole of a template is read back with the verdict
// that the template gets. Much it does not keep: that is read from a server that answers in the services' own shapes.
func TestStacksThatMotoBuilds(t *testing.T) {
	endpoint := moto(t)
	m := &motoStacks{t: t, endpoint: endpoint, account: signIn(t, endpoint)}
	for i := range catalogue.Checks {
		check := &catalogue.Checks[i]
		if deployed.AboutCode(check) {
			continue
		}
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		tried := map[example.Kind]bool{}
		for _, e := range examples {
			if e.Format != model.CloudFormation || e.Kind == example.Maybe || tried[e.Kind] {
				continue
			}
			tried[e.Kind] = true
			m.compare(check, e)
		}
	}
	t.Logf("%d examples agree; of %d that moto builds it loses something, of %d the check judges nothing that was read, and %d it does not build",
		m.agreed, m.lost, m.unjudged, m.refused)
	if m.agreed < leastMade {
		t.Errorf("%d examples agree, want %d", m.agreed, leastMade)
	}
}

type motoStacks struct {
	t                               *testing.T
	endpoint                        string
	account                         *Account
	agreed, lost, unjudged, refused int
}

func (m *motoStacks) compare(check *checks.Entry, e example.Example) {
	types := deployed.Types(e)
	if types == nil {
		return
	}
	needed, err := example.Types(check)
	if err != nil {
		m.t.Fatal(err)
	}
	readers := slices.DeleteFunc(ReadersOf(append(strings.Fields(check.Rule.Types()), needed...)), func(r *Reader) bool { return r.cloud != nil })
	if !slices.ContainsFunc(readers, func(r *Reader) bool { return slices.Contains(slices.Collect(maps.Values(types)), r.Type) }) {
		return
	}
	physical, ok := m.build(string(e.Files[0].Data))
	if !ok {
		m.refused++
		return
	}
	template, err := parsedTemplate(e)
	if err != nil {
		m.t.Fatal(err)
	}
	live, held := m.read(readers)
	graft.Fold(template)
	graft.Fold(live)
	want, _ := deployed.Judge(check, template)
	got, judged := deployed.Judge(check, live)
	compared := len(want) == 0 && len(judged) > 0 // what is as it should be has to be looked at, and a fault to be found
	for _, f := range want {
		id := physical[f.Resource.Address]
		compared = compared || id != ""
		if id == "" || slices.ContainsFunc(got, func(g checks.Finding) bool { return g.Verdict == f.Verdict && names(g.Resource.Address, id) }) {
			continue
		}
		m.disagree(check, e, string(f.Verdict)+" of "+f.Resource.Address, template, held, types, physical)
		return
	}
	for _, g := range got {
		logical := logicalOf(physical, g.Resource.Address)
		if logical == "" || slices.ContainsFunc(want, func(f checks.Finding) bool { return f.Verdict == g.Verdict && f.Resource.Address == logical }) {
			continue
		}
		m.disagree(check, e, "too much: "+string(g.Verdict)+" of "+logical, template, held, types, physical)
		return
	}
	if !compared {
		m.unjudged++
		return
	}
	m.agreed++
}

// disagree is an error where moto holds all that the template says of its resources: then the reader has lost it.
func (m *motoStacks) disagree(check *checks.Entry, e example.Example, what string, template *model.Scope, held seen, types, physical map[string]string) {
	d := deployed.Template{Types: types}
	for _, r := range d.Resources(template) {
		if !m.holds(held, r, physical) {
			m.lost++
			return
		}
	}
	m.t.Errorf("%s %s: the template has, and what is read has not: %s", check.Path, e.Name, what)
}

// holds tells whether what was read has each property of a resource, with its value.
func (m *motoStacks) holds(held seen, want snapshot.Resource, physical map[string]string) bool {
	var properties map[string]any
	if json.Unmarshal(want.Document, &properties) != nil {
		return false
	}
	return slices.ContainsFunc(held.of(want.Type), func(got snapshot.Resource) bool {
		if logicalOf(physical, got.ID) == "" && logicalOf(physical, got.ARN) == "" {
			return false
		}
		var read map[string]any
		return json.Unmarshal(got.Document, &read) == nil && contains(read, properties)
	})
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

// build makes a stack of a template in an empty account, and returns the ids of its resources by their logical ids.
func (m *motoStacks) build(template string) (physical map[string]string, ok bool) {
	m.post("/moto-api/reset", "")
	if status, _ := m.query(url.Values{"Action": {"CreateStack"}, "StackName": {"example"}, "TemplateBody": {template}}); status != http.StatusOK {
		return nil, false
	}
	var answer struct {
		Resources []struct {
			LogicalResourceId, PhysicalResourceId string
		} `xml:"DescribeStackResourcesResult>StackResources>member"`
	}
	status, body := m.query(url.Values{"Action": {"DescribeStackResources"}, "StackName": {"example"}})
	if status != http.StatusOK || xml.Unmarshal(body, &answer) != nil {
		return nil, false
	}
	physical = map[string]string{}
	for _, r := range answer.Resources {
		physical[r.LogicalResourceId] = r.PhysicalResourceId
	}
	return physical, len(physical) > 0
}

func (m *motoStacks) query(form url.Values) (status int, body []byte) {
	form.Set("Version", "2010-05-15")
	return m.post("/", form.Encode())
}

func (m *motoStacks) post(path, body string) (status int, answer []byte) {
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

func (m *motoStacks) read(readers []*Reader) (*model.Scope, seen) {
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

// names tells whether an address, which is an ARN or an id, is that of a physical id.
func names(address, physical string) bool {
	return physical != "" && (address == physical || strings.HasSuffix(address, "/"+physical) || strings.HasSuffix(address, ":"+physical) ||
		strings.HasSuffix(physical, "/"+address) || strings.HasSuffix(physical, ":"+address))
}

func logicalOf(physical map[string]string, address string) string {
	for logical, id := range physical {
		if names(address, id) {
			return logical
		}
	}
	return ""
}

func parsedTemplate(e example.Example) (*model.Scope, error) {
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		return nil, err
	}
	template, _, err := cloudformation.New(fsys).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
	return template, err
}
