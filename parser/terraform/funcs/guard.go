package funcs

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func guarded(t table) table {
	for name, f := range t {
		t[name] = guard(f)
	}
	return t
}

// guard wraps a function with the promises of this package. Functions that take marked values apart themselves forget the marks
// of those when the library gives up on an unknown argument, so guard adds them again; errors quote arguments, so guard withholds
// the text where one is sensitive; and a panic in a library becomes an error without the stack of this machine.
//
// The type is left dynamic for the sake of speed: it would be worked out twice, here and in the wrapped function, and for some
// functions (jsondecode, regex) that is half of the work.
func guard(f function.Function) function.Function {
	return wrap(f, func(args []cty.Value) (cty.Value, error) {
		v, err := f.Call(args)
		if err != nil {
			return cty.NilVal, withhold(err, args)
		}
		return keepMarks(v, args), nil
	})
}

// wrap makes a function with the parameters of f that leaves it to call to look at the state of the arguments.
func wrap(f function.Function, call func(args []cty.Value) (cty.Value, error)) function.Function {
	spec := &function.Spec{
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return call(args) },
	}
	for _, p := range f.Params() {
		spec.Params = append(spec.Params, open(p))
	}
	if p := f.VarParam(); p != nil {
		rest := open(*p)
		spec.VarParam = &rest
	}
	return function.New(spec)
}

// open makes a parameter accept any state of a value of its type.
func open(p function.Parameter) function.Parameter {
	p.AllowNull, p.AllowUnknown, p.AllowDynamicType, p.AllowMarked = true, true, true, true
	return p
}

// keepMarks gives v the marks of the arguments themselves, and if v is unknown also those inside of them, since then nobody can
// say which parts of them v will be made of.
func keepMarks(v cty.Value, args []cty.Value) cty.Value {
	if v.IsKnown() {
		return v.WithSameMarks(args...)
	}
	for _, arg := range args {
		v = v.WithMarks(deepMarks(arg))
	}
	return v
}

func deepMarks(v cty.Value) cty.ValueMarks {
	_, marks := v.UnmarkDeep()
	return marks
}

func withhold(err error, args []cty.Value) error {
	err = withoutStack(err)
	for _, arg := range args {
		if !isSecret(arg) {
			continue
		}
		var at function.ArgError
		if errors.As(err, &at) {
			return function.NewArgError(at.Index, withheld{err})
		}
		return withheld{err}
	}
	return err
}

func withoutStack(err error) error {
	var broken function.PanicError
	if !errors.As(err, &broken) {
		return err
	}
	// The library leaves it to big.Float to refuse log(-1, 2) and its like.
	if _, undefined := broken.Value.(big.ErrNaN); undefined {
		return errors.New("the result is not a number")
	}
	return fmt.Errorf("internal error: %v", broken.Value)
}

func isSecret(v cty.Value) bool {
	return v.HasMarkDeep(Sensitive) || v.HasMarkDeep(Ephemeral)
}

// withheld hides the text of an error but not its kind.
type withheld struct{ cause error }

func (withheld) Error() string {
	return "the call cannot succeed, and the reason is not shown because an argument is sensitive"
}

func (w withheld) Unwrap() error { return w.cause }
