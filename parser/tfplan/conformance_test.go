package tfplan_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

const cases = "../../../shared/tf-conformance"

// conformanceCase is how a case is run.
type conformanceCase struct {
	Features  []string
	Vars      map[string]string
	VarFiles  []string `json:"var_files"`
	Env       map[string]string
	Workspace string
	State     string
	Newer     map[string]any
}

func (c conformanceCase) inputs() terraform.Inputs {
	in := terraform.Inputs{Workspace: c.Workspace, Env: []string{}}
	for _, file := range c.VarFiles {
		in.Values = append(in.Values, terraform.Input{File: true, Text: file})
	}
	for _, name := range slices.Sorted(maps.Keys(c.Vars)) {
		in.Values = append(in.Values, terraform.Input{Text: name + "=" + c.Vars[name]})
	}
	for name, value := range c.Env {
		in.Env = append(in.Env, name+"="+value)
	}
	return in
}

// A recorded plan and its source have the same instances with the same values, but
// for what only a prior state knows.
func TestPlanAgainstSource(t *testing.T) {
	eachCase(t, func(t *testing.T, dir string, c conformanceCase) {
		if slices.Contains(c.Features, "error") || c.State != "" {
			return // the plan stops where Terraform does, or knows more than the source
		}
		plan, _, err := tfplan.Parse(context.Background(), os.DirFS(dir), "plan.json")
		if err != nil {
			t.Fatal(err)
		}
		source, _, err := terraform.New(os.DirFS(dir)).Parse(context.Background(), ".", c.inputs())
		if err != nil {
			t.Fatal(err)
		}
		for _, address := range addresses(plan, source) {
			p, s := plan.Resource(address), source.Resource(address)
			if p == nil || s == nil {
				t.Errorf("%s: in the plan %v, in the source %v", address, p != nil, s != nil)
				continue
			}
			for _, name := range []string{"input", "triggers_replace"} {
				a, b := p.Body.At(name), s.Body.At(name)
				if _, changed := c.Newer[address+"."+name]; !changed && !alike(a, b) && len(c.Newer) == 0 {
					t.Errorf("%s.%s: %s in the plan, %s in the source", address, name, dumped(a), dumped(b))
				}
			}
		}
	})
}

// addresses are those of the managed resources of both, sorted.
func addresses(scopes ...*model.Scope) []string {
	all := make(map[string]bool)
	for _, scope := range scopes {
		for _, r := range scope.Resources {
			if r.Mode == model.Managed {
				all[r.Address] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// alike compares values; numbers to 15 digits.
func alike(a, b model.Value) bool {
	if a.State != b.State || a.Sensitive != b.Sensitive && a.State != model.Absent {
		return false
	}
	switch x := a.Data.(type) {
	case []model.Value:
		y, ok := b.Data.([]model.Value)
		return ok && slices.EqualFunc(x, y, alike)
	case model.Members:
		y, ok := b.Data.(model.Members)
		return ok && slices.EqualFunc(x, y, func(a, b model.Member) bool { return a.Name == b.Name && alike(a.Value, b.Value) })
	case float64:
		y, ok := b.Data.(float64)
		return ok && math.Abs(x-y) <= math.Abs(x)*1e-15
	}
	return a.Data == b.Data
}

func dumped(v model.Value) string {
	d := &dumper{}
	d.value("", "", v)
	return d.String()
}

// The reader has every instance of resource_changes that is not taken away, and
// every path that is unknown or sensitive after the change.
func TestResourceChanges(t *testing.T) {
	eachCase(t, func(t *testing.T, dir string, c conformanceCase) {
		src, err := os.ReadFile(filepath.Join(dir, "plan.json"))
		if errors.Is(err, fs.ErrNotExist) && slices.Contains(c.Features, "error") {
			return // Terraform gave up before it planned
		}
		if err != nil {
			t.Fatal(err)
		}
		var want struct {
			Changes []struct {
				Address string
				Deposed string
				Change  struct {
					Actions        []string
					AfterUnknown   any `json:"after_unknown"`
					AfterSensitive any `json:"after_sensitive"`
				}
			} `json:"resource_changes"`
		}
		if err := json.Unmarshal(src, &want); err != nil {
			t.Fatal(err)
		}
		plan, _, _ := tfplan.Read(src, "plan.json", tfplan.None)
		for _, change := range want.Changes {
			r := plan.Resource(change.Address)
			gone := slices.Equal(change.Change.Actions, []string{"delete"}) || slices.Equal(change.Change.Actions, []string{"forget"})
			if change.Deposed == "" && (r == nil) != gone {
				t.Errorf("%s: %v, and read: %v", change.Address, change.Change.Actions, r != nil)
			}
			if r == nil || change.Deposed != "" {
				continue
			}
			unknown, sensitive := marked(change.Change.AfterUnknown), marked(change.Change.AfterSensitive)
			gotUnknown, gotSensitive := trees(r.Body)
			if !reflect.DeepEqual(unknown, gotUnknown) {
				t.Errorf("%s: unknown %v, want %v", change.Address, gotUnknown, unknown)
			}
			if !reflect.DeepEqual(sensitive, gotSensitive) {
				t.Errorf("%s: sensitive %v, want %v", change.Address, gotSensitive, sensitive)
			}
		}
	})
}

func eachCase(t *testing.T, test func(t *testing.T, dir string, c conformanceCase)) {
	files, err := filepath.Glob(cases + "/*/case.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the conformance cases are not here")
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var c conformanceCase
			if err := json.Unmarshal(text, &c); err != nil {
				t.Fatal(err)
			}
			test(t, dir, c)
		})
	}
}

// marked are the paths at which a tree says true, of what an author can set.
func marked(tree any) map[string]bool {
	found := make(map[string]bool)
	var walk func(path string, tree any)
	walk = func(path string, tree any) {
		switch tree := tree.(type) {
		case bool:
			if tree {
				found[path] = true
			}
		case map[string]any:
			for name, below := range tree {
				walk(path+"."+name, below)
			}
		case []any:
			for i, below := range tree {
				walk(fmt.Sprintf("%s[%d]", path, i), below)
			}
		}
	}
	members, _ := tree.(map[string]any)
	walk(".input", members["input"])
	walk(".triggers_replace", members["triggers_replace"])
	return found
}

// trees are the same paths of a body: the outermost that are unknown, and that are
// sensitive.
func trees(body model.Value) (unknown, sensitive map[string]bool) {
	unknown, sensitive = make(map[string]bool), make(map[string]bool)
	var walk func(path string, v model.Value, hidden bool)
	walk = func(path string, v model.Value, hidden bool) {
		if v.Sensitive && !hidden {
			sensitive[path] = true
		}
		if v.State == model.Unknown {
			unknown[path] = true
		}
		switch data := v.Data.(type) {
		case model.Members:
			for name, below := range data.All() {
				walk(path+"."+name, below, hidden || v.Sensitive)
			}
		case []model.Value:
			for i, below := range data {
				walk(fmt.Sprintf("%s[%d]", path, i), below, hidden || v.Sensitive)
			}
		}
	}
	walk(".input", body.At("input"), false)
	walk(".triggers_replace", body.At("triggers_replace"), false)
	return unknown, sensitive
}
