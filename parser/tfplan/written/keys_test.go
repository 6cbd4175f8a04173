package written

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// The keys of a resource that is written, known and unknown ones together, are
// those that providers wrote where both have the type, but for what left the type
// between the provider's version then and the schema's. What came to it since
// nobody can compare.
func TestKeysAreThoseOfRecordedPlans(t *testing.T) {
	files, err := filepath.Glob("../../../../shared/corpus/checkov/plans/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the recorded plans are not here")
	}
	types, strange := 0, make(map[string]bool)
	for typ, recorded := range recordedKeys(t, files) {
		schema := vocabulary.Resource(typ)
		if schema == nil {
			continue
		}
		types++
		n := fill(schema, nil)
		ours := make(map[string]bool)
		for _, tree := range []any{n.value, n.unknown} {
			members, _ := tree.(object)
			for name := range members {
				ours[name] = true
			}
		}
		for name := range recorded {
			if !ours[name] {
				strange[typ+"."+name] = true
			}
		}
	}
	if got := slices.Sorted(maps.Keys(strange)); !slices.Equal(got, gone) {
		t.Errorf("of the keys that providers wrote these are not written: %q", got)
	}
	t.Logf("the keys of %d types were compared", types)
}

// gone are attributes that left the schema since the plans were recorded.
var gone = []string{
	"aws_autoscaling_group.tags", "aws_db_instance.name", "aws_db_instance.security_group_names",
	"aws_ecs_task_definition.inference_accelerator", "aws_flow_log.log_group_name",
	"aws_instance.cpu_core_count", "aws_instance.cpu_threads_per_core",
	"aws_secretsmanager_secret.rotation_enabled", "aws_secretsmanager_secret.rotation_lambda_arn", "aws_secretsmanager_secret.rotation_rules",
	"aws_vpc.enable_classiclink", "aws_vpc.enable_classiclink_dns_support",
}

// recordedKeys are the keys by type of what is created in the plans.
func recordedKeys(t *testing.T, files []string) map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var p struct {
			Changes []struct {
				Type, Mode string
				Change     struct {
					Actions      []string
					After        map[string]any
					AfterUnknown map[string]any `json:"after_unknown"`
				}
			} `json:"resource_changes"`
		}
		if json.Unmarshal(src, &p) != nil {
			continue // other tests read it, in UTF-16 and all
		}
		for _, c := range p.Changes {
			if c.Mode == "data" || strings.Join(c.Change.Actions, " ") != "create" {
				continue
			}
			if all[c.Type] == nil {
				all[c.Type] = make(map[string]bool)
			}
			for _, members := range []map[string]any{c.Change.After, c.Change.AfterUnknown} {
				for name := range members {
					all[c.Type][name] = true
				}
			}
		}
	}
	return all
}
