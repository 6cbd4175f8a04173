package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// actionFile is the part of action.yml that a runner acts upon.
type actionFile struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	ID, If, Uses, Shell, Run string
	Env                      map[string]string
	With                     map[string]any
}

func readAction(t *testing.T) actionFile {
	t.Helper()
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a actionFile
	if err := yaml.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// runner does with the steps of the action what GitHub's would. Its PATH begins with
// a folder of stand-ins for programs that reach out, and nothing but the action is real.
type runner struct {
	t       *testing.T
	action  actionFile
	context map[string]string // what expressions see: "inputs.path"
	env     []string
	bin     string // for stand-ins
	temp    string // RUNNER_TEMP
	scripts string // GITHUB_ACTION_PATH
	work    string // the workspace
	log     bytes.Buffer
	used    []string // other actions that were run
}

func newRunner(t *testing.T, inputs map[string]string) *runner {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the runner that is simulated is one of Linux")
	}
	for _, program := range []string{"bash", "git", "jq"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(program + " is not installed, which runners have")
		}
	}
	r := &runner{t: t, action: readAction(t), bin: t.TempDir(), temp: t.TempDir(), work: t.TempDir(), context: map[string]string{}}
	for name, input := range r.action.Inputs {
		r.context["inputs."+name] = r.expand(input.Default)
	}
	for name, value := range inputs {
		if _, ok := r.action.Inputs[name]; !ok {
			t.Fatalf("the action has no input %s", name)
		}
		r.context["inputs."+name] = value
	}
	r.copyScripts()
	r.env = append(os.Environ(),
		"PATH="+r.bin+string(os.PathListSeparator)+os.Getenv("PATH"),
		"RUNNER_OS=Linux", "RUNNER_ARCH=X64", "RUNNER_TEMP="+r.temp, "GITHUB_ACTION_PATH="+r.scripts, "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GITHUB_SERVER_URL=https://github.com", "GITHUB_REPOSITORY=acme/stacks",
		"GITHUB_OUTPUT="+r.path("output"), "GITHUB_STEP_SUMMARY="+r.path("summary"),
	)
	return r
}

func (r *runner) path(name string) string { return filepath.Join(r.temp, name) }

// copyScripts lets a test change what lies beside the scripts.
func (r *runner) copyScripts() {
	r.t.Helper()
	r.scripts = r.t.TempDir()
	if err := os.CopyFS(filepath.Join(r.scripts, ".github", "action"), os.DirFS("../../.github/action")); err != nil {
		r.t.Fatal(err)
	}
}

// stand puts a script in the place of a program.
func (r *runner) stand(program, script string) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.bin, program), []byte("#!/usr/bin/env bash\n"+script), 0o755); err != nil {
		r.t.Fatal(err)
	}
}

// buildsLintel has the action build the lintel under test.
func (r *runner) buildsLintel() {
	r.t.Helper()
	lintel, err := exec.LookPath("lintel")
	if err != nil {
		r.t.Fatal(err)
	}
	r.builds(lintel)
}

// pretend has the action build a script.
func (r *runner) pretend(script string) {
	r.t.Helper()
	r.stand("lintel-pretended", script)
	r.builds(filepath.Join(r.bin, "lintel-pretended"))
}

// builds stands in for Go, of which the action asks whether it is there and to build
// into a folder.
func (r *runner) builds(program string) {
	r.t.Helper()
	r.stand("go", `case "$1" in
env) echo auto ;;
build) cp '`+program+`' "${@: -2:1}/lintel" ;;
esac
`)
}

func (r *runner) write(file, text string) {
	r.t.Helper()
	file = filepath.Join(r.work, file)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *runner) read(file string) string {
	r.t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		r.t.Fatal(err)
	}
	return string(text)
}

// run runs the steps up to the first that fails and returns its exit status.
func (r *runner) run() int {
	r.t.Helper()
	for _, step := range r.action.Runs.Steps {
		if !r.holds(step.If) {
			continue
		}
		if step.Uses != "" {
			r.used = append(r.used, step.Uses)
			continue
		}
		if status := r.step(step); status != 0 {
			return status
		}
	}
	return 0
}

func (r *runner) step(step actionStep) int {
	r.t.Helper()
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.Run)
	cmd.Dir, cmd.Stdout, cmd.Stderr = r.work, &r.log, &r.log
	cmd.Env = r.env
	for name, value := range step.Env {
		cmd.Env = append(cmd.Env, name+"="+r.expand(value))
	}
	if err := os.WriteFile(r.path("output"), nil, 0o644); err != nil {
		r.t.Fatal(err)
	}
	err := cmd.Run()
	for line := range strings.Lines(r.read(r.path("output"))) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "="); ok {
			r.context["steps."+step.ID+".outputs."+name] = value
		}
	}
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return ended.ExitCode()
	}
	if err != nil {
		r.t.Fatal(err)
	}
	return 0
}

// outputs are those of the action.
func (r *runner) outputs() map[string]string {
	values := map[string]string{}
	for name, output := range r.action.Outputs {
		values[name] = r.expand(output.Value)
	}
	return values
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// expand puts values in the place of expressions: the first of "a || b" that is set.
func (r *runner) expand(text string) string {
	return expression.ReplaceAllStringFunc(text, func(match string) string {
		for _, name := range strings.Split(expression.FindStringSubmatch(match)[1], "||") {
			if value := r.context[strings.TrimSpace(name)]; value != "" {
				return value
			}
		}
		return ""
	})
}

var comparison = regexp.MustCompile(`^(\S+) (==|!=) '([^']*)'$`)

// holds tells whether a step is run.
func (r *runner) holds(condition string) bool {
	r.t.Helper()
	if condition == "" {
		return true
	}
	for _, part := range strings.Split(condition, " && ") {
		m := comparison.FindStringSubmatch(part)
		if m == nil {
			r.t.Fatalf("a condition that is not understood: %s", condition)
		}
		if (r.context[m[1]] == m[3]) != (m[2] == "==") {
			return false
		}
	}
	return true
}
