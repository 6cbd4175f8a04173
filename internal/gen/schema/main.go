//go:build gen

// Command schema writes the provider schemas that package vocabulary embeds: one compact sorted text file for each
// provider, and the licence notice beside them. It runs by hand when a provider's version is raised:
//
//	make schema SCHEMAS=DIR
//
// which is go run -tags gen ./internal/gen/schema -from DIR -to model/vocabulary/schema
//
// DIR holds terraform-schema-PROVIDER.json.gz and cloudformation-schema.json.gz, of which those types are taken that
// the mapping table (-table) has; the header that every written file starts with (see compact/render.go) is the
// grammar of what is written. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/lintel-iac/lintel/internal/gen/schema/compact"
)

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
	files, err := compact.Files(from, table)
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
