package main

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lintel": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, scripts("../../testdata/script"))
}

func scripts(dir string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               quietGit,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": exitStatus, "hook": installHook},
	}
}

// quietGit keeps the git of scripts from what is configured here.
func quietGit(env *testscript.Env) error {
	for _, person := range []string{"AUTHOR", "COMMITTER"} {
		env.Setenv("GIT_"+person+"_NAME", "somebody")
		env.Setenv("GIT_"+person+"_EMAIL", "somebody@example.com")
	}
	env.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	return nil
}

// exitStatus is the command "status N PROGRAM ARGUMENT…": the program must end
// with that status.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var ended *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &ended) {
		got = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status is %d, want %d", got, want)
	}
}

// Colours are for terminals: what goes into a file or a pipe has none.
func TestColourful(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	if colourful(null) {
		t.Error("the null device is no terminal")
	}
}
