// Package codeowners reads CODEOWNERS as the forge does on which the repository lies:
// in it, patterns and sections of GitHub and GitLab differ.
package codeowners

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/scan/strict"
)

// places are where the file may lie, in the order in which it is looked for.
var places = [...]string{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"}

// maxSize is GitHub's limit.
const maxSize = 3 << 20

// Find reads the file of the repository whose top lies at a folder. It is nil if there
// is none.
func Find(fsys fs.FS, top string) (*File, error) {
	for _, place := range places {
		name := path.Join(top, place)
		data, err := strict.Load(fsys, name, maxSize)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return Read(string(data), place == places[3] || onGitLab(fsys, top)), nil
	}
	return nil, nil
}

func onGitLab(fsys fs.FS, top string) bool {
	_, gitlab := fs.Stat(fsys, path.Join(top, ".gitlab-ci.yml"))
	_, github := fs.Stat(fsys, path.Join(top, ".github"))
	return gitlab == nil && github != nil
}

// File says whose the files of a repository are.
type File struct {
	sections []*section // one, without a name, for GitHub
}

type section struct {
	name  string
	owns  []string // whose its files are where a line does not say
	lines []line
}

type line struct {
	globs  []string
	owners []string
	not    bool // the files are of nobody in this section
}

// Read reads a file. A line that says nothing is passed over, as the forges do.
func Read(text string, gitlab bool) *File {
	if !gitlab && sectioned.MatchString(text) {
		gitlab = true // on GitHub no pattern begins with a bracket
	}
	f := &File{sections: []*section{{}}}
	current := f.sections[0]
	for raw := range strings.Lines(text) {
		raw = strings.TrimSpace(raw)
		if raw == "" || raw[0] == '#' {
			continue
		}
		if header := heading.FindStringSubmatch(raw); gitlab && header != nil {
			current = f.section(header[1], words(header[2]))
			continue
		}
		fields := words(raw)
		if len(fields) > 0 {
			current.add(fields[0], fields[1:], gitlab)
		}
	}
	return f
}

var (
	sectioned = regexp.MustCompile(`(?m)^\s*\^?\[[^\]]+\]`)
	// heading is [Name], ^[Name] where approval is optional, [Name][2] where several
	// must approve, and the section's owners.
	heading = regexp.MustCompile(`^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$`)
)

// section finds the section of a name, which may stand in several places.
func (f *File) section(name string, owners []string) *section {
	for _, s := range f.sections[1:] {
		if strings.EqualFold(s.name, name) {
			if len(owners) > 0 {
				s.owns = owners
			}
			return s
		}
	}
	s := &section{name: name, owns: owners}
	f.sections = append(f.sections, s)
	return s
}

func (s *section) add(pattern string, owners []string, gitlab bool) {
	not := gitlab && strings.HasPrefix(pattern, "!")
	if !gitlab && strings.HasPrefix(pattern, "!") {
		return // GitHub does not know it
	}
	s.lines = append(s.lines, line{globs(strings.TrimPrefix(pattern, "!"), gitlab), owners, not})
}

// words parts a line at its spaces, but for those after a backslash, up to a comment.
func words(text string) []string {
	var out []string
	word := ""
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			word += text[i : i+2]
			i++
		case c == '#' && word == "":
			return out
		case c == ' ' || c == '\t':
			if word != "" {
				out = append(out, word)
			}
			word = ""
		default:
			word += string(c)
		}
	}
	if word != "" {
		out = append(out, word)
	}
	return out
}

// globs are what a pattern means. What has no slash lies at any depth; on GitLab so
// does all that does not begin with one. On GitHub a folder is meant with all in it,
// unless its name is a lone star.
func globs(pattern string, gitlab bool) []string {
	escaped := literal.Replace(pattern)
	if !gitlab {
		escaped = strings.NewReplacer("[", `\[`, "]", `\]`).Replace(escaped)
	}
	inner := strings.Trim(escaped, "/")
	folder := strings.HasSuffix(escaped, "/")
	deep := !strings.HasPrefix(escaped, "/") && (gitlab || !strings.Contains(inner, "/"))
	if deep {
		inner = "**/" + inner
	}
	switch {
	case folder:
		return []string{inner + "/**"}
	case gitlab || path.Base(inner) == "*" && inner != "**/*":
		return []string{inner}
	}
	return []string{inner, inner + "/**"}
}

// literal are the signs that mean something in our globs and nothing in theirs.
var literal = strings.NewReplacer("{", `\{`, "}", `\}`)

// Owners are whose a file is, by its path in the repository: the last line that names
// it says so, in each section.
func (f *File) Owners(file string) []string {
	var owners []string
	for _, s := range f.sections {
		for _, owner := range s.of(file) {
			if !slices.Contains(owners, owner) {
				owners = append(owners, owner)
			}
		}
	}
	return owners
}

func (s *section) of(file string) []string {
	var owners []string
	for _, l := range s.lines {
		matches := func(glob string) bool { return doublestar.MatchUnvalidated(glob, file) }
		if !slices.ContainsFunc(l.globs, matches) {
			continue
		}
		switch {
		case l.not:
			return nil
		case len(l.owners) == 0:
			owners = s.owns
		default:
			owners = l.owners
		}
	}
	return owners
}
