package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// replaced evaluates replace(TEXT, WORD, OTHER). Where the result is not known, the pieces of a
// text that is are kept, and so is the structure of a document, as far as a word stands for
// something to be filled in.
func (s *scope) replaced(e *hclsyntax.FunctionCallExpr) cty.Value {
	v, args, ok := s.applied(e)
	if !ok {
		return s.general(e)
	}
	v = s.attribute(e, weaken(v))
	text, word := args[0], args[1]
	wanted := textOf(word)
	if v.IsKnown() || word.IsMarked() || wanted == "" || isPattern(wanted) {
		return v
	}
	_, marks := text.Unmark()
	doc := documentOf(marks)
	known := textOf(text)
	if known == "" && (doc == nil || !isBlank(wanted)) {
		return v
	}
	return v.Mark(&document{make: func() model.Value {
		l := lowering{scope: s}
		at := l.origin(e.Args[0].Range(), "")
		fill := filling{wanted, l.part(e.Args[2], l.origin(e.Args[2].Range(), ""))}
		if doc != nil && isBlank(wanted) {
			if lowered := doc.lower(); lowered != nil {
				return fill.in(*lowered)
			}
			return model.Undecided("it depends on itself", at)
		}
		return fill.in(model.Text(known, at))
	}})
}

// isPattern tells a regular expression from a word that is looked for.
func isPattern(word string) bool {
	return len(word) > 1 && strings.HasPrefix(word, "/") && strings.HasSuffix(word, "/")
}

// isBlank tells a word that stands for something to be filled in, such as __NAME__, %NAME% or ${NAME}: no name or ARN that
// only the apply will tell has it in it, and in JSON it stands within a text.
func isBlank(word string) bool {
	inner := strings.Trim(word, "_%#@${}")
	if inner == "" || !isPlainText(word) || strings.ContainsAny(inner, " :,[]{}/*.") {
		return false
	}
	before, after, _ := strings.Cut(word, inner)
	shouted := inner == strings.ToUpper(inner) && inner != strings.ToLower(inner)
	return before != "" && after != "" && (strings.Trim(before, "_") != "" || shouted)
}

// filling puts a value in place of a word.
type filling struct {
	word string
	with model.Value
}

func (f filling) in(v model.Value) model.Value {
	switch data := v.Data.(type) {
	case string:
		if v.State == model.Known {
			return f.inText(v, data)
		}
	case []model.Value:
		v.Data = f.inAll(data)
	case model.Members:
		return f.inMembers(v, data)
	}
	if v.Why != nil {
		why := *v.Why
		why.Parts, why.Alternatives = f.inAll(why.Parts), f.inAll(why.Alternatives)
		v.Why = &why
	}
	return v
}

func (f filling) inMembers(v model.Value, members model.Members) model.Value {
	filled := model.NewDraft(len(members))
	for name, member := range members.All() {
		if strings.Contains(name, f.word) {
			with, ok := f.with.Data.(string)
			if !ok || f.with.State != model.Known {
				return model.Undecided("the name of one of its members is not known", v.Origin)
			}
			name = strings.ReplaceAll(name, f.word, with)
		}
		filled.Set(name, f.in(member))
	}
	v.Data = filled.Members()
	return v
}

func (f filling) inAll(values []model.Value) []model.Value {
	if values == nil {
		return nil
	}
	filled := make([]model.Value, 0, len(values))
	for _, v := range values {
		filled = append(filled, f.in(v))
	}
	return filled
}

func (f filling) inText(v model.Value, text string) model.Value {
	if !strings.Contains(text, f.word) {
		return v
	}
	if with, ok := f.with.Data.(string); ok && f.with.State == model.Known {
		v.Data, v.Doc = strings.ReplaceAll(text, f.word, with), nil
		v.Sensitive = v.Sensitive || f.with.Sensitive
		return v
	}
	if text == f.word {
		filled := f.with
		filled.Origin = v.Origin
		return filled
	}
	var parts []model.Value
	for i, piece := range strings.Split(text, f.word) {
		if i > 0 {
			parts = append(parts, f.with)
		}
		if piece != "" {
			part := v
			part.Data, part.Doc = piece, nil
			parts = append(parts, part)
		}
	}
	v.Data, v.Doc, v.State = nil, nil, model.Unknown
	v.Why = &model.Cause{NotNull: true, Parts: parts}
	if f.with.Why != nil {
		v.Why.Reason = f.with.Why.Reason
	}
	noteEnds(v.Why)
	return v
}
