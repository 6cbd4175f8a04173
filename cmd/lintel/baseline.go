package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/triage"
)

func baselineCommand() *cli.Command {
	var values []terraform.Input
	return &cli.Command{
		Name:      "baseline",
		Usage:     "write down what is found today, for scan --baseline to let pass",
		ArgsUsage: "[PATH…]",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, or to standard output for -", Value: ".lintel-baseline.json"},
			&cli.BoolFlag{Name: "prune", Usage: "take out of the file what is gone, and add nothing"},
		}, slices.Concat(choiceFlags(), inputFlags(&values, false))...),
		Action: func(c *cli.Context) error { return writeBaseline(c, &values) },
	}
}

func writeBaseline(c *cli.Context, values *[]terraform.Input) error {
	configured, err := configure(c, c.Args().Slice())
	if err != nil {
		return err
	}
	options, err := scanOptions(c, *values)
	if err != nil {
		return err
	}
	if options.Config = configured; configured != nil {
		configured.Baseline.Path = "" // that which is written now is not followed
	}
	file, prune := c.String("output"), c.Bool("prune")
	if prune {
		if file == "-" {
			return scan.Usagef("--prune wants the file that it is to prune: -o FILE")
		}
		options.Baseline = file
	}
	makeRoom()
	report, err := scan.Run(c.Context, options)
	if err != nil {
		return err
	}
	incomplete := report.Diagnostics.HasErrors()
	if incomplete {
		complain(c.App.ErrWriter, "content was lost; lintel scan says which")
	}
	if prune && incomplete { // what was not read cannot be told from what is gone
		return lost
	}
	baseline := report.Baseline
	if prune {
		baseline = report.Pruned
		if baseline() == nil {
			return scan.Usagef("%s is no baseline of Lintel's", file)
		}
	}
	if err := saveBaseline(c.App.Writer, file, baseline()); err != nil {
		return err
	}
	if incomplete {
		return lost
	}
	return nil
}

func saveBaseline(out io.Writer, file string, b *triage.Baseline) error {
	if file == "-" {
		return b.Write(out)
	}
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		return err
	}
	if err := os.WriteFile(file, text.Bytes(), 0o644); err != nil {
		return err
	}
	noun := "findings"
	if b.Len() == 1 {
		noun = "finding"
	}
	_, err := fmt.Fprintf(out, "%s holds %d %s\n", printable(file), b.Len(), noun)
	return err
}
