package dockerfile

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each Dockerfile in testdata has its model beside it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.Dockerfile")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			scope, diags, err := Parse(context.Background(), os.DirFS("testdata"), filepath.Base(file))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, r := range scope.Resources {
				fmt.Fprintf(&b, "%s %s %s\n", r.Type, r.Address, between(r.Location))
				dump(&b, r.Body, "  ")
			}
			for _, d := range diags {
				fmt.Fprintln(&b, d)
			}
			golden := strings.TrimSuffix(file, ".Dockerfile") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || b.String() != string(want) {
				t.Errorf("differs from %s (%v); -update rewrites it:\n%s", golden, err, b.String())
			}
		})
	}
}

func between(r model.Range) string {
	return fmt.Sprintf("%d:%d-%d:%d", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column)
}

// dump writes a value as indented lines, each with its place.
func dump(b *strings.Builder, v model.Value, indent string) {
	members, ok := v.Data.(model.Members)
	if !ok {
		return
	}
	for name, member := range members.All() {
		m := member
		list, isList := m.Data.([]model.Value)
		switch {
		case m.State == model.Known && isList && len(list) > 0 && isObject(list[0]):
			for _, e := range list {
				fmt.Fprintf(b, "%s%s: %s\n", indent, name, between(e.Origin.Range))
				dump(b, e, indent+"  ")
			}
		case isObject(m):
			fmt.Fprintf(b, "%s%s:\n", indent, name)
			dump(b, m, indent+"  ")
		case m.State == model.Unknown:
			fmt.Fprintf(b, "%s%s: unknown %q…%q (%s) %s\n", indent, name, m.Why.Prefix, m.Why.Suffix, m.Why.Reason, between(m.Origin.Range))
		case name == "stage" || name == "stage_index" || name == "onbuild" && m.Data == false || isList && len(list) == 0:
		default:
			fmt.Fprintf(b, "%s%s: %s %s\n", indent, name, m, between(m.Origin.Range))
		}
	}
}

func isObject(v model.Value) bool {
	_, ok := v.Data.(model.Members)
	return ok
}
