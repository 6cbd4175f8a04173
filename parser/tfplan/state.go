package tfplan

import (
	"encoding/json"
	"fmt"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/lintel-iac/lintel/model"
)

// rawState is a .tfstate file of version 4, which Terraform does not document:
// the parts that are read have been the same since 0.12.
type rawState struct {
	Outputs   map[string]*output
	Resources []struct {
		Module, Mode, Type, Name, Provider string
		Instances                          []rawInstance
	}
}

type rawInstance struct {
	IndexKey            any             `json:"index_key"`
	Deposed             string          `json:"deposed"`
	Attributes          json.RawMessage `json:"attributes"`
	SensitiveAttributes []any           `json:"sensitive_attributes"`
}

func readRawState(scope *model.Scope, text []byte, at model.Range) error {
	var s rawState
	if err := decodeFirst(text, &s); err != nil {
		return err
	}
	root := &stateModule{}
	for _, r := range s.Resources {
		for _, instance := range r.Instances {
			if instance.Deposed != "" {
				continue
			}
			local := r.Type + "." + r.Name
			if r.Mode == "data" {
				local = "data." + local
			}
			root.Resources = append(root.Resources, stateResource{
				Address: within(r.Module, local) + keyText(instance.IndexKey), Mode: tfjson.ResourceMode(r.Mode), Type: r.Type,
				Values: instance.Attributes, SensitiveValues: sensitiveTree(instance.SensitiveAttributes),
			})
		}
	}
	lowerState(scope, &values{Outputs: s.Outputs, RootModule: root}, at)
	return nil
}

// keyText is an instance key as addresses have it.
func keyText(key any) string {
	switch key := key.(type) {
	case float64:
		return fmt.Sprintf("[%d]", int(key))
	case string:
		var quoted strings.Builder
		enc := json.NewEncoder(&quoted)
		enc.SetEscapeHTML(false)
		if enc.Encode(key) != nil {
			return ""
		}
		return "[" + strings.NewReplacer("${", "$${", "%{", "%%{").Replace(strings.TrimSpace(quoted.String())) + "]"
	}
	return ""
}

// sensitiveTree turns the paths of a raw state into the tree of others. Only
// the attribute at the top counts: what is below it is then sensitive too.
func sensitiveTree(paths []any) json.RawMessage {
	marked := make(map[string]bool)
	for _, path := range paths {
		steps, _ := path.([]any)
		if len(steps) == 0 {
			continue
		}
		if first, ok := steps[0].(map[string]any); ok {
			if name, ok := first["value"].(string); ok {
				marked[name] = true
			}
		}
	}
	text, err := json.Marshal(marked)
	if err != nil {
		return nil
	}
	return text
}
