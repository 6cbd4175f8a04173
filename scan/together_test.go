package scan

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"golang.org/x/tools/txtar"

	catalogue "github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/internal/deployed"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// An account whose resources are judged several at a time gets the findings, in their order, that it gets one by one. It
// holds what the examples of all checks deploy, so that the race detector sees each check beside others.
func TestTogether(t *testing.T) {
	text := examplesDeployed(t)
	judged := func(all int) string {
		defer func(before int) { crowd = before }(crowd)
		crowd = all
		contents, _, err := snapshot.Read(bytes.NewReader(text), "x")
		if err != nil {
			t.Fatal(err)
		}
		scope, _ := snapshot.Scope(contents.Parts...)
		graft.Fold(scope)
		o := Options{Checks: catalogue.Checks, Profile: "all"}
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
	if len(one) < 10_000 {
		t.Errorf("the findings are few: %d bytes", len(one))
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
