package scan

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// change is a commit, and a work tree in which files have changed since; one without
// text is gone.
type change struct{ before, after map[string]string }

// labels are the findings of a change with what became of them.
func (c change) labels(t *testing.T, o Options) []string {
	t.Helper()
	r := c.report(t, o)
	var out []string
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s %s %s %s", f.Change, f.Verdict, f.Place.File, f.Resource.Address))
	}
	return out
}

func (c change) report(t *testing.T, o Options) *Report {
	t.Helper()
	dir := folder(t, c.before)
	git(t, dir, "init", "-q", "-b", "main", ".")
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "before")
	for name, text := range c.after {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if text == "" {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o.Paths, o.ChangedSince = []string{dir}, "main"
	for i, e := range o.Environments {
		for j := range e.Values {
			o.Environments[i].Values[j].Text = filepath.Join(dir, e.Values[j].Text)
		}
	}
	if o.Checks == nil {
		o.Checks = []checks.Entry{unencrypted}
	}
	report, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(),
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
	)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// A check counts how often it is asked: of what sees nothing that has changed, once.
func TestUnchangedRootsAreJudgedOnce(t *testing.T) {
	before := map[string]string{
		"text/main.tf":         `resource "aws_ebs_volume" "v" { encrypted = jsondecode(file("../data/on.json")) }`,
		"data/on.json":         "false",
		"files/main.tf":        `resource "aws_ebs_volume" "v" { size = length(fileset("../data", "*")) }`,
		"called/main.tf":       "module \"m\" {\n  source = \"../module\"\n}\n",
		"module/main.tf":       volume("inner", "true"),
		"values/main.tf":       "variable \"on\" {}\n" + volume("v", "var.on"),
		"values/a.auto.tfvars": "on = true\n",
		"still/main.tf":        volume("v", "false"),
		"stack.yaml":           "Resources:\n  V:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: !ImportValue shared\n",
		"exports.yaml":         "Resources:\n  Q:\n    Type: AWS::SQS::Queue\nOutputs:\n  O:\n    Value: true\n    Export: {Name: shared}\n",
	}
	for name, test := range map[string]struct {
		after map[string]string
		twice []string
	}{
		"nothing":               {nil, nil},
		"what nobody reads":     {map[string]string{"README.md": "x"}, nil},
		"a file that is read":   {map[string]string{"data/on.json": "true"}, []string{"text"}},
		"a file that is listed": {map[string]string{"data/more": "x"}, []string{"files"}},
		"a module":              {map[string]string{"module/main.tf": volume("inner", "false")}, []string{"called"}},
		"a file of a module":    {map[string]string{"module/more.tf": volume("more", "false")}, []string{"called"}},
		"values":                {map[string]string{"values/a.auto.tfvars": "on = false\n"}, []string{"values"}},
		"more values":           {map[string]string{"values/b.auto.tfvars": "on = false\n"}, []string{"values"}},
		"fewer values":          {map[string]string{"values/a.auto.tfvars": ""}, []string{"values"}},
		"ends of lines":         {map[string]string{"still/main.tf": "resource \"aws_ebs_volume\" \"v\" {\r\n  encrypted = false\r\n}\r\n"}, nil},
		"an export":             {map[string]string{"exports.yaml": before["exports.yaml"] + "# changed\n"}, []string{"stack.yaml"}},
	} {
		t.Run(name, func(t *testing.T) {
			asked := map[string]*atomic.Int32{}
			for _, root := range []string{"text", "files", "called", "values", "still", "stack.yaml"} {
				asked[root] = &atomic.Int32{}
			}
			count := checks.Entry{ID: "aws-ebs-volume-counted", Check: &checks.Check{Rule: checks.Func{
				On: "aws_ebs_volume", Do: func(p *checks.Pass, r *model.Resource) {
					if r.Address != "module.m.aws_ebs_volume.more" {
						asked[r.Scope.Root].Add(1)
					}
				},
			}}}
			change{before, test.after}.report(t, Options{Checks: []checks.Entry{count}})
			for root, n := range asked {
				want := int32(1)
				for _, changed := range test.twice {
					if changed == root {
						want = 2
					}
				}
				if n.Load() != want {
					t.Errorf("%s is judged %d times, not %d", root, n.Load(), want)
				}
			}
		})
	}
}

// A rule that is added beside one that was there makes that one no new finding, nor
// does one that is taken away.
func TestOneOfAList(t *testing.T) {
	rule := func(port string) string {
		return "  ingress {\n    from_port   = " + port + "\n    description = \"open\"\n  }\n"
	}
	group := func(rules string) map[string]string {
		return map[string]string{"main.tf": "resource \"aws_security_group\" \"g\" {\n" + rules + "}\n"}
	}
	o := Options{Checks: []checks.Entry{cidr}}
	expect(t, change{group(rule("22")), group(rule("22") + rule("80"))}.labels(t, o),
		"unchanged fail main.tf aws_security_group.g", "introduced fail main.tf aws_security_group.g")
	expect(t, change{group(rule("22") + rule("80")), group(rule("80"))}.labels(t, o),
		"unchanged fail main.tf aws_security_group.g", "fixed pass main.tf aws_security_group.g")
}

// Of the instances of one block, those that are new are a finding of their own.
func TestNewInstances(t *testing.T) {
	each := func(keys string) map[string]string {
		return map[string]string{"main.tf": "resource \"aws_ebs_volume\" \"v\" {\n  for_each  = toset([" + keys + "])\n  encrypted = false\n}\n"}
	}
	expect(t, change{each(`"a"`), each(`"a", "b"`)}.labels(t, Options{}),
		`unchanged fail main.tf aws_ebs_volume.v["a"]`, `introduced fail main.tf aws_ebs_volume.v["b"]`)
}

// What is bad in one more environment is worse.
func TestNewEnvironments(t *testing.T) {
	source := "variable \"on\" {}\n" + volume("v", "var.on")
	environments := func() []Environment {
		return []Environment{
			{Name: "dev", Values: []terraform.Input{{File: true, Text: "dev.tfvars"}}},
			{Name: "prod", Values: []terraform.Input{{File: true, Text: "prod.tfvars"}}},
		}
	}
	c := change{
		map[string]string{"main.tf": source, "dev.tfvars": "on = false\n", "prod.tfvars": "on = true\n"},
		map[string]string{"prod.tfvars": "on = false\n"},
	}
	expect(t, c.labels(t, Options{Environments: environments()}), "introduced fail main.tf aws_ebs_volume.v")
	c.after = map[string]string{"main.tf": "# the same\n" + source}
	expect(t, c.labels(t, Options{Environments: environments()}), "unchanged fail main.tf aws_ebs_volume.v")
}

// A verdict that is not known, before or after, leaves open what became of it.
func TestUndecidedChanges(t *testing.T) {
	known := func(value string) map[string]string { return map[string]string{"main.tf": volume("v", value)} }
	open := map[string]string{"main.tf": "variable \"on\" {}\n" + volume("v", "var.on")}
	expect(t, change{known("false"), open}.labels(t, Options{}), "undecided unknown main.tf aws_ebs_volume.v")
	expect(t, change{open, known("false")}.labels(t, Options{}), "undecided fail main.tf aws_ebs_volume.v")
	expect(t, change{known("true"), open}.labels(t, Options{}), "undecided unknown main.tf aws_ebs_volume.v")
	expect(t, change{open, known("true")}.labels(t, Options{}))
	changed := map[string]string{"main.tf": open["main.tf"] + "# changed\n"}
	expect(t, change{open, changed}.labels(t, Options{}), "unchanged unknown main.tf aws_ebs_volume.v")
}
