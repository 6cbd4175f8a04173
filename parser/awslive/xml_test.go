package awslive

import (
	"encoding/json"
	"testing"
)

func TestParseXML(t *testing.T) {
	root, v, err := parseXML([]byte(`<?xml version="1.0"?><R xmlns="x"><a>1</a><l><item>x</item><item>y</item></l><e/><o><p> q </p></o></R>`))
	text, _ := json.Marshal(v)
	if want := `{"a":"1","e":"","l":{"item":["x","y"]},"o":{"p":" q "}}`; root != "R" || err != nil || string(text) != want {
		t.Errorf("got %s %s, %v", root, text, err)
	}
	for _, broken := range []string{"", "<a>", "<a></b>", "text"} {
		if _, _, err := parseXML([]byte(broken)); err == nil {
			t.Errorf("%q is understood", broken)
		}
	}
}

func TestAt(t *testing.T) {
	v := map[string]any{"l": []any{map[string]any{"n": "a"}, map[string]any{"n": "b"}, map[string]any{}}, "p": `{"S":[{"x":"y"}]}`}
	for path, want := range map[string]string{
		"l.n": `["a","b"]`, "l.m": "null", "p.S.x": `["y"]`, "none.of.it": "null", "l": `[{"n":"a"},{"n":"b"},{}]`,
	} {
		if got, _ := json.Marshal(at(v, path)); string(got) != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

// No answer makes the reader panic.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`<R><a>1</a><l><item>x</item></l></R>`))
	f.Add([]byte(`{"a":[{"b":null}],"c":"{\"d\":1}"}`))
	f.Fuzz(func(_ *testing.T, text []byte) {
		var answers []any
		if _, v, err := parseXML(text); err == nil {
			answers = append(answers, v)
		}
		var v any
		if json.Unmarshal(text, &v) == nil {
			answers = append(answers, v)
		}
		for _, answer := range answers {
			for _, r := range Readers() {
				for _, o := range r.operations() {
					d := r.document()
					d.take(o, answer)
					for _, row := range rowsAt(answer, o.rows) {
						d.take(o, row)
					}
					d.resource("x", "", "x", answer)
				}
			}
		}
	})
}
