package example

import (
	"regexp"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Types are those of the resources in a check's examples, Terraform's and CloudFormation's, sorted: what it judges, and
// what it looks at besides.
func Types(check *checks.Entry) ([]string, error) {
	examples, err := Of(check)
	if err != nil {
		return nil, err
	}
	var types []string
	for _, e := range examples {
		declared := declarations[e.Format]
		if declared == nil {
			continue
		}
		for _, file := range e.Files {
			for _, found := range declared.FindAllSubmatch(file.Data, -1) {
				types = append(types, string(found[1]))
			}
			if ofVPC.Match(file.Data) {
				types = append(types, "AWS::EC2::SecurityGroup")
			}
		}
	}
	slices.Sort(types)
	return slices.Compact(types), nil
}

var declarations = map[model.Format]*regexp.Regexp{
	model.Terraform:      regexp.MustCompile(`(?m)^resource "([a-z0-9_]+)"`),
	model.CloudFormation: regexp.MustCompile(`\bType"?: *"?(AWS::\w+::\w+)`),
}

// ofVPC is the security group that each VPC has, which nobody declares.
var ofVPC = regexp.MustCompile(`\.DefaultSecurityGroup\b`)
