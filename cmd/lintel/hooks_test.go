package main

import (
	"os"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v4"
)

// installHook is the command "hook ID [ARGUMENT…]": it configures a repository for
// pre-commit with one of the hooks that this one offers. Only the language is changed:
// pre-commit would build the program, for which it needs a network, and here it is
// the one under test. .ci/run has it built.
func installHook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: hook ID [ARGUMENT…]")
	}
	text, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	ts.Check(err)
	var hooks []map[string]any
	ts.Check(yaml.Unmarshal(text, &hooks))
	for _, hook := range hooks {
		if hook["id"] != args[0] {
			continue
		}
		hook["language"] = "system"
		hook["verbose"] = true // what a hook prints is shown also where it passes
		if len(args) > 1 {
			hook["args"] = args[1:]
		}
		config, err := yaml.Marshal(map[string]any{
			"repos": []any{map[string]any{"repo": "local", "hooks": []any{hook}}},
		})
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(".pre-commit-config.yaml"), config, 0o644))
		return
	}
	ts.Fatalf("there is no hook %s", args[0])
}
