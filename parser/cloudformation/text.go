package cloudformation

import (
	"encoding/base64"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// maxTextLength is what one text may have, in bytes: a whole template may have
// no more.
const maxTextLength = 1 << 20

// maxCombinations is how many texts are made of the alternatives of a text's parts.
const maxCombinations = 16

// Dynamic references are resolved when the stack is deployed.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
const (
	resolveOpens  = "{{resolve:"
	resolveCloses = "}}"
)

var placeholder = regexp.MustCompile(`\$\{[^!${}][^${}]*\}|\$\{![^${}]*\}`)

// sub is a text with ${Name}, ${Name.Attr}, ${AWS::Name} and ${!Literal}, alone
// or with a map of names of its own, which win over the template's.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
func (s *stack) sub(n *node, at model.Origin) model.Value {
	text := n
	var own *node
	if n.kind == list && len(n.items) == 2 && n.items[1].kind == object {
		text, own = n.items[0], n.items[1]
	}
	if text.kind == opaque {
		return model.Undecided(text.text, at)
	}
	if text.kind != scalar {
		s.diags.Errorf(at.Range, "Fn::Sub wants a text, alone or in a list with a map of its variables")
		return model.Undecided("the arguments of Fn::Sub cannot be read", at)
	}
	var parts []model.Value
	known := map[string]model.Value{}
	rest := text.text
	for {
		found := placeholder.FindStringIndex(rest)
		if found == nil {
			break
		}
		parts = append(parts, model.Text(rest[:found[0]], at))
		name := rest[found[0]+2 : found[1]-1]
		if literal, ok := strings.CutPrefix(name, "!"); ok {
			parts = append(parts, model.Text("${"+literal+"}", at))
		} else {
			name = strings.TrimSpace(name)
			if _, seen := known[name]; !seen {
				known[name] = s.variable(name, own, text.at, at)
			}
			parts = append(parts, known[name])
		}
		rest = rest[found[1]:]
	}
	return s.join(append(parts, model.Text(rest, at)), at)
}

// variable is what one name in a Sub stands for.
func (s *stack) variable(name string, own *node, where model.Range, at model.Origin) model.Value {
	at.Range = where
	if v := own.get(name); v != nil {
		return s.eval(v, at)
	}
	if id, attr, dotted := strings.Cut(name, "."); dotted && !s.isReferable(name) {
		return s.attribute(id, attr, where, at)
	}
	return s.named(name, where, at)
}

// joinList is Fn::Join: its list may come from anywhere.
func (s *stack) joinList(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::Join", n, 2, 2)
	if !ok {
		return model.Undecided("the arguments of Fn::Join cannot be read", at)
	}
	between := s.evalHere(operands[0], at)
	return each(s.evalHere(operands[1], at), at, func(v model.Value) model.Value {
		elements, isList := v.Data.([]model.Value)
		if !isList {
			if v.State == model.Unknown {
				return model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{
					Reason: v.Why.Reason, Key: keyed("Join", between, v), NotNull: true,
				}}
			}
			s.diags.Errorf(operands[1].at, "Fn::Join wants a list, and this is none")
			return model.Undecided("the list of Fn::Join cannot be read", at)
		}
		parts := make([]model.Value, 0, 2*len(elements))
		for i, e := range elements {
			if i > 0 {
				parts = append(parts, between)
			}
			parts = append(parts, e)
		}
		return s.join(parts, at)
	})
}

// join makes one text of its parts. With a part that is not known it is not
// known either, but for how it starts and ends; a part with alternatives makes
// alternatives of the whole.
func (s *stack) join(parts []model.Value, at model.Origin) model.Value {
	parts = s.compact(flat(parts), at)
	if len(parts) == 1 && parts[0].State == model.Unknown {
		v := parts[0]
		v.Origin = at
		return v
	}
	if product := s.combine(parts, at); product.State != model.Absent {
		return product
	}
	if len(parts) == 0 {
		return model.Text("", at)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return partial(parts, at)
}

// maxParts is how many parts are kept of a text that is not known.
const maxParts = 1000

// flat has the parts of a text in the place of that text, so that parts have
// none of their own. Those of a sensitive one are let go: it is so as a whole.
func flat(parts []model.Value) []model.Value {
	out := make([]model.Value, 0, len(parts))
	for _, p := range parts {
		switch {
		case p.State != model.Unknown || len(p.Why.Parts) == 0:
			out = append(out, p)
		case p.Sensitive || len(out)+len(p.Why.Parts) > maxParts:
			why := *p.Why
			why.Parts = nil
			p.Why = &why
			out = append(out, p)
		default:
			out = append(out, p.Why.Parts...)
		}
	}
	return out
}

// compact makes one part of neighbours that are known, and an unknown one of
// each dynamic reference.
func (s *stack) compact(parts []model.Value, at model.Origin) []model.Value {
	var out []model.Value
	var text strings.Builder
	sensitive := false
	flush := func() {
		if text.Len() > 0 {
			known := model.Text(text.String(), at)
			known.Sensitive = sensitive
			out = append(out, known)
			text.Reset()
			sensitive = false
		}
	}
	for _, p := range parts {
		if p.State == model.Absent {
			continue
		}
		word, known := textOf(p)
		if !known || !s.fits(text.Len()+len(word), at) {
			flush()
			out = append(out, asUnknown(p, at))
			continue
		}
		s.text += len(word)
		sensitive = sensitive || p.Sensitive
		text.WriteString(word)
	}
	flush()
	return resolved(out, at)
}

func (s *stack) fits(length int, at model.Origin) bool {
	if length > maxTextLength {
		s.diags.Errorf(at.Range, "this text becomes longer than %d bytes", maxTextLength)
		return false
	}
	return s.spend(0, at.Range)
}

// asUnknown is a part that is not known, or is no text: the service takes no
// lists and objects there.
func asUnknown(p model.Value, at model.Origin) model.Value {
	if p.State == model.Unknown {
		return p
	}
	return model.Undecided("a part of it is no text", at)
}

// resolved puts one unknown part in the place of each dynamic reference, which
// may itself have unknown parts.
func resolved(parts []model.Value, at model.Origin) []model.Value {
	var out []model.Value
	for len(parts) > 0 {
		text, _ := parts[0].Data.(string)
		opens := strings.Index(text, resolveOpens)
		last, end := closing(parts, opens)
		if last < 0 {
			out = append(out, parts[0])
			parts = parts[1:]
			continue
		}
		if opens > 0 {
			out = append(out, with(parts[0], text[:opens]))
		}
		tail, _ := parts[last].Data.(string)
		inner := slices.Clone(parts[:last+1])
		inner[last] = with(parts[last], tail[:end])
		inner[0] = with(parts[0], inner[0].Data.(string)[opens:])
		v := unknown("a dynamic reference is resolved when the stack is deployed", keyed("resolve", inner...), at)
		v.Sensitive = isSecret(text[opens+len(resolveOpens):])
		out = append(out, v)
		if parts = parts[last:]; end < len(tail) {
			parts = append([]model.Value{with(parts[0], tail[end:])}, parts[1:]...)
		} else {
			parts = parts[1:]
		}
	}
	return out
}

// closing is where a dynamic reference ends that opens in the first part: the
// part, and the byte behind its end; -1 if it does not.
func closing(parts []model.Value, opens int) (last, end int) {
	if opens < 0 {
		return -1, 0
	}
	for i, p := range parts {
		text, _ := p.Data.(string)
		from := 0
		if i == 0 {
			from = opens
		}
		if at := strings.Index(text[from:], resolveCloses); at >= 0 {
			return i, from + at + len(resolveCloses)
		}
	}
	return -1, 0
}

func with(v model.Value, text string) model.Value {
	v.Data = text
	return v
}

// isSecret tells by the service whether what a dynamic reference stands for is
// kept secret there.
func isSecret(reference string) bool {
	return strings.HasPrefix(reference, "secretsmanager:") || strings.HasPrefix(reference, "ssm-secure:")
}

// combine makes a text of each combination of the parts' alternatives, Absent
// where there are none or too many.
func (s *stack) combine(parts []model.Value, at model.Origin) model.Value {
	first, combinations := -1, 1
	for i, p := range parts {
		if p.State == model.Unknown && len(p.Why.Alternatives) > 0 {
			if first < 0 {
				first = i
			}
			combinations *= len(p.Why.Alternatives)
		}
	}
	if first < 0 || combinations > maxCombinations {
		return model.Value{}
	}
	choice := parts[first]
	texts := make([]model.Value, len(choice.Why.Alternatives))
	for i, a := range choice.Why.Alternatives {
		chosen := append([]model.Value(nil), parts...)
		for j, p := range parts {
			if j == first || model.Same(p, choice) {
				chosen[j] = a
			}
		}
		texts[i] = s.join(chosen, at)
	}
	return oneOf(choice.Why.Reason, keyed("Join", parts...), at, texts)
}

// partial is a text of which some parts are not known.
func partial(parts []model.Value, at model.Origin) model.Value {
	why := &model.Cause{NotNull: true, Parts: parts, Key: keyed("Join", parts...)}
	sensitive := false
	for _, p := range parts {
		sensitive = sensitive || p.Sensitive
		if p.State == model.Known || p.Why.NotEmpty {
			why.NotEmpty = true
		}
		if p.State == model.Unknown && why.Reason == "" {
			why.Reason = p.Why.Reason
		}
	}
	first, last := parts[0], parts[len(parts)-1]
	if text, ok := first.Data.(string); ok {
		why.Prefix = text
		if parts[1].State == model.Unknown {
			why.Prefix += parts[1].Why.Prefix
		}
	} else {
		why.Prefix = first.Why.Prefix
	}
	if text, ok := last.Data.(string); ok {
		why.Suffix = text
	} else {
		why.Suffix = last.Why.Suffix
	}
	return model.Value{State: model.Unknown, Sensitive: sensitive, Origin: at, Why: why}
}

// base64 keeps the text that it encodes: that is what its author wrote.
func (s *stack) base64(n *node, at model.Origin) model.Value {
	return each(s.eval(n, at), at, func(inner model.Value) model.Value {
		out := model.Value{State: model.Unknown, Sensitive: inner.Sensitive, Origin: at, Doc: &inner}
		if text, ok := textOf(inner); ok {
			out.State, out.Data = model.Known, base64.StdEncoding.EncodeToString([]byte(text))
			s.text += len(text)
			return out
		}
		out.Why = &model.Cause{Reason: "what it encodes is no text"}
		if inner.State == model.Unknown {
			out.Why = &model.Cause{Reason: inner.Why.Reason, Key: keyed("Base64", inner), NotNull: true}
		}
		return out
	})
}

// toJSON keeps the structure that it encodes.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html
func (s *stack) toJSON(n *node, at model.Origin) model.Value {
	inner := s.eval(n, at)
	out := model.Value{State: model.Unknown, Sensitive: holdsSecret(inner), Origin: at, Doc: &inner}
	plain, why := plainOf(inner)
	if why != nil {
		out.Why = &model.Cause{Reason: why.Reason, NotNull: true, NotEmpty: true}
		return out
	}
	text, err := json.Marshal(plain)
	if err != nil || !s.fits(len(text), at) {
		out.Why = &model.Cause{Reason: "it cannot be written as JSON", NotNull: true}
		return out
	}
	s.text += len(text)
	out.State, out.Data = model.Known, string(text)
	return out
}

// plainOf is a value as encoding/json takes it, or why that is not known.
func plainOf(v model.Value) (any, *model.Cause) {
	if v.State == model.Unknown {
		return nil, v.Why
	}
	switch data := v.Data.(type) {
	case []model.Value:
		items := make([]any, len(data))
		for i, e := range data {
			item, why := plainOf(e)
			if why != nil {
				return nil, why
			}
			items[i] = item
		}
		return items, nil
	case model.Members:
		fields := make(map[string]any, len(data))
		for name, e := range data.All() {
			field, why := plainOf(e)
			if why != nil {
				return nil, why
			}
			if e.State != model.Absent {
				fields[name] = field
			}
		}
		return fields, nil
	case float64:
		return json.Number(strconv.FormatFloat(data, 'f', -1, 64)), nil
	}
	return v.Data, nil
}

func holdsSecret(v model.Value) bool {
	if v.Sensitive {
		return true
	}
	switch data := v.Data.(type) {
	case []model.Value:
		return slices.ContainsFunc(data, holdsSecret)
	case model.Members:
		for _, member := range data.All() {
			if holdsSecret(member) {
				return true
			}
		}
	}
	return false
}
