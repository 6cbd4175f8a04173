package cloudformation

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// maxAlternatives bounds the values kept for one that is not decided.
const maxAlternatives = 64

// eval is the value of a node: at says where it is written, in its author's words.
// What AWS::NoValue removes is Absent.
func (s *stack) eval(n *node, at model.Origin) model.Value {
	if n == nil {
		return model.Missing(at)
	}
	if !s.spend(1, n.at) {
		return model.Undecided("the template multiplies into too much", at)
	}
	if n.name != "" {
		at.Name = n.name
	}
	switch n.kind {
	case scalar:
		return s.scalar(n, at)
	case list:
		return s.list(n, at)
	case object:
		return s.object(n, at)
	case opaque:
		return model.Undecided(n.text, at)
	}
	return model.Missing(at)
}

// evalHere is eval of something that has no name of its own.
func (s *stack) evalHere(n *node, at model.Origin) model.Value {
	if n != nil {
		at.Range = n.at
	}
	return s.eval(n, at)
}

// scalar keeps numbers only where no digit is lost: an account's id with a zero
// in front is no number.
func (s *stack) scalar(n *node, at model.Origin) model.Value {
	if !n.quoted {
		if b, ok := boolean(n.text); ok {
			return model.Flag(b, at)
		}
		if f, err := strconv.ParseFloat(n.text, 64); err == nil && strconv.FormatFloat(f, 'f', -1, 64) == n.text {
			return model.Number(f, at)
		}
	}
	if meant, ok := s.unlinked(n, at); ok {
		return meant
	}
	if strings.Contains(n.text, resolveOpens) && strings.Contains(n.text, resolveCloses) {
		return s.join([]model.Value{model.Text(n.text, at)}, at)
	}
	return model.Text(n.text, at)
}

func (s *stack) list(n *node, at model.Origin) model.Value {
	elements := make([]model.Value, 0, len(n.items))
	for _, item := range n.items {
		if v := s.evalHere(item, at); v.State != model.Absent {
			elements = append(elements, v)
		}
	}
	return model.List(elements, at)
}

func (s *stack) object(n *node, at model.Origin) model.Value {
	if name, argument := n.function(); name != "" && !strings.HasPrefix(name, forEach) {
		return s.call(name, argument, at)
	}
	if n.open != "" {
		return model.Undecided(n.open, at)
	}
	all := s.unrolled(n.members)
	values := model.NewDraft(len(all))
	for _, m := range all {
		if m.doubtful != "" {
			return model.Undecided(m.doubtful, at)
		}
		below := at
		below.Name, below.Range = joinName(at.Name, m.key), span(m.at, m.value.at)
		if strings.HasPrefix(m.key, "Fn::") {
			s.diags.Warnf(m.at, "%s has other members beside it: an intrinsic function stands alone", m.key)
			if at.Name != "" {
				return model.Undecided("it is half a function", at)
			}
			values.Set(m.key, model.Undecided("it is half a function", below)) // what else the resource has is not known
			continue
		}
		values.Set(m.key, s.eval(m.value, below))
	}
	return model.Record(values.Members(), at)
}

func joinName(outer, name string) string {
	if outer == "" {
		return name
	}
	return outer + "." + name
}

// call evaluates an intrinsic function.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
func (s *stack) call(name string, n *node, at model.Origin) model.Value {
	switch name {
	case "Ref":
		return s.ref(n, at)
	case "Fn::GetAtt":
		return s.getAtt(n, at)
	case "Fn::Sub":
		return s.sub(n, at)
	case "Fn::Join":
		return s.joinList(n, at)
	case "Fn::If":
		return s.choose(n, at)
	case "Fn::ImportValue":
		return s.importValue(n, at)
	case "Fn::Base64":
		return s.base64(n, at)
	case "Fn::ToJsonString":
		return s.toJSON(n, at)
	case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals":
		return s.decided(callNode(n.at, name, n), at)
	}
	return s.callOnLists(name, n, at)
}

func (s *stack) callOnLists(name string, n *node, at model.Origin) model.Value {
	switch name {
	case "Fn::FindInMap":
		return s.findInMap(n, at)
	case "Fn::Select":
		return s.pick(n, at)
	case "Fn::Split":
		return s.split(n, at)
	case "Fn::Cidr":
		return s.cidr(n, at)
	case "Fn::Length":
		return s.length(n, at)
	case "Fn::GetAZs":
		region := s.evalHere(n, at)
		return unknown("the zones of a region are known only there", keyed("GetAZs", region), at)
	}
	s.diags.Warnf(at.Range, "there is no intrinsic function %s: its value is not known", name)
	return model.Undecided(name+" is no known function", at)
}

// operands are the elements of a function's argument, if it has as many.
func (s *stack) operands(function string, n *node, least, most int) ([]*node, bool) {
	if n.kind == list && len(n.items) >= least && len(n.items) <= most {
		return n.items, true
	}
	if n.kind != opaque {
		s.diags.Errorf(n.at, "%s does not have the arguments it wants", function)
	}
	return nil, false
}

func unknown(reason, key string, at model.Origin) model.Value {
	return model.Value{State: model.Unknown, Origin: at, Why: &model.Cause{Reason: reason, Key: key, NotNull: true, NotEmpty: true}}
}

// maxKey bounds what nested functions make of keys.
const maxKey = 4096

// keyed is the key of a function's result, "" where that of an argument is not
// known to stand for one value.
func keyed(function string, arguments ...model.Value) string {
	words := make([]string, len(arguments))
	for i, v := range arguments {
		if words[i] = keyOf(v); words[i] == "" {
			return ""
		}
	}
	text := function + "(" + strings.Join(words, ",") + ")"
	if len(text) > maxKey {
		return ""
	}
	return text
}

// keyOf is a text equal for two values only if they will be equal.
func keyOf(v model.Value) string {
	switch v.State {
	case model.Unknown:
		if v.Why.Key == "" {
			return ""
		}
		return "${" + v.Why.Key + "}"
	case model.Absent:
		return "null"
	}
	if items, ok := v.Data.([]model.Value); ok {
		return keyed("list", items...)
	}
	if text, ok := textOf(v); ok {
		return strconv.Quote(text)
	}
	return ""
}

// textOf is a known scalar as it stands in a text.
func textOf(v model.Value) (string, bool) {
	switch data := v.Data.(type) {
	case string:
		return data, true
	case bool:
		return strconv.FormatBool(data), true
	case float64:
		return strconv.FormatFloat(data, 'f', -1, 64), true
	}
	return "", false
}

// each applies a function to a value, or to each of its alternatives.
func each(v model.Value, at model.Origin, apply func(model.Value) model.Value) model.Value {
	if v.State != model.Unknown || len(v.Why.Alternatives) == 0 {
		return apply(v)
	}
	results := make([]model.Value, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		results[i] = each(a, at, apply)
	}
	return oneOf(v.Why.Reason, "", at, results)
}

// oneOf is the value of which one alternative will be real. Those of an
// alternative are alternatives of the whole; of too many none is kept.
func oneOf(reason, key string, at model.Origin, alternatives []model.Value) model.Value {
	var flat []model.Value
	sensitive := false
	for _, a := range alternatives {
		sensitive = sensitive || a.Sensitive
		if a.State == model.Unknown && len(a.Why.Alternatives) > 0 && !a.Sensitive {
			flat = append(flat, a.Why.Alternatives...)
		} else {
			flat = append(flat, a)
		}
	}
	var v model.Value
	switch {
	case len(flat) == 0 || len(flat) > maxAlternatives:
		v = model.Undecided(reason, at)
	default:
		v = model.OneOf(reason, at, flat...)
	}
	v.Origin = at
	v.Sensitive = v.Sensitive || sensitive
	if v.State == model.Unknown && len(v.Why.Alternatives) > 0 {
		v.Why.Key = key
		v.Why.NotNull = !hasAbsent(v.Why.Alternatives)
	}
	return v
}

func hasAbsent(values []model.Value) bool {
	for _, v := range values {
		if v.State == model.Absent {
			return true
		}
	}
	return false
}
