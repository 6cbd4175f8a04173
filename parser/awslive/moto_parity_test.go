//go:build aws

package awslive

import (
	"bytes"
	"context"
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
const leastMade = 470

// What moto makes of an example through the services' APIs, or by stacks, is read back with the verdict that the example
// gets. Much it does not keep: that is read from a server that answers in the services' own shapes.
func TestExamplesThatMotoMakes(t *testing.T) {
	endpoint := moto(t)
	m := &motoAccount{t: t, endpoint: endpoint, account: signIn(t, endpoint), maker: newMaker(t, endpoint), outcomes: map[outcome]int{}, left: maps.Clone(apartInMoto)}
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
	for name := range m.left {
		t.Errorf("%s is judged as the code is", name)
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
	left     map[string]string // of apartInMoto
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
		if how > worst {
			worst, why = how, what
		}
		if how >= differs {
			break
		}
	}
	name := check.Path + " " + e.Name
	if worst == differs {
		if delete(m.left, name); apart[name]+apartInMoto[name] == "" {
			m.t.Errorf("%s: %s", name, why)
		}
	}
	m.outcomes[worst]++
	m.t.Logf("%s: %s: %s", name, worst, why)
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
