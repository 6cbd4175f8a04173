package awslive

import (
	"strings"
	"testing"
)

// What is a secret by its name or place is not kept, wherever it stands, and noted as set.
func TestSecretsAreNotKept(t *testing.T) {
	d := (&Reader{Type: "AWS::X::Y", cloud: &cloud{}}).document()
	d.members = map[string]any{
		"MasterUserPassword": "marker", "ManageMasterUserPassword": true,
		"Endpoint":   map[string]any{"AccessKey": "marker", "Url": "https://example.com"},
		"Containers": []any{map[string]any{"Name": "a", "EnvironmentVariables": []any{map[string]any{"Name": "A", "Value": "marker"}}}},
	}
	r := d.resource("x", "", "x", nil)
	if text := string(r.Document); strings.Contains(text, "marker") || !strings.Contains(text, "https://example.com") || !strings.Contains(text, "true") {
		t.Errorf("the document is %s", text)
	}
	for _, path := range []string{"MasterUserPassword", "Endpoint.AccessKey", "Containers.EnvironmentVariables"} {
		if !r.Unknown[path].Set {
			t.Errorf("%s is not noted: %v", path, r.Unknown)
		}
	}
}
