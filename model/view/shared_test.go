package view

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestSharing(t *testing.T) {
	scope := &model.Scope{Format: model.Terraform}
	function := func(name, block string, role any) *model.Resource {
		r := resource(scope, "aws_lambda_function", name, object{"role": role})
		r.Block = block
		return r
	}
	secret := model.Text("hidden", model.Origin{})
	secret.Sensitive = true
	a := function("a", "a", "shop")
	function("b0", "b", "shop")
	function("b1", "b", "shop")
	c := function("c", "c", keyed("var.role"))
	function("d", "d", keyed("var.role"))
	alone := []*model.Resource{
		function("e", "e", "other"), function("f", "f", unknown()), function("g", "g", unknown()), function("h", "h", nil),
		function("i", "i", nil), function("j", "j", secret), function("k", "k", secret),
	}
	names := func(r *model.Resource) (found string) {
		for other := range Sharing(r, "role") {
			found += " " + other.Block
		}
		return found
	}
	if got := names(a); got != " b" {
		t.Errorf("with a:%s", got)
	}
	if got := names(c); got != " d" {
		t.Errorf("with c:%s", got)
	}
	for _, r := range alone {
		if got := names(r); got != "" {
			t.Errorf("with %s:%s", r.Block, got)
		}
	}
}
