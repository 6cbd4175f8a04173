package policy

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// Built-in checks written again, in YAML and in Rego, find the same as these in all of their examples.
func TestParity(t *testing.T) {
	set, diags := Load(Source{Name: "testdata/parity", FS: os.DirFS("testdata/parity")})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	kinds := map[example.Kind]int{}
	for _, p := range set.Policies {
		t.Run(p.ID, func(t *testing.T) {
			name := strings.TrimSuffix(strings.TrimPrefix(p.ID, "parity-"), "-yaml")
			builtin := all.Find(name)
			if len(builtin) != 1 {
				t.Fatalf("no built-in check is called %s", name)
			}
			examples, err := example.Of(&builtin[0])
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range examples {
				kinds[e.Kind]++
				want, got := findingsOf(t, &builtin[0], e), findingsOf(t, &p.Entry, e)
				if !slices.Equal(want, got) {
					t.Errorf("%s: built in\n\t%s\nthe policy\n\t%s", e.Name, strings.Join(want, "\n\t"), strings.Join(got, "\n\t"))
				}
			}
		})
	}
	if len(set.Policies) != 20 || kinds[example.Bad] == 0 || kinds[example.Good] == 0 || kinds[example.Maybe] == 0 {
		t.Errorf("%d policies were compared on %v examples", len(set.Policies), kinds)
	}
}

// findingsOf is all that a check says of an example.
func findingsOf(t *testing.T, check *checks.Entry, e example.Example) []string {
	t.Helper()
	scope := read(t, e)
	graft.Fold(scope)
	types := strings.Fields(check.Rule.Types())
	var said []string
	for _, r := range scope.Resources {
		if r.Mode != model.Managed || !slices.Contains(types, r.Type) || r.Owner != nil && slices.Contains(types, r.Owner.Type) {
			continue
		}
		found, _, err := checks.Judge(check, r)
		if err != nil {
			t.Error(err)
		}
		for _, f := range found {
			said = append(said, spelled(f))
		}
	}
	slices.Sort(said)
	return slices.Compact(said)
}

func spelled(f checks.Finding) string {
	companion := ""
	if f.Companion != nil {
		companion = f.Companion.Address
	}
	at := f.At.Origin
	return fmt.Sprintf("%s %s %s %s %s:%d:%d %q %q", f.Verdict, f.Resource.Address, companion, at.Name,
		cmp.Or(at.File, f.Resource.Location.File), at.Start.Line, at.Start.Column, f.Message, f.Reason)
}

func read(t *testing.T, e example.Example) *model.Scope {
	t.Helper()
	files, err := txtar.FS(&txtar.Archive{Files: e.Files})
	if err != nil {
		t.Fatal(err)
	}
	var scope *model.Scope
	if e.Format == model.CloudFormation {
		scope, _, err = cloudformation.New(files).Parse(context.Background(), e.Files[0].Name, cloudformation.Inputs{})
	} else {
		scope, _, err = terraform.New(files).Parse(context.Background(), ".", terraform.Inputs{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return scope
}
