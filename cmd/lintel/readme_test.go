package main

import (
	"os"
	"strings"
	"testing"
)

// The finding that README shows is what its first command prints.
func TestREADMEShowsWhatIsPrinted(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(readme), "and what to do:\n\n")
	shown, _, ends := strings.Cut(after, "\n\n`lintel explain")
	if !found || !ends {
		t.Fatal("README shows no finding")
	}
	shown = strings.ReplaceAll(strings.TrimPrefix(shown, "    "), "\n    ", "\n")
	if out := lintelOut(t, 1, "scan", "../../examples"); !strings.Contains(out, shown) {
		t.Errorf("this is not printed:\n%s", shown)
	}
}
