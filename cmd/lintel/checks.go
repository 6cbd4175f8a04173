package main

import (
	"path"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
)

func checksCommand() *cli.Command {
	return &cli.Command{
		Name:  "checks",
		Usage: "list the checks",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F`: table, json", Value: "table"},
			&cli.StringSliceFlag{Name: "only", Usage: "list checks whose id, or another tool's id for them, matches `GLOB`; repeatable"},
			&cli.StringFlag{Name: "severity", Usage: "list checks from `LEVEL` on", Value: "low"},
			&cli.StringSliceFlag{Name: "service", Usage: "list checks of `SERVICE`, a folder of docs/checks such as s3 or aws/s3; repeatable"},
			frameworkFlag("list"),
			policyFlag(),
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			list, err := listedChecks(c)
			if err != nil {
				return err
			}
			switch format := c.String("format"); format {
			case "json":
				return formats.Checks(c.App.Writer, list)
			case "table":
				return formats.ChecksText(c.App.Writer, list)
			default:
				return scan.Usagef("there is no format %q to list checks in: it is table or json", format)
			}
		},
	}
}

// listedChecks are the checks that the flags leave.
func listedChecks(c *cli.Context) ([]checks.Entry, error) {
	severity, err := leastSeverity(c)
	if err != nil {
		return nil, err
	}
	policies, err := policySources(scan.Options{}, c.StringSlice("policy"))
	if err != nil {
		return nil, err
	}
	known, own, err := withPolicies(c, all.Checks, policies)
	if err != nil {
		return nil, err
	}
	frameworks, err := frameworks(c.StringSlice("framework"), own)
	if err != nil {
		return nil, err
	}
	options := scan.Options{
		Checks: known, Only: listed(c.StringSlice("only")), Severity: severity, Frameworks: frameworks, Profile: scan.All,
	}
	chosen, err := options.Select()
	if err != nil {
		return nil, err
	}
	services := listed(c.StringSlice("service"))
	if err := knownServices(known, services); err != nil {
		return nil, err
	}
	var list []checks.Entry
	for _, e := range chosen {
		if len(services) == 0 || slices.ContainsFunc(services, func(name string) bool { return of(name, e) }) {
			list = append(list, *e)
		}
	}
	return list, nil
}

func knownServices(known []checks.Entry, names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(known, func(e checks.Entry) bool { return of(name, &e) }) {
			return scan.Usagef("no check is of a service %q: docs/checks has a folder for each", name)
		}
	}
	return nil
}

// of tells whether a check lies in the folder of a service.
func of(service string, e *checks.Entry) bool {
	folder := path.Dir(e.Path)
	return folder == service || path.Base(folder) == service || strings.HasPrefix(folder, service+"/")
}
