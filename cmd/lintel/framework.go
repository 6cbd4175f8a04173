package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/compliance"
	"github.com/lintel-iac/lintel/checks/policy"
	"github.com/lintel-iac/lintel/scan"
)

func frameworkFlag(verb string) cli.Flag {
	return &cli.StringSliceFlag{
		Name: "framework", Usage: verb + " the checks that are evidence for the controls of `NAME`: " + alternatives(compliance.Names()) + "; repeatable",
	}
}

// frameworks are those of the names, with the policies that say they are evidence for a control. A framework that only
// policies name is made of the controls that they name.
func frameworks(names []string, policies []policy.Policy) ([]checks.Framework, error) {
	var found []checks.Framework
	for _, name := range listed(names) {
		framework, ok, err := compliance.Find(name)
		if err != nil {
			return nil, err
		}
		if !ok {
			framework = ownFramework(name, policies)
		}
		if len(framework.Controls) == 0 {
			return nil, scan.Usagef("no framework is called %q: it is %s", name, alternatives(compliance.Names()))
		}
		if err := claim(framework, policies); err != nil {
			return nil, err
		}
		found = append(found, framework)
	}
	return found, nil
}

// ownFramework has the controls that policies name, in the order of their ids.
func ownFramework(name string, policies []policy.Policy) checks.Framework {
	var ids []string
	for _, p := range policies {
		ids = append(ids, p.Frameworks[name]...)
	}
	slices.Sort(ids)
	own := checks.Framework{ID: name, Title: name}
	for _, id := range slices.Compact(ids) {
		own.Controls = append(own.Controls, checks.Control{ID: id})
	}
	return own
}

// claim adds policies to the controls that they name.
func claim(framework checks.Framework, policies []policy.Policy) error {
	for _, p := range policies {
		for name, ids := range p.Frameworks {
			named, ok, err := compliance.Find(name)
			if err != nil {
				return err
			}
			if ok && named.ID != framework.ID || !ok && name != framework.ID {
				continue
			}
			for _, id := range ids {
				i := slices.IndexFunc(framework.Controls, func(c checks.Control) bool { return c.ID == id })
				if i < 0 {
					return scan.Usagef("%s: %s has no control %q", p.File, framework.ID, id)
				}
				framework.Controls[i].Checks = append(framework.Controls[i].Checks, p.ID)
			}
		}
	}
	return nil
}
