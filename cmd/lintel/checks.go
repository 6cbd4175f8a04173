package main

import (
	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
)

func checksCommand() *cli.Command {
	return &cli.Command{
		Name:  "checks",
		Usage: "list all checks",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F`: table, json", Value: "table"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			switch format := c.String("format"); format {
			case "json":
				return formats.Checks(c.App.Writer, all.Checks)
			case "table":
				return formats.ChecksText(c.App.Writer, all.Checks)
			default:
				return scan.Usagef("there is no format %q to list checks in: it is table or json", format)
			}
		},
	}
}
