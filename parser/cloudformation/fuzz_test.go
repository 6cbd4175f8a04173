package cloudformation_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/parser/cloudformation"
)

// No template makes the parser panic, give up or run away, whatever parameters
// it is given and whatever it nests.
func FuzzParse(f *testing.F) {
	for _, file := range goldenFiles(f) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, section := range archive.Files {
			if strings.HasSuffix(section.Name, ".yaml") || strings.HasSuffix(section.Name, ".json") {
				f.Add(section.Data, archive.Files[0].Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, template, other []byte) {
		if len(template)+len(other) > 16<<10 {
			t.Skip("large inputs only make fuzzing slow")
		}
		fsys := fstest.MapFS{"main.yaml": {Data: template}, "network.yaml": {Data: other}, "a.json": {Data: other}}
		start := time.Now()
		cloudformation.IsTemplate("main.yaml", template)
		loader := cloudformation.New(fsys)
		loader.Share([]string{"main.yaml", "network.yaml"})
		loader.Nested("main.yaml")
		params := []cloudformation.Param{{File: true, Text: "a.json"}, {Text: "Env=dev"}}
		scope, diags, err := loader.Parse(context.Background(), "main.yaml", cloudformation.Inputs{Params: params})
		if err != nil {
			t.Fatal(err)
		}
		dump(scope, diags)
		if took := time.Since(start); took > patience {
			t.Errorf("took %s", took)
		}
	})
}
