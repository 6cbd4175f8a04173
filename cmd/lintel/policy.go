package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/checks/policy"
	"github.com/lintel-iac/lintel/scan"
)

func policyCommand() *cli.Command {
	return &cli.Command{
		Name:      "policy",
		Usage:     "test, write and check policies of one's own",
		ArgsUsage: "test|check [PATH…]  or  new NAME",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "yaml", Usage: "new: write the policy in YAML, without Rego"},
			&cli.Float64Flag{Name: "min-coverage", Usage: "test: exit with 1 if less than `N` percent of a file is evaluated"},
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

// policyFlag is the flag of all verbs that know checks.
func policyFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "policy", Usage: "know the policies in `PATH`, too: a folder, a file, or a bundle .tar.gz; PATH@sha256:DIGEST must be that; repeatable"}
}

// withPolicies are the built-in checks and the policies of some sources; own are the latter alone.
func withPolicies(c *cli.Context, builtin []checks.Entry, sources []policy.Source) (known []checks.Entry, own []policy.Policy, err error) {
	if len(sources) == 0 {
		return builtin, nil, nil
	}
	set, err := loadPolicies(c, sources)
	if err != nil {
		return nil, nil, err
	}
	if known, err = set.Among(builtin); err != nil {
		return nil, nil, scan.Usagef("%v", err)
	}
	return known, set.Policies, nil
}

// loadPolicies loads them, and says what is wrong with them. Policies that do not load are a fault in what was asked for: who
// wrote them believes that they are run.
func loadPolicies(c *cli.Context, sources []policy.Source) (*policy.Set, error) {
	set, diags := policy.Load(sources...)
	for _, d := range diags {
		complain(c.App.ErrWriter, "%v", d)
	}
	if diags.HasErrors() {
		return nil, scan.Usagef("the policies were not loaded")
	}
	return set, nil
}

// policyFromFlag names the revision that decides what is judged by.
const policyFromFlag = "policy-from"

// policySources opens what the paths name, as it is in the revision that decides.
func policySources(options scan.Options, paths []string) ([]policy.Source, error) {
	sources := make([]policy.Source, len(paths))
	for i, path := range paths {
		source, err := policySource(options, path)
		if err != nil {
			return nil, scan.Usagef("%v", err)
		}
		sources[i] = source
	}
	return sources, nil
}

func policySource(options scan.Options, path string) (policy.Source, error) {
	file, _ := policy.Pinned(path)
	files, name, err := options.Deciding(file)
	if err != nil {
		return policy.Source{}, err
	}
	if files == nil {
		return policy.Open(path)
	}
	return policy.OpenIn(files, name, path)
}

// checkPolicies compiles policies, and says which they are.
func checkPolicies(c *cli.Context, paths []string) error {
	paths = orHere(paths)
	sources, err := policySources(scan.Options{}, paths)
	if err != nil {
		return err
	}
	_, own, err := withPolicies(c, all.Checks, sources)
	if err != nil {
		return err
	}
	for _, p := range own {
		if _, err := frameworks(slices.Sorted(maps.Keys(p.Frameworks)), own); err != nil {
			return err
		}
	}
	for _, p := range own {
		if err := say(c, "%s  %s  %s\n", p.ID, p.Severity, fewOf(strings.Fields(p.Rule.Types()))); err != nil {
			return err
		}
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

// fewOf names the first of some words.
func fewOf(words []string) string {
	const few = 3
	if len(words) <= few {
		return strings.Join(words, " ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(words[:few], " "), len(words)-few)
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
	return paths
}

func say(c *cli.Context, format string, args ...any) error {
	_, err := fmt.Fprintf(c.App.Writer, format, args...)
	return err
}
