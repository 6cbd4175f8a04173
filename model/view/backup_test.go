package view_test

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

func TestBackedUp(t *testing.T) {
	text := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	list := func(v ...model.Value) model.Value { return model.List(v, model.Origin{}) }
	unknown := model.Undecided("known after apply", model.Origin{})
	toVolume := []model.Ref{{Path: "resources", To: "aws_ebs_volume.data", Attr: "arn", Exact: true}}
	toOther := []model.Ref{{Path: "resources", To: "aws_ebs_volume.other", Attr: "arn", Exact: true}}
	for _, test := range []struct {
		name string
		body map[string]model.Value
		refs []model.Ref
		want model.Truth
	}{
		{"named", map[string]model.Value{"resources": list(unknown)}, toVolume, model.Yes},
		{"another", map[string]model.Value{"resources": list(unknown)}, toOther, model.No},
		{"another by its ARN", map[string]model.Value{"resources": list(text("arn:aws:ec2:eu-west-1:123456789012:volume/vol-1"))}, nil, model.No},
		{"pattern", map[string]model.Value{"resources": list(text("arn:aws:ec2:*:*:volume/*"))}, nil, model.Maybe},
		{"variable", map[string]model.Value{"resources": unknown}, nil, model.Maybe},
		{"another and a variable", map[string]model.Value{"resources": list(unknown, unknown)}, toOther, model.Maybe},
		{"tags", map[string]model.Value{"selection_tag": list(model.Object(nil, model.Origin{}))}, nil, model.Maybe},
		{"nothing", map[string]model.Value{}, nil, model.No},
	} {
		volume := &model.Resource{Type: "aws_ebs_volume", Address: "aws_ebs_volume.data"}
		selection := &model.Resource{Type: "aws_backup_selection", Address: "aws_backup_selection.daily", Refs: test.refs,
			Body: model.Object(test.body, model.Origin{})}
		scope := &model.Scope{}
		scope.Add(volume)
		scope.Add(selection)
		if got := view.BackedUp(volume); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}
