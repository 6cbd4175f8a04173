// Package project writes Terraform projects for benchmarks: large, realistic, and the same bytes each time. Most of what it
// writes is sound; every seventh stanza has a fault, so that a scan has findings to report, as in life.
package project

import (
	"bytes"
	"embed"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

// A stanza is one thing that an author would write in one go: a bucket with its companions, a role with its policy.
//
//go:embed stanzas
var sources embed.FS

var stanzas = template.Must(template.ParseFS(sources, "stanzas/*.tmpl"))

// faultEvery is odd, so that it does not fall into step with the kinds of stanzas in a module.
const faultEvery = 7

// project is a folder being written, and what is in it so far.
type project struct {
	dir     string
	files   int
	lines   int
	stanzas int
}

// names are what a stanza's template sees.
type names struct {
	Name   string // as an identifier: order_events
	Label  string // as a name in the cloud: order-events
	Module string // where a call finds its module
	N      int
	Bad    bool
}

func named(label string, n int) names {
	return names{Name: strings.ReplaceAll(label, "-", "_"), Label: label, N: n}
}

// file is the text of one file being put together.
type file struct {
	bytes.Buffer
	lines int
}

func (f *file) add(text []byte) {
	if f.Len() > 0 {
		f.WriteByte('\n')
		f.lines++
	}
	f.Write(text)
	f.lines += bytes.Count(text, []byte("\n"))
}

// render panics where a template is wrong, which no input can cause.
func render(kind string, n names) []byte {
	var text bytes.Buffer
	if err := stanzas.ExecuteTemplate(&text, kind+".tf.tmpl", n); err != nil {
		panic(err)
	}
	return text.Bytes()
}

// next renders a stanza that has a fault when its turn has come.
func (p *project) next(kind string, n names) []byte {
	p.stanzas++
	n.Bad = p.stanzas%faultEvery == 0
	return render(kind, n)
}

func (p *project) write(path string, f *file) error {
	p.files++
	p.lines += f.lines
	path = filepath.Join(p.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, f.Bytes(), 0o644)
}
