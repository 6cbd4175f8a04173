package main

import (
	"encoding/json"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/scan"
)

// chosenReaders are those that the checks need, if not all are to be run: for what they judge, and for what their
// examples show that they look at besides.
func chosenReaders(c *cli.Context, options scan.Options) ([]*awslive.Reader, error) {
	if len(options.Only) == 0 && c.Args().First() == "aws" {
		return awslive.Readers(), nil
	}
	chosen, err := scan.Chosen(options)
	if err != nil {
		return nil, err
	}
	var types []string
	for _, e := range chosen {
		for _, typ := range strings.Fields(e.Rule.Types()) {
			if typ != "*" { // which takes whatever the others want
				types = append(types, typ)
			}
		}
		besides, err := example.Types(e)
		if err != nil {
			return nil, err
		}
		types = append(types, besides...)
	}
	return awslive.ReadersOf(types), nil
}

// livePermissions prints the least policy that the checks need.
func livePermissions(c *cli.Context) error {
	options, err := choiceOptions(c, scan.Options{})
	if err != nil {
		return err
	}
	readers, err := chosenReaders(c, options)
	if err != nil {
		return err
	}
	type statement struct {
		Sid, Effect string
		Action      []string
		Resource    string
	}
	policy := struct {
		Version   string
		Statement []statement
	}{"2012-10-17", []statement{{"LintelReads", "Allow", append([]string{"ec2:DescribeRegions"}, awslive.Permissions(readers)...), "*"}}}
	out := json.NewEncoder(c.App.Writer)
	out.SetIndent("", "  ")
	return out.Encode(policy)
}
