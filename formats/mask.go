package formats

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan"
)

// masked stands in place of a secret.
const masked = "***"

// source gives the lines of scanned files as outputs may show them: where any
// finding says that there is a secret, it is masked for all of them.
type source struct {
	line    func(file string, line int) string
	secrets map[spot][]model.Range
}

type spot struct {
	file string
	line int32
}

func sourceOf(r *scan.Report) *source {
	s := &source{line: r.Line, secrets: make(map[spot][]model.Range)}
	seen := make(map[model.Range]bool)
	for i := range r.Findings {
		f := &r.Findings[i]
		if !isSecret(f) || seen[f.Place] {
			continue
		}
		seen[f.Place] = true
		for line := f.Place.Start.Line; line <= max(f.Place.Start.Line, f.Place.End.Line); line++ {
			at := spot{f.Place.File, line}
			s.secrets[at] = append(s.secrets[at], f.Place)
		}
	}
	return s
}

// isSecret tells whether the place of a finding may hold a secret: one that a
// check has found, or the literal of a value that its author calls sensitive.
func isSecret(f *scan.Finding) bool { return f.Sensitive || f.At.Sensitive }

// at returns a line, and whether something in it was masked.
func (s *source) at(file string, line int32) (text string, isMasked bool) {
	if s.line == nil || file == "" || line < 1 {
		return "", false
	}
	text = s.line(file, int(line))
	switch places := s.secrets[spot{file, line}]; len(places) {
	case 0:
		return text, false
	case 1:
		return mask(text, places[0], line), true
	}
	return hidden(text), true
}

// oneLiteral is a place that holds nothing but a quoted string and its name.
var oneLiteral = regexp.MustCompile(`^(([\w.-]+|"[\w.-]+")\s*[=:]\s*)?("[^"]*"|'[^']*')\s*,?$`)

// assigned is the name in front of a value. The blank before the sign tells it
// from what may be a secret itself, such as the end of a base64 text.
var assigned = regexp.MustCompile(`^[A-Za-z_][\w-]*\s+=\s`)

// mask hides a secret in one of the lines of its place. It hides each quoted
// string of the line; where that is not certain to be all of the secret, also
// the rest of the line from the start of the place, or the whole line where the
// place goes over several (a heredoc, a block).
func mask(text string, place model.Range, line int32) string {
	if line > place.Start.Line || place.Start.Column < 1 {
		return hidden(text)
	}
	start := byteAt(text, place.Start.Column)
	stretch := text[start:]
	if place.End.Line == line && place.End.Column > place.Start.Column {
		stretch = text[start:byteAt(text, place.End.Column)]
	}
	before, text := maskLiterals(text[:start]), text[start:]
	if place.End.Line > line || !oneLiteral.MatchString(stretch) {
		name := assigned.FindString(text)
		return before + name + hidden(text[len(name):])
	}
	return before + maskLiterals(text)
}

// hidden is a text of which only the indentation is left.
func hidden(text string) string {
	rest := strings.TrimLeft(text, " \t")
	if rest == "" {
		return text
	}
	return text[:len(text)-len(rest)] + masked
}

// maskLiterals hides what stands between quotes. One without a partner hides
// the rest, and so does an interpolation, in which quotes may be nested.
func maskLiterals(text string) string {
	var b strings.Builder
	for {
		open := strings.IndexAny(text, `"'`)
		if open < 0 {
			return b.String() + text
		}
		b.WriteString(text[:open+1] + masked)
		literal := text[open+1:]
		end := closing(literal, text[open])
		if end < 0 || strings.Contains(literal[:end], "{") {
			return b.String()
		}
		b.WriteByte(text[open])
		text = literal[end+1:]
	}
}

// closing is where the quote is that ends a literal, -1 if there is none.
func closing(literal string, quote byte) int {
	for i := 0; i < len(literal); i++ {
		switch literal[i] {
		case '\\':
			i++
		case quote:
			return i
		}
	}
	return -1
}

// spoken is a text that a check wrote about a finding. Checks do not put
// secrets into their messages; this holds even where one forgets.
func spoken(f *scan.Finding, text string) string {
	if !isSecret(f) || text == "" {
		return text
	}
	secrets := texts(f.At, nil)
	slices.SortFunc(secrets, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	for _, secret := range secrets {
		text = strings.ReplaceAll(text, secret, masked)
	}
	return text
}

// texts are the strings of a value that are long enough to be secrets, and the
// lines of those that have several.
func texts(v model.Value, found []string) []string {
	if v.Why != nil {
		for _, a := range v.Why.Alternatives {
			found = texts(a, found)
		}
	}
	switch data := v.Data.(type) {
	case string:
		for _, s := range append(strings.Split(data, "\n"), data) {
			if len(s) >= 4 {
				found = append(found, s)
			}
		}
	case []model.Value:
		for _, e := range data {
			found = texts(e, found)
		}
	case model.Members:
		for _, e := range data.All() {
			found = texts(e, found)
		}
	}
	return found
}
