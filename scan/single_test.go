package scan

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var everyRun = checks.Entry{ID: "docker-run", Path: "docker/run", Check: &checks.Check{
	Rule: checks.Func{On: "docker_run", Do: func(p *checks.Pass, r *model.Resource) {
		p.Forbid(model.Yes, r.Body, "it runs something")
	}},
}}

// Dockerfiles are known by their names, Compose files by their names or what is in
// them; an override is read with the file that it overrides.
func TestSingleFiles(t *testing.T) {
	src := map[string]string{
		"Dockerfile":            "FROM debian:12\n",
		"app/prod.Dockerfile":   "FROM debian:12\n",
		"app/Dockerfile.j2":     "FROM {{ base }}\n",
		"compose.yaml":          "services:\n  web:\n    image: x:1\n",
		"compose.override.yaml": "services:\n  web:\n    image: y:1\n",
		"stack/any.yml":         "services:\n  db:\n    image: x:1\n",
		"stack/values.yaml":     "services: 3\n",
		"main.tf":               volume("v", "true"),
	}
	inventory, err := Read(t.Context(), Options{Paths: []string{folder(t, src)}})
	if err != nil {
		t.Fatal(err)
	}
	var roots []string
	for _, in := range inventory.Inputs {
		roots = append(roots, string(in.Scope.Format)+" "+in.Scope.Root)
	}
	want := "terraform . dockerfile Dockerfile dockerfile app/prod.Dockerfile compose compose.yaml compose stack/any.yml"
	if got := strings.Join(roots, " "); got != want {
		t.Errorf("roots are %s\nwant      %s", got, want)
	}
}

// The fingerprint of what an instruction does stays when others move it.
func TestFingerprintsOfInstructions(t *testing.T) {
	const one, two = "RUN a\n", "RUN b\n"
	of := func(text string) []string {
		r := scanned(t, map[string]string{"Dockerfile": "FROM debian:12\n" + text}, Options{Checks: []checks.Entry{everyRun}})
		var all []string
		for _, f := range r.Findings {
			if f.Check.ID == everyRun.ID {
				all = append(all, f.Fingerprint)
			}
		}
		return all
	}
	before, after := of(one+two), of("ENV X=1\n"+two+"USER app\n"+one+one)
	if len(before) != 2 || len(after) != 3 || before[0] != after[1] || before[1] != after[0] || after[1] == after[2] {
		t.Errorf("got %q, then %q", before, after)
	}
}
