// Package compact renders the schemas of providers as the text files that package
// vocabulary embeds.
package compact

import (
	"fmt"
	"path/filepath"
)

var providers = []string{"aws", "azurerm", "google"}

// Files returns the content of each file to write, by name. from is the folder of
// the providers' schemas, table the mapping table that says which types of
// CloudFormation are wanted.
func Files(from, table string) (map[string][]byte, error) {
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
