package command

import (
	"path"
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
	files := map[string]string{} // scripts that were downloaded, and what downloaded them
	for _, c := range view.Commands(r) {
		if c.Is(verifiers...) {
			clear(files)
		}
		if source, ok := files[script(c)]; ok {
			p.Forbid(model.Yes, c.Value, "%s runs what %s downloads", c.Name.Text, source)
		}
		if file := target(c); file != "" {
			files[file] = c.Name.Text
		}
		if c.Is(interpreters...) {
			source := downloader(c.Input)
			p.Forbid(model.Is(source != "" && reads(c)), c.Value, "%s runs what %s downloads", c.Name.Text, source)
		}
		if source, ok := substituted(r, c); ok {
			p.Forbid(model.Yes, c.Value, "%s runs what %s downloads", c.Name.Text, source)
		}
	}
}

// verifiers compare what was downloaded with a checksum or a signature.
var verifiers = []string{
	"sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "b2sum", "md5sum", "shasum", "cksum", "gpg", "gpgv", "openssl", "cosign", "minisign",
}

// target is the name of the file to which a command downloads, "" if it does not or
// nobody can tell.
func target(c view.Command) string {
	file := view.Word{}
	from, hasAddress := address(c)
	switch {
	case c.Is("curl"):
		file = c.Option("-o", "--output")
		if c.Has("-O", "--remote-name") == model.Yes && hasAddress {
			file = from
		}
	case c.Is("wget"):
		file = c.Option("-O", "--output-document")
		if file.Text == "" && hasAddress {
			file = from
		}
	}
	name, _, _ := strings.Cut(file.Text, "?")
	if name = path.Base(name); file.Text == "" || name == "-" || strings.Contains(name, view.Hole) {
		return ""
	}
	return name
}

// script is the name of the file that a command runs as a script, "" if it runs none.
func script(c view.Command) string {
	if strings.HasSuffix(c.Name.Text, ".sh") || strings.HasSuffix(c.Name.Text, ".py") {
		return c.Name.Text
	}
	if !c.Is(interpreters...) && !c.Is("source", ".") {
		return ""
	}
	for _, arg := range c.Args {
		if arg.Text == "-c" || arg.Text == "-e" || arg.Text == "-m" {
			return ""
		}
		if !strings.HasPrefix(arg.Text, "-") {
			return path.Base(arg.Text)
		}
	}
	return ""
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
