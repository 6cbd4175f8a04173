package command

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DownloadExecuted = &checks.Check{
	Title:      "A downloaded script is run unseen",
	Severity:   checks.High,
	Why:        "Whoever controls the server, or the way to it, runs commands in the build.",
	Fix:        checks.Fix{Docker: `Download to a file, verify its checksum, then run it; or add it with "ADD --checksum=…".`},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: downloadExecuted},
}

// interpreters run what they read.
var interpreters = []string{"sh", "bash", "dash", "ash", "zsh", "ksh", "python", "python3", "perl", "ruby", "node", "php"}

func downloadExecuted(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if c.Is(interpreters...) {
			source := downloader(c.Input)
			p.Forbid(model.Is(source != "" && reads(c)), c.Value, "%s runs what %s downloads", c.Name.Text, source)
		}
		if source, ok := substituted(r, c); ok {
			p.Forbid(model.Yes, c.Value, "%s runs what %s downloads", c.Name.Text, source)
		}
	}
}

// downloader is the command among those that fetches something.
func downloader(names []string) string {
	for _, name := range names {
		if downloads(name) {
			return name
		}
	}
	return ""
}

// reads tells whether an interpreter takes its script from its input: it has no file
// to run, and no text.
func reads(c view.Command) bool {
	for _, arg := range c.Args {
		switch {
		case arg.Text == "-s" || arg.Text == "-":
			return true
		case strings.HasPrefix(arg.Text, "-c") || arg.Text == "-e":
			return false
		case !strings.HasPrefix(arg.Text, "-"):
			return false
		}
	}
	return true
}

// substituted is what downloads the script of sh -c "$(curl …)", eval "$(curl …)" or
// bash <(curl …): it stands within the place of the command.
func substituted(r *model.Resource, c view.Command) (string, bool) {
	if !c.Is("eval", "source", ".") && !c.Is(interpreters...) || !slices.ContainsFunc(c.Args, view.Word.Nothing) {
		return "", false
	}
	for _, other := range view.Commands(r) {
		if downloads(other.Name.Text) && inside(other.Origin.Range, c.Origin.Range) {
			return other.Name.Text, true
		}
	}
	return "", false
}

func inside(a, b model.Range) bool {
	before := func(x, y model.Pos) bool { return x.Line < y.Line || x.Line == y.Line && x.Column <= y.Column }
	return a != b && before(b.Start, a.Start) && before(a.End, b.End)
}
