package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What .ci/pin writes before a release holds in the release and is what the action
// fetches; a program that is built otherwise is noticed.
func TestPin(t *testing.T) {
	r := newRunner(t, nil)
	r.work = r.scripts
	for _, file := range []string{".ci/pin", ".pre-commit-hooks.yaml"} {
		text := r.read(filepath.Join("../..", file))
		r.write(file, text)
	}
	r.stand("goreleaser", `mkdir -p dist
echo "program of $GORELEASER_CURRENT_TAG" >dist/linux
echo other >dist/windows.exe
cat >dist/artifacts.json <<'END'
[{"type": "Binary", "path": "dist/linux", "goos": "linux", "goarch": "amd64"},
 {"type": "Binary", "path": "dist/windows.exe", "goos": "windows", "goarch": "amd64"},
 {"type": "Binary", "path": "dist/linux", "goos": "linux", "goarch": "amd64"},
 {"type": "Archive", "path": "dist/x.tar.gz", "goos": "linux", "goarch": "amd64"}]
END
`)
	pin := func(argument string) (string, error) {
		cmd := exec.Command("bash", ".ci/pin", argument)
		cmd.Dir, cmd.Env = r.work, r.env
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := pin("7.8.9"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if hooks := r.read(filepath.Join(r.work, ".pre-commit-hooks.yaml")); !strings.Contains(hooks, "ghcr.io/lintel-iac/lintel:7.8.9 scan") {
		t.Errorf("the hooks name another version:\n%s", hooks)
	}
	if out, err := pin("--check"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}

	r.stand("curl", "while [ \"$1\" != --output ]; do shift; done\ncp dist/linux \"$2\"\n")
	if status := r.step(r.action.Runs.Steps[0]); status != 0 || r.context["steps.fetch.outputs.found"] != "true" {
		t.Errorf("the action does not take it: %d\n%s", status, r.log.String())
	}

	if err := os.WriteFile(filepath.Join(r.work, "dist/linux"), []byte("another"), 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := pin("--check"); err == nil || !strings.Contains(out, "not the programs") {
		t.Errorf("a program that was built otherwise passes: %v\n%s", err, out)
	}
	if out, err := pin("--clear"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if sums := r.read(filepath.Join(r.work, ".github/action/checksums.txt")); strings.Contains(sums, "lintel_") || !strings.HasPrefix(sums, "# ") {
		t.Errorf("checksums are left:\n%s", sums)
	}
}
