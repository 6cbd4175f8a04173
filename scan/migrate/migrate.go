// Package migrate reads the files in which other tools keep what they let pass and how
// they are set, and says what of it means something here.
package migrate

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan/config"
	"github.com/lintel-iac/lintel/scan/strict"
	"github.com/lintel-iac/lintel/scan/triage"
)

// Item is one thing that such a file says.
type Item struct {
	Tool string
	At   model.Range
	Text string // as it is written there
	// Exception is what it lets pass here, nil if nothing.
	Exception *triage.Foreign
	// Key and Values are what the configuration would say of it; "" for nothing.
	Key    string
	Values []string
	// Why says why it does not carry over, where there is neither.
	Why string
}

// source is a file of another tool.
type source struct {
	tool  string
	names []string
	read  func(r *reader, data []byte)
}

var sources = [...]source{
	{"trivy", []string{".trivyignore"}, trivyPlain},
	{"trivy", []string{".trivyignore.yaml", ".trivyignore.yml"}, trivyYAML},
	{"trivy", []string{"trivy.yaml", "trivy.yml"}, trivySettings},
	{"tfsec", []string{".tfsec/config.yml", ".tfsec/config.yaml", ".tfsec/config.json"}, tfsecSettings},
	{"checkov", []string{".checkov.yaml", ".checkov.yml"}, checkovSettings},
	{"checkov", []string{".checkov.baseline"}, checkovBaseline},
	{"hadolint", []string{".hadolint.yaml", ".hadolint.yml"}, hadolintSettings},
	{"kics", []string{"kics.yaml", "kics.yml", "kics.json", "kics.config"}, kicsSettings},
	{"cfn-lint", []string{".cfnlintrc", ".cfnlintrc.yaml", ".cfnlintrc.yml"}, cfnlintSettings},
}

// Find reads the files that lie at the top of a repository. What is wrong with one is
// a warning: it was written for somebody else.
func Find(fsys fs.FS) (items []Item, diags diag.List) {
	for _, s := range sources {
		for _, name := range s.names {
			data, err := strict.Load(fsys, name, maxSize)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			r := &reader{tool: s.tool, file: name}
			if err == nil {
				s.read(r, data)
				err = r.err
			}
			if err != nil {
				diags.Warnf(model.Range{File: name}, "cannot read what %s lets pass: %v", s.tool, reason(err))
			}
			for _, item := range r.items {
				items = append(items, item.checked())
			}
		}
	}
	return items, diags
}

// checked drops what the configuration would not take.
func (i Item) checked() Item {
	if i.Key == "" {
		return i
	}
	text, err := Configuration([]Item{i}, func(string) []string { return []string{i.Tool} })
	if err == nil && text != nil {
		_, err = config.Read(config.Names[0], ".", text)
	}
	if err != nil || text == nil {
		i.Key, i.Values, i.Why = "", nil, "the configuration does not take it"
	}
	return i
}

// maxSize is what a baseline may need, in bytes.
const maxSize = 32 << 20

// reason is an error without the path that its diagnostic names.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// reader gathers the items of a file.
type reader struct {
	tool, file string
	items      []Item
	err        error
}

func (r *reader) at(line int) model.Range {
	at := model.Pos{Line: int32(line), Column: 1}
	return model.Range{File: r.file, Start: at, End: at}
}

// pass notes what is let pass.
func (r *reader) pass(line int, text string, f triage.Foreign) {
	f.At, f.Tool = r.at(line), r.tool
	if f.Path != "" && !doublestar.ValidatePattern(f.Path) {
		r.drop(line, text, "%q is no glob", f.Path)
		return
	}
	if f.Reason = strings.TrimSpace(f.Reason); f.Reason == "" {
		f.Reason = "let pass in " + r.file
	}
	r.items = append(r.items, Item{Tool: r.tool, At: f.At, Text: text, Exception: &f})
}

// set notes what the configuration can say.
func (r *reader) set(line int, text, key string, values ...string) {
	r.items = append(r.items, Item{Tool: r.tool, At: r.at(line), Text: text, Key: key, Values: values})
}

// drop notes what does not carry over.
func (r *reader) drop(line int, text, why string, args ...any) {
	r.items = append(r.items, Item{Tool: r.tool, At: r.at(line), Text: text, Why: fmt.Sprintf(why, args...)})
}

// ignore notes ids that are let pass everywhere.
func (r *reader) ignore(key string, ids []word) {
	for _, id := range ids {
		r.pass(id.line, key+" "+id.text, triage.Foreign{Globs: []string{id.text}})
	}
}

// least is the mildest of some severities as other tools write them: what is below it
// is not asked for.
func least(words []word) (string, bool) {
	for _, severity := range [...]string{"low", "medium", "high", "critical"} {
		for _, w := range words {
			if strings.EqualFold(w.text, severity) {
				return severity, true
			}
		}
	}
	return "", false
}

func day(text string) (time.Time, bool) {
	text, _, _ = strings.Cut(text, "T")
	date, err := time.Parse(time.DateOnly, text)
	return date, err == nil
}
