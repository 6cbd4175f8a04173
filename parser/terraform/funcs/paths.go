package funcs

import (
	"errors"
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

func pathFuncs() table {
	return table{
		"abspath":    undecided(nil, param("path", cty.String)),
		"basename":   onString("path", func(p string) (string, error) { return path.Base(p), nil }),
		"dirname":    onString("path", func(p string) (string, error) { return path.Dir(p), nil }),
		"pathexpand": onStrings(cty.String, pathexpand, "path"),
	}
}

func pathexpand(args []string) (cty.Value, error) {
	p := args[0]
	switch {
	case !strings.HasPrefix(p, "~"):
		return cty.StringVal(p), nil
	case p == "~" || strings.HasPrefix(p, "~/"):
		return cty.UnknownVal(cty.String), nil
	}
	return cty.NilVal, errors.New("the home folder of another user cannot be expanded")
}
