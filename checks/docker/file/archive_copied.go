package file

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ArchiveCopied = &checks.Check{
	Title:      "An archive is copied and then unpacked",
	Severity:   checks.Low,
	Why:        "The archive stays in the image besides what was in it.",
	Fix:        checks.Fix{Docker: "Let ADD unpack it."},
	Aliases:    checks.Aliases{Hadolint: "DL3010"},
	References: []string{"https://docs.docker.com/build/building/best-practices/#add-or-copy"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy", Do: archiveCopied},
}

func archiveCopied(p *checks.Pass, r *model.Resource) {
	own := view.StageOf(r)
	for source := range r.Each("sources") {
		name := base(view.Pieced(source))
		if to := view.Pieced(r.At("destination")); isArchive(to) {
			name = base(to)
		}
		unpacked := own != nil && isArchive(name) && r.At("from").State == model.Absent && unpacks(own, name)
		p.Forbid(model.Is(unpacked), source, "%s is unpacked by a later instruction", checks.Said(source))
	}
}

// base is the last part of a path, which on Windows is written with backslashes.
func base(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// unpacks tells whether a stage unpacks a file of that name.
func unpacks(s *view.Stage, name string) bool {
	for _, r := range s.Of("docker_run") {
		for _, c := range view.Commands(r) {
			if c.Is("tar", "unzip", "gunzip", "bunzip2", "unxz", "xz", "zcat", "bsdtar", "unlzma", "zgz", "uncompress", "gzip") &&
				slices.ContainsFunc(c.Args, func(arg view.Word) bool { return base(arg.Text) == name }) {
				return true
			}
		}
	}
	return false
}
