package awslive

import (
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// shaped brings a part of an answer into the shape that a property has in CloudFormation. Without one it stays.
func shaped(v any, p *vocabulary.Property) any {
	switch {
	case p == nil:
		return v
	case p.Kind == vocabulary.JSON:
		return structure(alone(v))
	case p.Many == vocabulary.ListOf:
		list := []any{}
		for _, e := range elements(v, p) {
			list = append(list, single(e, p))
		}
		return list
	}
	if v = oneOf(v); p.Many == vocabulary.MapOf { // a path that crosses a list gives one
		return v
	}
	return single(v, p)
}

// alone is the one text of a list of one, which a path gives that crosses a list.
func alone(v any) any {
	if list, ok := v.([]any); ok && len(list) == 1 {
		if text, ok := list[0].(string); ok {
			return text
		}
	}
	return v
}

// elements are those of a list, which in XML is an object with one name for all, and in some answers a map of tags.
func elements(v any, p *vocabulary.Property) []any {
	switch data := v.(type) {
	case []any:
		return data
	case map[string]any:
		if p.Kind == vocabulary.Tag && textAt(data, "Key") == "" && textAt(data, "key") == "" {
			if tags := keyed(data); tags != nil {
				return tags
			}
		}
		if len(data) == 1 {
			for name, inner := range data {
				if p.Inside == nil || !hasName(p.Inside, name) {
					return elements(inner, p)
				}
			}
		}
		return []any{data}
	case string:
		if strings.TrimSpace(data) == "" {
			return nil
		}
	case nil:
		return nil
	}
	return []any{v}
}

// keyed are tags that are the members of an object, nil where these are no texts.
func keyed(members map[string]any) []any {
	var tags []any
	for _, key := range slices.Sorted(maps.Keys(members)) {
		if _, text := members[key].(string); !text {
			return nil
		}
		tags = append(tags, map[string]any{"Key": key, "Value": members[key]})
	}
	return tags
}

// single is one value, or one of a list.
func single(v any, p *vocabulary.Property) any {
	text, isText := v.(string)
	switch p.Kind {
	case vocabulary.Flag:
		if b, err := strconv.ParseBool(text); isText && err == nil {
			return b
		}
	case vocabulary.Number:
		if f, err := strconv.ParseFloat(text, 64); isText && err == nil {
			return f
		}
	case vocabulary.Tag:
		return map[string]any{"Key": first(v, "Key", "key", "TagKey"), "Value": first(v, "Value", "value", "TagValue")}
	case vocabulary.Object:
		return objectOf(v, p.Inside)
	}
	return v
}

func first(v any, names ...string) string {
	for _, name := range names {
		if text := textAt(v, name); text != "" {
			return text
		}
	}
	return ""
}

// objectOf keeps of an object the members that the properties have, by CloudFormation's names.
func objectOf(v any, in *vocabulary.Properties) any {
	if v == "" { // an empty element of XML
		v = map[string]any{}
	}
	members, ok := v.(map[string]any)
	if !ok || in == nil {
		return v
	}
	out := make(map[string]any, len(members))
	for i := range in.List {
		p := &in.List[i]
		if found, ok := member(members, p.Name); ok {
			out[p.Name] = shaped(found, p)
		}
	}
	return out
}

// member is the one that has a name, but for case and how services say that there are several.
func member(members map[string]any, name string) (any, bool) {
	if v, ok := members[name]; ok {
		return v, true
	}
	found := ""
	for wire := range members {
		if sameName(wire, name) && (found == "" || wire < found) {
			found = wire
		}
	}
	return members[found], found != ""
}

func hasName(in *vocabulary.Properties, wire string) bool {
	return slices.ContainsFunc(in.List, func(p vocabulary.Property) bool { return sameName(wire, p.Name) })
}

func sameName(wire, name string) bool {
	if strings.EqualFold(wire, name) || strings.EqualFold(wire+"s", name) {
		return true
	}
	stem, isSet := strings.CutSuffix(wire, "Set")
	return isSet && (strings.EqualFold(stem, name) || strings.EqualFold(stem+"s", name))
}

// structure is what a text of JSON says, also one that is escaped for a URL, as IAM's policies are.
func structure(v any) any {
	text, ok := v.(string)
	if !ok {
		return v
	}
	if strings.HasPrefix(text, "%7B") {
		if plain, err := url.QueryUnescape(text); err == nil {
			text = plain
		}
	}
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return v
	}
	return value
}
