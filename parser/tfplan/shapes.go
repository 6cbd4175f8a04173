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
	PlannedValues   *values                        `json:"planned_values"`
	ResourceChanges []resourceChange               `json:"resource_changes"`
	OutputChanges   map[string]*tfjson.Change      `json:"output_changes"`
	PriorState      *struct{ Values *priorValues } `json:"prior_state"`
	Config          *configuration                 `json:"configuration"`
}

// planVariable is the value of an input of the root.
type planVariable struct {
	Value any `json:"value"`
}

// values are those of a plan or of a state.
type values struct {
	Outputs    map[string]*output `json:"outputs"`
	RootModule *stateModule       `json:"root_module"`
}

// output is one whose type stays text: terraform-json's would panic on a type that is none.
type output struct {
	Sensitive bool            `json:"sensitive"`
	Value     any             `json:"value"`
	Type      json.RawMessage `json:"type"`
}

// priorValues are those of the state before the plan.
type priorValues struct {
	RootModule *stateModule `json:"root_module"`
}

type stateModule struct {
	Resources    []stateResource `json:"resources"`
	ChildModules []*stateModule  `json:"child_modules"`
}

// stateResource is one instance. Its values stay text until it is lowered, and
// that of a managed one in a prior state for ever.
type stateResource struct {
	Address         string              `json:"address"`
	Mode            tfjson.ResourceMode `json:"mode"`
	Type            string              `json:"type"`
	DeposedKey      string              `json:"deposed_key"`
	Values          json.RawMessage     `json:"values"`
	SensitiveValues json.RawMessage     `json:"sensitive_values"`
}

type resourceChange struct {
	Address         string              `json:"address"`
	PreviousAddress string              `json:"previous_address"`
	Mode            tfjson.ResourceMode `json:"mode"`
	Deposed         string              `json:"deposed"`
	Change          *change             `json:"change"`
}

type change struct {
	Actions         []string        `json:"actions"`
	Before          json.RawMessage `json:"before"`
	BeforeSensitive json.RawMessage `json:"before_sensitive"`
	AfterUnknown    json.RawMessage `json:"after_unknown"`
	AfterSensitive  json.RawMessage `json:"after_sensitive"`
}

// configuration is what the author wrote.
type configuration struct {
	ProviderConfigs map[string]*providerConfig `json:"provider_config"`
	RootModule      *moduleConfig              `json:"root_module"`
}

type providerConfig struct {
	Name          string `json:"name"`
	Alias         string `json:"alias"`
	ModuleAddress string `json:"module_address"`
	Expressions   loose  `json:"expressions"`
}

type moduleConfig struct {
	Outputs     map[string]*outputConfig   `json:"outputs"`
	Resources   []*blockConfig             `json:"resources"`
	ModuleCalls map[string]*callConfig     `json:"module_calls"`
	Variables   map[string]*variableConfig `json:"variables"`
}

type outputConfig struct {
	Expression loose `json:"expression"`
}

type blockConfig struct {
	Address     string          `json:"address"`
	Expressions json.RawMessage `json:"expressions"`
	ForEach     loose           `json:"for_each_expression"`

	wrote written // Expressions, once they were decoded
}

type callConfig struct {
	Source      string        `json:"source"`
	Version     string        `json:"version_constraint"`
	Expressions loose         `json:"expressions"`
	Count       loose         `json:"count_expression"`
	ForEach     loose         `json:"for_each_expression"`
	Module      *moduleConfig `json:"module"`
}

type variableConfig struct {
	Default     loose  `json:"default"`
	Description string `json:"description"`
	Sensitive   bool   `json:"sensitive"`
}
