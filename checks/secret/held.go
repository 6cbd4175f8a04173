package secret

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Held tells whether a text under a name is a credential, or the JSON of a structure
// that has one.
func Held(name, text string) bool {
	if Named(name, text) != "" {
		return true
	}
	text = strings.TrimSpace(text)
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	var decoded any
	return json.Unmarshal([]byte(text), &decoded) == nil && holds(name, decoded)
}

func holds(name string, decoded any) bool {
	switch decoded := decoded.(type) {
	case string:
		return Held(name, decoded)
	case []any:
		for _, element := range decoded {
			if holds(name, element) {
				return true
			}
		}
	case map[string]any:
		pair, _ := decoded["name"].(string)
		for key, member := range decoded {
			if holds(calledIn(key, pair), member) {
				return true
			}
		}
	}
	return false
}

// credential is what stands at a path of a structure.
type credential struct{ what, path string }

// inJSON are the credentials in the object that a text encodes, in the order of their
// names.
func inJSON(text string) []credential {
	var object map[string]any
	if !strings.HasPrefix(strings.TrimSpace(text), "{") || json.Unmarshal([]byte(text), &object) != nil {
		return nil
	}
	return below("", object)
}

func below(path string, object map[string]any) []credential {
	var found []credential
	for _, key := range slices.Sorted(maps.Keys(object)) {
		switch member := object[key].(type) {
		case string:
			if what := Named(key, member); what != "" {
				found = append(found, credential{what, path + key})
			}
		case map[string]any:
			found = append(found, below(path+key+".", member)...)
		}
	}
	return found
}

// Called is the name under which a member of an object holds its value: its key, or
// in a pair of name and value the name.
func Called(key string, object model.Members) string {
	pair, _ := object.Named("name").Data.(string)
	return calledIn(key, pair)
}

func calledIn(key, pair string) string {
	if pair != "" && strings.EqualFold(key, "value") {
		return pair
	}
	return key
}
