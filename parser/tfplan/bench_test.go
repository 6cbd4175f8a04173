package tfplan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/parser/tfplan"
)

func BenchmarkRead(b *testing.B) {
	var resources, changes, blocks strings.Builder
	for i := range 1000 {
		if i > 0 {
			resources.WriteByte(',')
			changes.WriteByte(',')
			blocks.WriteByte(',')
		}
		fmt.Fprintf(&resources, `{"address":"aws_ebs_volume.v%d","mode":"managed","type":"aws_ebs_volume","name":"v%[1]d",`+
			`"values":{"availability_zone":"eu-west-1a","encrypted":true,"size":%[1]d,"snapshot_id":null,"tags":{"n":"%[1]d"},"timeouts":null}}`, i)
		fmt.Fprintf(&changes, `{"address":"aws_ebs_volume.v%d","change":{"actions":["create"],"before":null,"after_unknown":{"arn":true,"id":true,"kms_key_id":true,"tags":{}}}}`, i)
		fmt.Fprintf(&blocks, `{"address":"aws_ebs_volume.v%d","mode":"managed","type":"aws_ebs_volume","name":"v%[1]d",`+
			`"expressions":{"availability_zone":{"constant_value":"eu-west-1a"},"encrypted":{"constant_value":true},"kms_key_id":{"references":["aws_kms_key.k.arn","aws_kms_key.k"]}}}`, i)
	}
	src := []byte(`{"format_version":"1.2","planned_values":{"root_module":{"resources":[` + resources.String() +
		`]}},"resource_changes":[` + changes.String() + `],"configuration":{"root_module":{"resources":[` + blocks.String() + `]}}}`)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if scope, _, diags := tfplan.Read(src, "plan.json", tfplan.None); len(scope.Resources) != 1000 || len(diags) > 0 {
			b.Fatal(diags)
		}
	}
}
