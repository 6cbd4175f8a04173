package terraform_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
)

const conformanceDir = "../../../shared/tf-conformance"

// What Terraform 1.11 made of the same files is the measure.
func TestConformance(t *testing.T) {
	files, err := filepath.Glob(conformanceDir + "/*/case.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the conformance cases are not here: ", conformanceDir)
	}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) {
			if wrong := conform(t, filepath.Dir(file)); len(wrong) > 0 {
				t.Errorf("differs from Terraform:\n%s", strings.Join(wrong, "\n"))
			}
		})
	}
}

// conform evaluates a case without the answers beside it.
func conform(t *testing.T, dir string) []string {
	work := t.TempDir()
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	for _, answer := range []string{"case.json", "expected.json", "plan.json", "state.json"} {
		if err := os.Remove(filepath.Join(work, answer)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	var how howRun
	readJSON(t, filepath.Join(dir, "case.json"), &how)
	c := comparison{how: how}
	readJSON(t, filepath.Join(dir, "expected.json"), &c.want)
	scope, diags, err := terraform.New(os.DirFS(work)).Parse(context.Background(), ".", how.inputs())
	if err != nil {
		t.Fatal(err)
	}
	c.diagnostics(diags)
	c.resources(scope)
	c.outputs(scope)
	return c.wrong
}

func readJSON(t *testing.T, file string, into any) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		t.Fatal(file, err)
	}
}

// howRun is how Terraform was called.
type howRun struct {
	Vars      map[string]string
	VarFiles  []string `json:"var_files"`
	Env       map[string]string
	Workspace string
	State     string
	Newer     map[string]string
}

func (h howRun) inputs() terraform.Inputs {
	in := terraform.Inputs{Workspace: h.Workspace, Strict: true}
	for _, file := range h.VarFiles {
		in.Values = append(in.Values, terraform.Input{File: true, Text: file})
	}
	for _, name := range slices.Sorted(maps.Keys(h.Vars)) {
		in.Values = append(in.Values, terraform.Input{Text: name + "=" + h.Vars[name]})
	}
	for name, value := range h.Env {
		in.Env = append(in.Env, name+"="+value)
	}
	return in
}

// expected is what Terraform answered, as far as it is compared.
type expected struct {
	Result  string
	Planned struct {
		Outputs map[string]expectedOutput
		Root    expectedModule `json:"root_module"`
	} `json:"planned_values"`
	Changes []struct {
		Address string
		Change  *expectedChange
	} `json:"resource_changes"`
	OutputChanges map[string]expectedChange `json:"output_changes"`
	Diagnostics   []struct {
		Severity string
		Range    *struct {
			Filename string
			Start    struct{ Line int }
		}
	}
}

type expectedOutput struct {
	Type      any
	Value     any
	Sensitive bool
}

type expectedChange struct {
	Unknown   any `json:"after_unknown"`
	Sensitive any `json:"after_sensitive"`
}

type expectedModule struct {
	Resources []struct {
		Address, Mode string
		Values        map[string]any
	}
	Children []expectedModule `json:"child_modules"`
}

func (m expectedModule) each(do func(address string, values map[string]any)) {
	for _, r := range m.Resources {
		if r.Mode == "managed" {
			do(r.Address, r.Values)
		}
	}
	for _, child := range m.Children {
		child.each(do)
	}
}

// comparison collects where we differ.
type comparison struct {
	how   howRun
	want  expected
	wrong []string
}

func (c *comparison) errorf(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

// diagnostics compares the lines at which there are errors. Terraform gives a
// cycle no place, and may stop before it sees all.
func (c *comparison) diagnostics(diags diag.List) {
	theirs, ours := make(map[string]bool), make(map[string]bool)
	for _, d := range c.want.Diagnostics {
		if d.Severity != "error" {
			continue
		}
		place := ""
		if d.Range != nil {
			place = fmt.Sprintf("%s:%d", path.Clean(d.Range.Filename), d.Range.Start.Line)
		}
		theirs[place] = true
	}
	for _, d := range diags {
		if d.Severity != diag.Error {
			continue
		}
		place := ""
		if d.Range.File != "" {
			place = d.Range.String()
		}
		ours[place] = true
	}
	for place := range theirs {
		if place != "" && !ours[place] {
			c.errorf("no error reported at %s", place)
		}
	}
	for place := range ours {
		if place != "" && !theirs[place] && !theirs[""] {
			c.errorf("error reported at %s, where Terraform has none", place)
		}
	}
	if (len(ours) == 0) != (len(theirs) == 0) || len(ours) > len(theirs)+2 {
		c.errorf("errors at %d places, Terraform at %d", len(ours), len(theirs))
	}
}

// The attributes of terraform_data that an author writes.
var written = []string{"input", "triggers_replace"}

func (c *comparison) resources(scope *model.Scope) {
	theirs := make(map[string]map[string]any)
	c.want.Planned.Root.each(func(address string, values map[string]any) { theirs[address] = values })
	for address := range theirs {
		if r := scope.Resource(address); r == nil || r.Mode != model.Managed {
			c.errorf("%s is missing", address)
		}
	}
	changes := make(map[string]*expectedChange)
	for _, change := range c.want.Changes {
		changes[change.Address] = change.Change
	}
	for _, r := range scope.Resources {
		values, ok := theirs[r.Address]
		switch {
		case r.Mode != model.Managed:
		case !ok && c.want.Result != "error":
			c.errorf("%s is there", r.Address)
		case ok && c.how.State == "" && !c.isNewer(r.Address):
			c.resource(r, values, changes[r.Address])
		}
	}
}

func (c *comparison) isNewer(address string) bool {
	for place := range c.how.Newer {
		if strings.HasPrefix(place, address) {
			return true
		}
	}
	return false
}

func (c *comparison) resource(r *model.Resource, values map[string]any, change *expectedChange) {
	for _, name := range written {
		got := r.At(name)
		if want := values[name]; !same(want, plain(got)) {
			c.errorf("%s: %s is %v, Terraform has %v", r.Address, name, plain(got), want)
		}
		if change == nil {
			continue
		}
		unknown, _ := change.Unknown.(map[string]any)
		c.marks(r.Address+" "+name, "unknown", marked(got, isUnknown, ""), truths(unknown[name], ""))
		sensitive, _ := change.Sensitive.(map[string]any)
		c.marks(r.Address+" "+name, "sensitive", marked(got, isSensitive, ""), truths(sensitive[name], ""))
	}
}

func (c *comparison) marks(what, kind string, got, want []string) {
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		c.errorf("%s: %s at %q, Terraform at %q", what, kind, got, want)
	}
}

func (c *comparison) outputs(scope *model.Scope) {
	if c.want.Result == "error" {
		return
	}
	ours := make(map[string]model.Output)
	for _, out := range scope.Outputs {
		ours[out.Name] = out
		if _, ok := c.want.Planned.Outputs[out.Name]; !ok && c.how.State == "" {
			c.errorf("output %s is there", out.Name)
		}
	}
	for name, want := range c.want.Planned.Outputs {
		got, ok := ours[name]
		switch {
		case !ok:
			c.errorf("output %s is missing", name)
		case c.how.State == "" && c.how.Newer["outputs."+name] == "":
			c.output(got, want, c.want.OutputChanges[name])
		}
	}
}

func (c *comparison) output(got model.Output, want expectedOutput, change expectedChange) {
	c.marks("output "+got.Name, "unknown", marked(got.Value, isUnknown, ""), truths(change.Unknown, ""))
	if isSensitive := len(marked(got.Value, isSensitive, "")) > 0; isSensitive != want.Sensitive {
		c.errorf("output %s: sensitive is %t", got.Name, isSensitive)
	}
	if want.Type == nil {
		return // it is unknown as a whole
	}
	if value := plain(got.Value); !same(want.Value, value) {
		c.errorf("output %s is %v, Terraform has %v", got.Name, value, want.Value)
	}
	var typ any
	if err := json.Unmarshal(got.Type, &typ); err != nil || !reflect.DeepEqual(typ, want.Type) {
		c.errorf("output %s has type %s, Terraform has %v", got.Name, got.Type, want.Type)
	}
}

func isUnknown(v model.Value) bool   { return v.State == model.Unknown }
func isSensitive(v model.Value) bool { return v.Sensitive }

// marked returns the paths at which a value has a property, the outermost only.
func marked(v model.Value, has func(model.Value) bool, at string) []string {
	if has(v) {
		return []string{at}
	}
	var found []string
	switch data := v.Data.(type) {
	case []model.Value:
		for i, element := range data {
			found = append(found, marked(element, has, fmt.Sprintf("%s/%d", at, i))...)
		}
	case model.Members:
		for name, member := range data.All() {
			found = append(found, marked(member, has, at+"/"+name)...)
		}
	}
	return found
}

// truths returns the paths at which a tree such as after_unknown says true.
func truths(tree any, at string) []string {
	var found []string
	switch tree := tree.(type) {
	case bool:
		if tree {
			return []string{at}
		}
	case []any:
		for i, element := range tree {
			found = append(found, truths(element, fmt.Sprintf("%s/%d", at, i))...)
		}
	case map[string]any:
		for name, member := range tree {
			found = append(found, truths(member, at+"/"+name)...)
		}
	}
	return found
}

// plain is the known part of a value, as Terraform's JSON has it: an unknown
// member is left out, an unknown element is null.
func plain(v model.Value) any {
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]any, len(data))
		for i, element := range data {
			list[i] = plain(element)
		}
		return list
	case model.Members:
		members := make(map[string]any, len(data))
		for name, member := range data.All() {
			if member.State != model.Unknown {
				members[name] = plain(member)
			}
		}
		return members
	}
	return v.Data
}

// same compares numbers to the 15 digits that any reader keeps.
func same(want, got any) bool {
	switch want := want.(type) {
	case json.Number:
		a, err := want.Float64()
		b, ok := got.(float64)
		return ok && err == nil && math.Abs(a-b) <= math.Abs(a)*1e-15
	case []any:
		list, ok := got.([]any)
		return ok && slices.EqualFunc(want, list, same)
	case map[string]any:
		members, ok := got.(map[string]any)
		if !ok || len(want) != len(members) {
			return false
		}
		for name, member := range want {
			found, ok := members[name]
			if !ok || !same(member, found) {
				return false
			}
		}
		return true
	}
	return want == got
}
