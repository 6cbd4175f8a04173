package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	openVolume = "resource \"aws_ebs_volume\" \"data\" {\n  encrypted = false # ::error::not for the runner\n}\n"
	goodVolume = "resource \"aws_ebs_volume\" \"data\" {\n  encrypted = true\n}\n"
	onlyVolume = "aws-ebs-volume-unencrypted"
)

func TestActionBuildsAndScans(t *testing.T) {
	r := newRunner(t, map[string]string{
		"only": onlyVolume, "working-directory": "stack", "sarif-file": "out.sarif", "format": "csv", "output": "out.csv",
	})
	r.buildsLintel()
	r.write("stack/main.tf", openVolume)
	if status := r.run(); status != 1 {
		t.Errorf("exit status is %d, want 1\n%s", status, r.log.String())
	}
	want := map[string]string{
		"exit-code": "1", "findings": "1", "highest-severity": "high", "introduced": "", "fixed": "", "summary": "1 findings: 1 high",
		"sarif-file": "stack/out.sarif", "json-file": r.path("lintel.json"), "markdown-file": r.path("lintel.md"),
	}
	if diff := cmp.Diff(want, r.outputs()); diff != "" {
		t.Errorf("outputs: want -, got +:\n%s", diff)
	}
	for _, file := range []string{"stack/out.sarif", "stack/out.csv"} {
		if r.read(filepath.Join(r.work, file)) == "" {
			t.Errorf("%s was not written", file)
		}
	}
	if !strings.Contains(r.read(r.path("summary")), "EBS volume") {
		t.Error("the summary does not have the finding")
	}
	if !regexp.MustCompile(`(?m)^::error .*main.tf`).MatchString(r.log.String()) {
		t.Errorf("there is no annotation:\n%s", r.log.String())
	}
	if len(r.used) > 0 {
		t.Errorf("other actions were run: %v", r.used)
	}
}

// What a report quotes stands where the runner obeys nothing.
func TestActionShieldsTheLog(t *testing.T) {
	r := newRunner(t, map[string]string{"only": onlyVolume})
	r.buildsLintel()
	r.write("main.tf", openVolume)
	r.run()
	_, after, _ := strings.Cut(r.log.String(), "::stop-commands::")
	token, after, _ := strings.Cut(after, "\n")
	inside, outside, ok := strings.Cut(after, "\n::"+token+"::\n")
	if !ok || len(token) < 32 || !strings.Contains(inside, "::error::not for the runner") {
		t.Errorf("the table is not where it should be:\n%s", r.log.String())
	}
	if strings.Contains(outside, "::error::not") {
		t.Errorf("a quotation reaches the runner:\n%s", outside)
	}
}

func TestActionWithoutFindings(t *testing.T) {
	r := newRunner(t, map[string]string{"only": onlyVolume, "upload-sarif": "true", "annotations": "false", "summary": "false"})
	r.buildsLintel()
	r.write("main.tf", goodVolume)
	if status := r.run(); status != 0 {
		t.Errorf("exit status is %d\n%s", status, r.log.String())
	}
	if got := r.outputs(); got["findings"] != "0" || got["highest-severity"] != "none" || got["summary"] != "0 findings" {
		t.Errorf("outputs are %v", got)
	}
	if len(r.used) != 1 || !strings.HasPrefix(r.used[0], "github/codeql-action/upload-sarif@") {
		t.Errorf("SARIF is not uploaded: %v", r.used)
	}
	if r.read(r.path("summary")) != "" || strings.Contains(r.log.String(), "::notice") {
		t.Error("a summary or annotations nobody wants")
	}
}

// A released program is run if it is the one that this commit knows.
func TestActionFetchesARelease(t *testing.T) {
	const released = "#!/usr/bin/env bash\nexit 0\n"
	pin := func(r *runner, sum [32]byte) {
		r.t.Helper()
		line := fmt.Sprintf("# pinned\n%x  lintel_1.2.3_linux_amd64\n%[1]x  lintel_1.2.3_linux_amd64.tar.gz\n", sum)
		sums := filepath.Join(r.scripts, ".github/action/checksums.txt")
		if err := os.WriteFile(sums, []byte(line), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	serve := func(r *runner) {
		r.stand("curl", "printf '%s\\n' \"$@\" >'"+r.path("fetched")+"'\nwhile [ \"$1\" != --output ]; do shift; done\ncat >\"$2\" <<'END'\n"+released+"END\n")
	}
	t.Run("it is the one", func(t *testing.T) {
		r := newRunner(t, nil)
		pin(r, sha256.Sum256([]byte(released)))
		serve(r)
		if status := r.run(); status != 0 {
			t.Errorf("exit status is %d\n%s", status, r.log.String())
		}
		want := "https://github.com/lintel-iac/lintel/releases/download/v1.2.3/lintel_1.2.3_linux_amd64\n"
		if got := r.read(r.path("fetched")); !strings.HasSuffix(got, want) {
			t.Errorf("fetched %s", got)
		}
	})
	t.Run("it is another", func(t *testing.T) {
		r := newRunner(t, nil)
		pin(r, sha256.Sum256([]byte("another")))
		serve(r)
		if status := r.run(); status != 3 || !strings.Contains(r.log.String(), "::error::lintel_1.2.3_linux_amd64 is not what") {
			t.Errorf("exit status is %d\n%s", status, r.log.String())
		}
		if left, _ := filepath.Glob(r.path("lintel-bin/*")); len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	})
	t.Run("it is not to be had", func(t *testing.T) {
		r := newRunner(t, map[string]string{"only": onlyVolume})
		pin(r, sha256.Sum256([]byte(released)))
		r.stand("curl", "exit 22\n")
		r.buildsLintel()
		r.write("main.tf", openVolume)
		if status := r.run(); status != 1 {
			t.Errorf("exit status is %d\n%s", status, r.log.String())
		}
	})
	t.Run("there is none, and no Go", func(t *testing.T) {
		r := newRunner(t, nil)
		r.stand("go", "exit 1\n")
		r.run()
		if len(r.used) == 0 || !strings.HasPrefix(r.used[0], "actions/setup-go@") {
			t.Errorf("Go is not set up: %v", r.used)
		}
	})
}

// recording stands in for lintel and writes down its arguments, but for the reports
// that the action always asks for.
func recording(r *runner) {
	r.t.Helper()
	r.pretend("printf '%s\\n' \"$@\" | grep -v -- '^--format=.*=" + r.temp + "' >'" + r.path("arguments") + "'\n")
}

func TestActionHandsInputsOn(t *testing.T) {
	const usual = "scan --severity=low --fail-on=low"
	for name, test := range map[string]struct {
		inputs map[string]string
		want   string
	}{
		"nothing": {nil, usual + " -- ."},
		"paths":   {map[string]string{"path": "a\n\nb c\r\n-d\n"}, usual + " -- a b c -d"},
		"plan":    {map[string]string{"plan": "plan.json", "path": "src"}, usual + " --source=src -- plan.json"},
		"choice": {map[string]string{"only": "a*\nb*", "skip": "c", "exclude": "x/**", "severity": "high"},
			"scan --severity=high --fail-on=low --only=a* --only=b* --skip=c --exclude=x/** -- ."},
		"gate":     {map[string]string{"fail-on": "high", "fail-on-unknown": "true", "soft-fail": "true"}, "scan --severity=low --fail-on=high --fail-on-unknown --soft-fail -- ."},
		"accepted": {map[string]string{"config": "c.yaml", "exceptions": "e.yaml", "baseline": "b.json"}, usual + " --config=c.yaml --exceptions=e.yaml --baseline=b.json -- ."},
		"values":   {map[string]string{"var-files": "a.tfvars\nb.tfvars", "args": "--strict\n--env-vars"}, usual + " --var-file=a.tfvars --var-file=b.tfvars --strict --env-vars -- ."},
		"formats":  {map[string]string{"format": "json"}, "scan --format=json --severity=low --fail-on=low -- ."},
		"files":    {map[string]string{"format": "junit", "output": "j.xml", "sarif-file": "s.sarif"}, "scan --format=junit=j.xml --format=sarif=s.sarif --severity=low --fail-on=low -- ."},
		"texts that a shell would obey": {map[string]string{"path": "$(touch obeyed)", "only": "`touch obeyed`", "args": "'; touch obeyed #"},
			usual + " --only=`touch obeyed` '; touch obeyed # -- $(touch obeyed)"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRunner(t, test.inputs)
			recording(r)
			if status := r.run(); status != 0 {
				t.Errorf("exit status is %d\n%s", status, r.log.String())
			}
			got := strings.TrimSpace(strings.ReplaceAll(r.read(r.path("arguments")), "\n", " "))
			if got != test.want {
				t.Errorf("arguments are\n%s\nwant\n%s", got, test.want)
			}
			if _, err := os.Stat(filepath.Join(r.work, "obeyed")); err == nil {
				t.Error("a shell obeyed an input")
			}
		})
	}
}

// What was fixed is no finding any more, and what was there before is none of the
// change.
func TestActionRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		inputs map[string]string
		want   string
	}{
		"a summary":   {map[string]string{"summary": "no"}, "summary is true or false"},
		"a switch":    {map[string]string{"soft-fail": "yes"}, "soft-fail is true or false"},
		"a gate":      {map[string]string{"gate": "some"}, "gate is introduced"},
		"a folder":    {map[string]string{"working-directory": "nowhere"}, "working-directory"},
		"a revision":  {map[string]string{"base-ref": "0123456789"}, "fetch-depth: 0"},
		"a dash":      {map[string]string{"base-ref": "--upload-pack=touch"}, "no revision begins with a dash"},
		"policy-from": {map[string]string{"policy-from": "nowhere"}, "policy-from: the revision"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRunner(t, test.inputs)
			recording(r)
			if status := r.run(); status != 2 || !strings.Contains(r.log.String(), test.want) {
				t.Errorf("exit status is %d\n%s", status, r.log.String())
			}
			if r.read(r.path("arguments")) != "" {
				t.Error("lintel was run")
			}
		})
	}
}

// The policy is that of the base of a pull request, unless the workflow says
// otherwise.
// A base that a shallow checkout lacks is fetched.
// repository makes one of the workspace and returns its commit.
// Whoever has no right to comment sees the verdict all the same.
// Nothing that a workflow hands in is pasted into a script, every input is used, and
// other actions are named by their commit.
func TestActionIsSafe(t *testing.T) {
	a := readAction(t)
	pinned := regexp.MustCompile(`^[\w./-]+@[0-9a-f]{40}$`)
	var used []string
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("an expression in a script: %s", step.Run)
		}
		if step.Uses != "" && !pinned.MatchString(step.Uses) {
			t.Errorf("%s is not a commit", step.Uses)
		}
		used = append(used, step.If)
		for _, value := range step.Env {
			used = append(used, value)
		}
		for _, value := range step.With {
			used = append(used, fmt.Sprint(value))
		}
	}
	for name := range a.Inputs {
		mention := regexp.MustCompile(`\binputs\.` + regexp.QuoteMeta(name) + `( |$)`)
		if !slices.ContainsFunc(used, mention.MatchString) {
			t.Errorf("the input %s is not used", name)
		}
	}
}
