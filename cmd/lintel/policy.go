package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/policy"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

func policyCommand() *cli.Command {
	return &cli.Command{
		Name:      "policy",
		Usage:     "test, write and check policies of one's own",
		ArgsUsage: "test|check [PATH…]  or  new NAME",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "yaml", Usage: "new: write the policy in YAML, without Rego"},
			&cli.Float64Flag{Name: "min-coverage", Usage: "test: exit with 1 if the test rules evaluate less than `N` percent of a file"},
		},
		Action: func(c *cli.Context) error {
			rest := c.Args().Tail()
			switch c.Args().First() {
			case "test":
				return testPolicies(c, rest)
			case "check":
				return checkPolicies(c, rest)
			case "new":
				return newPolicy(c, rest)
			}
			return scan.Usagef("policy wants test, check or new, not %q", c.Args().First())
		},
	}
}

// policyFlag is the flag of scan.
func policyFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "policy", Usage: "run the policies in `PATH`, too: a folder, a file, or a bundle .tar.gz; PATH@sha256:DIGEST must be that; repeatable"}
}

// withPolicies are the built-in checks and the policies of some paths. Policies that do not load are a fault in what was asked
// for: who wrote them believes that they are run.
func withPolicies(c *cli.Context, builtin []checks.Entry, paths []string) ([]checks.Entry, error) {
	if len(paths) == 0 {
		return builtin, nil
	}
	set, err := loadPolicies(c, paths)
	if err != nil {
		return nil, err
	}
	entries, err := set.Among(builtin)
	if err != nil {
		return nil, scan.Usagef("%v", err)
	}
	return entries, nil
}

func loadPolicies(c *cli.Context, paths []string) (*policy.Set, error) {
	sources, err := policySources(paths)
	if err != nil {
		return nil, err
	}
	set, diags := policy.Load(sources...)
	faults := 0
	for _, d := range diags {
		complain(c.App.ErrWriter, "%v", d)
		if d.Severity == diag.Error {
			faults++
		}
	}
	if faults > 0 {
		return nil, scan.Usagef("the policies in %s were not loaded", strings.Join(paths, ", "))
	}
	return set, nil
}

func policySources(paths []string) ([]policy.Source, error) {
	sources := make([]policy.Source, len(paths))
	for i, path := range paths {
		source, err := policy.Open(path)
		if err != nil {
			return nil, scan.Usagef("%v", err)
		}
		sources[i] = source
	}
	return sources, nil
}

// checkPolicies compiles policies, and says which they are.
func checkPolicies(c *cli.Context, paths []string) error {
	paths = orHere(paths)
	set, err := loadPolicies(c, paths)
	if err != nil {
		return err
	}
	for _, p := range set.Policies {
		types := p.Rule.Types()
		if words := strings.Fields(types); len(words) > 3 {
			types = fmt.Sprintf("%s and %d more", strings.Join(words[:3], " "), len(words)-3)
		}
		if err := say(c, "%s  %s  %s\n", p.ID, p.Severity, types); err != nil {
			return err
		}
	}
	sources, err := policySources(paths)
	if err != nil {
		return err
	}
	for i, source := range sources {
		digest, err := policy.Digest(source)
		if err != nil {
			return err
		}
		if err := say(c, "%s is %s\n", paths[i], digest); err != nil {
			return err
		}
	}
	return nil
}

func newPolicy(c *cli.Context, args []string) error {
	if len(args) != 1 {
		return scan.Usagef("policy new wants the name of one policy, such as policies/acme/bucket_logging")
	}
	files, err := policy.Draft(args[0], c.Bool("yaml"))
	if err != nil {
		return scan.Usagef("%v", err)
	}
	return say(c, "wrote %s\n", strings.Join(files, " and "))
}

func orHere(paths []string) []string {
	if len(paths) == 0 {
		return []string{"."}
	}
	return slices.Clone(paths)
}

func say(c *cli.Context, format string, args ...any) error {
	_, err := fmt.Fprintf(c.App.Writer, format, args...)
	return err
}
