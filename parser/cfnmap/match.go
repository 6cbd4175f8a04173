package cfnmap

import (
	"strings"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Snake is the rule that most names follow: KMSKeyId is kms_key_id.
func Snake(name string) string {
	var out strings.Builder
	for i := range len(name) {
		c := name[i]
		if !isUpper(c) {
			out.WriteByte(c)
			continue
		}
		startsWord := i > 0 && (!isUpper(name[i-1]) || i+1 < len(name) && isLower(name[i+1]))
		if startsWord {
			out.WriteByte('_')
		}
		out.WriteByte(c + 'a' - 'A')
	}
	return out.String()
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// counterpart is the name in a schema that a property has by rule, or "": snake case; the same letters with other
// underscores; singular for plural and the other way; EnableX for x_enabled; PreferredX for x; and within a type
// AWS::S::Thing, ThingName for name.
func counterpart(property, thing string, in *vocabulary.Schema) string {
	for _, candidate := range spellings(property, thing) {
		if name := settable(candidate, in); name != "" {
			return name
		}
	}
	return ""
}

func spellings(property, thing string) []string {
	name := Snake(property)
	list := []string{name, name + "s", strings.TrimSuffix(name, "s")}
	if stem, ok := strings.CutSuffix(name, "ies"); ok {
		list = append(list, stem+"y")
	}
	if rest, ok := strings.CutPrefix(name, "enable_"); ok {
		list = append(list, rest+"_enabled")
	}
	if rest, ok := strings.CutPrefix(name, "preferred_"); ok {
		list = append(list, rest)
	}
	if thing != "" && property == thing+"Name" {
		list = append(list, "name")
	}
	return list
}

// settable is the name that has these letters and may be set, or "".
func settable(name string, in *vocabulary.Schema) string {
	if may(in.Attribute(name)) || in.Block(name) != nil {
		return name
	}
	letters := squash(name)
	for i := range in.Attributes {
		if a := &in.Attributes[i]; may(a) && squash(a.Name) == letters {
			return a.Name
		}
	}
	for i := range in.Blocks {
		if squash(in.Blocks[i].Name) == letters {
			return in.Blocks[i].Name
		}
	}
	return ""
}

func may(a *vocabulary.Attribute) bool { return a != nil && (a.Optional || a.Required) }

func squash(name string) string { return strings.ReplaceAll(name, "_", "") }
