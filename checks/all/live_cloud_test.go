package all

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// Of each type that Cloud Control reads, and a check judges, there is an example that fails and one that passes with what is
// told over HTTP, which leaves out what the platform gives to nobody. Where the reading is denied, all are unknown but those
// that fail by what other calls tell.
func TestCloudControlTells(t *testing.T) {
	types := map[string]bool{}
	for _, r := range awslive.Readers() {
		if !r.ByCloudControl() || types[r.Type] || mute[r.Type] != "" {
			continue
		}
		types[r.Type] = true
		t.Run(r.Type, func(t *testing.T) {
			told := map[checks.Verdict]bool{}
			tried := false
			for i := range Checks {
				check := &Checks[i]
				if !strings.HasPrefix(check.Path, "aws/") || !judgesAny(check, r.Makes()) {
					continue
				}
				for _, e := range examplesOf(t, check) {
					if shown := shown(t, e, r.Type); shown != nil {
						tried = true
						before := worst(verdictsOver(t, check, shown, r, false))
						told[before] = true
						got := worst(verdictsOver(t, check, shown, r, true))
						byOthers := got == checks.Fail && before == checks.Fail
						if got != checks.Unknown && !byOthers && !mayPass(check) {
							t.Errorf("%s of %s: the verdict is %q though nothing could be read", e.Name, check.ID, got)
						}
					}
				}
			}
			if tried && (!told[checks.Fail] || !told[""]) {
				t.Errorf("with what Cloud Control tells the verdicts are %v", told)
			}
			if !tried && judgedByAny(r.Makes()) {
				t.Error("no example shows it")
			}
		})
	}
}

// mute are types that this test has nothing to say of, and why.
var mute = map[string]string{
	"AWS::AccessAnalyzer::Analyzer": "only that there is none is judged, and templates do not set up accounts",
	"AWS::ApiGatewayV2::DomainName": "no template shows it; there are recorded answers",
	"AWS::IAM::ServerCertificate":   "the platform does not give out what is judged, the certificate",
	"AWS::WAFv2::RuleGroup":         "no template shows it; there are recorded answers",
}

func judgesAny(check *checks.Entry, types []string) bool {
	return slices.ContainsFunc(strings.Fields(check.Rule.Types()), func(typ string) bool { return slices.Contains(types, typ) })
}

func judgedByAny(types []string) bool {
	return slices.ContainsFunc(Checks, func(e checks.Entry) bool { return strings.HasPrefix(e.Path, "aws/") && judgesAny(&e, types) })
}

// shown is what an example deploys, nil if nothing of the type is among it.
func shown(t *testing.T, e example.Example, typ string) []snapshot.Resource {
	t.Helper()
	types := deployed.Types(e)
	if e.Format != model.CloudFormation || !slices.Contains(slices.Collect(maps.Values(types)), typ) {
		return nil
	}
	template, _, err := parse(e)
	if err != nil || len(template.Outcomes) > 0 {
		return nil
	}
	d := deployed.Template{Types: types}
	return d.Resources(template)
}

// verdictsOver judges what is deployed, of which one type is read over HTTP.
func verdictsOver(t *testing.T, check *checks.Entry, resources []snapshot.Resource, r *awslive.Reader, denied bool) []verdict {
	t.Helper()
	c := &control{typ: r.Type, resources: resources, writeOnly: r.Untold(), denied: denied}
	server := httptest.NewServer(c)
	defer server.Close()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	others := slices.DeleteFunc(slices.Clone(resources), func(res snapshot.Resource) bool { return res.Type == r.Type })
	for _, err := range []error{
		w.Head(snapshot.Head{Tool: "test"}),
		w.Unit(rest(snapshot.Unit{Account: deployed.Account, Region: deployed.Region, Types: []string{r.Type}}), others),
		awslive.Read(context.Background(), w, awslive.Options{
			Accounts: []*awslive.Account{{
				ID: deployed.Account, Partition: "aws", Region: deployed.Region, Endpoint: server.URL, HTTP: server.Client(),
				Sign: func(context.Context, *http.Request, []byte, string, string) error { return nil },
			}},
			Regions: []string{deployed.Region}, Readers: []*awslive.Reader{r},
			Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
		}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	contents, _, err := snapshot.Read(&text, "account.snapshot.gz")
	if err != nil {
		t.Fatal(err)
	}
	missing := func(u snapshot.Unseen) bool {
		return u.Action == "cloudformation:ListResources" && slices.Contains(u.Types, r.Type)
	}
	if denied != slices.ContainsFunc(contents.Gaps(), missing) {
		t.Errorf("where the reading is denied: %t, the gaps are %+v", denied, contents.Gaps())
	}
	scope, _ := snapshot.Scope(contents.Parts...)
	return verdicts(check, scope)
}

func worst(found []verdict) checks.Verdict {
	verdict := checks.Verdict("")
	for _, f := range found {
		if f.Verdict == checks.Fail || verdict == "" {
			verdict = f.Verdict
		}
	}
	return verdict
}

// control answers as Cloud Control does.
type control struct {
	typ       string
	resources []snapshot.Resource
	writeOnly []string
	denied    bool
}

func (c *control) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked struct{ TypeName, Identifier string }
	body, _ := io.ReadAll(r.Body)
	_ = json.Unmarshal(body, &asked)
	switch {
	case c.denied:
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"__type":"com.amazonaws.cloudcontrol#AccessDeniedException","message":"no"}`)
	case strings.HasSuffix(r.Header.Get("X-Amz-Target"), ".ListResources"):
		c.list(w, asked.TypeName)
	default:
		c.describe(w, asked.Identifier)
	}
}

func (c *control) list(w io.Writer, typ string) {
	rows := []map[string]string{}
	for _, res := range c.resources {
		if typ == c.typ && res.Type == typ {
			rows = append(rows, map[string]string{"Identifier": res.ID, "Properties": "{}"})
		}
	}
	if typ != c.typ { // of a parent, which lists all
		rows = append(rows, map[string]string{"Identifier": "parent", "Properties": "{}"})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"ResourceDescriptions": rows})
}

func (c *control) describe(w http.ResponseWriter, id string) {
	for _, res := range c.resources {
		if res.ID != id || res.Type != c.typ {
			continue
		}
		var document any
		_ = json.Unmarshal(res.Document, &document)
		for _, path := range c.writeOnly {
			leaveOut(document, path)
		}
		text, _ := json.Marshal(document)
		_ = json.NewEncoder(w).Encode(map[string]any{
			"TypeName": c.typ, "ResourceDescription": map[string]string{"Identifier": id, "Properties": string(text)},
		})
		return
	}
	w.WriteHeader(http.StatusBadRequest)
	_, _ = fmt.Fprintf(w, `{"__type":"ResourceNotFoundException","message":%q}`, id)
}

func leaveOut(v any, path string) {
	name, rest, deeper := strings.Cut(path, ".")
	switch data := v.(type) {
	case []any:
		for _, e := range data {
			leaveOut(e, path)
		}
	case map[string]any:
		if deeper {
			leaveOut(data[name], rest)
		} else {
			delete(data, name)
		}
	}
}
