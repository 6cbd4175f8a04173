package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// A snapshot that is gone on with keeps what it has, and nobody else may read it.
func TestKeep(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.snapshot.gz")
	for run := range 2 {
		before, err := earlier(file, run > 0)
		if err != nil {
			t.Fatal(err)
		}
		k, err := keep(file, before, snapshot.Head{Tool: "test"})
		if err != nil {
			t.Fatal(err)
		}
		if has := k.done != nil && k.done("1", "r", "read 0"); has != (run > 0) {
			t.Errorf("run %d has what was read before: %t", run, has)
		}
		read := []string{"read 0", "read 1"}[run]
		if err := k.writer.Unit(snapshot.Unit{Account: "1", Region: "r", Read: read, State: snapshot.Complete}, nil); err != nil {
			t.Error(err)
		}
		k.close()
	}
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	units := 0
	if err := snapshot.Each(in, func(snapshot.Unit, []snapshot.Resource) { units++ }); err != nil || units != 2 {
		t.Errorf("%d units, %v", units, err)
	}
	if info, err := in.Stat(); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file has the mode %v, %v", info.Mode(), err)
	}
	if _, err := earlier(file, false); err == nil {
		t.Error("a snapshot is written over")
	}
}
