package awslive

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// maxDepth is how deep answers may be nested.
const maxDepth = 60

// parseXML turns an element into a text, or an object in which what is repeated is a list.
func parseXML(text []byte) (root string, value any, err error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return "", nil, fmt.Errorf("the answer is empty")
		}
		if err != nil {
			return "", nil, err
		}
		if start, ok := token.(xml.StartElement); ok {
			value, err := element(d, 0)
			return start.Name.Local, value, err
		}
	}
}

func element(d *xml.Decoder, depth int) (any, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("the answer is nested more than %d deep", maxDepth)
	}
	var text strings.Builder
	var members map[string]any
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			child, err := element(d, depth+1)
			if err != nil {
				return nil, err
			}
			if members == nil {
				members = map[string]any{}
			}
			switch before := members[t.Name.Local].(type) {
			case nil:
				members[t.Name.Local] = child
			case []any:
				members[t.Name.Local] = append(before, child)
			default:
				members[t.Name.Local] = []any{before, child}
			}
		case xml.EndElement:
			if members != nil {
				return members, nil
			}
			return text.String(), nil
		}
	}
}

// at follows a path into an answer; lists on the way are crossed, and more than one thing found is a list.
func at(v any, path string) any {
	if path == "" {
		return v
	}
	name, rest, _ := strings.Cut(path, ".")
	switch data := v.(type) {
	case map[string]any:
		if name == "*" {
			return at(values(data), rest)
		}
		return at(data[name], rest)
	case []any:
		var all []any
		for _, e := range data {
			switch found := at(e, path).(type) {
			case nil:
			case []any:
				all = append(all, found...)
			default:
				all = append(all, found)
			}
		}
		if all != nil {
			return all
		}
	case string:
		if inner, ok := structure(data).(map[string]any); ok {
			return at(inner, path)
		}
	}
	return nil
}

// values are the members of an object; those that are no objects as "key" and "value".
func values(members map[string]any) []any {
	list := make([]any, 0, len(members))
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if _, ok := members[name].(map[string]any); ok {
			list = append(list, members[name])
		} else {
			list = append(list, map[string]any{"key": name, "value": members[name]})
		}
	}
	return list
}

// textAt is the scalar at a path as a text, "" if there is none.
func textAt(v any, path string) string {
	switch found := at(v, path).(type) {
	case nil, map[string]any, []any:
		return ""
	default:
		return fmt.Sprint(found)
	}
}

// rowsAt are the objects at a path. A slash stands before rows in rows, which have those around as their "parent".
func rowsAt(answer any, path string) []any {
	outer, inner, nested := strings.Cut(path, "/")
	var rows []any
	switch found := at(answer, outer).(type) {
	case nil:
	case []any:
		rows = found
	case string:
		if found != "" {
			rows = []any{found}
		}
	default:
		rows = []any{found}
	}
	if !nested {
		return rows
	}
	var all []any
	for _, parent := range rows {
		for _, row := range rowsAt(parent, inner) {
			if members, ok := row.(map[string]any); ok {
				members["parent"] = parent
				all = append(all, row)
			}
		}
	}
	return all
}
