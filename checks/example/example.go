// Package example reads the examples of a check: the archive FAULT.txtar beside
// FAULT.go. The tests run them, the documentation and `lintel explain` show
// them.
//
// A section is one example, bad/NAME.tf, or a file of one, bad/NAME/main.tf. A
// comment "want: MESSAGE" stands above the line that is meant, several of them
// one above the other. JSON has no comments: beside bad/NAME.tf.json a section
// bad/NAME.tf.json.want says "LINE: MESSAGE". So it is for plans, states and
// snapshots of live accounts, where users' policies have such examples.
package example

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// Kind says what an example shows.
type Kind string

const (
	Bad   Kind = "bad"   // the fault: wants are failures
	Good  Kind = "good"  // how it should be: no finding
	Maybe Kind = "maybe" // what the input cannot tell: wants are unknowns
)

// Verdict is that of every finding in an example of the kind.
func (k Kind) Verdict() checks.Verdict {
	switch k {
	case Bad:
		return checks.Fail
	case Maybe:
		return checks.Unknown
	}
	return checks.Passed
}

// Example is one input and what its check says of it.
type Example struct {
	Kind   Kind
	Name   string // "bad/off.tf", of a folder "bad/module"
	Format model.Format
	Files  []txtar.File // names are relative to the example's folder
	Wants  []Want
}

// Want is a finding that is expected at a line.
type Want struct {
	File    string
	Line    int
	Message string
}

func (w Want) String() string { return fmt.Sprintf("%s:%d: %s", w.File, w.Line, w.Message) }

// Of returns the examples of a check.
func Of(check *checks.Entry) ([]Example, error) {
	name := check.Path + ".txtar"
	data, err := checks.Examples.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("examples of %s: %w", check.ID, err)
	}
	examples, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return examples, nil
}

// Parse reads an archive. It takes nothing for granted, since a section that
// is passed over would be a test that never ran.
func Parse(data []byte) ([]Example, error) {
	archive := txtar.Parse(data)
	if text := strings.TrimSpace(string(archive.Comment)); text != "" {
		return nil, fmt.Errorf("%q stands before the first section", firstLine(text))
	}
	var examples []Example
	for _, section := range archive.Files {
		kind, name, file, err := split(section.Name)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(examples, func(e Example) bool { return e.Name == name })
		if i < 0 {
			i = len(examples)
			examples = append(examples, Example{Kind: kind, Name: name})
		}
		if examples[i].has(file) {
			return nil, fmt.Errorf("%s is there twice", section.Name)
		}
		examples[i].Files = append(examples[i].Files, txtar.File{Name: file, Data: section.Data})
	}
	for i := range examples {
		if err := examples[i].finish(); err != nil {
			return nil, fmt.Errorf("%s: %w", examples[i].Name, err)
		}
	}
	return examples, nil
}

// split takes a section's name apart: the example it belongs to, and the
// file within that example's folder.
func split(section string) (kind Kind, name, file string, err error) {
	first, rest, _ := strings.Cut(section, "/")
	kind = Kind(first)
	if !slices.Contains([]Kind{Bad, Good, Maybe}, kind) || rest == "" || path.Clean(section) != section {
		return "", "", "", fmt.Errorf("section %q is none of bad/NAME, good/NAME and maybe/NAME", section)
	}
	if folder, file, ok := strings.Cut(rest, "/"); ok {
		return kind, first + "/" + folder, file, nil
	}
	return kind, strings.TrimSuffix(section, wantSuffix), rest, nil
}

func (e *Example) has(file string) bool {
	return slices.ContainsFunc(e.Files, func(f txtar.File) bool { return f.Name == file })
}

// finish finds the format and takes the wants out of the files.
func (e *Example) finish() error {
	files := e.Files
	e.Files = nil
	for _, f := range files {
		wants, err := wantsOf(f)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		e.Wants = append(e.Wants, wants...)
		if strings.HasSuffix(f.Name, wantSuffix) {
			continue
		}
		e.Files = append(e.Files, f)
		if err := e.settle(formatOf(f.Name)); err != nil {
			return err
		}
	}
	switch {
	case e.Format == "":
		return errors.New("no file has the name of an input")
	case e.Kind == Good && len(e.Wants) > 0:
		return fmt.Errorf("a good example wants nothing, yet %s", e.Wants[0])
	case e.Kind != Good && len(e.Wants) == 0:
		return errors.New("nothing is wanted")
	}
	for _, w := range e.Wants {
		if !e.has(w.File) {
			return fmt.Errorf("%s is wanted of a file that is not there", w)
		}
	}
	return nil
}

func (e *Example) settle(format model.Format) error {
	if format == "" || format == e.Format {
		return nil
	}
	if e.Format != "" {
		return fmt.Errorf("files of %s and of %s in one example", e.Format, format)
	}
	e.Format = format
	return nil
}

// formatOf is the format that a file's name stands for, "" for a file that is
// merely read by others, such as a policy.
func formatOf(name string) model.Format {
	base := "." + strings.ToLower(path.Base(name)) // "Dockerfile" ends like "app.Dockerfile"
	for _, known := range [...]struct {
		ending string
		format model.Format
	}{
		{".tf", model.Terraform}, {".tf.json", model.Terraform}, {".tofu", model.Terraform},
		{".cfn.yaml", model.CloudFormation}, {".cfn.json", model.CloudFormation},
		{".dockerfile", model.Dockerfile}, {".compose.yaml", model.Compose},
		{".tfplan.json", model.TerraformPlan}, {".tfstate", model.TerraformState}, {".snapshot.ndjson", model.Live},
	} {
		if strings.HasSuffix(base, known.ending) {
			return known.format
		}
	}
	return ""
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
