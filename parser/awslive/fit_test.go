//go:build aws

package awslive

import (
	"fmt"
	"strconv"
)

// fit brings content into the shape of an answer. What the shape has no place for is lost.
func (w *wire) fit(m *wireMember, v any) any {
	s := w.Shapes[m.Shape]
	switch s.Type {
	case "structure":
		return w.fitMembers(s, v)
	case "list":
		return w.fitList(m, s, v)
	case "map":
		return w.fitMap(s, v)
	}
	return scalar(s.Type, v)
}

func (w *wire) fitMembers(s *wireShape, v any) any {
	members, ok := oneOf(v).(map[string]any) // of a single thing the list is it
	if !ok {
		return nil
	}
	out := map[string]any{}
	for name, inner := range members {
		own, member := name, w.named(s, name)
		if member == nil {
			own, member = w.like(s, name)
		}
		if member == nil && (name == "Key" || name == "Value") {
			own, member = w.like(s, "Tag"+name)
		}
		if member == nil {
			continue
		}
		if fitted := w.fit(member, inner); fitted != nil {
			out[own] = fitted
		}
	}
	return out
}

func (w *wire) fitList(m *wireMember, s *wireShape, v any) any {
	element := w.element(m)
	out := []any{}
	for _, e := range w.elements(w.Shapes[s.Member.Shape], element, v) {
		if fitted := w.fit(s.Member, e); fitted != nil {
			out = append(out, fitted)
		}
	}
	if element == "" {
		return out
	}
	return map[string]any{element: out}
}

// elements are those of a list, which the table may call by their name in XML; or whose members it has several of.
func (w *wire) elements(s *wireShape, element string, v any) []any {
	members, ok := v.(map[string]any)
	if !ok {
		if list, ok := v.([]any); ok {
			return list
		}
		return []any{v}
	}
	if inner, ok := members[element]; ok && len(members) == 1 {
		return w.elements(s, element, inner)
	}
	most := 1
	for name, inner := range members {
		if list, ok := inner.([]any); ok && !w.many(s, name) {
			most = max(most, len(list))
		}
	}
	out := make([]any, most)
	for i := range out {
		one := map[string]any{}
		for name, inner := range members {
			if list, ok := inner.([]any); ok && !w.many(s, name) {
				if i >= len(list) {
					continue
				}
				inner = list[i]
			}
			one[name] = inner
		}
		out[i] = one
	}
	return out
}

// many tells whether a member is a list itself.
func (w *wire) many(s *wireShape, name string) bool {
	member := w.named(s, name)
	if member == nil {
		_, member = w.like(s, name)
	}
	return member == nil || w.Shapes[member.Shape].Type == "list"
}

func (w *wire) fitMap(s *wireShape, v any) any {
	if members, ok := v.(map[string]any); ok {
		if members["entry"] != nil {
			return members
		}
		out := map[string]any{}
		for name, inner := range members {
			out[name] = w.fit(s.Value, inner)
		}
		return out
	}
	out := map[string]any{}
	for _, tag := range rowsAt(v, "") {
		out[textAt(tag, "Key")] = textAt(tag, "Value")
	}
	return out
}

func scalar(kind string, v any) any {
	if list, ok := v.([]any); ok && kind != "string" && len(list) > 0 {
		v = list[0]
	}
	switch kind {
	case "boolean":
		if b, err := strconv.ParseBool(fmt.Sprint(v)); err == nil {
			return b
		}
		return nil
	case "integer", "long", "float", "double":
		if n, err := strconv.ParseFloat(fmt.Sprint(v), 64); err == nil {
			return n
		}
		return nil
	}
	if list, ok := v.([]any); ok && len(list) == 1 {
		if text, ok := list[0].(string); ok {
			return text
		}
	}
	if _, ok := v.(bool); ok {
		return fmt.Sprint(v)
	}
	if n, ok := v.(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return asText(v)
}
