package vocabulary_test

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// inSchema checks a path in the schema of its type or, where it starts at a place that companions are folded onto, of
// the companion: its type ends in the place.
func inSchema(t *testing.T, typ, path string) {
	t.Helper()
	if vocabulary.Resource(typ).Has(path) {
		return
	}
	place, below, _ := strings.Cut(path, ".")
	if vocabulary.Resource(typ + "_" + place).Has(below) {
		return
	}
	t.Errorf("neither %s nor a companion has %s", typ, path)
}

func TestDefault(t *testing.T) {
	for _, test := range []struct {
		typ, path string
		format    model.Format
		want      any
		has       bool
	}{
		{"aws_ebs_volume", "encrypted", model.Terraform, false, true},
		{"aws_db_instance", "backup_retention_period", model.Terraform, 0.0, true},
		{"aws_db_instance", "backup_retention_period", model.TerraformPlan, 0.0, true},
		{"aws_db_instance", "backup_retention_period", model.CloudFormation, 1.0, true},
		{"aws_db_instance", "publicly_accessible", model.CloudFormation, nil, false},
		{"aws_eks_cluster", "vpc_config.public_access_cidrs", model.Live, "0.0.0.0/0", true},
		{"aws_sqs_queue", "sqs_managed_sse_enabled", model.Terraform, true, true},
		{"aws_ebs_volume", "size", model.Terraform, nil, false},
		{"aws_nothing", "encrypted", model.Terraform, nil, false},
		{"", "", "", nil, false},
	} {
		got, has := vocabulary.Defaults.Default(test.typ, test.path, test.format)
		if got != test.want || has != test.has {
			t.Errorf("%s %s in %s: %v, %v", test.typ, test.path, test.format, got, has)
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	for range b.N {
		vocabulary.Defaults.Default("aws_instance", "metadata_options.http_tokens", model.Terraform)
	}
}
