package config

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan/strict"
)

// Read reads a configuration, whose paths count from a folder.
func Read(name, dir string, data []byte) (*File, error) {
	f := &File{Name: name, Dir: dir}
	err := strict.Parse(name, data, func(r *strict.Reader, top *yaml.Node) {
		read := &reader{r, f}
		r.Object(top, read.keys())
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(f.Settings, func(a, b Setting) int { return a.Line - b.Line })
	return f, nil
}

type reader struct {
	*strict.Reader
	file *File
}

func (r *reader) keys() strict.Keys {
	return strict.Keys{
		"fail_on":          r.word("fail-on", "low", "medium", "high", "critical", "none"),
		"fail_on_unknown":  r.flag("fail-on-unknown"),
		"soft_fail":        r.flag("soft-fail"),
		"strict":           r.flag("strict"),
		"require_coverage": r.percent("require-coverage"),
		"warn_unused":      r.flag("warn-unused"),
		"show_unknown":     r.flag("show-unknown"),
		"profile":          r.word("profile", "default", "all"),
		"severity":         r.word("severity", "low", "medium", "high", "critical"),
		"only":             r.globs("only"),
		"skip":             r.globs("skip"),
		"exclude":          r.exclude,
		"checks":           r.rules,
		"workspace":        r.text("workspace"),
		"var_files":        r.files("var-file"),
		"param_files":      r.files("param-file"),
		"environments":     r.environments,
		"trusted":          r.trusted,
		"policies":         func(n *yaml.Node) { r.List(n, r.policy) },
		"exceptions":       func(n *yaml.Node) { r.file.Exceptions = r.named(n) },
		"baseline":         func(n *yaml.Node) { r.file.Baseline = r.named(n) },
		"owners":           r.owners,
	}
}

// set notes what a flag could say, under the key it has in the file.
func (r *reader) set(n *yaml.Node, flag string, values ...string) {
	r.file.Settings = append(r.file.Settings, Setting{Key: KeyOf(flag), Flag: flag, Values: values, Line: n.Line})
}

// KeyOf is the key under which a configuration says what a flag says.
func KeyOf(flag string) string {
	switch flag {
	case "var-file", "param-file", "environment":
		return strings.ReplaceAll(flag, "-", "_") + "s"
	case "trusted-registry":
		return "trusted.registries"
	case "trusted-account":
		return "trusted.accounts"
	case "owner-tag":
		return "owners.tags"
	}
	return strings.ReplaceAll(flag, "-", "_")
}

func (r *reader) word(flag string, words ...string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || !slices.Contains(words, n.Value) {
			r.Fault(n, "%q is not known here: it is %s", n.Value, strings.Join(words, ", "))
		}
		r.set(n, flag, n.Value)
	}
}

func (r *reader) flag(name string) func(*yaml.Node) {
	return func(n *yaml.Node) { r.set(n, name, strconv.FormatBool(r.Flag(n))) }
}

func (r *reader) percent(flag string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		percent, err := strconv.Atoi(n.Value)
		if err != nil || n.Tag != "!!int" || percent < 0 || percent > 100 {
			r.Fault(n, "%q is no percentage: it is 0 to 100", n.Value)
		}
		r.set(n, flag, strconv.Itoa(percent))
	}
}

func (r *reader) text(flag string) func(*yaml.Node) {
	return func(n *yaml.Node) { r.set(n, flag, r.Text(n)) }
}

func (r *reader) globs(flag string) func(*yaml.Node) {
	return func(n *yaml.Node) { r.set(n, flag, r.Globs(n)...) }
}

func (r *reader) exclude(n *yaml.Node) {
	r.file.Exclude = r.Globs(n)
	r.set(n, "exclude", r.file.Exclude...)
}

// names are texts of a form, one or a list of them.
func (r *reader) names(flag string, form *regexp.Regexp, wanted string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var values []string
		r.Some(n, func(item *yaml.Node) {
			if text := r.String(item); !form.MatchString(text) {
				r.Fault(item, "%q is no %s", text, wanted)
			}
			values = append(values, item.Value)
		})
		r.set(n, flag, values...)
	}
}

var (
	account  = regexp.MustCompile(`^[0-9]{12}$`)
	registry = regexp.MustCompile(`^(localhost|(\*\.)?[A-Za-z0-9-]+([.:][A-Za-z0-9-]+)+)(/[^ @*/]+)*$`)
	anyText  = regexp.MustCompile(`\S`)
	digest   = regexp.MustCompile(`^sha256:[0-9a-f]{64}$`)
)

func (r *reader) trusted(n *yaml.Node) {
	r.Object(n, strict.Keys{
		"registries": r.names("trusted-registry", registry, "registry; write it as HOST[/PATH], such as ghcr.io/acme"),
		"accounts":   r.names("trusted-account", account, "account; write its 12 digits, in quotes"),
	})
}

// named is the path of a file: below the folder of the configuration or above it, but
// in the file system that is read.
func (r *reader) named(n *yaml.Node) Named {
	text := r.String(n)
	name := path.Join(r.file.Dir, text)
	if strings.HasPrefix(text, "/") || strings.ContainsAny(text, `\:`) || strings.TrimSpace(text[:min(1, len(text))]) == "" || !fs.ValidPath(name) {
		r.Fault(n, "%q is no path below the top of the work tree, with slashes", text)
	}
	return Named{name, n.Line}
}

func (r *reader) files(flag string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s := Setting{Key: KeyOf(flag), Flag: flag, Line: n.Line}
		r.Some(n, func(item *yaml.Node) { s.add("", r.named(item)) })
		r.file.Settings = append(r.file.Settings, s)
	}
}

func (r *reader) environments(n *yaml.Node) {
	s := Setting{Key: KeyOf("environment"), Flag: "environment", Line: n.Line}
	r.Members(n, func(key, value *yaml.Node) {
		name := r.Text(key)
		if strings.Contains(name, "=") {
			r.Fault(key, "the name of an environment has no =")
		}
		r.Some(value, func(item *yaml.Node) { s.add(name+"=", r.named(item)) })
	})
	r.file.Settings = append(r.file.Settings, s)
}

func (s *Setting) add(prefix string, n Named) {
	s.Values = append(s.Values, prefix+n.Path)
	s.Files = append(s.Files, n)
}

// mostRules is how many rules a configuration may have: each is tried on each check.
const mostRules = 500

func (r *reader) rules(n *yaml.Node) {
	if len(n.Content) > mostRules {
		r.Fault(n, "these are more than %d rules; one may name many checks and paths", mostRules)
		return
	}
	r.List(n, r.rule)
}

func (r *reader) rule(n *yaml.Node) {
	rule := Rule{At: lineOf(r.File, n.Line)}
	r.Object(n, strict.Keys{
		"check":   func(n *yaml.Node) { rule.Globs = r.Globs(n) },
		"path":    func(n *yaml.Node) { rule.Paths = r.Globs(n) },
		"enabled": func(n *yaml.Node) { on := r.Flag(n); rule.Enabled = &on },
		"severity": func(n *yaml.Node) {
			severity, ok := checks.ParseSeverity(n.Value)
			if !ok {
				r.Fault(n, "there is no severity %q: it is low, medium, high or critical", n.Value)
			}
			rule.Severity = &severity
		},
	})
	switch {
	case len(rule.Globs) == 0:
		r.Fault(n, "this names no check")
	case rule.Enabled == nil && rule.Severity == nil:
		r.Fault(n, `this needs "enabled" or "severity"`)
	}
	r.file.Checks = append(r.file.Checks, rule)
}

func lineOf(file string, line int) model.Range {
	at := model.Pos{Line: int32(line), Column: 1}
	return model.Range{File: file, Start: at, End: at}
}

func (r *reader) policy(n *yaml.Node) {
	var p Policy
	if n.Kind == yaml.ScalarNode {
		p.Named = r.named(n)
	} else {
		r.Object(n, strict.Keys{
			"path": func(n *yaml.Node) { p.Named = r.named(n) },
			"digest": func(n *yaml.Node) {
				if p.Digest = r.String(n); !digest.MatchString(p.Digest) {
					r.Fault(n, "%q is no digest; write it as sha256: and 64 hexadecimal digits", n.Value)
				}
			},
		})
		if p.Path == "" {
			r.Fault(n, "this names no path")
		}
	}
	r.file.Policies = append(r.file.Policies, p)
}

func (r *reader) owners(n *yaml.Node) {
	owners := &r.file.Owners
	r.Object(n, strict.Keys{
		"tags":       r.names("owner-tag", anyText, "name of a tag"),
		"codeowners": func(n *yaml.Node) { owners.NoCodeowners, owners.CodeownersLine = !r.Flag(n), n.Line },
		"paths": func(n *yaml.Node) {
			r.List(n, func(item *yaml.Node) { owners.Paths = append(owners.Paths, r.owned(item)) })
		},
	})
}

func (r *reader) owned(n *yaml.Node) Owned {
	o := Owned{Line: n.Line}
	r.Object(n, strict.Keys{
		"path":  func(n *yaml.Node) { o.Paths = r.Globs(n) },
		"owner": func(n *yaml.Node) { o.Owner = r.Text(n) },
	})
	if len(o.Paths) == 0 || o.Owner == "" {
		r.Fault(n, `this needs a "path" and an "owner"`)
	}
	return o
}
