package tfplan

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Kind is what a file turns out to hold.
type Kind string

const (
	None     Kind = ""
	Plan     Kind = "plan"        // terraform show -json of a plan
	State    Kind = "state"       // terraform show -json of a state
	RawState Kind = "raw state"   // a .tfstate file, version 4
	Binary   Kind = "binary plan" // terraform plan -out, not JSON
	OldState Kind = "old tfstate" // a .tfstate file before version 4
)

// Detect tells by the start of a file what it holds; a few kilobytes suffice.
func Detect(head []byte) Kind {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head, []byte("tfplan")) {
		return Binary
	}
	text, err := decodeText(head)
	if err != nil {
		return None
	}
	return kindOf(json.NewDecoder(bytes.NewReader(text)))
}

// kindOf reads the first keys: Terraform writes them in a fixed order, others
// sort them.
func kindOf(dec *json.Decoder) Kind {
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return None
	}
	versioned := false
	for range 8 {
		token, err := dec.Token()
		if err != nil {
			return None
		}
		switch key, _ := token.(string); {
		case key == "version" && !versioned:
			return stateVersion(dec)
		case key == "format_version":
			versioned = true
		case key == "applyable", key == "checks", key == "complete", key == "errored", key == "terraform_version":
		case versioned && key == "values":
			return State
		case versioned, key == "planned_values", key == "resource_changes", key == "configuration" && isConfiguration(dec):
			return Plan
		default:
			return None
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return None
		}
	}
	return None
}

// isConfiguration tells a plan's configuration from anything else of that name.
func isConfiguration(dec *json.Decoder) bool {
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return false
	}
	key, err := dec.Token()
	return err == nil && (key == "provider_config" || key == "root_module")
}

func stateVersion(dec *json.Decoder) Kind {
	version, err := dec.Token()
	if err != nil {
		return None
	}
	key, err := dec.Token()
	if name, ok := key.(string); err != nil || !ok || !strings.HasPrefix(name, "terraform_version") {
		return None
	}
	if version == 4.0 {
		return RawState
	}
	return OldState
}
