package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/checks/policy"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/trial"
)

// testPolicies runs the examples beside policies, and the test rules of those in Rego.
func testPolicies(c *cli.Context, paths []string) error {
	sources, err := policySources(scan.Options{}, orHere(paths))
	if err != nil {
		return err
	}
	set, err := loadPolicies(c, sources)
	if err != nil {
		return err
	}
	failed := false
	set.Library.Watch()
	for i := range set.Policies {
		bad, err := testExamples(c, &set.Policies[i])
		if err != nil {
			return err
		}
		failed = failed || bad
	}
	bad, err := testRules(c, set)
	if err != nil {
		return err
	}
	if failed || bad {
		return findings
	}
	return nil
}

// testExamples says how the examples of a policy went, and tells whether one failed. A policy without a bad and a good example of
// a format has not shown that it works there.
func testExamples(c *cli.Context, p *policy.Policy) (failed bool, err error) {
	examples, err := p.Examples()
	if err != nil {
		return true, say(c, "FAIL %s\n     %s: %v\n", p.ID, p.ExamplesFile(), err)
	}
	shown := map[model.Format][]example.Kind{}
	var faults []string
	for i := range examples {
		e := &examples[i]
		wrong, formats, err := trial.Run(c.Context, &p.Entry, e)
		if err != nil {
			return true, err
		}
		for _, fault := range wrong {
			faults = append(faults, e.Name+": "+fault)
		}
		for _, format := range formats {
			shown[format] = append(shown[format], e.Kind)
		}
	}
	faults = append(faults, lacking(p, shown)...)
	if len(faults) == 0 {
		return false, say(c, "ok   %s  %s\n", p.ID, counted(len(examples), "example")+" of "+strings.Join(names(shown), ", "))
	}
	return true, say(c, "FAIL %s\n     %s\n", p.ID, indented(faults))
}

func indented(lines []string) string {
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	return strings.Join(lines, "\n     ")
}

// lacking are the examples that are not there.
func lacking(p *policy.Policy, shown map[model.Format][]example.Kind) []string {
	if len(shown) == 0 {
		return []string{"there are no examples in " + p.ExamplesFile()}
	}
	var faults []string
	for _, format := range names(shown) {
		for _, kind := range [...]example.Kind{example.Bad, example.Good} {
			if !slices.Contains(shown[model.Format(format)], kind) {
				faults = append(faults, fmt.Sprintf("no %s example of %s", kind, format))
			}
		}
	}
	return faults
}

func names(shown map[model.Format][]example.Kind) []string {
	var out []string
	for format := range shown {
		out = append(out, string(format))
	}
	slices.Sort(out)
	return out
}

// testRules says how the test rules went, and what of the policies they and the examples have evaluated.
func testRules(c *cli.Context, set *policy.Set) (failed bool, err error) {
	for _, r := range set.Library.Test(c.Context) {
		word := "ok  "
		if r.Fault != "" {
			word, failed = "FAIL", true
		}
		if err := say(c, "%s %s\n", word, printable(r.String())); err != nil {
			return failed, err
		}
	}
	for _, of := range set.Library.Coverage() {
		low := of.Percent < c.Float64("min-coverage")
		failed = failed || low
		missed := ""
		if len(of.Missed) > 0 {
			missed = ", not lines " + strings.Trim(strings.ReplaceAll(fmt.Sprint(of.Missed), " ", ", "), "[]")
		}
		if err := say(c, "     %.0f %% of %s was evaluated%s\n", of.Percent, of.File, missed); err != nil {
			return failed, err
		}
	}
	return failed, nil
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
