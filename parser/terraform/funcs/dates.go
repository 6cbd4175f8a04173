package funcs

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func dateFuncs() table {
	return table{
		"formatdate":    stdlib.FormatDateFunc,
		"plantimestamp": undecided(nil),
		"timeadd":       stdlib.TimeAddFunc,
		"timecmp":       onStrings(cty.Number, timecmp, "timestamp_a", "timestamp_b"),
		"timestamp":     undecided(nil),
	}
}

func timecmp(args []string) (cty.Value, error) {
	var at [2]time.Time
	for i, arg := range args {
		var err error
		if at[i], err = time.Parse(time.RFC3339, arg); err != nil {
			return cty.NilVal, function.NewArgErrorf(i, "%q is not a timestamp such as 2006-01-02T15:04:05Z (RFC 3339)", arg)
		}
	}
	return cty.NumberIntVal(int64(at[0].Compare(at[1]))), nil
}
