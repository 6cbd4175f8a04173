package checks

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestDeclared(t *testing.T) {
	companion := model.Object(map[string]model.Value{"x": flag(true)}, at("place"))
	perhaps := model.OneOf("var.n is not set", at("place"), companion, model.Missing(at("place")))
	several := func(companions ...model.Value) *model.Value {
		list := model.List(companions, at("place"))
		return &list
	}
	for name, test := range map[string]struct {
		folded *model.Value
		want   model.Truth
	}{
		"none":             {nil, model.No},
		"the only one":     {&companion, model.Yes},
		"one of several":   {several(companion), model.Yes},
		"perhaps one":      {several(perhaps), model.Maybe},
		"one and perhaps":  {several(perhaps, companion), model.Yes},
		"perhaps the only": {&perhaps, model.Maybe},
	} {
		owner := &model.Resource{Type: "t", Body: object("y", flag(true))}
		if test.folded != nil {
			owner.Folded = model.MembersFrom(map[string]model.Value{"place": *test.folded})
		}
		if got := Declared(owner, "place"); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
