package compose

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
)

// MayBe tells a file that can be a Compose file, by its name.
func MayBe(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// marks are what tells a Compose file from the others: the key that every one has,
// keys that only others have at their top, and keys of a service.
type marks struct{ services, stranger, within *regexp.Regexp }

var marksOf = sync.OnceValue(func() marks {
	return marks{
		services: regexp.MustCompile(`(?m)^("?services"?|include)\s*:`),
		stranger: regexp.MustCompile(`(?m)^"?(apiVersion|kind|Resources|AWSTemplateFormatVersion|jobs|stages|openapi|swagger)"?\s*:`),
		within: regexp.MustCompile(`(?m)^\s+"?(image|build|extends|container_name|ports|volumes|environment|command|deploy|` +
			`network_mode|privileged)"?\s*:`),
	}
})

// IsFile tells a Compose file: by its name, or by the services at its top that have
// what those of Compose have.
func IsFile(name string, head func() []byte) bool {
	if !MayBe(name) {
		return false
	}
	text, m := head(), marksOf()
	if !m.services.Match(text) {
		return false
	}
	return isNamed(name) || !m.stranger.Match(text) && m.within.Match(text)
}

func isNamed(name string) bool {
	base := strings.ToLower(path.Base(name))
	return strings.HasPrefix(base, "compose.") || strings.HasPrefix(base, "docker-compose") || strings.Contains(base, ".compose.")
}

// overrides are the files that Compose merges into one of the name before them.
var overrides = [...]struct {
	base string
	over []string
}{
	{"compose.yaml", []string{"compose.override.yaml", "compose.override.yml"}},
	{"compose.yml", []string{"compose.override.yml", "compose.override.yaml"}},
	{"docker-compose.yaml", []string{"docker-compose.override.yaml", "docker-compose.override.yml"}},
	{"docker-compose.yml", []string{"docker-compose.override.yml", "docker-compose.override.yaml"}},
}

// overrideOf is the file beside a Compose file that Compose merges into it, "" if
// there is none.
func overrideOf(fsys fs.FS, name string) string {
	for _, o := range overrides {
		if o.base != path.Base(name) {
			continue
		}
		for _, other := range o.over {
			other = path.Join(path.Dir(name), other)
			if _, err := fs.Stat(fsys, other); err == nil {
				return other
			}
		}
	}
	return ""
}

// IsPart tells whether a file is read as the override of the one beside it.
func IsPart(fsys fs.FS, name string) bool {
	if !strings.Contains(path.Base(name), ".override.") {
		return false
	}
	for _, o := range overrides {
		base := path.Join(path.Dir(name), o.base)
		if _, err := fs.Stat(fsys, base); err == nil && overrideOf(fsys, base) == name {
			return true
		}
	}
	return false
}
