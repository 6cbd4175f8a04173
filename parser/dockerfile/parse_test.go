package dockerfile

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/view"
)

func parse(t testing.TB, text string, o Options) (*model.Scope, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{"Dockerfile": {Data: []byte(text)}}
	scope, diags, err := ParseWith(context.Background(), fsys, "Dockerfile", o)
	if err != nil {
		t.Fatal(err)
	}
	return scope, diags
}

func TestIsFile(t *testing.T) {
	for name, want := range map[string]bool{
		"Dockerfile": true, "a/b/dockerfile": true, "Containerfile": true, "Dockerfile.prod": true, "app.Dockerfile": true,
		"app.dockerfile": true, "Containerfile.dev": true, "Dockerfile.dockerignore": false, "Dockerfile.md": false,
		"Dockerfile.j2": false, "Dockerfile.rego": false, "mydockerfile": false, "Dockerfiles": false,
	} {
		if got := IsFile(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The image of a stage is what BuildKit would fetch.
func TestExpansion(t *testing.T) {
	given := func(s string) Options {
		return Options{Args: map[string]model.Value{"V": model.Text(s, model.Origin{})}}
	}
	for _, test := range []struct {
		text string
		o    Options
		want string // with "?" for what is not known
	}{
		{"ARG V=1\nFROM x:$V", Options{}, "x:1"},
		{"ARG V=1\nFROM x:${V}-y", given("2"), "x:2-y"},
		{"ARG V\nFROM x:${V:-3}", Options{}, "x:3"},
		{"ARG V\nFROM x:${V:-3}", given("4"), "x:4"},
		{"ARG V\nFROM x:$V", Options{}, "x:?"},
		{"ARG V=1\nFROM x:${V:+5}", Options{}, "x:5"},
		{"ARG V\nFROM x:1${V:+-$V}", Options{}, "x:1"},
		{"ARG V\nFROM x:1${V:+-$V}", given("2"), "x:1-2"},
		{"FROM x:1${TARGETOS:+-os}", Options{}, "x:1-os"},
		{"ARG A=1\nARG B=$A.2\nFROM x:$B", Options{}, "x:1.2"},
		{"ARG V=1.2.3\nFROM x:${V%.*}", Options{}, "x:1.2"},
		{"FROM $TARGETOS/x", Options{}, "?/x"},
		{"FROM x:$NOBODY", Options{}, "x:"},
	} {
		scope, _ := parse(t, test.text+"\n", test.o)
		image := scope.OfType("docker_stage")[0].At("image")
		if got := strings.ReplaceAll(view.Pieced(image), view.Hole, "?"); got != test.want {
			t.Errorf("%q is %q, want %q", test.text, got, test.want)
		}
	}
}

// What holds in a stage holds in those built from it; arguments from before the first
// FROM hold where they are declared.
func TestVariablesOfStages(t *testing.T) {
	const text = `ARG G=global
FROM a AS one
ARG G
ARG L=local
ENV E=$G-$L
FROM one
WORKDIR /$E/$L
FROM b
ARG L
WORKDIR /x/$L$E
ENV L=env
WORKDIR /$L
`
	scope, _ := parse(t, text, Options{})
	var got []string
	for _, r := range scope.OfType("docker_workdir") {
		got = append(got, strings.ReplaceAll(view.Pieced(r.At("path")), view.Hole, "?"))
	}
	if want := "/global-local/local /x/?? /env"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What the base image may set, may be unset as well.
func TestPerhapsUnset(t *testing.T) {
	for text, want := range map[string]string{
		"WORKDIR /a${V:+/b}-c": "/a?-c", "WORKDIR /a${V+$V}": "/a?", "WORKDIR /${V:-b}": "/?",
		"ENV V=1\nWORKDIR /a${V:+/b}/c": "/a/b/c", "ARG V\nWORKDIR /a${V:+/b}/c": "/a/c",
	} {
		scope, _ := parse(t, "FROM x\n"+text+"\n", Options{})
		if got := strings.ReplaceAll(view.Pieced(scope.OfType("docker_workdir")[0].At("path")), view.Hole, "?"); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// BuildKit fills variables into a JSON list of files, and into none of words.
func TestVariablesInJSON(t *testing.T) {
	scope, _ := parse(t, "FROM scratch\nENV A=/a\nCOPY [\"$A\", \"$A/\"]\nVOLUME [\"$A\"]\nCMD [\"$A\"]\n", Options{})
	for _, test := range [...]struct{ typ, path, want string }{
		{"docker_copy", "sources", "/a"}, {"docker_copy", "destination", "/a/"}, {"docker_volume", "paths", "/a"}, {"docker_cmd", "words", "$A"},
	} {
		for v := range scope.OfType(test.typ)[0].Each(test.path) {
			if v.Data != test.want {
				t.Errorf("%s of %s is %v, want %s", test.path, test.typ, v, test.want)
			}
		}
	}
}

// Without SHELL, it is the system of the image that says which shell there is.
func TestShellOfBase(t *testing.T) {
	for from, want := range map[string]string{
		"alpine": "/bin/sh", "mcr.microsoft.com/windows:ltsc2019": "cmd", "mcr.microsoft.com/windows/servercore:ltsc2022": "cmd",
		"mcr.microsoft.com/dotnet/framework/aspnet:4.8": "cmd", "python:3.12-windowsservercore": "cmd",
		"--platform=windows/amd64 x": "cmd", "x/windows-tools": "/bin/sh",
	} {
		scope, _ := parse(t, "FROM "+from+"\nRUN a\n", Options{})
		shell := slices.Collect(scope.OfType("docker_run")[0].Each("shell"))
		if shell[0].Data != want {
			t.Errorf("%s: %v, want %s", from, shell[0], want)
		}
	}
}

func TestTarget(t *testing.T) {
	const text = "FROM a AS one\nUSER app\nFROM b\nUSER root\n"
	for target, want := range map[string]string{"": "root", "one": "app", "ONE": "app", "0": "app", "none": "root"} {
		scope, _ := parse(t, text, Options{Target: target})
		if got := scope.Resource("image").At("user").String(); got != want {
			t.Errorf("user of target %q is %s, want %s", target, got, want)
		}
	}
}

// commands of a RUN, as "via>name args <input", with "?" for what is not known.
func commands(scope *model.Scope) []string {
	var all []string
	for _, r := range scope.OfType("docker_run") {
		for _, c := range view.Commands(r) {
			words := append(append([]string{}, c.Via...), c.Name.Text)
			line := strings.Join(words, ">")
			for _, arg := range c.Args {
				line += " " + arg.Text
			}
			if len(c.Input) > 0 {
				line += " <" + strings.Join(c.Input, ",")
			}
			all = append(all, strings.ReplaceAll(line, view.Hole, "?"))
		}
	}
	return all
}

func TestCommands(t *testing.T) {
	for run, want := range map[string]string{
		`a b && c; d || e & f`:                                "a b|c|d|e|f",
		`/usr/bin/apt-get "in"'st'all x\ y`:                   "apt-get install x y",
		`a | b | c`:                                           "a|b <a|c <a,b",
		`sudo -u me -E env A=1 nice -n 5 a b`:                 "sudo -u me -E env A=1 nice -n 5 a b|sudo>env A=1 nice -n 5 a b|sudo>env>nice -n 5 a b|sudo>env>nice>a b",
		`find . -exec a {} + -name x -exec b \; -print`:       "find . -exec a {} + -name x -exec b ; -print|find>a {}|find>b",
		`command -v a && command a`:                           "command -v a|command a|command>a",
		`su - me -c 'a | b'`:                                  "su - me -c a | b|su>a|su>b <a",
		`su me -s /bin/sh --command="a b"`:                    "su me -s /bin/sh --command=a b|su>a b",
		`runuser -u me -- a b`:                                "runuser -u me -- a b|runuser>a b",
		`runuser me -c 'a b'`:                                 "runuser me -c a b|runuser>a b",
		`su me`:                                               "su me",
		`find . -exec a {}`:                                   "find . -exec a {}",
		`timeout -k 5 10 a b`:                                 "timeout -k 5 10 a b|timeout>a b",
		`sh -ec 'a && b'`:                                     "sh -ec a && b|sh>a|sh>b",
		`bash -o pipefail -c "a $X"`:                          "bash -o pipefail -c a ?|bash>a ?",
		`["bash", "-c", "a | b"]`:                             "bash -c a | b|bash>a|bash>b <a",
		`if a; then b; else c; fi; for i in x; do d $i; done`: "a|b|c|d ?",
		`V=1; W="2 3"; a $V "$W" $W`:                          "a 1 2 3 2 3",
		`a $(b c) "x-$(d)"`:                                   "a ? x-?|b c|d",
		`f() { a; }; f`:                                       "a|f",
		`a \
  # note
  b`: "a b",
		`export A=1 && a`: "export|a",
		`read V; a $V`:    "read V|a ?",
		`V=1; V=2; a $V`:  "a ?",
		`V=10.1; a x${V/./-} ${V%.*} ${V##*.} ${V//[01]/x}`:  "a x10-1 10 1 xx.x",
		`V=a/b; a ${V^^} ${V/$W/c} ${V/#a/c} ${W%x} ${V/}`:   "a A/B ? ? ? a/b",
		`V=; W=1; a x${V:+y} x${V+y} x${W:+"$W z"} x${X:+y}`: "a x xy x1 z x?",
		`a ${X:-y} "${Z}z"`: "a ? ?z",
	} {
		scope, _ := parse(t, "FROM x\nRUN "+run+"\n", Options{})
		if got := strings.Join(commands(scope), "|"); got != want {
			t.Errorf("%s\n got %s\nwant %s", run, got, want)
		}
	}
}

// A variable of ENV that holds several words is several words.
func TestCommandsSeeEnvironment(t *testing.T) {
	scope, _ := parse(t, "FROM scratch\nENV P=\"a=1 b=2\"\nARG V=3\nRUN add $P \"$P\" $V\n", Options{})
	if got, want := strings.Join(commands(scope), "|"), "add a=1 b=2 a=1 b=2 3"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(view.Commands(scope.OfType("docker_run")[0])[0].Args); n != 4 {
		t.Errorf("%d arguments, want 4", n)
	}
}

// Whatever BuildKit refuses is reported in its words and at its line, and the rest
// is read.
func TestRefused(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"FROM x\nENV A\nRUN a\n", "Dockerfile:2: error: BuildKit: ENV must have two arguments"},
		{"FROM x\nRAN a\nRUN a\n", "Dockerfile:2: error: BuildKit: unknown instruction: RAN (did you mean RUN?)"},
		{"FROM x y\nRUN a\n", "Dockerfile:1: error: BuildKit: FROM requires either one or three arguments"},
		{"FROM x\nCOPY --form=y a b\nRUN a\n", "Dockerfile:2: error: BuildKit: unknown flag: --form (did you mean from?)"},
		{"ARG V=x\nFROM x\nARG V\nCOPY --from=$V a b\nRUN a\n", "Dockerfile:4: error: COPY --from takes no variables: give $V a stage of its own, by FROM with an ARG before the first one"},
		{"RUN a\nFROM x\n", "Dockerfile:1: error: RUN stands before the first FROM"},
	} {
		scope, diags := parse(t, test.text, Options{})
		if len(diags) != 1 || diags[0].String() != test.want {
			t.Errorf("%q: got %v, want %s", test.text, diags, test.want)
		}
		if len(scope.OfType("docker_run")) != 1 {
			t.Errorf("%q: the rest was not read", test.text)
		}
	}
	if _, diags := parse(t, "# nothing\n", Options{}); len(diags) != 1 || !strings.Contains(diags[0].Summary, "no instructions") {
		t.Errorf("an empty file: %v", diags)
	}
}

// ONBUILD MAINTAINER is kept for what it is, beside the error.
func TestForbiddenTrigger(t *testing.T) {
	scope, diags := parse(t, "FROM x\nONBUILD MAINTAINER a\n", Options{})
	found := scope.OfType("docker_onbuild")
	if len(diags) != 1 || len(found) != 1 || found[0].At("triggers").Data != "MAINTAINER" {
		t.Errorf("got %v, %v", diags, found)
	}
}

// The joined text of an instruction is BuildKit's, or no place in it would be right.
func TestJoinedAsBuildKitDoes(t *testing.T) {
	eachFile(t, func(t testing.TB, data []byte) { joined(t, data) })
}

func joined(t testing.TB, data []byte) {
	result, err := parser.Parse(bytes.NewReader(data))
	if err != nil {
		return
	}
	s := newSource("Dockerfile", string(data))
	s.escape = byte(result.EscapeToken)
	for _, node := range result.AST.Children {
		if got := s.join(node.StartLine, node.EndLine).joined; got != node.Original {
			t.Errorf("line %d: got %q, want %q", node.StartLine, got, node.Original)
		}
	}
}

// What BuildKit accepts, Lintel reads without an error. That a base image comes to
// nothing, or that COPY --from takes no variables, BuildKit says only later.
func TestAcceptsWhatBuildKitAccepts(t *testing.T) {
	eachFile(t, func(t testing.TB, data []byte) {
		result, err := parser.Parse(bytes.NewReader(data))
		if err != nil {
			return
		}
		if _, _, err := instructions.Parse(result.AST, nil); err != nil {
			return
		}
		_, diags := parse(t, string(data), Options{})
		for _, d := range diags {
			later := strings.Contains(d.Summary, "comes to nothing") || strings.Contains(d.Summary, "takes no variables")
			if d.Severity == diag.Error && !later {
				t.Errorf("%v in\n%s", d, data)
			}
		}
	})
}

// eachFile runs a test on every Dockerfile at hand: those of testdata, and the cases of
// other tools where these lie beside the repository.
func eachFile(t *testing.T, test func(t testing.TB, data []byte)) {
	for _, root := range [...]string{"testdata", "../../../shared/corpus"} {
		_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !IsFile(name) {
				return nil
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			t.Run(name, func(t *testing.T) { test(t, data) })
			return nil
		})
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.Dockerfile")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		scope, _ := parse(t, text, Options{})
		for _, r := range scope.Resources {
			view.Commands(r)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/stages.Dockerfile")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		parse(b, string(data), Options{})
	}
}
