package scan

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	catalogue "github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/policy"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// A scope whose resources are judged several at a time gets the findings, in their order, that it gets one by one. It
// holds the examples of all checks, so that the race detector sees each check beside others, and policies.
func TestTogether(t *testing.T) {
	own, diags := policy.Load(policy.Source{Name: "policies", FS: os.DirFS("../examples/policies/acme")})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	known, err := own.Among(catalogue.Checks)
	if err != nil {
		t.Fatal(err)
	}
	for name, read := range map[string]func(*testing.T) func() *model.Scope{"account": accountOfExamples, "code": codeOfExamples} {
		t.Run(name, func(t *testing.T) {
			read := read(t)
			judged := func(all int) string {
				defer func(before int) { crowd = before }(crowd)
				crowd = all
				scope := read()
				graft.Fold(scope)
				o := Options{Checks: known, Profile: "all"}
				selected, _, err := choose(&o)
				if err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				for _, f := range selected.judge(scope, nil, false).findings {
					fmt.Fprintln(&out, f.Check.ID, f.Verdict, f.Root, f.Resource.Address, f.Message)
				}
				return out.String()
			}
			one, together := judged(1<<30), judged(100)
			if one != together {
				t.Error("several at a time are judged otherwise")
			}
			if len(one) < 10_000 || !strings.Contains(one, "acme-") {
				t.Errorf("the findings are few: %d bytes", len(one))
			}
		})
	}
}

// accountOfExamples reads an account that is what the examples deploy.
func accountOfExamples(t *testing.T) func() *model.Scope {
	text := examplesDeployed(t)
	return func() *model.Scope {
		contents, _, err := snapshot.Read(bytes.NewReader(text), "x")
		if err != nil {
			t.Fatal(err)
		}
		scope, _ := snapshot.Scope(contents.Parts...)
		return scope
	}
}

// codeOfExamples reads a root module that calls each example of Terraform.
func codeOfExamples(t *testing.T) func() *model.Scope {
	fsys := fstest.MapFS{}
	var calls bytes.Buffer
	for i := range catalogue.Checks {
		examples, err := example.Of(&catalogue.Checks[i])
		if err != nil {
			t.Fatal(err)
		}
		for n, e := range examples {
			if e.Format != model.Terraform {
				continue
			}
			dir := fmt.Sprintf("m_%d_%d", i, n)
			for _, f := range e.Files {
				fsys[path.Join(dir, f.Name)] = &fstest.MapFile{Data: f.Data}
			}
			fmt.Fprintf(&calls, "module %q {\n  source = \"./%s\"\n}\n", dir, dir)
		}
	}
	fsys["main.tf"] = &fstest.MapFile{Data: calls.Bytes()}
	return func() *model.Scope {
		scope, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
		if err != nil {
			t.Fatal(err)
		}
		return scope
	}
}

// examplesDeployed is a snapshot of an account in which each example has a region.
func examplesDeployed(t *testing.T) []byte {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	for i := range catalogue.Checks {
		examples, err := example.Of(&catalogue.Checks[i])
		if err != nil {
			t.Fatal(err)
		}
		for n, e := range examples {
			types := deployed.Types(e)
			if e.Format != model.CloudFormation || types == nil {
				continue
			}
			fsys, err := txtar.FS(&txtar.Archive{Files: e.Files})
			if err != nil {
				t.Fatal(err)
			}
			template, _, err := cloudformation.New(fsys).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
			if err != nil {
				t.Fatal(err)
			}
			d := deployed.Template{Types: types}
			unit := snapshot.Unit{Account: deployed.Account, Region: fmt.Sprintf("r-%d-%d", i, n), Read: "test:List", State: snapshot.Complete}
			if err := w.Unit(unit, d.Resources(template)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return text.Bytes()
}
