package terraform_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// What references see is Terraform's object: an attribute that is unset and
// computed is a typed unknown. What checks see is what the author wrote: unset
// is absent.
func TestTwoObjects(t *testing.T) {
	fsys := fstest.MapFS{"main.tf": {Data: []byte(`
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
}
resource "aws_ebs_volume" "like" {
  availability_zone = aws_ebs_volume.data.availability_zone
  encrypted         = aws_ebs_volume.data.encrypted
  snapshot_id       = aws_ebs_volume.data.final_snapshot
}
`)}}
	scope, diags, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	data, like := scope.Resource("aws_ebs_volume.data"), scope.Resource("aws_ebs_volume.like")
	for name, test := range map[string]struct {
		got  model.Value
		want model.State
	}{
		"the author left it out":                      {data.At("encrypted"), model.Absent},
		"a reference to it: computed, so unknown":     {like.At("encrypted"), model.Unknown},
		"a reference to what is set":                  {like.At("availability_zone"), model.Known},
		"a reference to what is unset, not computed":  {like.At("snapshot_id"), model.Absent},
		"what only the provider sets, nobody has yet": {data.At("arn"), model.Absent},
	} {
		if test.got.State != test.want {
			t.Errorf("%s: %v", name, test.got)
		}
	}
}
