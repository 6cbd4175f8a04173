package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
)

func mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join JSON reports of runs that have shared the work",
		ArgsUsage: "REPORT…",
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return scan.Usagef("name the reports that are to be one: lintel merge 1.json 2.json")
			}
			reports := make([][]byte, c.NArg())
			for i, name := range c.Args().Slice() {
				text, err := os.ReadFile(name)
				if err != nil {
					return scan.Usagef("%s: there is no such report", name)
				}
				reports[i] = text
			}
			if err := formats.Merge(c.App.Writer, reports...); err != nil {
				return scan.Usagef("%v", err)
			}
			return nil
		},
	}
}
