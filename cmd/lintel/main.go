// Command lintel finds misconfigurations in infrastructure as code.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/scan"
)

func main() {
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// Exit statuses. That content was lost wins over findings.
const (
	clean    exit = 0
	findings exit = 1
	misused  exit = 2
	lost     exit = 3
)

// exit is the status with which a verb ends; it has said all there is to say.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// run is the whole program.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	app := program(in, out, errs)
	args, err := arrange(app.Commands, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	return int(status(err, errs))
}

// program has all verbs. It is made anew for each run, for flags keep values.
func program(in io.Reader, out, errs io.Writer) *cli.App {
	app := &cli.App{
		Name:                      "lintel",
		Usage:                     "find misconfigurations in infrastructure as code",
		UsageText:                 "lintel [scan] [flags] [PATH…]\nlintel VERB [flags] [arguments]",
		Reader:                    in,
		Writer:                    out,
		ErrWriter:                 errs,
		HideVersion:               true,
		EnableBashCompletion:      true, // and that of the other shells
		DisableSliceFlagSeparator: true,
		// The default handler would end the process.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   usageError,
		Commands:       []*cli.Command{scanCommand(), inspectCommand(), checksCommand(), explainCommand(), baselineCommand(), policyCommand(), liveCommand(), mergeCommand(), configCommand(), migrateCommand(), trendCommand(), completionCommand(), manCommand(), versionCommand()},
	}
	for _, command := range app.Commands {
		command.OnUsageError = usageError
		command.HideHelpCommand = true // after a verb, "help" is a path
	}
	return app
}

// usageError is what the flag parser says, without the help that would follow.
func usageError(_ *cli.Context, err error, _ bool) error { return scan.Usagef("%v", err) }

func status(err error, errs io.Writer) exit {
	var status exit
	var usage *scan.UsageError
	switch {
	case err == nil:
		return clean
	case errors.As(err, &status):
		return status
	case errors.As(err, &usage):
		complain(errs, "%v", err)
		return misused
	case errors.Is(err, context.Canceled):
		complain(errs, "interrupted")
		return lost
	}
	complain(errs, "%v", err)
	return lost
}

// complain writes a line to standard error. Where that fails there is no one left
// to tell.
func complain(errs io.Writer, format string, args ...any) {
	_, _ = fmt.Fprintln(errs, "lintel:", printable(fmt.Sprintf(format, args...)))
}

// printable is a text without what a terminal would obey.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}

// noArguments refuses what a verb would not look at.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return scan.Usagef("%s takes no arguments, but was given %q", c.Command.Name, c.Args().First())
	}
	return nil
}
