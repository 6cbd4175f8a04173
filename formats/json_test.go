package formats

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/scan"
)

func printJSON(t *testing.T, r *scan.Report) string {
	t.Helper()
	var b strings.Builder
	if err := JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	if !json.Valid([]byte(b.String())) {
		t.Fatalf("not JSON:\n%s", b.String())
	}
	return b.String()
}

func TestJSON(t *testing.T) {
	golden(t, "scan.json", printJSON(t, sample()))
	golden(t, "scan_empty.json", printJSON(t, &scan.Report{}))
}

// Escapes change how the text is written, not what a program reads.
func TestJSONKeepsHostileText(t *testing.T) {
	out := printJSON(t, sample())
	if strings.ContainsAny(out, "\x1b\x07\r\u0085\u202e") {
		t.Error("a control character is printed")
	}
	var doc struct {
		Findings []struct{ Resource struct{ Address string } }
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	if got := doc.Findings[6].Resource.Address; got != hostile {
		t.Errorf("address is %q, want %q", got, hostile)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestErrorsOfTheWriterAreReported(t *testing.T) {
	for name, write := range writers {
		if write(brokenPipe{}, sample()) == nil {
			t.Errorf("%s hides the error", name)
		}
	}
	if Inspect(brokenPipe{}, nil, false) == nil || Checks(brokenPipe{}, nil) == nil {
		t.Error("inspect or checks hides the error")
	}
}

func TestRelative(t *testing.T) {
	for _, test := range []struct{ base, file, want string }{
		{".", "a/b.tf", "a/b.tf"}, {"", "a/b.tf", "a/b.tf"}, {"a", "a/b.tf", "b.tf"}, {"a", "a", "."},
		{"a/b", "a/c/d.tf", "../c/d.tf"}, {"a/b", "ab/c.tf", "../../ab/c.tf"}, {"a", ".", ".."}, {"a", "", ""},
		{"a", "/x.tf", "/x.tf"}, {"..a", "..a/b", "b"},
	} {
		if got := relative(test.base, test.file); got != test.want {
			t.Errorf("relative(%q, %q) is %q, want %q", test.base, test.file, got, test.want)
		}
	}
}

func BenchmarkJSON10000(b *testing.B) {
	r := many(10_000)
	for b.Loop() {
		if err := JSON(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
