//go:build aws

package awslive

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
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
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// What is deployed of an example and read through the services' APIs gets the verdicts that the example gets: what a check
// finds fault with is found there, and what it passes is looked at. Each check of what is read has an example of each kind
// that shows it, or answers that a service has given, or a reason.
func TestReadExamplesGetTheVerdictsOfCode(t *testing.T) {
	p := newPosed(t)
	tried, agreed, left := 0, 0, maps.Clone(apart)
	idle := maps.Clone(unshown)
	for i := range catalogue.Checks {
		check := &catalogue.Checks[i]
		if deployed.AboutCode(check) {
			continue
		}
		shown := map[example.Kind]bool{}
		readers, examples := p.deployable(check)
		for _, e := range examples {
			tried++
			name := check.Path + " " + e.Name
			faults, looked := p.compare(check, e, readers)
			switch {
			case len(faults) == 0:
				shown[e.Kind] = shown[e.Kind] || looked
				agreed++
			case apart[name] == "":
				t.Errorf("%s:\n\t%s", name, strings.Join(faults, "\n\t"))
			case untold[apart[name]] && !slices.ContainsFunc(faults, says(checks.Unknown)):
				t.Errorf("%s: %s, but it is not unknown:\n\t%s", name, apart[name], strings.Join(faults, "\n\t"))
			default:
				delete(left, name)
			}
		}
		if !isLive(check) || shown[example.Good] && shown[example.Bad] || answered(check) {
			continue
		}
		if idle[check.Path] == "" {
			t.Errorf("%s: no good and bad example that is read shows it, and no answers do: %v", check.Path, shown)
		}
		delete(idle, check.Path)
	}
	for name := range left {
		t.Errorf("%s is judged as the code is", name)
	}
	for path := range idle {
		t.Errorf("%s is shown by its examples or answers", path)
	}
	t.Logf("%d of %d examples are judged as what is read of them, in %d outcomes", agreed, tried, p.compared)
}

func says(v checks.Verdict) func(fault string) bool {
	return func(fault string) bool { return strings.HasPrefix(fault, "what is read has "+string(v)) }
}

// deployable are the examples of a check that can be posed, and what reads them. Where CloudFormation has none, Terraform's
// are taken.
func (p *posed) deployable(check *checks.Entry) (readers []*Reader, of []example.Example) {
	examples, err := example.Of(check)
	if err != nil {
		p.t.Fatal(err)
	}
	types, err := example.Types(check)
	if err != nil {
		p.t.Fatal(err)
	}
	if readers = ReadersOf(append(strings.Fields(check.Rule.Types()), types...)); len(readers) == 0 {
		return nil, nil
	}
	for _, format := range [...]model.Format{model.CloudFormation, model.Terraform} {
		for _, e := range examples {
			if e.Format == format && e.Kind != example.Maybe {
				of = append(of, e)
			}
		}
		if len(of) > 0 {
			break
		}
	}
	return readers, of
}

// isLive tells whether a check judges resources that are read.
func isLive(check *checks.Entry) bool {
	if !strings.HasPrefix(check.Path, "aws/") {
		return false
	}
	types := strings.Fields(check.Rule.Types())
	return slices.ContainsFunc(Readers(), func(r *Reader) bool {
		return slices.ContainsFunc(r.Makes(), func(made string) bool { return slices.Contains(types, made) })
	})
}

// answered tells whether answers of services show a check: TestAnswers holds it to that.
func answered(check *checks.Entry) bool {
	files, _ := filepath.Glob("testdata/answers/*.txtar")
	return slices.ContainsFunc(files, func(file string) bool {
		text, _ := os.ReadFile(file)
		id, _, _ := strings.Cut(string(text), "\n")
		return len(catalogue.Find(id)) == 1 && catalogue.Find(id)[0].Path == check.Path
	})
}

// compare returns what is judged otherwise of what is read, and whether what the example is about was looked at.
func (p *posed) compare(check *checks.Entry, e example.Example, readers []*Reader) (faults []string, looked bool) {
	code, types := p.parsed(e)
	if types == nil {
		return nil, false
	}
	outcomes := []*model.Scope{code}
	for i, o := range code.Outcomes {
		outcomes = append(outcomes[:i], o.Scope)
	}
	for _, outcome := range outcomes {
		found, saw := p.compareOne(check, outcome, types, readers)
		faults, looked = append(faults, found...), looked || saw
	}
	return faults, looked
}

// parsed is an example with the types of its resources, nil where a transform makes of it what only the platform knows.
func (p *posed) parsed(e example.Example) (code *model.Scope, types map[string]string) {
	if e.Format == model.CloudFormation {
		code, err := parsedTemplate(e)
		if err != nil {
			p.t.Fatal(err)
		}
		return code, deployed.Types(e)
	}
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		p.t.Fatal(err)
	}
	code, _, err = terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		p.t.Fatal(err)
	}
	types = map[string]string{}
	for _, r := range code.Resources {
		types[r.Address] = r.Type
	}
	return code, types
}

func (p *posed) compareOne(check *checks.Entry, template *model.Scope, types map[string]string, readers []*Reader) (faults []string, saw bool) {
	types = maps.Clone(types)
	resources, decided := resourcesOf(template, types, readers)
	if !decided {
		return nil, false // a parameter is to say it
	}
	p.compared++
	p.hold(readers, asTold(resources))
	live := p.read(readers)
	graft.Fold(template)
	graft.Fold(live)
	wanted, toLook := p.verdicts(check, template)
	got, looked := p.verdicts(check, live)
	for _, v := range slices.Concat(toLook, wanted) {
		there := slices.Contains(got, v) || slices.Contains(looked, v)
		if len(wanted) == 0 || slices.Contains(wanted, v) {
			saw = saw || there
		}
		if !there && isRead(readers, typeOf(types, v.logical)) {
			faults = append(faults, "what is read lacks "+v.text)
		}
	}
	for _, v := range got {
		if !slices.Contains(wanted, v) {
			faults = append(faults, "what is read has "+v.text)
		}
	}
	slices.Sort(faults)
	return slices.Compact(faults), saw
}

// typeOf is that of a resource, or of the one of which it is a part.
func typeOf(types map[string]string, name string) string {
	whole, _, _ := strings.Cut(name, ".")
	return cmp.Or(types[name], types[whole])
}

// isRead tells whether a type of a template is read at all.
func isRead(readers []*Reader, typ string) bool {
	return slices.ContainsFunc(readers, func(r *Reader) bool { return r.Type == typ || slices.Contains(cfnmap.Mains(typ), r.Type) })
}

// resourcesOf are what the platform has of code. They are not decided where that leaves something open, or declares in
// Terraform's words what is read in CloudFormation's.
func resourcesOf(code *model.Scope, types map[string]string, readers []*Reader) (resources []snapshot.Resource, decided bool) {
	d := deployed.Template{Types: types}
	resources = d.Resources(code)
	grouped(resources, types)
	for _, r := range readers {
		if !strings.HasPrefix(r.Type, "AWS::") && !declared(readers, types, r.Type) {
			resources = append(resources, d.Canonical(code, r.Type)...)
		}
		if strings.HasPrefix(r.Type, "AWS::") && code.Format == model.Terraform && slices.ContainsFunc(r.Makes(), declares(types)) {
			return nil, false
		}
	}
	for i := range resources {
		if !settle(&resources[i], readers) {
			return nil, false
		}
	}
	return resources, true
}

// grouped makes of rules, whose groups lie outside of the code, these groups: the rules are told with them.
func grouped(resources []snapshot.Resource, types map[string]string) {
	for i := range resources {
		r := &resources[i]
		list, isRule := strings.CutPrefix(r.Type, "AWS::EC2::SecurityGroup")
		rule := members(*r)
		group, _ := rule["GroupId"].(string)
		if !isRule || list == "" || !strings.HasPrefix(group, "sg-") {
			continue
		}
		delete(rule, "GroupId")
		r.ID, r.Type = group, "AWS::EC2::SecurityGroup"
		r.Document, _ = json.Marshal(map[string]any{r.Type[len("AWS::EC2::"):] + list: []any{rule}})
		types[lastWord(r.ARN)] = r.Type
	}
}

func declares(types map[string]string) func(typ string) bool {
	return func(typ string) bool { return slices.Contains(slices.Collect(maps.Values(types)), typ) }
}

// declared tells whether a type of Terraform's is what a type of the template is read as.
func declared(readers []*Reader, types map[string]string, made string) bool {
	return slices.ContainsFunc(readers, func(r *Reader) bool {
		return slices.Contains(slices.Collect(maps.Values(types)), r.Type) && slices.Contains(cfnmap.Mains(r.Type), made)
	})
}

// settle gives what code leaves open a value, where that is certainly there or is told to nobody.
func settle(r *snapshot.Resource, readers []*Reader) bool {
	d := document{members: members(*r)}
	for path, gap := range r.Unknown {
		untold := func(reader *Reader) bool { return reader.Type == r.Type && slices.Contains(reader.writeOnly, path) }
		if !gap.Set && !slices.ContainsFunc(readers, untold) {
			return false
		}
		d.put(path, "something")
	}
	r.Document, _ = json.Marshal(d.members)
	return true
}

// read reads the account into a snapshot, and that into a scope.
func (p *posed) read(readers []*Reader) *model.Scope {
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	err := Read(context.Background(), w, Options{Accounts: []*Account{p.account()}, Regions: []string{deployed.Region}, Readers: readers, Sleep: quick})
	if err != nil {
		p.t.Fatal(err)
	}
	contents, diags, err := snapshot.Read(&text, "x")
	if err != nil || len(diags) > 0 {
		p.t.Fatal(err, diags)
	}
	scope, diags := snapshot.Scope(contents.Parts...)
	if len(diags) > 0 {
		p.t.Error(diags)
	}
	return scope
}

// verdict is what a check says of a resource of the template: which has a type, a logical id and perhaps parts.
type verdict struct{ text, logical string }

// verdicts are those on each resource of the template, and what there was to judge.
func (p *posed) verdicts(check *checks.Entry, scope *model.Scope) (said, looked []verdict) {
	found, judged := deployed.Judge(check, scope)
	for _, f := range found {
		if strings.HasSuffix(f.Resource.Address, "/"+nobody) {
			continue
		}
		v := p.about(string(f.Verdict)+" of ", f.Resource)
		if f.Verdict == checks.Unknown {
			v.text += ": " + f.Reason
		}
		said = append(said, v)
	}
	for _, r := range judged {
		looked = append(looked, p.about("a look at ", r))
	}
	return said, looked
}

func (p *posed) about(what string, r *model.Resource) verdict {
	for r.PartOf != nil {
		r = r.PartOf
	}
	name := cmp.Or(p.logical[r.Address], r.Address)
	return verdict{what + name, name}
}
