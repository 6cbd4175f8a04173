package secret

import (
	"encoding/json"
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
