package view

import (
	"slices"
	"strings"
)

// Manager is a package manager: its programs, the verbs by which it installs, its
// options that take the next word as their value, and the other verbs by which it
// fetches packages.
type Manager struct {
	Programs, Installs, Values, Updates string
}

// The package managers of the distributions, and those of languages. xx-apt-get and
// its like, of tonistiigi/xx, call them for the platform that is built for.
var (
	Apt = Manager{
		Programs: "apt-get apt aptitude xx-apt-get xx-apt", Installs: "install",
		Values: "-t -o -c -a --target-release --default-release --option --config-file --host-architecture",
	}
	Apk = Manager{
		Programs: "apk xx-apk", Installs: "add",
		Values: "-t --virtual -X --repository -p --root --repositories-file --keys-dir --cache-dir --wait --arch",
	}
	Yum      = Manager{"yum", rpmInstalls, rpmValues, rpmUpdates}
	Dnf      = Manager{"dnf dnf5 tdnf", rpmInstalls, rpmValues, rpmUpdates}
	Microdnf = Manager{"microdnf", rpmInstalls, rpmValues, rpmUpdates}
	Zypper   = Manager{
		Programs: "zypper", Installs: "install in", Updates: "patch update up dist-upgrade dup source-install si",
		Values: "-r --repo --from -t --type -p --plus-repo -R --root --reposd-dir --download",
	}
	Pip = Manager{
		Programs: "pip", Installs: "install",
		Values: "-r --requirement -c --constraint -e --editable -t --target -i --index-url --extra-index-url -f --find-links " +
			"--prefix --root --src --proxy --timeout --retries --trusted-host --cert --client-cert --cache-dir --log " +
			"--no-binary --only-binary --platform --python-version --implementation --abi --progress-bar -b --build " +
			"--global-option --install-option -C --config-settings --report --upgrade-strategy --root-user-action " +
			"--use-feature --exists-action --python",
	}
	Npm = Manager{
		Programs: "npm", Installs: "install i add in",
		Values: "--prefix --registry --loglevel --cache -w --workspace --omit --include --location --tag --otp -C --userconfig",
	}
	Yarn = Manager{
		Programs: "yarn", Installs: "add install",
		Values: "--cwd --registry --cache-folder --modules-folder --network-timeout --network-concurrency --mutex",
	}
	Gem = Manager{
		Programs: "gem", Installs: "install i",
		Values: "-v --version -i --install-dir -n --bindir --source -s -P --trust-policy --platform --document --build-root",
	}
	Go = Manager{
		Programs: "go", Installs: "install get run",
		Values: "-C -o -tags -ldflags -gcflags -asmflags -mod -modfile -p -overlay -exec -pkgdir -toolexec",
	}
)

const (
	rpmInstalls = "install in localinstall reinstall rei install-n install-na install-nevra"
	rpmUpdates  = "upgrade up update upgrade-minimal up-min update-minimal downgrade dg distro-sync dsync groupinstall " +
		"builddep makecache mc swap"
	rpmValues = "-c --config -x --exclude --enablerepo --disablerepo --repo --repoid --releasever --setopt --installroot " +
		"-d -e --forcearch --comment --destdir --downloaddir --disableplugin --enableplugin"
)

// Verb splits a command of the manager: what it is told to do, and on what. It is
// not the manager's where ok is false.
func (m *Manager) Verb(c Command) (verb string, operands []Word, ok bool) {
	args := c.Args
	switch {
	case slices.Contains(strings.Fields(m.Programs), c.Name.Text):
	case m == &Pip && isPip(c.Name.Text):
	case m == &Pip && isPython(c):
		args = args[2:]
	default:
		return "", nil, false
	}
	words := m.operands(args)
	if len(words) > 1 && words[0].Text == "module" {
		words = words[1:] // of dnf: what follows is done with a module instead of a package
	}
	if len(words) == 0 {
		return "", nil, true
	}
	return words[0].Text, words[1:], true
}

// isPython tells python -m pip.
func isPython(c Command) bool {
	return strings.HasPrefix(c.Name.Text, "python") && len(c.Args) > 1 && c.Args[0].Text == "-m" && c.Args[1].Text == "pip"
}

func isPip(name string) bool {
	version, ok := strings.CutPrefix(name, "pip")
	return ok && strings.Trim(version, "0123456789.") == ""
}

// Install are the packages that a command of the manager installs; ok is false where
// it does not install.
func (m *Manager) Install(c Command) (packages []Word, ok bool) {
	verb, packages, ok := m.Verb(c)
	if !ok || !slices.Contains(strings.Fields(m.Installs), verb) {
		return nil, false
	}
	return packages, true
}

// Fetches tells whether a command of the manager brings packages in, new ones or newer.
func (m *Manager) Fetches(c Command) bool {
	verb, _, ok := m.Verb(c)
	return ok && (slices.Contains(strings.Fields(m.Installs), verb) || slices.Contains(strings.Fields(m.Updates), verb))
}

// operands are the words that are neither options nor their values.
func (m *Manager) operands(args []Word) []Word {
	values := strings.Fields(m.Values)
	var words []Word
	for i := 0; i < len(args); i++ {
		text := args[i].Text
		switch {
		case slices.Contains(values, text):
			i++
		case text == "" || len(text) > 1 && text[0] == '-':
		default:
			words = append(words, args[i])
		}
	}
	return words
}
