package terraform_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/parser/terraform"
)

// patience is how long a few kilobytes may take. It is far more than they need,
// because fuzzing shares its machine.
const patience = 20 * time.Second

// No source makes the parser panic, give up or run away, whatever stands beside
// it in JSON syntax.
func FuzzParse(f *testing.F) {
	for _, file := range goldenFiles(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		var native, inJSON []byte
		for _, section := range archive.Files {
			switch {
			case strings.HasSuffix(section.Name, ".tf"):
				native = append(native, section.Data...)
			case strings.HasSuffix(section.Name, ".tf.json"):
				inJSON = section.Data
			}
		}
		f.Add(native, inJSON)
	}
	f.Fuzz(func(t *testing.T, native, inJSON []byte) {
		if len(native)+len(inJSON) > 16<<10 {
			t.Skip("large inputs only make fuzzing slow")
		}
		fsys, err := txtar.FS(&txtar.Archive{Files: []txtar.File{
			{Name: "main.tf", Data: native},
			{Name: "second.tf.json", Data: inJSON},
			{Name: "m/main.tf", Data: []byte("variable \"in\" {}\noutput \"out\" { value = var.in }\n")},
		}})
		if err != nil {
			t.Fatal(err)
		}
		runaway := time.AfterFunc(patience, func() { panic("runs away") })
		defer runaway.Stop()
		for _, strict := range [...]bool{false, true} {
			scope, diags, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{Strict: strict})
			if err != nil {
				t.Fatal(err)
			}
			dump(scope, diags, false)
		}
	})
}
