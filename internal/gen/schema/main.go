// Command schema writes the provider schemas that package vocabulary embeds: one compact sorted text file for each
// provider, and the licence notice beside them. It runs by hand when a provider's version is raised:
//
//	go run ./internal/gen/schema -from DIR -to model/vocabulary/schema
//
// DIR holds terraform-schema-PROVIDER.json.gz and cloudformation-schema.json.gz, of which those types are taken that
// the mapping table (-table) has; the header that every written file starts with (see render.go) is the
// grammar of what is written. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

var providers = []string{"aws", "azurerm", "google"}

func main() {
	from := flag.String("from", "", "`directory` of the terraform-schema-*.json.gz files")
	to := flag.String("to", "", "`directory` to write into")
	table := flag.String("table", "parser/cfnmap/table.txt", "the `file` that says which types of CloudFormation are wanted")
	flag.Parse()
	if *from == "" || *to == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*from, *to, *table); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

func run(from, to, table string) error {
	files, err := generate(from, table)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(filepath.Join(to, name), files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the content of each file to write, by name.
func generate(from, table string) (map[string][]byte, error) {
	files := map[string][]byte{}
	var sources []*source
	for _, provider := range providers {
		src, err := read(filepath.Join(from, "terraform-schema-"+provider+".json.gz"))
		if err != nil {
			return nil, err
		}
		text, err := render(src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", provider, err)
		}
		files[provider+".txt"] = text
		sources = append(sources, src)
	}
	text, err := cloudFormation(from, table)
	if err != nil {
		return nil, err
	}
	files["cloudformation.txt"] = text
	files["LICENSE-NOTICE.md"] = notice(sources)
	return files, nil
}

func cloudFormation(from, table string) ([]byte, error) {
	wanted, err := mappedTypes(table)
	if err != nil {
		return nil, err
	}
	types, err := readCloudFormation(filepath.Join(from, "cloudformation-schema.json.gz"))
	if err != nil {
		return nil, err
	}
	return renderCloudFormation(types, wanted)
}
