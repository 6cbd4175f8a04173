package funcs

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// arnFuncs are those functions of the AWS provider that depend on nothing but their arguments.
func arnFuncs() table {
	return table{
		"provider::aws::arn_build":          arnBuild(),
		"provider::aws::arn_parse":          arnParse(),
		"provider::aws::trim_iam_role_path": onString("arn", trimRolePath),
	}
}

// arnSections returns the names of what stands between the colons of an ARN after "arn:". Only the last may hold colons.
func arnSections() []string {
	return []string{"partition", "service", "region", "account_id", "resource"}
}

func arnBuild() function.Function {
	spec := &function.Spec{
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			arn := "arn"
			for _, section := range args {
				arn += ":"
				if !section.IsKnown() {
					arn += section.Range().StringPrefix()
					return cty.UnknownVal(cty.String).Refine().StringPrefix(arn).NewValue(), nil
				}
				arn += section.AsString()
			}
			return cty.StringVal(arn), nil
		},
	}
	for _, name := range arnSections() {
		section := param(name, cty.String)
		section.AllowUnknown = true
		spec.Params = append(spec.Params, section)
	}
	return function.New(spec)
}

// arnParse knows those sections of an unknown ARN that lie within its known beginning.
func arnParse() function.Function {
	arn := param("arn", cty.String)
	arn.AllowUnknown = true
	types := map[string]cty.Type{}
	for _, name := range arnSections() {
		types[name] = cty.String
	}
	return function.New(&function.Spec{
		Params:       []function.Parameter{arn},
		Type:         function.StaticReturnType(cty.Object(types)),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if !args[0].IsKnown() {
				return partlyKnownARN(args[0].Range().StringPrefix()), nil
			}
			sections, err := splitARN(args[0].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			vals := map[string]cty.Value{}
			for i, name := range arnSections() {
				vals[name] = cty.StringVal(sections[i])
			}
			return cty.ObjectVal(vals), nil
		},
	})
}

func partlyKnownARN(start string) cty.Value {
	vals := map[string]cty.Value{}
	rest, ours := strings.CutPrefix(start, "arn:")
	for _, name := range arnSections() {
		section, after, ended := strings.Cut(rest, ":")
		switch {
		case !ours || !ended && rest == "":
			vals[name] = cty.UnknownVal(cty.String).RefineNotNull()
		case ended && name != "resource":
			vals[name] = cty.StringVal(section)
		default:
			vals[name] = cty.UnknownVal(cty.String).Refine().NotNull().StringPrefix(rest).NewValue()
		}
		rest = after
	}
	return cty.ObjectVal(vals)
}

func splitARN(arn string) ([]string, error) {
	n := len(arnSections()) + 1
	sections := strings.SplitN(arn, ":", n)
	if len(sections) < n || sections[0] != "arn" {
		return nil, fmt.Errorf("%q is not an ARN", arn)
	}
	return sections[1:], nil
}

// trimRolePath turns arn:aws:iam::123456789012:role/path/name into …:role/name.
func trimRolePath(arn string) (string, error) {
	sections, err := splitARN(arn)
	if err != nil {
		return "", err
	}
	service, resource := sections[1], sections[4]
	if service != "iam" || !strings.HasPrefix(resource, "role/") {
		return "", fmt.Errorf("%q is not the ARN of an IAM role", arn)
	}
	sections[4] = "role" + resource[strings.LastIndex(resource, "/"):]
	return "arn:" + strings.Join(sections, ":"), nil
}
