package page

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

// width is where lines of prose are broken; code is printed as it is.
const width = 80

// Text writes the check for the terminal, with one bad and one good example of
// each format.
func Text(w io.Writer, check *checks.Entry) error {
	examples, err := example.Of(check)
	if err != nil {
		return err
	}
	return TextWith(w, check, examples)
}

// TextWith is Text for a check whose examples are elsewhere than those of the
// built-in ones.
func TextWith(w io.Writer, check *checks.Entry, examples []example.Example) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%s: %s\n\n", check.Title, check.ID, facts(check))
	wrap(&b, "", check.Why)
	heading := "\nFix\n"
	for input, fix := range fixes(check.Fix) {
		b.WriteString(heading)
		wrap(&b, "  ", input+": "+fix)
		heading = ""
	}
	textExamples(&b, "Found", ofKind(examples, example.Bad))
	textExamples(&b, "Not found", ofKind(examples, example.Good))
	textAliases(&b, check.Aliases)
	if err := textControls(&b, check); err != nil {
		return err
	}
	if len(check.References) > 0 {
		b.WriteString("\nReferences\n")
		for _, address := range check.References {
			fmt.Fprintf(&b, "  %s\n", address)
		}
	}
	return flush(w, &b)
}

// textExamples shows the first example of each format; the examples are
// ordered by format.
func textExamples(b *bytes.Buffer, heading string, examples []example.Example) {
	last := model.Format("")
	for _, e := range examples {
		if e.Format == last {
			continue
		}
		last = e.Format
		for _, f := range e.Files {
			fmt.Fprintf(b, "\n%s: %s\n", heading, f.Name)
			for line := range strings.Lines(shown(f) + "\n") {
				b.WriteString(strings.TrimRight("  "+line, " \n") + "\n")
			}
		}
	}
}

func textAliases(b *bytes.Buffer, aliases checks.Aliases) {
	heading := "\nIn other tools\n"
	for tool, ids := range aliases.Each {
		b.WriteString(heading)
		wrap(b, "  ", toolName(tool)+": "+strings.Join(ids, ", "))
		heading = ""
	}
}

func textControls(b *bytes.Buffer, check *checks.Entry) error {
	heading := "\nEvidence for\n"
	return controls(check, func(framework string, ids []string) {
		b.WriteString(heading)
		wrap(b, "  ", framework+": "+strings.Join(ids, ", "))
		heading = ""
	})
}

// wrap writes a paragraph; its further lines stand under the first.
func wrap(b *bytes.Buffer, indent, text string) {
	column := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
}
