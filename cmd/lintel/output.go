package main

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
)

// started is when the run began, which gitlab-sast, ocsf and asff tell, because they must.
var started = time.Now()

// output is one --format argument; without a file it goes to standard output.
type output struct{ format, file string }

// formatNames are those of all outputs, the default first.
var formatNames = []string{
	"table", "json", "sarif", "junit", "github", "gitlab-codequality", "gitlab-sast", "markdown", "html", "csv", "ocsf", "asff",
}

// alternatives are words as a sentence names them: a, b or c.
func alternatives(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// parseOutputs reads arguments that name formats, of which the first is the default.
func parseOutputs(args, names []string) ([]output, error) {
	if len(args) == 0 {
		return []output{{format: names[0]}}, nil
	}
	outputs := make([]output, len(args))
	toStandard := 0
	for i, arg := range args {
		format, file, hasFile := strings.Cut(arg, "=")
		if !slices.Contains(names, format) {
			return nil, scan.Usagef("there is no format %q: it is %s", format, alternatives(names))
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
	return o.into(c.App.Writer, func(w io.Writer) error { return o.print(c, w, r) })
}

// into opens the file of an output, if it names one.
func (o output) into(standard io.Writer, print func(io.Writer) error) error {
	if o.file == "" {
		return print(standard)
	}
	f, err := os.Create(o.file)
	if err != nil {
		return err
	}
	return errors.Join(print(f), f.Close())
}

func (o output) print(c *cli.Context, w io.Writer, r *scan.Report) error {
	unknown := c.Bool("show-unknown") || c.Bool("fail-on-unknown")
	worse := c.String("gate") == gateIntroduced
	switch o.format {
	case "json":
		return formats.JSON(w, r)
	case "sarif":
		return formats.SARIF(w, r, formats.SARIFOptions{ShowUnknown: unknown, Stage: r.Stage, Version: version()})
	case "junit":
		return formats.JUnit(w, r, formats.JUnitOptions{FailOnUnknown: c.Bool("fail-on-unknown"), OnlyWorse: worse})
	case "github":
		return formats.GitHub(w, r, formats.GitHubOptions{ShowUnknown: unknown, OnlyWorse: worse})
	case "gitlab-codequality":
		return formats.GitLabCodeQuality(w, r, formats.CodeQualityOptions{ShowUnknown: unknown})
	case "gitlab-sast":
		return formats.GitLabSAST(w, r, formats.SASTOptions{ShowUnknown: unknown, Version: version(), Start: started, End: time.Now()})
	case "markdown":
		return formats.Markdown(w, r, formats.MarkdownOptions{ShowUnknown: unknown})
	case "html":
		return formats.HTML(w, r)
	case "csv":
		return formats.CSV(w, r)
	case "ocsf":
		return formats.OCSF(w, r, formats.OCSFOptions{Time: started, Version: version()})
	case "asff":
		if r.Stage != "live" {
			return scan.Usagef("asff is for live accounts and snapshots of them: what is code has no account")
		}
		if n := len(r.Diagnostics); n > 0 {
			complain(c.App.ErrWriter, "asff has no place for diagnostics, of which there are %d; other formats have them", n)
		}
		return formats.ASFF(w, r, formats.ASFFOptions{Time: started})
	}
	return formats.Table(w, r, formats.TableOptions{
		Color:       !c.Bool("no-color") && colourful(w),
		ShowUnknown: c.Bool("show-unknown"),
		ShowPassed:  c.Bool("show-passed"),
		Screen:      c.Bool(hookFlag) && o.file == "",
		OnlyWorse:   worse,
	})
}

// colourful tells whether colours reach a person's eye.
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}
