package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/page"
	"github.com/lintel-iac/lintel/scan"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say all about one check, with examples; another tool's id will do",
		ArgsUsage: "CHECK",
		Flags:     []cli.Flag{policyFlag()},
		Action:    explain,
	}
}

func explain(c *cli.Context) error {
	if c.NArg() != 1 {
		return scan.Usagef("explain wants the id of one check")
	}
	name := c.Args().First()
	found := all.Find(name)
	if len(found) == 0 { // it may be a policy that the configuration names
		if _, err := configure(c, []string{"."}); err != nil {
			return err
		}
	}
	if paths := c.StringSlice("policy"); len(paths) > 0 {
		if done, err := explainPolicy(c, name, paths); done || err != nil {
			return err
		}
	}
	if len(found) == 0 {
		return unknownCheck(name)
	}
	for i := range found {
		if i > 0 {
			if _, err := fmt.Fprintln(c.App.Writer); err != nil {
				return err
			}
		}
		if err := page.Text(c.App.Writer, &found[i]); err != nil {
			return err
		}
	}
	return nil
}

// explainPolicy explains the policy of that id, if there is one.
func explainPolicy(c *cli.Context, id string, paths []string) (done bool, err error) {
	sources, err := policySources(scan.Options{}, paths)
	if err != nil {
		return false, err
	}
	set, err := loadPolicies(c, sources)
	if err != nil {
		return false, err
	}
	for i := range set.Policies {
		p := &set.Policies[i]
		if p.ID != id {
			continue
		}
		examples, err := p.Examples()
		if err != nil {
			return false, err
		}
		return true, page.TextWith(c.App.Writer, &p.Entry, examples)
	}
	return false, nil
}

func unknownCheck(name string) error {
	for _, e := range all.Checks {
		if near(name, e.ID) {
			return scan.Usagef("no check is called %q; did you mean %q?", name, e.ID)
		}
	}
	return scan.Usagef("no check is called %q; lintel checks lists them all", name)
}
