package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
)

func inspectCommand() *cli.Command {
	var values []terraform.Input
	return &cli.Command{
		Name:      "inspect",
		Usage:     "print the resources as checks see them",
		ArgsUsage: "[PATH…]",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F`: json", Value: "json"},
			&cli.BoolFlag{Name: "show-sensitive", Usage: "print sensitive values, too"},
			&cli.StringFlag{Name: "paths", Usage: "print instead the paths of attributes that resources of `TYPE` have here"},
		}, inputFlags(&values, true)...),
		Action: func(c *cli.Context) error { return inspectPaths(c, &values) },
	}
}

func inspectPaths(c *cli.Context, values *[]terraform.Input) error {
	if c.String("format") != "json" {
		return scan.Usagef("there is no format %q to inspect in: it is json", c.String("format"))
	}
	file, err := configure(c, c.Args().Slice())
	if err != nil {
		return err
	}
	options, err := inputOptions(c, *values)
	if err != nil {
		return err
	}
	options.Config = file
	options.Inputs.Strict = true // who inspects wants to hear all that Terraform would say
	makeRoom()
	inventory, err := scan.Read(c.Context, options)
	if err != nil {
		return err
	}
	if typ := c.String("paths"); typ != "" {
		err = printPaths(c, typ, inventory.Inputs)
	} else {
		err = formats.Inspect(c.App.Writer, inspected(inventory), c.Bool("show-sensitive"))
	}
	if err == nil && complainOf(c, inventory) {
		err = lost
	}
	return err
}

func inspected(inventory *scan.Inventory) []formats.Inspected {
	scopes := make([]formats.Inspected, len(inventory.Inputs))
	for i, in := range inventory.Inputs {
		scopes[i] = formats.Inspected{Scope: in.Scope, Diagnostics: in.Diagnostics, Root: in.Scope.Root, Base: inventory.Base}
	}
	return scopes
}

// complainOf tells of diagnostics that belong to no scope, and whether content
// was lost.
func complainOf(c *cli.Context, inventory *scan.Inventory) bool {
	for _, d := range inventory.Diagnostics {
		complain(c.App.ErrWriter, "%v", d)
	}
	lossy := func(in scan.Input) bool { return in.Diagnostics.HasErrors() }
	return inventory.Diagnostics.HasErrors() || slices.ContainsFunc(inventory.Inputs, lossy)
}

func printPaths(c *cli.Context, typ string, inputs []scan.Input) error {
	paths := map[string]bool{}
	for _, in := range inputs {
		for _, r := range in.Scope.OfType(typ) {
			collect(paths, "", r.Body)
			for place, v := range r.Folded.All() {
				collect(paths, place, v)
			}
		}
	}
	return printLines(c.App.Writer, paths)
}
