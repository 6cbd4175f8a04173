package formats

import (
	"slices"
	"strings"
	"testing"
)

// The hashes are those that GitHub's own implementation gives for these texts.
func TestLineHashes(t *testing.T) {
	for text, want := range map[string][]string{
		"":                     {"c129715d7a2bc9a3:1"},
		" a\nb\n  \t\tc\n d":   {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"},
		"alpha\nbeta\nalpha\n": {"8d07ce75f7b3af45:1", "ca140c3f893ffa65:1", "26f09ff008857193:1", "c129715d7a2bc9a3:1"},
		" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n": {
			"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
			"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
		},
	} {
		if got := lineHashes(strings.Split(text, "\n")); !slices.Equal(got, want) {
			t.Errorf("hashes of %q are %v, want %v", text, got, want)
		}
	}
}

func TestEqualHashesAreNumbered(t *testing.T) {
	long := strings.Repeat("x", hashBlock)
	got := lineHashes([]string{long, long})
	first, _, _ := strings.Cut(got[0], ":")
	if got[0] != first+":1" || got[1] != first+":2" {
		t.Errorf("hashes are %v", got)
	}
}

func TestHasherFindsTheEndOfAFile(t *testing.T) {
	text := "alpha\nbeta\nalpha\n"
	lines := strings.Split(text, "\n")
	h := hasher{files: map[string][]string{}, source: &source{line: func(_ string, n int) string {
		if n > len(lines) {
			return ""
		}
		return lines[n-1]
	}}}
	if got := h.at("a.tf", 2); got != "ca140c3f893ffa65:1" {
		t.Errorf("hash of line 2 is %s", got)
	}
	if got := h.at("a.tf", 9); got != "" {
		t.Errorf("hash of a line that is not there is %s", got)
	}
}
