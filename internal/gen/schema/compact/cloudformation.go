package compact

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// cloudFormationPackage is what cloudformation-schema.json.gz is made from.
const cloudFormationPackage = "@aws-cdk/aws-service-spec 0.1.216"

const cloudFormationHeader = `# %s
#
# CloudFormation's words: the types that parser/cfnmap maps, with the names and types of their properties. Written by
# internal/gen/schema, not by hand; for where they are from and under which licence see LICENSE-NOTICE.md.
#
# Each line is a resource type (TYPE) or an object that it holds (TYPE.OBJECT), and its properties.
#
#   property    name :type          no type: a string
#   type        number, bool, json (anything), tag ({Key, Value}), OBJECT, list(type), map(type)
#
`

type cloudFormationType struct {
	Properties  map[string]property         `json:"properties"`
	Definitions map[string]cloudFormationIn `json:"definitions"`
}

type cloudFormationIn struct {
	Properties map[string]property `json:"properties"`
}

type property struct {
	Type string `json:"type"`
}

func readCloudFormation(path string) (map[string]cloudFormationType, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var types map[string]cloudFormationType
	if err := json.NewDecoder(unzipped).Decode(&types); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return types, nil
}

// mappedTypes are those that the mapping table has a section of: their names stand at the start of a line.
func mappedTypes(table string) ([]string, error) {
	text, err := os.ReadFile(table)
	if err != nil {
		return nil, err
	}
	var types []string
	for line := range strings.Lines(string(text)) {
		if name, _, ok := strings.Cut(line, " =>"); ok && strings.HasPrefix(name, "AWS::") {
			types = append(types, name)
		}
	}
	slices.Sort(types)
	return slices.Compact(types), nil
}

func renderCloudFormation(types map[string]cloudFormationType, wanted []string) ([]byte, error) {
	lines := map[string]string{}
	for _, name := range wanted {
		t, ok := types[name]
		if !ok {
			return nil, fmt.Errorf("CloudFormation has no type %s", name)
		}
		if err := t.lines(name, lines); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, cloudFormationHeader, cloudFormationPackage)
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		out.WriteString(strings.TrimRight(name+" "+lines[name], " ") + "\n")
	}
	return out.Bytes(), nil
}

// lines adds the line of a type, and one for each object that can be reached from it.
func (t cloudFormationType) lines(name string, lines map[string]string) error {
	pending := []string{""}
	for len(pending) > 0 {
		object := pending[0]
		pending = pending[1:]
		key, properties := name, t.Properties
		if object != "" {
			key, properties = name+"."+object, t.Definitions[object].Properties
		}
		if _, done := lines[key]; done {
			continue
		}
		var words []string
		for _, p := range slices.Sorted(maps.Keys(properties)) {
			typ, refers, err := propertyType(properties[p].Type)
			if err != nil {
				return fmt.Errorf("%s.%s: %w", key, p, err)
			}
			if refers != "" {
				pending = append(pending, refers)
			}
			words = append(words, p+typ)
		}
		lines[key] = strings.Join(words, " ")
	}
	return nil
}

// propertyType is the text of a type with its colon, and the object in it, if any.
func propertyType(typ string) (text, object string, err error) {
	switch typ {
	case "string", "date-time":
		return "", "", nil
	}
	text, object, err = innerType(typ)
	return ":" + text, object, err
}

func innerType(typ string) (text, object string, err error) {
	switch typ {
	case "string", "date-time":
		return "string", "", nil
	case "integer", "number":
		return "number", "", nil
	case "boolean":
		return "bool", "", nil
	case "json", "tag":
		return typ, "", nil
	}
	if name, ok := strings.CutPrefix(typ, "ref:"); ok {
		return name, name, nil
	}
	outer, inner, ok := strings.Cut(strings.TrimSuffix(typ, ")"), "(")
	switch {
	case ok && outer == "union":
		return unionType(inner)
	case ok && (outer == "list" || outer == "map"):
		if strings.HasPrefix(inner, "list(") || strings.HasPrefix(inner, "map(") {
			return outer + "(json)", "", nil // nobody maps what is inside
		}
		text, object, err = innerType(inner)
		return outer + "(" + text + ")", object, err
	}
	return "", "", fmt.Errorf("unknown type %s", typ)
}

// unionType is the richest of several types: an object before a free structure before a scalar.
func unionType(inner string) (text, object string, err error) {
	switch alternatives := strings.Split(inner, "|"); {
	case strings.HasPrefix(inner, "ref:") || strings.Contains(inner, "|ref:"):
		i := slices.IndexFunc(alternatives, func(a string) bool { return strings.HasPrefix(a, "ref:") })
		return innerType(alternatives[i])
	case slices.Contains(alternatives, "json") || strings.Contains(inner, "("):
		return "json", "", nil
	}
	return "string", "", nil
}
