//go:build aws

package awslive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
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

// What is deployed of an example and read through the services' APIs gets the verdicts that the example gets.
func TestReadExamplesGetTheVerdictsOfCode(t *testing.T) {
	p := newPosed(t)
	agreed := 0
	for i := range catalogue.Checks {
		check := &catalogue.Checks[i]
		examples, err := example.Of(check)
		if err != nil {
			t.Fatal(err)
		}
		readers := ReadersOf(append(strings.Fields(check.Rule.Types()), example.Types(examples)...))
		for _, e := range examples {
			if e.Format != model.CloudFormation || e.Kind == example.Maybe || strings.HasPrefix(check.Path, "cloudformation/") || check.Path == "secrets/credential_in_code" {
				continue
			}
			if d := os.Getenv("DEBUGP"); d != "" && !strings.Contains(check.Path+" "+e.Name, d) {
				continue
			}
			if os.Getenv("DEBUGP") != "" {
				fmt.Println(check.Path, e.Name)
			}
			for _, fault := range p.compare(check, e, readers) {
				t.Errorf("%s %s: %s", check.Path, e.Name, fault)
			}
			agreed++
		}
	}
	t.Logf("%d examples agree with what is read of them", agreed)
}

func (p *posed) compare(check *checks.Entry, e example.Example, readers []*Reader) (faults []string) {
	types := deployed.Types(e)
	if types == nil {
		return nil
	}
	fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		p.t.Fatal(err)
	}
	template, _, err := cloudformation.New(fsys).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
	if err != nil {
		p.t.Fatal(err)
	}
	outcomes := []*model.Scope{template}
	for i, o := range template.Outcomes {
		outcomes = append(outcomes[:i], o.Scope)
	}
	for _, outcome := range outcomes {
		faults = append(faults, p.compareOne(check, outcome, types, readers)...)
	}
	return faults
}

func (p *posed) compareOne(check *checks.Entry, template *model.Scope, types map[string]string, readers []*Reader) (faults []string) {
	d := deployed.Template{Types: types}
	resources := d.Resources(template)
	for _, r := range readers {
		if !strings.HasPrefix(r.Type, "AWS::") && !declared(readers, types, r.Type) {
			resources = append(resources, d.Canonical(template, r.Type)...)
		}
	}
	if len(readers) == 0 {
		return nil
	}
	for i := range resources {
		if !settle(&resources[i]) {
			return nil // a parameter decides
		}
	}
	p.hold(readers, asTold(resources))
	live := p.read(readers)
	graft.Fold(template)
	graft.Fold(live)
	want, got := p.verdicts(check, template), p.verdicts(check, live)
	for _, v := range want {
		if !slices.Contains(got, v) {
			faults = append(faults, "what is read lacks "+v)
		}
	}
	for _, v := range got {
		if !slices.Contains(want, v) {
			faults = append(faults, "what is read has "+v)
		}
	}
	return faults
}

// declared tells whether a type of Terraform's is what a type of the template is read as.
func declared(readers []*Reader, types map[string]string, made string) bool {
	return slices.ContainsFunc(readers, func(r *Reader) bool {
		return slices.Contains(slices.Collect(maps.Values(types)), r.Type) && slices.Contains(cfnmap.Mains(r.Type), made)
	})
}

// settle gives what a template leaves open and what is certainly there a value.
func settle(r *snapshot.Resource) bool {
	document := document{members: members(*r)}
	for path, gap := range r.Unknown {
		if !gap.Set {
			return false
		}
		document.put(path, "something")
	}
	r.Document, _ = json.Marshal(document.members)
	return true
}

// read reads the account into a snapshot, and that into a scope that has all regions.
func (p *posed) read(readers []*Reader) *model.Scope {
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	err := Read(context.Background(), w, Options{Accounts: []*Account{p.account()}, Regions: []string{deployed.Region}, Readers: readers, Sleep: quick})
	if err != nil {
		p.t.Fatal(err)
	}
	p.raw = bytes.Clone(text.Bytes())
	contents, diags, err := snapshot.Read(&text, "x")
	if err != nil || len(diags) > 0 {
		p.t.Fatal(err, diags)
	}
	if os.Getenv("DEBUGP") != "" {
		for _, part := range contents.Parts {
			_ = part
		}
		_ = snapshot.Each(bytes.NewReader(p.raw), func(u snapshot.Unit, rs []snapshot.Resource) {
			if u.State != "complete" {
				fmt.Println("  U", u.Read, u.State, u.Gap)
			}
			for _, r := range rs {
				fmt.Println("  R", r.Type, r.ID, r.ARN, r.As, string(r.Document), r.Unknown)
			}
		})
	}
	scope, diags := snapshot.Scope(contents.Parts...)
	if len(diags) > 0 {
		p.t.Error(diags)
	}
	return scope
}

func (p *posed) verdicts(check *checks.Entry, scope *model.Scope) []string {
	found, _ := deployed.Judge(check, scope)
	var out []string
	for _, f := range found {
		whole := f.Resource
		for whole.PartOf != nil {
			whole = whole.PartOf
		}
		name := whole.Address
		if strings.HasSuffix(name, "/none") { // by which others are listed, and which nobody holds
			continue
		}
		if p.logical[name] != "" {
			name = p.logical[name]
		}
		text := fmt.Sprintf("%s: %s", f.Verdict, name)
		if f.Verdict == checks.Unknown {
			text += " (" + f.Message + ")"
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
