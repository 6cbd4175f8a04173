package terraform

import (
	"path"
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// pretend gives a value to what depends on the run, for whoever wants to hear
// what Terraform would say: the time is the first moment of today, and the
// boundary of the scan lies at /boundary, so that no path of the machine shows. Verdicts never rest on either.
func (ev *evaluator) pretend(table map[string]function.Function) {
	ev.cwd = path.Join("/boundary", ev.root)
	midnight := cty.StringVal(time.Now().UTC().Truncate(24 * time.Hour).Format(time.RFC3339))
	now := function.New(&function.Spec{
		Type: function.StaticReturnType(cty.String),
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) { return midnight, nil },
	})
	absolute := function.New(&function.Spec{
		Params: []function.Parameter{{Name: "path", Type: cty.String}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if name := args[0].AsString(); !path.IsAbs(name) {
				return cty.StringVal(path.Join(ev.cwd, name)), nil
			}
			return cty.StringVal(path.Clean(args[0].AsString())), nil
		},
	})
	for _, prefix := range [...]string{"", "core::"} {
		table[prefix+"plantimestamp"], table[prefix+"abspath"] = now, absolute
	}
}
