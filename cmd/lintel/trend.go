package main

import (
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/history"
)

func trendCommand() *cli.Command {
	return &cli.Command{
		Name:      "trend",
		Usage:     "print or draw what became of findings over time, from what scan --history has written",
		ArgsUsage: "FILE",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F[=FILE]`: table (default), json or svg; repeatable"},
		},
		Action: trend,
	}
}

var trendFormats = map[string]func(io.Writer, []history.Point) error{
	"table": formats.TrendText, "json": formats.TrendJSON, "svg": formats.TrendSVG,
}

func trend(c *cli.Context) error {
	if c.NArg() != 1 {
		return scan.Usagef("lintel trend wants one file, which scan --history has written")
	}
	outputs, err := parseOutputs(c.StringSlice("format"), []string{"table", "json", "svg"})
	if err != nil {
		return err
	}
	runs, err := readHistory(c.Args().First())
	if err != nil {
		return err
	}
	for _, o := range outputs {
		err := o.into(c.App.Writer, func(w io.Writer) error { return trendFormats[o.format](w, history.Trend(runs)) })
		if err != nil {
			return err
		}
	}
	return nil
}

func readHistory(file string) ([]history.Run, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, scan.Usagef("%s: %v", file, errors.Unwrap(err))
	}
	defer f.Close()
	runs, err := history.Read(f)
	if err != nil {
		return nil, scan.Usagef("%s: %v", file, err)
	}
	return runs, nil
}
