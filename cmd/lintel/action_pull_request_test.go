package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestActionCountsChanges(t *testing.T) {
	r := newRunner(t, nil)
	r.pretend(`for argument; do [ "${argument#--format=json=}" = "$argument" ] || json="${argument#--format=json=}"; done
cat >"$json" <<'END'
{"findings": [
  {"verdict": "fail", "severity": "low", "suppressed": null, "change": "introduced"},
  {"verdict": "fail", "severity": "critical", "suppressed": null, "change": "unchanged"},
  {"verdict": "fail", "severity": "low", "suppressed": {"kind": "comment"}, "change": "introduced"},
  {"verdict": "unknown", "severity": "high", "suppressed": null, "change": "undecided"},
  {"verdict": "fail", "severity": "high", "suppressed": null, "change": "fixed"}
]}
END
`)
	r.run()
	got := r.outputs()
	want := map[string]string{
		"exit-code": "0", "findings": "2", "introduced": "1", "fixed": "1", "highest-severity": "critical",
		"summary": "2 findings: 1 critical, 1 low", "json-file": r.path("lintel.json"), "sarif-file": "", "markdown-file": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outputs: want -, got +:\n%s\n%s", diff, r.log.String())
	}
}

func TestActionTakesThePolicyOfTheBase(t *testing.T) {
	for policy, want := range map[string]string{"": "--policy-from=BASE", "none": "", "HEAD": "--policy-from=HEAD"} {
		r := newRunner(t, map[string]string{"policy-from": policy, "base-ref": "HEAD", "gate": "introduced"})
		recording(r)
		r.context["github.event.pull_request.base.sha"] = repository(r)
		if status := r.run(); status != 0 {
			t.Errorf("exit status is %d\n%s", status, r.log.String())
		}
		got := strings.ReplaceAll(r.read(r.path("arguments")), "\n", " ")
		want = strings.ReplaceAll(want, "BASE", r.context["github.event.pull_request.base.sha"])
		if !strings.Contains(got, "--gate=introduced --changed-since=HEAD "+want) || strings.Contains(got, "--policy-from") != (want != "") {
			t.Errorf("policy-from %q: arguments are %s", policy, got)
		}
	}
}

func TestActionFetchesTheBase(t *testing.T) {
	r := newRunner(t, nil)
	recording(r)
	base := repository(r)
	origin := r.work
	r.work = t.TempDir()
	for _, args := range [][]string{{"init", "-q"}, {"remote", "add", "origin", origin}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Env = r.work, r.env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	r.context["github.event.pull_request.base.sha"] = base
	if status := r.run(); status != 0 || !strings.Contains(r.read(r.path("arguments")), "--policy-from="+base) {
		t.Errorf("exit status is %d\n%s", status, r.log.String())
	}
}

func repository(r *runner) string {
	r.t.Helper()
	r.write("main.tf", goodVolume)
	script := `git init -q && git add . && git -c user.name=x -c user.email=x@example.com commit -qm x && git rev-parse HEAD`
	cmd := exec.Command("bash", "-c", script)
	cmd.Dir, cmd.Env = r.work, r.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("%v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestActionComments(t *testing.T) {
	const (
		mine  = "repos/acme/stacks/issues/7/comments"
		other = "repos/acme/stacks/issues/comments/"
	)
	for name, test := range map[string]struct {
		mode, source, earlier string
		want                  []string
	}{
		"the first":              {"update", openVolume, "", []string{"POST " + mine}},
		"kept up to date":        {"update", openVolume, "41\n42", []string{"PATCH " + other + "41"}},
		"clean, as it was":       {"update", goodVolume, "", nil},
		"clean now":              {"update", goodVolume, "41", []string{"PATCH " + other + "41"}},
		"always another":         {"new", goodVolume, "41", []string{"POST " + mine}},
		"in place of the last":   {"delete-and-new", openVolume, "41\n42", []string{"DELETE " + other + "41", "DELETE " + other + "42", "POST " + mine}},
		"clean, nothing is left": {"delete-and-new", goodVolume, "41", []string{"DELETE " + other + "41"}},
		"none":                   {"off", openVolume, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRunner(t, map[string]string{"comment": test.mode, "only": onlyVolume, "soft-fail": "true", "category": "prod\" or"})
			r.context["github.event.pull_request.number"] = "7"
			r.buildsLintel()
			r.stand("gh", `shift
case "$1 $2" in
"user --jq")
	echo '{"message": "Resource not accessible by integration"}'
	exit 1
	;;
"--paginate "*)
	[[ "$4" == *'.user.type == "Bot"'*'<!-- lintel prodor -->'* ]] || exit 1
	printf '%s\n' '`+test.earlier+`'
	;;
"--method "*)
	echo "$2 $3" >>'`+r.path("sent")+`'
	[ "$4" != --field ] || cp "${5#body=@}" '`+r.path("body")+`'
	;;
esac
`)
			r.write("main.tf", test.source)
			if status := r.run(); status != 0 {
				t.Errorf("exit status is %d\n%s", status, r.log.String())
			}
			var sent []string
			for line := range strings.Lines(r.read(r.path("sent"))) {
				sent = append(sent, strings.TrimSpace(line))
			}
			if diff := cmp.Diff(test.want, sent); diff != "" {
				t.Errorf("want -, got +:\n%s\n%s", diff, r.log.String())
			}
			body := r.read(r.path("body"))
			if body != "" && !strings.HasPrefix(body, "<!-- lintel prodor -->\n## Lintel\n") {
				t.Errorf("the comment is\n%s", body)
			}
		})
	}
}

func TestActionMayNotComment(t *testing.T) {
	r := newRunner(t, map[string]string{"comment": "update", "only": onlyVolume})
	r.context["github.event.pull_request.number"] = "7"
	r.buildsLintel()
	r.stand("gh", "exit 1\n")
	r.write("main.tf", openVolume)
	if status := r.run(); status != 1 || !strings.Contains(r.log.String(), "::warning::no comment was written") {
		t.Errorf("exit status is %d\n%s", status, r.log.String())
	}
}
