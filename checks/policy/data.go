package policy

import (
	"fmt"
	"math"
	"path"
	"regexp"
	"strings"
	"time"
)

var packageLine = regexp.MustCompile(`(?m)^package[ \t]+([a-z0-9_.]+)`)

// mount is where a data file belongs: beside the policies of acme.tags it is data.acme, from wherever they are loaded. Where there
// are none beside it its folder says, as in OPA's bundles: acme/data.yaml is data.acme.
func mount(source Source, data *file, files []*file) []string {
	for _, f := range files {
		if path.Dir(f.name) != path.Dir(data.name) || path.Ext(f.name) != ".rego" {
			continue
		}
		if m := packageLine.FindSubmatch(f.data); m != nil {
			words := strings.Split(string(m[1]), ".")
			return words[:len(words)-1]
		}
	}
	dir := path.Dir(strings.TrimPrefix(data.name, source.prefix()))
	if dir == "." {
		return nil
	}
	return strings.Split(dir, "/")
}

// addData adds what a file has to the data of all policies.
func (l *loader) addData(f *file, at []string) {
	var value any
	if err := decode(f.data, &value); err != nil {
		l.diags.Errorf(start(f.name), "this is no JSON or YAML: %s", yamlFault(err))
		return
	}
	members, ok := plain(value).(map[string]any)
	if !ok {
		l.diags.Errorf(start(f.name), "data is a mapping of names to values")
		return
	}
	into := l.data
	for _, name := range at {
		inner, ok := into[name].(map[string]any)
		if !ok {
			inner = map[string]any{}
			into[name] = inner
		}
		into = inner
	}
	for _, name := range sortedKeys(members) {
		if _, twice := into[name]; twice {
			l.diags.Errorf(start(f.name), "%s is in another data file, too", name)
		}
		into[name] = members[name]
	}
}

// plain is a value as JSON knows it: a date is the text that it was.
func plain(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for name := range v {
			v[name] = plain(v[name])
		}
	case map[any]any:
		members := make(map[string]any, len(v))
		for key, member := range v {
			members[strings.TrimSpace(fmt.Sprint(key))] = plain(member)
		}
		return members
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	case int:
		return float64(v)
	case float64:
		if math.IsInf(v, 0) || math.IsNaN(v) {
			return fmt.Sprint(v)
		}
	case time.Time:
		if v.Equal(v.Truncate(24 * time.Hour)) {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case bool, string, nil:
	default:
		return fmt.Sprint(v)
	}
	return value
}
