package formats

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/apparentlymart/go-textseg/v15/textseg"
	"golang.org/x/text/width"
)

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// printable makes text from a scanned file fit to be one line on a terminal:
// what would move the cursor, hide or reorder text is written out as an escape,
// a tab becomes spaces. The start of a text has the same result as it has
// within the whole, so that columns can be counted.
func printable(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\t':
			b.WriteString("    ")
		case !unicode.IsGraphic(r):
			quoted := strconv.QuoteRuneToASCII(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		case isCommand(s[:i], r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isPlain tells whether printable would change nothing.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ':' || s[i] == '[' {
			return false
		}
	}
	return true
}

// isCommand tells whether a character would complete the start of a command to
// a build server that reads the log: "::" at the start of a line, "##[" or
// "##vso[" anywhere.
func isCommand(before string, r rune) bool {
	switch r {
	case ':':
		return strings.TrimSpace(before) == ":"
	case '[':
		return strings.HasSuffix(strings.TrimRight(before, asciiLetters), "##")
	}
	return false
}

// safeJSON writes out the characters that JSON allows as they are but a
// terminal would act upon. Outside of strings JSON has none of them.
func safeJSON(doc []byte) []byte {
	plain := 0 // how much of it is plain ASCII, mostly all
	for plain < len(doc) && doc[plain] <= '~' {
		plain++
	}
	at := bytes.IndexFunc(doc[plain:], isHidden)
	if at < 0 {
		return doc
	}
	at += plain
	safe := make([]byte, 0, len(doc)+64)
	for ; at >= 0; at = bytes.IndexFunc(doc, isHidden) {
		hidden, size := utf8.DecodeRune(doc[at:])
		safe = append(safe, doc[:at]...)
		for _, unit := range utf16.AppendRune(nil, hidden) {
			safe = fmt.Appendf(safe, `\u%04x`, unit)
		}
		doc = doc[at+size:]
	}
	return append(safe, doc...)
}

func isHidden(r rune) bool {
	return r > '~' && !unicode.IsGraphic(r)
}

// cut shortens a text to at most n characters.
func cut(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// byteAt is where in a line the column starts, the line's end at the utmost.
// Columns count grapheme clusters from 1.
func byteAt(line string, column int32) int {
	n := int(column) - 1
	if n <= 0 {
		return 0
	}
	if isASCII(line[:min(n+1, len(line))]) {
		return min(n, len(line))
	}
	rest := []byte(line)
	for ; n > 0 && len(rest) > 0; n-- {
		size, _, _ := textseg.ScanGraphemeClusters(rest, true)
		rest = rest[size:]
	}
	return len(line) - len(rest)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// cells is how many columns of a terminal a printable text takes.
func cells(s string) int {
	if isASCII(s) {
		return len(s)
	}
	n := 0
	for _, r := range s {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
