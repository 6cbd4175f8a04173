package formats

import (
	"strings"
	"testing"
)

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"plain text":         "plain text",
		"a\tb":               "a    b",
		"a\nb\rc":            `a\nb\rc`,
		"\x1b[31mred":        `\x1b[31mred`,
		"c1 \u009b31m":       `c1 \u009b31m`,
		"\u202eevil\u200b":   `\u202eevil\u200b`,
		"\U000e0041":         `\U000e0041`,
		"bad \xff byte":      `bad \xff byte`,
		"\uFFFD":             "\uFFFD",
		"naïve 日本語":          "naïve 日本語",
		"::error::x":         `:\:error::x`,
		"  ::error":          `  :\:error`,
		"a ::error":          "a ::error",
		"x ##[group]":        `x ##\[group]`,
		"##vso[task.setvar]": `##vso\[task.setvar]`,
		"## [x]":             "## [x]",
		"a[0]":               "a[0]",
	} {
		if got := printable(text); got != want {
			t.Errorf("printable(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestPrintableOfAStartIsTheStart(t *testing.T) {
	whole := "  ::x ##vso[\x1b\u202e\t日本[##[a\xff\n]::"
	for i := range whole {
		if start := printable(whole[:i]); !strings.HasPrefix(printable(whole), start) {
			t.Errorf("the first %d bytes are %q", i, start)
		}
	}
}

func TestSafeJSON(t *testing.T) {
	for doc, want := range map[string]string{
		`"plain"`:             `"plain"`,
		"\"\u009b \u202e é\"": `"\u009b \u202e é"`,
		"\"\U000e0041\x7f\"":  `"\udb40\udc41\u007f"`,
	} {
		if got := string(safeJSON([]byte(doc))); got != want {
			t.Errorf("safeJSON(%q) is %q, want %q", doc, got, want)
		}
	}
}

func TestByteAtCountsGraphemes(t *testing.T) {
	line := "e\u0301日x" // é of two characters
	for column, want := range []int{0, 0, 3, 6, 7, 7} {
		if got := byteAt(line, int32(column)); got != want {
			t.Errorf("column %d is at byte %d, want %d", column, got, want)
		}
	}
}

func TestCells(t *testing.T) {
	for text, want := range map[string]int{"abc": 3, "日本": 4, "e\u0301": 1, "": 0} {
		if got := cells(text); got != want {
			t.Errorf("cells(%q) is %d, want %d", text, got, want)
		}
	}
}
