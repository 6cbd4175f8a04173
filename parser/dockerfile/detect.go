package dockerfile

import (
	"path"
	"slices"
	"strings"
)

// others are endings of files that stand beside a Dockerfile under its name and
// are none: their own syntax comes first, or they are prose.
var others = []string{
	".dockerignore", ".containerignore", ".md", ".rst", ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".erb", ".mustache",
	".bak", ".orig", ".swp", ".rego",
}

// IsFile tells whether a file of that name is a Dockerfile.
func IsFile(name string) bool {
	base := strings.ToLower(path.Base(name))
	if slices.Contains(others, path.Ext(base)) {
		return false
	}
	for _, word := range [...]string{"dockerfile", "containerfile"} {
		if base == word || strings.HasPrefix(base, word+".") || strings.HasSuffix(base, "."+word) {
			return true
		}
	}
	return false
}
