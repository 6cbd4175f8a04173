package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/scan"
)

// shells are those for which there is a script. Each asks lintel itself what may
// follow, but for fish, whose script lists it all.
var shells = []string{"bash", "zsh", "fish", "powershell"}

var (
	//go:embed completion/lintel.bash
	bashScript string
	//go:embed completion/lintel.zsh
	zshScript string
	//go:embed completion/lintel.ps1
	powershellScript string
)

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the script that makes a shell complete verbs and flags",
		ArgsUsage: strings.Join(shells, "|"),
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 || !slices.Contains(shells, c.Args().First()) {
				return scan.Usagef("completion wants the name of a shell: %s", alternatives(shells))
			}
			script, err := completion(c.App, c.Args().First())
			if err == nil {
				_, err = fmt.Fprint(c.App.Writer, script)
			}
			return err
		},
	}
}

func completion(app *cli.App, shell string) (string, error) {
	switch shell {
	case "bash":
		return bashScript, nil
	case "zsh":
		return zshScript, nil
	case "powershell":
		return powershellScript, nil
	}
	return app.ToFishCompletion()
}

// completing tells whether a shell asks what may follow.
func completing(args []string) bool {
	return len(args) > 1 && args[len(args)-1] == "--"+completionFlag
}

var completionFlag = cli.BashCompletionFlag.Names()[0]

// toComplete is what the flag parser wants for that: the verb, which is scan where a
// flag stands first.
func toComplete(args []string) []string {
	if len(args) > 2 && strings.HasPrefix(args[1], "-") {
		return slices.Insert(slices.Clone(args), 1, "scan")
	}
	return args
}

// manCommand is for whoever packs releases.
func manCommand() *cli.Command {
	return &cli.Command{
		Name:   "man",
		Usage:  "print the manual page",
		Hidden: true,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			text, err := c.App.ToManWithSection(1)
			if err == nil {
				_, err = fmt.Fprint(c.App.Writer, text)
			}
			return err
		},
	}
}
