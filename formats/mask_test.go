package formats

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/scan"
)

func TestSecretsAreInNoFormat(t *testing.T) {
	outputs := everyFormat(t, sample())
	outputs["inspect"] = printInspect(t, false, inspected())
	for name, out := range outputs {
		if strings.Contains(out, marker) {
			t.Errorf("%s prints a secret", name)
		}
	}
}

// A line with a secret is masked for every finding on it, not only for the one
// that is about the secret.
func TestOtherFindingsOnTheLineOfASecret(t *testing.T) {
	other := volumeFinding()
	other.Place = passwordFinding().Place
	r := &scan.Report{Findings: []scan.Finding{other, passwordFinding()}, Line: sourceLine}
	if out := printTable(t, r, TableOptions{}); strings.Contains(out, marker) {
		t.Errorf("a secret is printed:\n%s", out)
	}
}

// The author of a sensitive variable calls its default a secret.
func TestLiteralOfASensitiveValue(t *testing.T) {
	f := passwordFinding()
	f.Sensitive, f.At.Sensitive, f.Message = false, true, "password is (sensitive)"
	if out := printTable(t, &scan.Report{Findings: []scan.Finding{f}, Line: sourceLine}, TableOptions{}); strings.Contains(out, marker) {
		t.Errorf("a secret is printed:\n%s", out)
	}
}

func TestMask(t *testing.T) {
	for _, test := range []struct {
		text       string
		start, end int32
		want       string
	}{
		{`  password = "s3cret" # x`, 3, 22, `  password = "***" # x`},
		{`  password = "s3cret" # "more"`, 14, 22, `  password = "***" # "***"`},
		{`  password = "a\"s3cret"`, 3, 25, `  password = ***`},
		{`  password = "a${x("b")}s3cret"`, 14, 32, `  password = ***`},
		{`  password = base64encode("s3cret")`, 3, 36, `  password = ***`},
		{`  password = 12345678`, 3, 22, `  password = ***`},
		{`    c2VjcmV0==`, 5, 15, `    ***`},
		{`  { a = "s3cret", b = 1234 }`, 19, 27, `  { a = "***", b = ***`},
		{`Password: s3cret`, 11, 17, `Password: ***`},
		{`"Password": "s3cret",`, 1, 22, `"***": "***",`},
		{`ENV A="b" PASSWORD=s3cret`, 1, 26, `***`},
		{`    export X=s3cret; echo "y"`, 5, 30, `    ***`},
		{`  password = "s3cret"`, 0, 0, `  ***`},
		{`  password = "s3cret"`, 3, 3, `  password = "***"`},
		{`  password = 's3cret`, 3, 21, `  password = ***`},
		{`日本 password = "s3cret"`, 4, 23, `日本 password = "***"`},
		{`0":"s3cret"`, 1, 12, `***`},
		{``, 1, 9, ``},
	} {
		if got := mask(test.text, rng("f", 1, test.start, 1, test.end), 1); got != test.want {
			t.Errorf("mask(%q, %d, %d) is %q, want %q", test.text, test.start, test.end, got, test.want)
		}
	}
}

func TestMaskOverLines(t *testing.T) {
	place := rng("f", 1, 14, 3, 6)
	for line, test := range [][2]string{
		{`  password = <<EOT # "x"`, `  password = ***`}, {`    s3cret`, `    ***`}, {`    EOT`, `    ***`},
	} {
		if got := mask(test[0], place, int32(line+1)); got != test[1] {
			t.Errorf("line %d is %q, want %q", line+1, got, test[1])
		}
	}
}

// Whatever stands around it, a secret within its place is masked.
func FuzzMask(f *testing.F) {
	for _, seed := range [][2]string{
		{`password = "`, `" # "x"`}, {`a"b password = '`, `'`}, {`x = "${f("`, `")}"`}, {"日本\t", "\\"}, {`"k": "`, `",`},
	} {
		f.Add(seed[0], seed[1], int32(1), int32(9))
	}
	f.Fuzz(func(t *testing.T, before, after string, start, end int32) {
		text := strings.NewReplacer("\n", "", "\r", "").Replace(before + marker + after)
		at := strings.Index(text, marker)
		within := byteAt(text, start) <= at && (end <= start || byteAt(text, end) >= at+len(marker))
		if place := rng("f", 1, start, 1, end); within {
			if got := mask(text, place, 1); strings.Contains(got, marker) {
				t.Errorf("%q of %q is left at column %d", got, text, start)
			}
		}
	})
}
