package example

import (
	"regexp"
	"slices"

	"github.com/lintel-iac/lintel/model"
)

var (
	declaredType = regexp.MustCompile(`\bType"?: *"?(AWS::\w+::\w+)`)
	defaultGroup = regexp.MustCompile(`\.DefaultSecurityGroup\b`)
)

// Types are CloudFormation's types of all resources that templates among the examples declare, sorted. What a check has
// to do with, its examples have.
func Types(examples []Example) []string {
	var types []string
	for _, e := range examples {
		if e.Format != model.CloudFormation {
			continue
		}
		for _, f := range e.Files {
			for _, found := range declaredType.FindAllSubmatch(f.Data, -1) {
				types = append(types, string(found[1]))
			}
			if defaultGroup.Match(f.Data) { // which the platform declares
				types = append(types, "AWS::EC2::SecurityGroup")
			}
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}
