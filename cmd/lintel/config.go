package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/config"
	"github.com/lintel-iac/lintel/scan/triage"
)

// configCommand has the flags of scan, so that it can be asked in its place.
func configCommand() *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "print: each value that holds for a scan, and whether a flag, the configuration or nobody has set it",
		ArgsUsage: "print [PATH…]",
		Flags:     scanCommand().Flags,
		Action: func(c *cli.Context) error {
			if c.Args().First() != "print" {
				return scan.Usagef("lintel config has one verb: print")
			}
			return printConfig(c)
		},
	}
}

// configured are the flags for which a configuration can speak.
var configured = []string{
	"fail-on", "fail-on-unknown", "soft-fail", "strict", "require-coverage", "warn-unused", "show-unknown",
	"profile", "severity", "only", "skip", "exclude", "workspace", "var-file", "param-file", "environment",
	"trusted-registry", "trusted-account", "owner-tag",
}

func printConfig(c *cli.Context) error {
	write := formats.SettingsText
	switch format := c.StringSlice("format"); {
	case slices.Equal(format, []string{"json"}):
		write = formats.Settings
	case len(format) > 0 && !slices.Equal(format, []string{"table"}):
		return scan.Usagef("the configuration is printed as table or json")
	}
	given := map[string]bool{}
	for _, flag := range append(configured, "exceptions", "baseline") {
		given[flag] = c.IsSet(flag)
	}
	file, err := configure(c, c.Args().Tail())
	if err != nil {
		return err
	}
	var rows []formats.Setting
	for _, flag := range configured {
		rows = append(rows, settingOf(c, flag, given[flag], file))
	}
	rows = append(rows, fileSetting(c, "exceptions", given, file), fileSetting(c, "baseline", given, file))
	if file != nil {
		rows = append(rows, structured(file)...)
	}
	return write(c.App.Writer, rows)
}

// settingOf is the value of a flag.
func settingOf(c *cli.Context, flag string, given bool, file *config.File) formats.Setting {
	row := formats.Setting{Key: config.KeyOf(flag), Origin: "default"}
	if given {
		row.Origin = "flag"
	} else if file != nil {
		for _, s := range file.Settings {
			if s.Flag == flag {
				row.Values, row.Origin, row.File, row.Line = s.Values, "file", file.Name, s.Line
				return row
			}
		}
	}
	row.Values = valuesOf(c, flag)
	if flag == "owner-tag" && len(row.Values) == 0 {
		row.Values = scan.OwnTags
	}
	return row
}

func valuesOf(c *cli.Context, name string) []string {
	i := slices.IndexFunc(c.Command.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
	switch f := c.Command.Flags[i].(type) {
	case *cli.BoolFlag:
		return []string{strconv.FormatBool(c.Bool(name))}
	case *cli.IntFlag:
		return []string{strconv.Itoa(c.Int(name))}
	case *cli.StringSliceFlag:
		return c.StringSlice(name)
	case *cli.GenericFlag:
		return f.Value.(interface{ texts() []string }).texts()
	}
	if text := c.String(name); text != "" {
		return []string{text}
	}
	return nil
}

// fileSetting is a file that steers the run.
func fileSetting(c *cli.Context, flag string, given map[string]bool, file *config.File) formats.Setting {
	row := formats.Setting{Key: flag, Origin: "default"}
	named := config.Named{}
	if file != nil {
		named = map[string]config.Named{"exceptions": file.Exceptions, "baseline": file.Baseline}[flag]
	}
	switch {
	case given[flag]:
		row.Origin, row.Values = "flag", []string{c.String(flag)}
	case named.Path != "":
		row.Origin, row.Values, row.File, row.Line = "file", []string{named.Path}, file.Name, named.Line
	case flag == "exceptions":
		row.Values = []string{triage.ExceptionsFile}
	}
	return row
}

// structured are the values for which there is no flag.
func structured(file *config.File) (rows []formats.Setting) {
	add := func(key string, line int, values ...string) {
		rows = append(rows, formats.Setting{Key: key, Values: values, Origin: "file", File: file.Name, Line: line})
	}
	for i, rule := range file.Checks {
		add(fmt.Sprintf("checks[%d]", i), int(rule.At.Start.Line), ruleText(rule))
	}
	for i, p := range file.Policies {
		add(fmt.Sprintf("policies[%d]", i), p.Line, strings.TrimSpace(p.Path+" "+p.Digest))
	}
	if line := file.Owners.CodeownersLine; line > 0 {
		add("owners.codeowners", line, strconv.FormatBool(!file.Owners.NoCodeowners))
	}
	for i, o := range file.Owners.Paths {
		add(fmt.Sprintf("owners.paths[%d]", i), o.Line, strings.Join(o.Paths, ", ")+": "+o.Owner)
	}
	return rows
}

// ruleText is a rule in a few words.
func ruleText(rule config.Rule) string {
	text := strings.Join(rule.Globs, ", ") + ":"
	if rule.Enabled != nil {
		text += map[bool]string{true: " on", false: " off"}[*rule.Enabled]
	}
	if rule.Severity != nil {
		text += " " + rule.Severity.String()
	}
	if len(rule.Paths) > 0 {
		text += " in " + strings.Join(rule.Paths, ", ")
	}
	return text
}
