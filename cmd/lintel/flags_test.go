package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each flag of each verb is tried by a script.
func TestEveryFlagIsTried(t *testing.T) {
	scripts, err := filepath.Glob("../../testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	live, err := filepath.Glob("../../testdata/script/aws/*.txtar")
	if err != nil || len(live) == 0 {
		t.Fatalf("no scripts of live accounts: %v", err)
	}
	scripts = append(scripts, live...)
	tried := map[string]bool{}
	call := regexp.MustCompile(`(?m)^(?:exec|status \d|! exec) lintel (.*)$`)
	for _, script := range scripts {
		text, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range call.FindAllStringSubmatch(string(text), -1) {
			args := strings.Fields(line[1])
			verb := "scan"
			if len(args) > 0 && verbNamed(program(nil, io.Discard, io.Discard).Commands, args[0]) != nil {
				verb = args[0]
			}
			for _, arg := range args {
				if name, ok := strings.CutPrefix(arg, "-"); ok {
					name, _, _ = strings.Cut(strings.TrimPrefix(name, "-"), "=")
					tried[verb+" "+name], tried[name] = true, true
				}
			}
		}
	}
	for _, verb := range program(nil, io.Discard, io.Discard).Commands {
		for _, flag := range verb.Flags {
			// A verb has the flags of scan so that it can be asked in its place: there
			// it is enough that scan tries them.
			shared := verb.Name == "config" || verb.Name == "baseline" || verb.Name == "inspect" || verb.Name == "live"
			ok := false
			for _, name := range flag.Names() {
				ok = ok || tried[verb.Name+" "+name] || shared && tried["scan "+name]
			}
			if !ok {
				t.Errorf("no script tries lintel %s --%s", verb.Name, flag.Names()[0])
			}
		}
	}
}

// What a configuration can say is a flag, and the other way round it is printed.
func TestSettingsAreFlags(t *testing.T) {
	for _, flag := range append(configured, "exceptions", "baseline", "config", "no-config") {
		if !has(scanCommand(), flag) {
			t.Errorf("scan has no flag --%s", flag)
		}
	}
}
