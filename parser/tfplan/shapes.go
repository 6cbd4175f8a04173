package tfplan

import (
	"encoding/json"

	tfjson "github.com/hashicorp/terraform-json"
)

// plan is what is read of a plan. terraform-json would decode all of it: every
// resource three times over, before, after and in the prior state. Nor does it
// take plans from which a tool has cut the version.
type plan struct {
	FormatVersion   string                         `json:"format_version"`
	Variables       map[string]planVariable        `json:"variables"`
	PlannedValues   *tfjson.StateValues            `json:"planned_values"`
	ResourceChanges []resourceChange               `json:"resource_changes"`
	OutputChanges   map[string]*tfjson.Change      `json:"output_changes"`
	PriorState      *struct{ Values *priorValues } `json:"prior_state"`
	Config          *configuration                 `json:"configuration"`
}

// planVariable is the value of an input of the root.
type planVariable struct {
	Value any `json:"value"`
}

type resourceChange struct {
	Address string  `json:"address"`
	Deposed string  `json:"deposed"`
	Change  *change `json:"change"`
}

type change struct {
	AfterUnknown   any `json:"after_unknown"`
	AfterSensitive any `json:"after_sensitive"`
}

// priorValues is the prior state, of which only data sources are of interest:
// their values are left as text until it is known which they are.
type priorValues struct {
	RootModule *priorModule `json:"root_module"`
}

type priorModule struct {
	Resources    []priorResource `json:"resources"`
	Address      string          `json:"address"`
	ChildModules []*priorModule  `json:"child_modules"`
}

type priorResource struct {
	Address         string              `json:"address"`
	Mode            tfjson.ResourceMode `json:"mode"`
	Type            string              `json:"type"`
	Values          json.RawMessage     `json:"values"`
	SensitiveValues json.RawMessage     `json:"sensitive_values"`
}

// onlyData keeps the data sources, which a plan has only in its prior state.
func onlyData(m *priorModule) (*tfjson.StateModule, error) {
	if m == nil {
		return nil, nil
	}
	kept := &tfjson.StateModule{Address: m.Address}
	for _, r := range m.Resources {
		if r.Mode != tfjson.DataResourceMode {
			continue
		}
		data := &tfjson.StateResource{Address: r.Address, Mode: r.Mode, Type: r.Type, SensitiveValues: r.SensitiveValues}
		if r.Values != nil {
			if err := json.Unmarshal(r.Values, &data.AttributeValues); err != nil {
				return nil, err
			}
		}
		kept.Resources = append(kept.Resources, data)
	}
	for _, child := range m.ChildModules {
		below, err := onlyData(child)
		if err != nil {
			return nil, err
		}
		kept.ChildModules = append(kept.ChildModules, below)
	}
	return kept, nil
}

// configuration is what the author wrote. Expressions stay as they are decoded:
// most are never looked at.
type configuration struct {
	ProviderConfigs map[string]*providerConfig `json:"provider_config"`
	RootModule      *moduleConfig              `json:"root_module"`
}

type providerConfig struct {
	Name          string  `json:"name"`
	Alias         string  `json:"alias"`
	ModuleAddress string  `json:"module_address"`
	Expressions   written `json:"expressions"`
}

type moduleConfig struct {
	Outputs     map[string]*outputConfig   `json:"outputs"`
	Resources   []*blockConfig             `json:"resources"`
	ModuleCalls map[string]*callConfig     `json:"module_calls"`
	Variables   map[string]*variableConfig `json:"variables"`
}

type outputConfig struct {
	Expression any `json:"expression"`
}

type blockConfig struct {
	Address     string  `json:"address"`
	Expressions written `json:"expressions"`
	ForEach     any     `json:"for_each_expression"`
}

type callConfig struct {
	Source      string        `json:"source"`
	Expressions written       `json:"expressions"`
	Count       any           `json:"count_expression"`
	ForEach     any           `json:"for_each_expression"`
	Module      *moduleConfig `json:"module"`
}

type variableConfig struct {
	Default     any    `json:"default"`
	Description string `json:"description"`
	Sensitive   bool   `json:"sensitive"`
}
