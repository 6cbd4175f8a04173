package funcs

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func stringFuncs() table {
	return table{
		"chomp":       stdlib.ChompFunc,
		"endswith":    onStrings(cty.Bool, endswith, "str", "suffix"),
		"format":      limitFormat(stdlib.FormatFunc),
		"formatlist":  limitFormat(stdlib.FormatListFunc),
		"indent":      limitIndent(stdlib.IndentFunc),
		"join":        stdlib.JoinFunc,
		"lower":       stdlib.LowerFunc,
		"regex":       stdlib.RegexFunc,
		"regexall":    stdlib.RegexAllFunc,
		"replace":     replace(),
		"split":       stdlib.SplitFunc,
		"startswith":  startswith(),
		"strcontains": onStrings(cty.Bool, strcontains, "str", "substr"),
		"strrev":      stdlib.ReverseFunc,
		"substr":      stdlib.SubstrFunc,
		"title":       stdlib.TitleFunc,
		"trim":        stdlib.TrimFunc,
		"trimprefix":  stdlib.TrimPrefixFunc,
		"trimspace":   stdlib.TrimSpaceFunc,
		"trimsuffix":  stdlib.TrimSuffixFunc,
		"upper":       stdlib.UpperFunc,
	}
}

func endswith(args []string) (cty.Value, error) {
	return cty.BoolVal(strings.HasSuffix(args[0], args[1])), nil
}

func strcontains(args []string) (cty.Value, error) {
	return cty.BoolVal(strings.Contains(args[0], args[1])), nil
}

// startswith often knows the answer for an unknown string, of which the beginning is known.
func startswith() function.Function {
	str := param("str", cty.String)
	str.AllowUnknown = true
	return function.New(&function.Spec{
		Params:       []function.Parameter{str, param("prefix", cty.String)},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			prefix := args[1].AsString()
			if args[0].IsKnown() {
				return cty.BoolVal(strings.HasPrefix(args[0].AsString(), prefix)), nil
			}
			start := args[0].Range().StringPrefix()
			switch {
			case strings.HasPrefix(start, prefix):
				return cty.True, nil
			case !strings.HasPrefix(prefix, start):
				return cty.False, nil
			}
			return cty.UnknownVal(cty.Bool), nil
		},
	})
}

// replace takes its second argument for a regular expression if it stands between slashes.
func replace() function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{param("str", cty.String), param("substr", cty.String), param("replace", cty.String)},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			pattern := args[1].AsString()
			if len(pattern) < 2 || pattern[0] != '/' || pattern[len(pattern)-1] != '/' {
				return stdlib.ReplaceFunc.Call(args)
			}
			inner := cty.StringVal(pattern[1 : len(pattern)-1])
			return stdlib.RegexReplaceFunc.Call([]cty.Value{args[0], inner, args[2]})
		},
	})
}
