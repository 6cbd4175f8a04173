package view

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Placeholders stand for unknown parts: their number between two characters
// for private use, which no policy needs.
const (
	opening = "\uE000"
	closing = "\uE001"
)

// pieces are one text of the parts of which some are unknown.
type pieces struct {
	text      string        // with placeholders for the unknown parts
	unknown   []model.Value // by the number in their placeholder
	sensitive bool
}

// join makes one text of the parts. Where an unknown one is not inside of quotes, it may be put into some.
func join(parts []model.Value, quote bool) pieces {
	var p pieces
	var text strings.Builder
	quoted, escaped := false, false
	for _, part := range parts {
		p.sensitive = p.sensitive || part.Sensitive
		if part.State == model.Unknown {
			placeholder := opening + strconv.Itoa(len(p.unknown)) + closing
			if quote && !quoted {
				placeholder = `"` + placeholder + `"`
			}
			p.unknown = append(p.unknown, part)
			text.WriteString(placeholder)
			continue
		}
		known := scalar(part)
		for i := range len(known) {
			switch c := known[i]; {
			case escaped:
				escaped = false
			case c == '"':
				quoted = !quoted
			case c == '\\':
				escaped = quoted
			}
		}
		text.WriteString(known)
	}
	p.text = text.String()
	return p
}

// scalar is how a template writes a known value.
func scalar(v model.Value) string {
	if s, ok := v.Data.(string); ok {
		return s
	}
	if v.State != model.Known {
		return ""
	}
	return v.Raw()
}

// leaf is a string, unknown if it holds an unknown part.
func (p *pieces) leaf(s string, at model.Origin) model.Value {
	gaps := p.gaps(s)
	if len(gaps) == 0 {
		return model.Value{Data: s, State: model.Known, Sensitive: p.sensitive, Origin: at}
	}
	first, last := gaps[0], gaps[len(gaps)-1]
	part := p.unknown[first.number]
	if first.from == 0 && first.to == len(s) {
		part.Origin = at
		return part
	}
	return model.Value{State: model.Unknown, Sensitive: p.sensitive, Origin: at, Why: &model.Cause{
		Reason: part.Why.Reason, Key: p.key(s), NotNull: true, NotEmpty: true,
		Prefix: s[:first.from] + part.Why.Prefix, Suffix: p.unknown[last.number].Why.Suffix + s[last.to:],
	}}
}

// A gap is where an unknown part stands in a string.
type gap struct{ from, to, number int }

func (p *pieces) gaps(s string) []gap {
	var found []gap
	for from := 0; ; {
		at := strings.Index(s[from:], opening)
		if at < 0 {
			return found
		}
		from += at
		digits, _, closed := strings.Cut(s[from+len(opening):], closing)
		number, err := strconv.Atoi(digits)
		to := from + len(opening)
		if closed && err == nil && number >= 0 && number < len(p.unknown) {
			to += len(digits) + len(closing)
			found = append(found, gap{from, to, number})
		}
		from = to
	}
}

// key is the text with the keys of its unknown parts, or "" if one has none.
func (p *pieces) key(s string) string {
	for n, part := range p.unknown {
		placeholder := opening + strconv.Itoa(n) + closing
		if !strings.Contains(s, placeholder) {
			continue
		}
		if part.Why.Key == "" {
			return ""
		}
		s = strings.ReplaceAll(s, placeholder, "${"+part.Why.Key+"}")
	}
	return strconv.Quote(s)
}
