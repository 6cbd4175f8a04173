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
			policyFlag(),
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			policies, err := policySources(c.StringSlice("policy"))
			if err != nil {
				return err
			}
			known, err := withPolicies(c, all.Checks, policies)
			if err != nil {
				return err
			}
			switch format := c.String("format"); format {
			case "json":
				return formats.Checks(c.App.Writer, known)
			case "table":
				return formats.ChecksText(c.App.Writer, known)
			default:
				return scan.Usagef("there is no format %q to list checks in: it is table or json", format)
			}
		},
	}
}
