package formats

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Carried is one thing that was meant for another tool, and what becomes of it.
type Carried struct {
	Tool string `json:"tool"`
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
	// Status is "honoured" as it is, "setting" if the configuration can say it, or
	// "lost".
	Status string `json:"status"`
	// Checks are what is let pass, Setting what the configuration would say, Why the
	// reason for which something is lost.
	Checks  []string `json:"checks"`
	Setting string   `json:"setting"`
	Why     string   `json:"why"`
}

// Migration writes as JSON what carries over from other tools.
func Migration(w io.Writer, list []Carried) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	for i, c := range list {
		c.Checks = append([]string{}, c.Checks...)
		out.element(i, c)
	}
	out.text("\n]\n")
	return out.flush()
}

// MigrationText writes the same for people, file by file.
func MigrationText(w io.Writer, list []Carried) error {
	out := bufio.NewWriter(w)
	counts := map[string]int{}
	file := ""
	for _, c := range list {
		if counts[c.Status]++; c.File != file {
			file = c.File
			_, _ = out.WriteString(printable(file) + "\n") // Flush reports errors
		}
		_, _ = fmt.Fprintf(out, "%6d  %s\n        %s\n", c.Line, printable(c.Text), c.fate())
	}
	if len(list) == 0 {
		_, _ = out.WriteString("Nothing of other tools was found.\n")
		return out.Flush()
	}
	_, _ = fmt.Fprintf(out, "\n%s as they are, %s the configuration can say, %d not carried over\n",
		count(counts["honoured"], "suppression")+" honoured", count(counts["setting"], "setting"), counts["lost"])
	return out.Flush()
}

func (c Carried) fate() string {
	switch c.Status {
	case "honoured":
		const most = 4
		text := "lets pass " + strings.Join(c.Checks[:min(most, len(c.Checks))], ", ")
		if more := len(c.Checks) - most; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		return text
	case "setting":
		return "in the configuration: " + printable(c.Setting)
	}
	return "not carried over: " + printable(c.Why)
}
