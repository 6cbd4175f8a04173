package terraform

import (
	"path"
	"slices"
	"strings"
)

// IsSource tells by its name whether Terraform would read a file as part of a
// module. Hidden files and editors' backups are not.
func IsSource(name string) bool {
	name = path.Base(name)
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return false
	}
	return extension(name) != ""
}

// extension is the ending that makes a file Terraform's, or "".
func extension(name string) string {
	for _, ext := range [...]string{".tf", ".tf.json", ".tofu", ".tofu.json"} {
		if strings.HasSuffix(name, ext) && len(name) > len(ext) {
			return ext
		}
	}
	return ""
}

// isOverride tells whether a file's blocks are merged into those of the others.
func isOverride(name string) bool {
	stem := strings.TrimSuffix(name, extension(name))
	return stem == "override" || strings.HasSuffix(stem, "_override")
}

// moduleFiles picks the source files among the names in a folder, the
// overriding ones last, and names those it left out. Files for OpenTofu count
// where the folder is OpenTofu's: it has no others, or one that replaces a .tf
// file of the same name.
func moduleFiles(names []string) (picked, left []string) {
	replaced, isTofu := tofuFiles(names)
	var overrides []string
	for _, name := range names {
		switch {
		case !IsSource(name) || replaced[name]:
		case !isTofu && strings.HasPrefix(extension(name), ".tofu"):
			left = append(left, name)
		case isOverride(name):
			overrides = append(overrides, name)
		default:
			picked = append(picked, name)
		}
	}
	return append(picked, overrides...), left
}

// tofuFiles names the files that a .tofu file of the same name replaces, and
// tells whether a folder is OpenTofu's.
func tofuFiles(names []string) (replaced map[string]bool, isTofu bool) {
	replaced = make(map[string]bool)
	isTofu = true
	for _, name := range names {
		if IsSource(name) && strings.HasPrefix(extension(name), ".tf") {
			isTofu = false
		}
	}
	for _, name := range names {
		ext := extension(name)
		twin := strings.TrimSuffix(name, ext) + strings.Replace(ext, ".tofu", ".tf", 1)
		if twin != name && IsSource(name) && slices.Contains(names, twin) {
			replaced[twin] = true
			isTofu = true
		}
	}
	return replaced, isTofu
}
