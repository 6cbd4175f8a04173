package main

import (
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/history"
	"github.com/lintel-iac/lintel/scan/triage"
)

const hookFlag = "hook"

func scanCommand() *cli.Command {
	var values []terraform.Input
	var environments environmentFlag
	return &cli.Command{
		Name:      "scan",
		Usage:     "judge folders and files; the default verb",
		ArgsUsage: "[PATH…]",
		Flags: slices.Concat(reportFlags(), []cli.Flag{
			&cli.GenericFlag{Name: "environment", Usage: "judge Terraform once with each: `NAME=FILE`, a variables file; repeatable, also for one name", Value: &environments},
			&cli.StringFlag{Name: "changed-since", Usage: "say of each finding what became of it since the work tree parted from `REF`, a branch, tag or commit"},
			&cli.StringFlag{Name: "gate", Usage: "`WHICH` findings count for the exit status: all, or introduced, which leaves out what was there before the change", Value: "all"},
			&cli.StringFlag{Name: policyFromFlag, Usage: "read configuration, policies, exceptions and baseline as they are at `REF`, so that a change cannot excuse itself"},
			&cli.StringFlag{Name: "history", Usage: "append a line of counts to `FILE`, for lintel trend"},
			&cli.BoolFlag{Name: hookFlag, Usage: "for a hook that gives the files of a commit: pass over those in other formats, print nothing where nothing fails"},
		}, choiceFlags(), inputFlags(&values, false)),
		Action: func(c *cli.Context) error { return scanPaths(c, &values, &environments) },
	}
}

// reportFlags say what is told of the findings, and which of them count.
func reportFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F[=FILE]`: table (default), " + alternatives(formatNames[1:]) + "; repeatable"},
		&cli.StringFlag{Name: "fail-on", Usage: "exit with 1 for findings from `LEVEL` on: low, medium, high, critical, none", Value: "low"},
		&cli.BoolFlag{Name: "fail-on-unknown", Usage: "count undecided verdicts as findings"},
		&cli.BoolFlag{Name: "soft-fail", Usage: "exit with 0 where it would be 1"},
		&cli.BoolFlag{Name: "strict", Usage: "count warnings as errors: exit with 3"},
		&cli.IntFlag{Name: "require-coverage", Usage: "exit with 3 if checks know the types of less than `N` percent of the resources"},
		&cli.BoolFlag{Name: "show-unknown", Usage: "show each undecided verdict"},
		&cli.BoolFlag{Name: "show-passed", Usage: "show what was found to be in order"},
		&cli.BoolFlag{Name: "no-color", Usage: "no colours on a terminal either; so does the environment's NO_COLOR"},
		&cli.StringFlag{Name: "baseline", Usage: "let pass what stands in `FILE`, as lintel baseline has written it"},
		&cli.BoolFlag{Name: "no-suppress", Usage: "judge as if there were no comments, exceptions or baseline that let findings pass"},
		&cli.BoolFlag{Name: "warn-unused", Usage: "warn of suppressions that match nothing"},
	}
}

// choiceFlags say which checks are run, and what is accepted.
func choiceFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "only", Usage: "run checks whose id, or another tool's id for them, matches `GLOB`; repeatable"},
		&cli.StringSliceFlag{Name: "skip", Usage: "leave out checks that match `GLOB`; repeatable"},
		frameworkFlag("run"),
		&cli.StringFlag{Name: "severity", Usage: "run checks from `LEVEL` on", Value: "low"},
		&cli.StringFlag{Name: "profile", Usage: "default leaves out opinions: tags, naming, style, cost; all does not (`NAME`)", Value: string(scan.Default)},
		&cli.StringSliceFlag{Name: "trusted-account", Usage: "in every profile, let roles, buckets and keys be shared with the AWS account `ID` alone; repeatable"},
		policyFlag(),
		&cli.StringSliceFlag{Name: "trusted-registry", Usage: "in every profile, let images of Dockerfiles and Compose come from `HOST[/PATH]` alone; repeatable"},
		&cli.StringSliceFlag{Name: "owner-tag", Usage: "the tag `NAME`, in whatever case, says whose a resource is; repeatable (default: owner)"},
		&cli.StringFlag{Name: "exceptions", Usage: "let pass what `FILE` excepts (default: " + triage.ExceptionsFile + " at the top of the work tree)"},
		&cli.StringSliceFlag{Name: "state", Usage: "let findings of live accounts and snapshots name the code that `FILE`, a Terraform state, says has made the resource; repeatable"},
		&cli.StringFlag{Name: "today", Usage: "the `DATE` by which suppressions and the support of versions end (default: that of the run)"},
	}
}

func scanPaths(c *cli.Context, values *[]terraform.Input, environments *environmentFlag) error {
	file, err := configure(c, c.Args().Slice())
	if err != nil {
		return err
	}
	outputs, fails, err := reporting(c)
	if err != nil {
		return err
	}
	options, err := scanOptions(c, *values)
	if err != nil {
		return err
	}
	options.Config, options.Environments = file, *environments
	options.ChangedSince = c.String("changed-since")
	if options.ChangedSince != "" || slices.ContainsFunc(c.Args().Slice(), snapshot.MayBe) {
		collectSeldom()
	}
	return judge(c, options, outputs, fails)
}

// reporting is what reportFlags say.
func reporting(c *cli.Context) ([]output, gate, error) {
	outputs, err := parseOutputs(c.StringSlice("format"), formatNames)
	if err != nil {
		return nil, gate{}, err
	}
	fails, err := parseGate(c)
	return outputs, fails, err
}

// judge runs the checks and writes the report.
func judge(c *cli.Context, options scan.Options, outputs []output, fails gate) error {
	makeRoom()
	report, err := scan.Run(c.Context, options)
	if err != nil {
		return err
	}
	if fails.worse && !report.Compared {
		return scan.Usagef("--gate introduced: there is nothing to compare with; give --changed-since REF, or a plan")
	}
	silent := c.Bool(hookFlag) && !fails.failing(report)
	for _, o := range outputs {
		if silent && o.file == "" {
			continue
		}
		if err := o.write(c, report); err != nil {
			return err
		}
	}
	if kept := c.String("history"); kept != "" {
		if err := history.Append(kept, report.Seen(options.Today)); err != nil {
			return scan.Usagef("--history %s: %v", kept, err)
		}
	}
	result := fails.judge(report)
	if result == lost && !slices.Contains(outputs, output{format: "table"}) {
		complain(c.App.ErrWriter, "content was lost; the diagnostics of the report say which")
	}
	if result == clean {
		return nil
	}
	return result
}

func scanOptions(c *cli.Context, values []terraform.Input) (scan.Options, error) {
	options, err := inputOptions(c, values)
	if err != nil {
		return options, err
	}
	return choiceOptions(c, options)
}

// choiceOptions adds what reportFlags and choiceFlags say.
func choiceOptions(c *cli.Context, options scan.Options) (scan.Options, error) {
	severity, err := leastSeverity(c)
	if err != nil {
		return options, err
	}
	options.Hook = c.Bool(hookFlag)
	options.PolicyFrom = c.String(policyFromFlag)
	policies, err := policySources(options, c.StringSlice("policy"))
	if err != nil {
		return options, err
	}
	known, own, err := withPolicies(c, all.Checks, policies)
	if err != nil {
		return options, err
	}
	options.Checks = known
	options.Unread = awslive.Unread
	options.Only = listed(c.StringSlice("only"))
	options.Skip = listed(c.StringSlice("skip"))
	options.Severity = severity
	if options.Frameworks, err = frameworks(c.StringSlice("framework"), own); err != nil {
		return options, err
	}
	options.Profile = scan.Profile(c.String("profile"))
	options.Settings = model.Settings{TrustedRegistries: c.StringSlice("trusted-registry"), TrustedAccounts: c.StringSlice("trusted-account")}
	options.Passed = c.Bool("show-passed")
	options.RequireCoverage = c.Int("require-coverage")
	options.Exceptions, options.Baseline = c.String("exceptions"), c.String("baseline")
	options.OwnerTags = c.StringSlice("owner-tag")
	options.States = c.StringSlice("state")
	options.NoSuppress, options.WarnUnused = c.Bool("no-suppress"), c.Bool("warn-unused")
	if today := c.String("today"); today != "" {
		var err error
		if options.Today, err = time.Parse(time.DateOnly, today); err != nil {
			return options, scan.Usagef("--today %s: write it as 2030-12-31", today)
		}
	}
	return options, nil
}

// leastSeverity is that from which on checks are asked for.
func leastSeverity(c *cli.Context) (checks.Severity, error) {
	severity, ok := checks.ParseSeverity(c.String("severity"))
	if !ok {
		return severity, scan.Usagef("--severity %s: it is low, medium, high or critical", c.String("severity"))
	}
	return severity, nil
}

// listed parts ids that were written in one argument. A comma in braces is the
// glob's own.
func listed(globs []string) []string {
	var out []string
	for _, glob := range globs {
		if strings.Contains(glob, "{") {
			out = append(out, glob)
			continue
		}
		out = append(out, strings.Split(glob, ",")...)
	}
	return out
}

// gate decides about the exit status.
type gate struct {
	from                  checks.Severity
	never                 bool // nothing is bad enough
	worse                 bool // what was there before the change does not count
	unknown, soft, strict bool
}

// gateIntroduced is the gate that what was there before a change may pass.
const gateIntroduced = "introduced"

func parseGate(c *cli.Context) (gate, error) {
	g := gate{unknown: c.Bool("fail-on-unknown"), soft: c.Bool("soft-fail"), strict: c.Bool("strict")}
	switch which := c.String("gate"); which {
	case "", "all": // live accounts have no such flag
	case gateIntroduced:
		g.worse = true
	default:
		return g, scan.Usagef("--gate %s: it is all or introduced", which)
	}
	level := c.String("fail-on")
	if g.never = strings.EqualFold(level, "none"); g.never {
		return g, nil
	}
	var ok bool
	if g.from, ok = checks.ParseSeverity(level); !ok {
		return g, scan.Usagef("--fail-on %s: it is low, medium, high, critical or none", level)
	}
	return g, nil
}

// failing tells whether there is something to act on, forgiven or not.
func (g gate) failing(r *scan.Report) bool {
	g.soft = false
	return g.judge(r) != clean
}

func (g gate) judge(r *scan.Report) exit {
	lossy := func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error || g.strict && d.Severity == diag.Warning
	}
	switch {
	case slices.ContainsFunc(r.Diagnostics, lossy):
		return lost
	case !g.soft && slices.ContainsFunc(r.Findings, g.counts):
		return findings
	}
	return clean
}

func (g gate) counts(f scan.Finding) bool {
	bad := f.Verdict == checks.Fail || g.unknown && f.Verdict == checks.Unknown
	if g.worse && !f.Change.Worse() {
		return false
	}
	return bad && !g.never && f.Suppressed == nil && f.Check.Severity >= g.from
}
