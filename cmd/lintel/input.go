package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan"
)

// inputFlags say what is read, and with which values. The order of --var and
// --var-file among each other matters, so both fill one list. Whether TF_VAR_* are
// read by default depends on the verb: a verdict should not depend on the shell,
// while who inspects wants to see what Terraform would make of it here and now.
func inputFlags(values *[]terraform.Input, env bool) []cli.Flag {
	params := new([]cloudformation.Param)
	return append(configFlags(),
		&cli.GenericFlag{Name: "var", Usage: "set a variable of the root modules: `NAME=VALUE`; repeatable", Value: &inputFlag{values, false}},
		&cli.GenericFlag{Name: "var-file", Usage: "read variables from `FILE`; repeatable", Value: &inputFlag{values, true}},
		&cli.BoolFlag{Name: "env-vars", Usage: "read TF_VAR_NAME and TF_WORKSPACE from the environment; --env-vars=false does not", Value: env},
		&cli.StringFlag{Name: "workspace", Usage: "evaluate as in the workspace `NAME`"},
		&cli.GenericFlag{Name: "param", Usage: "give a parameter to the CloudFormation templates: `NAME=VALUE`; repeatable", Value: &paramFlag{params, false}},
		&cli.GenericFlag{Name: "param-file", Usage: "read parameters of templates from `FILE`; repeatable", Value: &paramFlag{params, true}},
		&cli.StringSliceFlag{Name: "exclude", Usage: "look for no input in files and folders that match `GLOB`; modules that are called are still read; repeatable"},
		&cli.StringFlag{Name: "as", Usage: "take the files named for a `FORMAT`: plan, state"},
		&cli.StringFlag{Name: "source", Usage: "`DIR` holds the Terraform source of the plans, or the templates of what is deployed, to which findings then point (default: beside each plan)"},
		&cli.StringFlag{Name: "boundary", Usage: "read nothing outside of `DIR` (default: the work tree that holds PATH, else PATH)"},
	)
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

// texts are the files among the values.
func (f *inputFlag) texts() (files []string) {
	for _, v := range *f.list {
		if v.File {
			files = append(files, v.Text)
		}
	}
	return files
}

// environmentFlag gathers NAME=FILE by name, in the order of the names.
type environmentFlag []scan.Environment

func (f *environmentFlag) Set(text string) error {
	name, file, ok := strings.Cut(text, "=")
	if !ok || name == "" || file == "" {
		return fmt.Errorf("write it as NAME=FILE")
	}
	value := terraform.Input{File: true, Text: file}
	for i := range *f {
		if (*f)[i].Name == name {
			(*f)[i].Values = append((*f)[i].Values, value)
			return nil
		}
	}
	*f = append(*f, scan.Environment{Name: name, Values: []terraform.Input{value}})
	return nil
}

func (f *environmentFlag) String() string { return "" }

func (f *environmentFlag) texts() (pairs []string) {
	for _, e := range *f {
		for _, v := range e.Values {
			pairs = append(pairs, e.Name+"="+v.Text)
		}
	}
	return pairs
}

// paramFlag is inputFlag for templates.
type paramFlag struct {
	list *[]cloudformation.Param
	file bool
}

func (f *paramFlag) Set(text string) error {
	*f.list = append(*f.list, cloudformation.Param{File: f.file, Text: text})
	return nil
}

func (f *paramFlag) String() string { return "" }

func (f *paramFlag) texts() (files []string) {
	for _, p := range *f.list {
		if p.File {
			files = append(files, p.Text)
		}
	}
	return files
}

// inputOptions are the options that inputFlags set.
func inputOptions(c *cli.Context, values []terraform.Input) (scan.Options, error) {
	for _, v := range values {
		if name, _, ok := strings.Cut(v.Text, "="); !v.File && (!ok || name == "") {
			return scan.Options{}, scan.Usagef("--var %s: write it as NAME=VALUE", v.Text)
		}
	}
	params := *c.Generic("param").(*paramFlag).list
	for _, p := range params {
		if name, _, ok := strings.Cut(p.Text, "="); !p.File && (!ok || name == "") {
			return scan.Options{}, scan.Usagef("--param %s: write it as NAME=VALUE", p.Text)
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
		Stdin:    c.App.Reader,
		As:       c.String("as"),
		Source:   c.String("source"),
		Inputs:   in,
		Params:   params,
		Exclude:  c.StringSlice("exclude"),
		Boundary: c.String("boundary"),
	}, nil
}
