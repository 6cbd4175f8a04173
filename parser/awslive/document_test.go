package awslive

import (
	"strings"
	"testing"
)

// What is a secret by its name or place is not kept, wherever it stands, and noted as set.
func TestSecretsAreNotKept(t *testing.T) {
	d := (&Reader{Type: "AWS::X::Y", cloud: &cloud{}}).document()
	d.members = map[string]any{
		"MasterUserPassword": "marker", "AllowUsersToChangePassword": "true", "ManageMasterUserPassword": true,
		"Endpoint":   map[string]any{"AccessKey": "marker", "Url": "https://example.com"},
		"Location":   "https://robot:marker@example.com/shop.git",
		"Plain":      map[string]any{"EnvironmentVariables": []any{"A=marker"}},
		"Containers": []any{map[string]any{"Name": "a", "EnvironmentVariables": []any{map[string]any{"Name": "A", "Value": "marker"}}}},
	}
	r := d.resource("x", "", "x", nil)
	if text := string(r.Document); strings.Contains(text, "marker") || !strings.Contains(text, "https://example.com") || !strings.Contains(text, "true") {
		t.Errorf("the document is %s", text)
	}
	for _, kept := range []string{`"AllowUsersToChangePassword":"true"`, `"Name":"A"`, "https://robot:***@example.com/shop.git"} {
		if !strings.Contains(string(r.Document), kept) {
			t.Errorf("the document lacks %s: %s", kept, r.Document)
		}
	}
	for _, path := range []string{"MasterUserPassword", "Endpoint.AccessKey", "Containers.EnvironmentVariables.Value", "Plain.EnvironmentVariables"} {
		if !r.Unknown[path].Set {
			t.Errorf("%s is not noted: %v", path, r.Unknown)
		}
	}
}
