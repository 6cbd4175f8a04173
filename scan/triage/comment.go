package triage

import (
	"slices"
	"strings"
	"time"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// form is a way to write a suppression.
type form struct {
	mark string
	// first tells that a comment must begin with it, else it is mere talk.
	first bool
	read  func(p *phrase)
}

// forms are all ways, the longer before what it starts with.
var forms = [...]form{
	{"lintel:ignore-file", true, func(p *phrase) { p.ours(wholeFile) }},
	{"lintel:ignore", true, func(p *phrase) { p.ours(target) }},
	{"checkov:skip=", false, (*phrase).checkov},
	{"bridgecrew:skip=", false, (*phrase).checkov},
	{"tfsec:ignore:", false, (*phrase).trivy},
	{"trivy:ignore:", false, (*phrase).trivy},
	{"ts:skip=", false, (*phrase).terrascan},
	{"kics-scan", true, (*phrase).kics},
	{"hadolint", true, (*phrase).hadolint},
}

// phrase is a directive that is being read.
type phrase struct {
	*directive
	rest  string // what follows the mark
	diags diag.List
	none  bool // it turned out to be no suppression, or is not honoured
}

// parseComment reads the directives of one line of a comment.
func parseComment(text string, at model.Range) ([]*directive, diag.List) {
	var found []*directive
	var diags diag.List
	for i, w := range marked(text) {
		switch own := strings.HasPrefix(w.mark, "lintel"); {
		case w.first && i == 0 && strings.Trim(text[:w.at], " \t#/*") != "":
			if own {
				diags.Warnf(at, "%s is not honoured here: words stand before it in its comment", w.mark)
			}
		case own && w.rest != "" && isWord(w.rest[0]):
			word, _, _ := strings.Cut(w.mark+w.rest, " ")
			diags.Warnf(at, "%q suppresses nothing: the forms are lintel:ignore and lintel:ignore-file", word)
		default:
			p := phrase{
				directive: &directive{at: at, form: strings.TrimRight(w.mark, ":="), own: own},
				rest:      strings.TrimSpace(w.rest),
			}
			w.read(&p)
			diags.Add(p.diags...)
			if !p.none {
				found = append(found, p.directive)
			}
		}
	}
	return found, diags
}

// written is a form as it is met in a comment.
type written struct {
	form
	at   int    // where its mark stands
	rest string // what follows, up to the next one
}

// marked finds the forms in a text. A mark within a word is none.
func marked(text string) []written {
	var found []written
	for at := 0; at < len(text); at++ {
		if at > 0 && isWord(text[at-1]) {
			continue
		}
		i := slices.IndexFunc(forms[:], func(f form) bool { return strings.HasPrefix(text[at:], f.mark) })
		if i < 0 {
			continue
		}
		if n := len(found); n > 0 {
			found[n-1].rest = untilNext(text[found[n-1].at+len(found[n-1].mark) : at])
		}
		found = append(found, written{form: forms[i], at: at, rest: text[at+len(forms[i].mark):]})
		at += len(forms[i].mark) - 1
	}
	return found
}

// untilNext is a text without what introduces the comment behind it.
func untilNext(text string) string {
	text = strings.TrimSpace(text)
	for _, opening := range [...]string{"#", "//", "/*"} {
		text = strings.TrimSuffix(text, opening)
	}
	return text
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == ':'
}

// refuse gives a directive up.
func (p *phrase) refuse(format string, args ...any) {
	p.none = true
	p.diags.Warnf(p.at, "this "+p.form+" is not honoured: "+format, args...)
}

// ours reads ID[,ID] [until=DATE] [owner=NAME] reason.
func (p *phrase) ours(r reach) {
	p.reach = r
	words := strings.Fields(p.rest)
	words = words[p.list(words):]
	if len(p.names) == 0 {
		p.refuse("it names no check")
		return
	}
	for len(words) > 0 {
		key, value, ok := strings.Cut(words[0], "=")
		if !ok || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") != "" || key == "" {
			break
		}
		words = words[1:]
		if !p.option(key, value) {
			return
		}
	}
	p.reason = reasonOf(strings.Join(words, " "))
	if p.reason == "" {
		p.diags.Add(diag.Diagnostic{
			Severity: diag.Warning, Range: p.at,
			Summary: p.title(p.texts()) + " gives no reason",
			Detail:  "Write why behind the ids, for who reads it next.",
		})
	}
}

// list reads ids between commas, with or without spaces behind these, and returns
// how many words they took.
func (p *phrase) list(words []string) int {
	for n, word := range words {
		p.ids(word)
		if !strings.HasSuffix(word, ",") {
			return n + 1
		}
	}
	return len(words)
}

// ids adds the ids in one word. A comma in braces is the glob's own.
func (p *phrase) ids(word string) {
	split := []string{word}
	if !strings.Contains(word, "{") {
		split = strings.Split(word, ",")
	}
	for _, id := range split {
		if id = strings.Trim(id, `"', `); id != "" {
			p.names = append(p.names, name{text: id})
		}
	}
}

func (p *phrase) option(key, value string) bool {
	switch key {
	case "until":
		return p.date(value)
	case "owner":
		p.owner = value
	default:
		p.refuse(`there is no %q to set: it is "until" or "owner"`, key)
		return false
	}
	return true
}

func (p *phrase) date(text string) bool {
	day, err := time.Parse(dateForm, text)
	if err != nil {
		p.refuse("%q is no date; write it as 2030-12-31", text)
		return false
	}
	p.until = day
	return true
}

// reasonOf is a reason without the dash or colon that introduces it.
func reasonOf(text string) string { return strings.TrimSpace(strings.TrimLeft(text, " \t-–—:#")) }
