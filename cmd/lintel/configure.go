package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/config"
)

func configFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "config", Usage: "follow the configuration `FILE` (default: the nearest " + config.Names[0] + " from PATH up to the top of the repository)"},
		&cli.BoolFlag{Name: "no-config", Usage: "follow no configuration"},
	}
}

// configure finds the configuration and sets the flags that it speaks of and that were
// not given: a flag wins, whole. The rest is left in the file that it returns, which is
// nil where there is none.
func configure(c *cli.Context, paths []string) (*config.File, error) {
	if c.Bool("no-config") {
		if c.IsSet("config") {
			return nil, scan.Usagef("--config and --no-config do not go together")
		}
		return nil, nil
	}
	options := scan.Options{
		Paths: paths, Stdin: c.App.Reader, Source: c.String("source"), Boundary: c.String("boundary"), Hook: c.Bool(hookFlag),
		PolicyFrom: c.String(policyFromFlag),
	}
	file, err := scan.Configuration(options, c.String("config"))
	if file == nil && err == nil && options.PolicyFrom != "" {
		unheard(c, options)
	}
	if file == nil || err != nil {
		return nil, err
	}
	if c.IsSet("exclude") {
		file.Exclude = nil
	}
	for _, s := range file.Settings {
		if c.IsSet(s.Flag) || s.Flag == "exclude" || !has(c.Command, s.Flag) {
			continue
		}
		if err := follow(c, s, file.Top); err != nil {
			return nil, err
		}
	}
	return file, followPolicies(c, file)
}

// unheard says that the work tree has a configuration which does not count.
func unheard(c *cli.Context, options scan.Options) {
	from := options.PolicyFrom
	options.PolicyFrom = ""
	if file, err := scan.Configuration(options, ""); file != nil || err != nil {
		complain(c.App.ErrWriter, "%s has no configuration: that of the work tree does not count", from)
	}
}

// followPolicies has the policies run that the file names. A scan that could not run
// them must not pass for one that did.
func followPolicies(c *cli.Context, file *config.File) error {
	const flag = "policy"
	switch {
	case len(file.Policies) == 0 || c.IsSet(flag):
		return nil
	case has(c.Command, flag):
		for _, p := range file.Policies {
			value := filepath.Join(file.Top, filepath.FromSlash(p.Path))
			if p.Digest != "" {
				value += "@" + p.Digest
			}
			if err := c.Set(flag, value); err != nil {
				return scan.Usagef("%s:%d: %v", file.Name, p.Line, err)
			}
		}
		return nil
	case c.Command.Name == "scan" || c.Command.Name == "baseline":
		return scan.Usagef("%s:%d: this Lintel runs no policies", file.Name, file.Policies[0].Line)
	}
	return nil
}

func has(verb *cli.Command, flag string) bool {
	return slices.ContainsFunc(verb.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), flag) })
}

// follow sets a flag. Files come before what else gives values: what the caller says
// is heard last.
func follow(c *cli.Context, s config.Setting, top string) error {
	files := make([]string, len(s.Files))
	for i, f := range s.Files {
		files[i] = filepath.Join(top, filepath.FromSlash(f.Path))
	}
	switch s.Flag {
	case "var-file":
		list := c.Generic(s.Flag).(*inputFlag).list
		for i, file := range files {
			*list = slices.Insert(*list, i, terraform.Input{File: true, Text: file})
		}
		return nil
	case "param-file":
		list := c.Generic(s.Flag).(*paramFlag).list
		for i, file := range files {
			*list = slices.Insert(*list, i, cloudformation.Param{File: true, Text: file})
		}
		return nil
	}
	for i, value := range s.Values {
		if len(files) > 0 {
			name, _, _ := strings.Cut(value, "=")
			value = name + "=" + files[i]
		}
		if err := c.Set(s.Flag, value); err != nil {
			return scan.Usagef("%s: %v", s.Key, err)
		}
	}
	return nil
}
