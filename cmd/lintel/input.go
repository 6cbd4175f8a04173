package main

import (
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
)

// inputFlags say what is read, and with which values. The order of --var and
// --var-file among each other matters, so both fill one list. Whether TF_VAR_* are
// read by default depends on the verb: a verdict should not depend on the shell,
// while who inspects wants to see what Terraform would make of it here and now.
func inputFlags(values *[]terraform.Input, env bool) []cli.Flag {
	return []cli.Flag{
		&cli.GenericFlag{Name: "var", Usage: "set a variable of the root modules: `NAME=VALUE`; repeatable", Value: &inputFlag{values, false}},
		&cli.GenericFlag{Name: "var-file", Usage: "read variables from `FILE`; repeatable", Value: &inputFlag{values, true}},
		&cli.BoolFlag{Name: "env-vars", Usage: "read TF_VAR_* and TF_WORKSPACE from the environment; --env-vars=false does not", Value: env},
		&cli.StringFlag{Name: "workspace", Usage: "evaluate as in the workspace `NAME`"},
		&cli.StringSliceFlag{Name: "exclude", Usage: "look for no input in files and folders that match `GLOB`; modules that are called are still read; repeatable"},
		&cli.StringFlag{Name: "boundary", Usage: "read nothing outside of `DIR` (default: the work tree that holds PATH, else PATH)"},
	}
}

type inputFlag struct {
	list *[]terraform.Input
	file bool
}

func (f *inputFlag) Set(text string) error {
	*f.list = append(*f.list, terraform.Input{File: f.file, Text: text})
	return nil
}

func (f *inputFlag) String() string { return "" }

// inputOptions are the options that inputFlags set.
func inputOptions(c *cli.Context, values []terraform.Input) (scan.Options, error) {
	for _, v := range values {
		if name, _, ok := strings.Cut(v.Text, "="); !v.File && (!ok || name == "") {
			return scan.Options{}, scan.Usagef("--var %s: write it as NAME=VALUE", v.Text)
		}
	}
	in := terraform.Inputs{Values: values, Workspace: c.String("workspace")}
	if c.Bool("env-vars") {
		for _, pair := range os.Environ() {
			if strings.HasPrefix(pair, "TF_VAR_") {
				in.Env = append(in.Env, pair)
			}
		}
		if in.Workspace == "" {
			in.Workspace = os.Getenv("TF_WORKSPACE")
		}
	}
	return scan.Options{
		Paths:    c.Args().Slice(),
		Inputs:   in,
		Exclude:  c.StringSlice("exclude"),
		Boundary: c.String("boundary"),
	}, nil
}
