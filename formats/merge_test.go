package formats

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	var b strings.Builder
	one := printJSON(t, sample())
	if err := Merge(&b, []byte(one), []byte(one)); err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults(t, scanSchema(t), b.String()) {
		t.Error(fault)
	}
	var got, want mergedJSON
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(one), &want); err != nil {
		t.Fatal(err)
	}
	if len(got.Findings) != 2*len(want.Findings) || len(got.Diagnostics) != 2*len(want.Diagnostics) || got.Summary["passed"] != 2*want.Summary["passed"].(float64) {
		t.Errorf("got %d findings, %d diagnostics, %v", len(got.Findings), len(got.Diagnostics), got.Summary)
	}
	var alone strings.Builder
	if err := Merge(&alone, []byte(one)); err != nil || len(alone.String()) != len(one) {
		t.Errorf("a report by itself is another: %v\n%s", err, alone.String())
	}
}

func TestMergeRefuses(t *testing.T) {
	for _, text := range []string{"", "{}", "[]", `{"schema_version":"2","summary":{}}`} {
		if err := Merge(&strings.Builder{}, []byte(text)); err == nil {
			t.Errorf("%q is merged", text)
		}
	}
}
