package tfplan

import (
	"encoding/json"
	"maps"
	"reflect"
	"testing"
)

// The decoder agrees with encoding/json on whatever that takes, but for nulls in
// the outermost object.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		`{"a":{"b":[1,-2.5e3,true,false,null,"x\n\u00e9é"]},"n":null,"":{}}`, ` [ ] `, `"\\\""`, `0`, `{"a\u0062":1,"ab":2}`, "\"\xff\"", `1e999`, `{"a":{"b":[]},"a":null}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var want any
		if json.Unmarshal(text, &want) != nil {
			return
		}
		want = ordered(withoutNulls(want))
		p := pieces{names: make(map[string]string)}
		for range 2 { // the names are known the second time
			if got := p.decode(text); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q gives %#v, want %#v", text, got, want)
			}
		}
	})
}

func withoutNulls(v any) any {
	if members, ok := v.(map[string]any); ok {
		maps.DeleteFunc(members, func(_ string, member any) bool { return member == nil })
	}
	return v
}
