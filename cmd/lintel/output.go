package main

import (
	"errors"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
)

// output is one --format argument; without a file it goes to standard output.
type output struct{ format, file string }

func parseOutputs(args []string) ([]output, error) {
	if len(args) == 0 {
		return []output{{format: "table"}}, nil
	}
	outputs := make([]output, len(args))
	toStandard := 0
	for i, arg := range args {
		format, file, hasFile := strings.Cut(arg, "=")
		switch format {
		case "table", "json", "sarif":
		default:
			return nil, scan.Usagef("there is no format %q: it is table, json or sarif", format)
		}
		if hasFile && file == "" {
			return nil, scan.Usagef("--format %s names no file", arg)
		}
		if !hasFile {
			toStandard++
		}
		outputs[i] = output{format, file}
	}
	if toStandard > 1 {
		return nil, scan.Usagef("two formats would be mixed on standard output; give one a file: --format %s=FILE", outputs[0].format)
	}
	return outputs, nil
}

func (o output) write(c *cli.Context, r *scan.Report) error {
	if o.file == "" {
		return o.print(c, c.App.Writer, r)
	}
	f, err := os.Create(o.file)
	if err != nil {
		return err
	}
	return errors.Join(o.print(c, f, r), f.Close())
}

func (o output) print(c *cli.Context, w io.Writer, r *scan.Report) error {
	switch o.format {
	case "json":
		return formats.JSON(w, r)
	case "sarif":
		unknown := c.Bool("show-unknown") || c.Bool("fail-on-unknown")
		return formats.SARIF(w, r, formats.SARIFOptions{ShowUnknown: unknown, Version: version()})
	}
	return formats.Table(w, r, formats.TableOptions{
		Color:       !c.Bool("no-color") && colourful(w),
		ShowUnknown: c.Bool("show-unknown"),
		ShowPassed:  c.Bool("show-passed"),
	})
}

// colourful tells whether colours reach a person's eye.
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}
