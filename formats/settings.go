package formats

import (
	"bufio"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Setting is one effective value of the configuration, and where it comes from.
type Setting struct {
	Key    string   `json:"key"`
	Values []string `json:"values"`
	// Origin is "default", "flag" or "file"; File and Line say where in that case.
	Origin string `json:"origin"`
	File   string `json:"file"`
	Line   int    `json:"line"`
}

// Settings writes the effective values as JSON.
func Settings(w io.Writer, list []Setting) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	for i, s := range list {
		s.Values = append([]string{}, s.Values...)
		out.element(i, s)
	}
	out.text("\n]\n")
	return out.flush()
}

// SettingsText writes them for people, a line each.
func SettingsText(w io.Writer, list []Setting) error {
	out := bufio.NewWriter(w)
	keys, values := 0, 0
	rows := make([][3]string, len(list))
	for i, s := range list {
		rows[i] = [3]string{printable(s.Key), printable(strings.Join(s.Values, ", ")), s.origin()}
		if rows[i][1] == "" {
			rows[i][1] = "-"
		}
		keys, values = max(keys, cells(rows[i][0])), max(values, min(widestValue, cells(rows[i][1])))
	}
	for _, row := range rows {
		_, _ = out.WriteString(padded(row[0], keys) + "  " + padded(row[1], values) + "  " + row[2] + "\n") // Flush reports errors
	}
	return out.Flush()
}

// widestValue is how far to the right the origins are put for the sake of a long value.
const widestValue = 60

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-cells(text)))
}

func (s Setting) origin() string {
	if s.Origin != "file" {
		return s.Origin
	}
	return where(model.Range{File: s.File, Start: model.Pos{Line: int32(s.Line)}})
}
