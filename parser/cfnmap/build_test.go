package cfnmap

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// document reads properties from JSON. In it {"?": KEY} is a reference of that key, {"if": [A, B]} a value that is one
// of both, and {"none": 0} nothing.
func document(t testing.TB, typ, properties string) Document {
	t.Helper()
	var data any
	if err := json.Unmarshal([]byte(properties), &data); err != nil {
		t.Fatalf("%s: %v", properties, err)
	}
	d := Document{
		Type: typ, Address: "Main", Block: "Main", Format: model.CloudFormation,
		Location: model.Range{File: "t.yaml", Start: model.Pos{Line: 1, Column: 1}},
	}
	d.Properties = value(data, "", &d.Refs)
	return d
}

func value(data any, name string, refs *[]model.Ref) model.Value {
	at := model.Origin{Range: model.Range{File: "t.yaml", Start: model.Pos{Line: int32(len(name)), Column: 1}}, Name: name}
	switch data := data.(type) {
	case []any:
		list := make([]model.Value, len(data))
		for i := range data {
			list[i] = value(data[i], name, refs)
		}
		return model.List(list, at)
	case map[string]any:
		if key, ok := data["?"].(string); ok {
			to, attr, _ := strings.Cut(key, ".")
			*refs = append(*refs, model.Ref{Path: name, To: to, Attr: attr, Exact: true})
			return model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{Reason: key + " is not there yet", Key: key, NotNull: true}}
		}
		if either, ok := data["if"].([]any); ok && len(either) == 2 {
			return model.OneOf("Cond is not known", at, value(either[0], name, refs), value(either[1], name, refs))
		}
		if _, none := data["none"]; none {
			return model.Missing(at)
		}
		members := make(map[string]model.Value, len(data))
		for member, v := range data {
			path := member
			if name != "" {
				path = name + "." + member
			}
			members[member] = value(v, path, refs)
		}
		return model.Object(members, at)
	case nil:
		return model.Missing(at)
	}
	return model.Value{Data: data, State: model.Known, Origin: at}
}

// text writes resources as a test compares them: JSON in which an unknown value is "?KEY", or "?" and what it may be.
func text(t *testing.T, resources []*model.Resource) string {
	t.Helper()
	var out strings.Builder
	for _, r := range resources {
		body, err := json.Marshal(plain(r.Body))
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(r.Address + " " + r.Type + " ")
		if r.Doubtful {
			out.WriteString("doubtful ")
		}
		out.Write(body)
		var refs []string
		for _, ref := range r.Refs {
			refs = append(refs, " "+ref.Path+"->"+ref.To+"."+ref.Attr)
		}
		slices.Sort(refs)
		out.WriteString(strings.Join(refs, ""))
		out.WriteByte('\n')
	}
	return out.String()
}

func plain(v model.Value) any {
	switch v.State {
	case model.Absent:
		return nil
	case model.Unknown:
		if len(v.Why.Alternatives) == 0 {
			return "?" + v.Why.Key
		}
		either := []any{"?"}
		for _, a := range v.Why.Alternatives {
			either = append(either, plain(a))
		}
		return either
	}
	switch data := v.Data.(type) {
	case []model.Value:
		list := make([]any, len(data))
		for i := range data {
			list[i] = plain(data[i])
		}
		return list
	case model.Members:
		members := make(map[string]any, len(data))
		for name, m := range data.All() {
			members[name] = plain(m)
		}
		return members
	}
	return v.Data
}

func golden(t *testing.T, file string, got []string) {
	t.Helper()
	text := strings.Join(got, "\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != text {
		old := strings.Split(string(want), "\n")
		for _, line := range got {
			if !slices.Contains(old, line) {
				t.Errorf("not in %s: %s", file, line)
			}
		}
		t.Errorf("%s is not as it was; go test -update rewrites it, and the difference is to be read", file)
	}
}
