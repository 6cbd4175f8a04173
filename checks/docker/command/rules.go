// Package command holds the checks of what the instructions of a Dockerfile run while the
// image is built.
package command

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

const on = "docker_run"

// The rules below are those of most checks here. Text that is written for another
// shell than sh has no commands that they could judge: the parser reports it.

// unpinned wants the packages that a manager installs to have a version.
type unpinned struct {
	manager *view.Manager
	pinned  func(text string) bool
}

// unflagged wants a manager's commands to have one of the flags.
type unflagged struct {
	manager *view.Manager
	verbs   string // of which commands, "" for those that install
	flags   []string
	said    string // the flag as the message names it
}

// uncleaned wants the caches of a manager to be cleaned up by the instruction that
// fills them: what a later one deletes stays in the image.
type uncleaned struct {
	manager *view.Manager
	cleaned func(c view.Command) bool
	cache   []string // folders that may be mounts instead
	said    string
}

// verb forbids some of the things that a manager can be told to do.
type verb struct {
	manager *view.Manager
	verbs   string
}

func (unpinned) Types() string  { return on }
func (unflagged) Types() string { return on }
func (uncleaned) Types() string { return on }
func (verb) Types() string      { return on }

func (u unpinned) Judge(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		packages, _ := u.manager.Install(c)
		for _, name := range packages {
			p.Forbid(u.missing(name), name.Value, "%s is installed in whatever version there is", checks.Said(name.Value))
		}
	}
}

// missing asks whether a package lacks its version.
func (u unpinned) missing(name view.Word) model.Truth {
	switch {
	case u.pinned(name.Text):
		return model.No
	case name.Known():
		return model.Yes
	}
	return model.Maybe
}

func (u unflagged) Judge(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		told, _, ok := u.manager.Verb(c)
		verbs := u.verbs
		if verbs == "" {
			verbs = u.manager.Installs
		}
		if ok && slices.Contains(strings.Fields(verbs), told) {
			p.Require(c.Has(u.flags...), c.Value, "%s %s lacks %s", c.Name.Text, told, u.said)
		}
	}
}

func (u uncleaned) Judge(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return // whatever is left behind there
	}
	commands := view.Commands(r)
	for i, c := range commands {
		if u.manager.Fetches(c) {
			kept := !mounted(r, u.cache...) && !slices.ContainsFunc(commands[i+1:], u.cleaned)
			p.Forbid(model.Is(kept), c.Value, "%s", u.said)
		}
	}
}

func (v verb) Judge(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if told, _, ok := v.manager.Verb(c); ok && told != "" {
			p.Forbid(model.Is(slices.Contains(strings.Fields(v.verbs), told)), c.Value, "%s %s is run", c.Name.Text, told)
		}
	}
}

// mounted tells whether one of the folders, or one that holds it, is a cache or
// lives in memory while the instruction runs.
func mounted(r *model.Resource, folders ...string) bool {
	for mount := range r.Each("mounts") {
		target := strings.TrimSuffix(view.Pieced(mount.At("target")), "/")
		inside := func(folder string) bool { return folder == target || strings.HasPrefix(folder, target+"/") }
		if mount.At("type").Is("cache", "tmpfs") == model.Yes && target != "" && slices.ContainsFunc(folders, inside) {
			return true
		}
	}
	return false
}

// cleans recognises a manager that is told to clean up.
func cleans(m *view.Manager, c view.Command, verbs ...string) bool {
	told, _, ok := m.Verb(c)
	return ok && slices.Contains(verbs, told)
}

// removes tells whether a command deletes one of the folders, or what is in it.
func removes(c view.Command, folders ...string) bool {
	return c.Is("rm", "find") && slices.ContainsFunc(c.Args, func(arg view.Word) bool {
		path := strings.TrimRight(arg.Text, "/*")
		return slices.ContainsFunc(folders, func(folder string) bool {
			return path == folder || path != "" && strings.HasPrefix(folder, path+"/")
		})
	})
}

// cleansYum knows that yum is dnf by another name wherever both are.
func cleansYum(c view.Command) bool {
	return cleans(&view.Yum, c, "clean") || cleans(&view.Dnf, c, "clean") ||
		removes(c, "/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5")
}

// cleansMicrodnf: it keeps its packages elsewhere than dnf does.
func cleansMicrodnf(c view.Command) bool {
	return cleans(&view.Microdnf, c, "clean") || removes(c, "/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5")
}

func cleansZypper(c view.Command) bool {
	return cleans(&view.Zypper, c, "clean", "cc") || removes(c, "/var/cache/zypp")
}

// local tells whether a package is a file, a folder or an address instead of a name.
func local(text string) bool {
	return text == "." || strings.HasPrefix(text, ".[") || strings.ContainsAny(text, `/\`)
}

func aptPinned(text string) bool {
	return local(text) || strings.Contains(text, "=") || strings.HasSuffix(text, ".deb")
}

func apkPinned(text string) bool {
	return local(text) || strings.ContainsAny(text, "=<>~") || strings.HasSuffix(text, ".apk")
}

// nevra matches a name of an RPM package with its version, and its release, if that
// is given, too.
var nevra = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^.+-(\d+:)?[\d\x00][\w.+~^*\x00]*(-[\d\x00][\w.+~^*\x00]*)?$`)
})

func rpmPinned(text string) bool {
	return local(text) || nevra().MatchString(text) || strings.HasSuffix(text, ".rpm") || strings.HasPrefix(text, "@") || strings.Contains(text, ":")
}

func zypperPinned(text string) bool {
	return local(text) || strings.ContainsAny(text, "=<>") || strings.HasSuffix(text, ".rpm")
}

func pipPinned(text string) bool {
	for _, vcs := range [...]string{"git+", "hg+", "svn+", "bzr+"} {
		if _, address, ok := strings.Cut(text, vcs); ok {
			_, path, _ := strings.Cut(address, "://")
			_, path, _ = strings.Cut(path, "/")
			return strings.Contains(path, "@")
		}
	}
	return local(text) || strings.ContainsAny(text, "=<>~") || strings.HasSuffix(text, ".whl") || strings.HasSuffix(text, ".gz")
}

func npmPinned(text string) bool {
	if strings.HasPrefix(text, "git") {
		return strings.Contains(text, "#")
	}
	name, isScoped := strings.CutPrefix(text, "@")
	if !isScoped && local(text) {
		return true
	}
	for _, ending := range [...]string{".tgz", ".tar", ".tar.gz"} {
		if strings.HasSuffix(text, ending) {
			return true
		}
	}
	_, version, ok := strings.Cut(name, "@")
	return ok && !slices.Contains([]string{"", "latest", "next", "*"}, version)
}

func gemPinned(text string) bool {
	return local(text) || strings.Contains(text, ":") || strings.HasSuffix(text, ".gem")
}

// goPinned lets what is built from source be: files, folders, and whole modules.
func goPinned(text string) bool {
	name, version, ok := strings.Cut(text, "@")
	switch {
	case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "/") || strings.HasSuffix(name, ".go") || name == "":
		return true
	case !ok:
		return false
	}
	return version != "latest" && version != "master" && version != "main" && version != "upgrade" && version != "patch" && version != ""
}

// rpmManagers are all that take the options of dnf.
var rpmManagers = view.Manager{
	Programs: "dnf tdnf microdnf",
	Installs: "install localinstall reinstall",
	Values:   "-c --config -x --exclude --enablerepo --disablerepo --repo --repoid --releasever --setopt --installroot",
}

func cleansYarn(c view.Command) bool {
	verb, operands, ok := view.Yarn.Verb(c)
	return ok && verb == "cache" && len(operands) > 0 && operands[0].Text == "clean"
}
