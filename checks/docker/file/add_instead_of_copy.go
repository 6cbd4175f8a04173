package file

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var AddInsteadOfCopy = &checks.Check{
	Title:    "ADD is used where COPY is meant",
	Severity: checks.Low,
	Why:      "ADD unpacks archives and fetches addresses: which of these happens depends on the name.",
	Fix:      checks.Fix{Docker: "Use COPY for files and folders of the build."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_4",
		KICS:     "9513a694-aa0d-41d8-be61-3271e056f36b",
		Trivy:    "AVD-DS-0005",
		Hadolint: "DL3020",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/#add-or-copy"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_add", Each: "sources", Is: isPlain, Says: "%s is a file of the build"},
}

// isAddress tells what ADD fetches from a path.
func isAddress(source string) bool {
	return strings.Contains(source, "://") || strings.HasPrefix(source, "git@")
}

// archives are the endings of what ADD unpacks.
var archives = []string{
	".tar", ".tgz", ".tbz2", ".tbz", ".tb2", ".txz", ".tlz", ".tzst", ".gz", ".bz2", ".xz", ".lzma", ".z", ".zst",
}

func isArchive(source string) bool {
	source = strings.ToLower(strings.Trim(source, `"'`))
	return slices.ContainsFunc(archives, func(ending string) bool { return strings.HasSuffix(source, ending) })
}

func isPlain(source string) bool { return !isAddress(source) && !isArchive(source) }
