package page

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
)

// Markdown writes the page of a check.
func Markdown(w io.Writer, check *checks.Entry) error {
	examples, err := example.Of(check)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n\n`%s`: %s\n\n%s\n", check.Title, check.ID, facts(check), check.Why)
	b.WriteString("\n## Fix\n\n")
	for input, fix := range fixes(check.Fix) {
		fmt.Fprintf(&b, "- %s: %s\n", input, fix)
	}
	markdownExamples(&b, "Found", ofKind(examples, example.Bad))
	markdownExamples(&b, "Not found", ofKind(examples, example.Good))
	markdownAliases(&b, check.Aliases)
	if err := markdownControls(&b, check); err != nil {
		return err
	}
	if len(check.References) > 0 {
		b.WriteString("\n## References\n\n")
		for _, address := range check.References {
			fmt.Fprintf(&b, "- <%s>\n", address)
		}
	}
	return flush(w, &b)
}

func markdownExamples(b *bytes.Buffer, heading string, examples []example.Example) {
	if len(examples) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n", heading)
	for _, e := range examples {
		for _, f := range e.Files {
			if len(e.Files) > 1 {
				fmt.Fprintf(b, "\n`%s`\n", f.Name)
			}
			fmt.Fprintf(b, "\n```%s\n%s\n```\n", language(f), shown(f))
		}
	}
}

// language is what a code block is coloured as.
func language(f txtar.File) string {
	switch ext := path.Ext(f.Name); ext {
	case ".tf", ".tofu", ".tfvars":
		return "hcl"
	case ".yaml", ".yml", ".json":
		return strings.TrimPrefix(ext, ".")
	}
	if strings.HasSuffix(strings.ToLower(f.Name), "dockerfile") {
		return "dockerfile"
	}
	return "text"
}

func markdownAliases(b *bytes.Buffer, aliases checks.Aliases) {
	heading := "\n## In other tools\n\n"
	for tool, ids := range aliases.Each {
		fmt.Fprintf(b, "%s- %s: `%s`\n", heading, toolName(tool), strings.Join(ids, "`, `"))
		heading = ""
	}
}

func markdownControls(b *bytes.Buffer, check *checks.Entry) error {
	heading := "\n## Evidence for\n\n"
	return controls(check, func(framework string, ids []string) {
		fmt.Fprintf(b, "%s- %s: %s\n", heading, framework, strings.Join(ids, ", "))
		heading = ""
	})
}

// Index writes the page that lists all checks, by the first two words of their
// paths.
func Index(w io.Writer, entries []checks.Entry) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Checks\n\nThere are %d. `lintel explain CHECK` shows one of these pages.\n", len(entries))
	section := ""
	for i := range entries {
		check := &entries[i]
		if folder := path.Dir(check.Path); folder != section {
			section = folder
			fmt.Fprintf(&b, "\n## %s\n\n| check | severity | what it finds |\n|---|---|---|\n", section)
		}
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s | %s |\n", check.ID, check.Path, check.Severity, check.Title)
	}
	return flush(w, &b)
}
