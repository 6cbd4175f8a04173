package funcs

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// With these functions a few bytes of hostile source make a result that fills the memory. Terraform has no such limits; they are
// far above what anybody needs.
const (
	maxTuples = 1 << 20
	maxIndent = 64 << 20 // bytes added
	maxWidth  = 1 << 16
)

// checked runs check on the arguments, bare of marks, before f. Nulls and unknowns are for f to judge.
func checked(f function.Function, check func(args []cty.Value) error) function.Function {
	return wrap(f, func(args []cty.Value) (cty.Value, error) {
		bare := make([]cty.Value, len(args))
		for i, arg := range args {
			bare[i], _ = arg.Unmark()
		}
		if err := check(bare); err != nil {
			return cty.NilVal, err
		}
		return f.Call(args)
	})
}

func limitProduct(f function.Function) function.Function {
	return checked(f, func(sets []cty.Value) error {
		total := 1
		for _, set := range sets {
			if !isGiven(set) || !set.CanIterateElements() || !set.Length().IsKnown() {
				return nil
			}
			if total *= set.LengthInt(); total > maxTuples {
				return fmt.Errorf("the product has more than %d elements", maxTuples)
			}
		}
		return nil
	})
}

func limitIndent(f function.Function) function.Function {
	return checked(f, func(args []cty.Value) error {
		if !isGiven(args[0]) || !isGiven(args[1]) {
			return nil
		}
		if args[0].AsBigFloat().Sign() < 0 {
			return function.NewArgErrorf(0, "the number of spaces must not be negative")
		}
		lines := float64(strings.Count(args[1].AsString(), "\n"))
		spaces, _ := args[0].AsBigFloat().Float64()
		if lines*spaces > maxIndent {
			return function.NewArgErrorf(0, "the indentation has more than %d bytes", maxIndent)
		}
		return nil
	})
}

func limitFormat(f function.Function) function.Function {
	return checked(f, func(args []cty.Value) error {
		if isGiven(args[0]) && hasWideVerb(args[0].AsString()) {
			return function.NewArgErrorf(0, "a width or precision is over %d", maxWidth)
		}
		return nil
	})
}

func isGiven(v cty.Value) bool { return v.IsKnown() && !v.IsNull() }

// hasWideVerb looks for a number over maxWidth between a percent sign and the letter that ends the verb.
func hasWideVerb(format string) bool {
	for _, verb := range strings.Split(format, "%")[1:] {
		end := strings.IndexFunc(verb, unicode.IsLetter)
		if end < 0 {
			end = len(verb)
		}
		for _, number := range strings.FieldsFunc(verb[:end], isNoDigit) {
			if n, err := strconv.Atoi(number); err != nil || n > maxWidth {
				return true
			}
		}
	}
	return false
}

func isNoDigit(r rune) bool { return r < '0' || r > '9' }
