package scan

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
)

const disks = "modules/disks"

// calledModule is a module of two volumes, and a root that calls it in one file and
// has its own volume in another.
var calledModule = map[string]string{
	".git/HEAD":        "",
	"main.tf":          callOf("./"+disks, "local.on"),
	"own.tf":           volume("own", "false"),
	"locals.tf":        "locals {\n  on = false\n}\n",
	disks + "/a.tf":    volume("a", "var.on"),
	disks + "/b.tf":    volume("b", "false"),
	disks + "/vars.tf": "variable \"on\" {}\n",
}

func callOf(source, on string) string {
	return fmt.Sprintf("module \"disks\" {\n  source = %q\n  on     = %s\n}\n", source, on)
}

// What touches a file is what stands in it, what came through a call in it, and
// whose value came through it. The module is judged as it is called.
func TestFilesOfAModule(t *testing.T) {
	const (
		a   = disks + "/a.tf:2 aws-ebs-volume-unencrypted fail module.disks.aws_ebs_volume.a"
		b   = disks + "/b.tf:2 aws-ebs-volume-unencrypted fail module.disks.aws_ebs_volume.b"
		own = "own.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.own"
	)
	for files, want := range map[string][]string{
		disks + "/a.tf":             {a},
		disks + "/b.tf":             {b},
		"main.tf":                   {a, b},
		"locals.tf":                 {a},
		"own.tf":                    {own},
		"own.tf " + disks + "/a.tf": {a, own},
		". " + disks + "/a.tf":      {a, b, own},
	} {
		t.Run(files, func(t *testing.T) {
			r := scanned(t, calledModule, Options{Paths: strings.Fields(files)})
			expect(t, told(r), want...)
		})
	}
}

func TestOnlyWhatTouchesAFileIsCounted(t *testing.T) {
	r := scanned(t, calledModule, Options{Paths: []string{disks + "/a.tf"}})
	if s := r.Summary; s.Resources != 1 || s.Failed != 1 || s.Roots != 1 {
		t.Errorf("summary counts what lies elsewhere: %+v", s)
	}
}

// Whichever roots call a module, by whatever detour, judge it.
func TestCallersOfAFile(t *testing.T) {
	module := map[string]string{"modules/m/x.tf": ""}
	for name, test := range map[string]struct {
		src  map[string]string
		want string
	}{
		"nobody":                {nil, "modules/m"},
		"two roots":             {map[string]string{"a/x.tf": callOf("../modules/m", "1"), "b/x.tf": callOf("./../modules/m/", "2")}, "a b"},
		"a detour":              {map[string]string{"a/x.tf": callOf("../modules/n", "1"), "modules/n/x.tf": callOf("../m", "1")}, "a"},
		"from below":            {map[string]string{"modules/m/examples/one/x.tf": callOf("../..", "1")}, "modules/m/examples/one"},
		"JSON":                  {map[string]string{"a/x.tf.json": `{"module": {"m": {"source": "..\/modules\/m"}}}`}, "a"},
		"a comment":             {map[string]string{"a/x.tf": "# source = \"../modules/m\"\n"}, "modules/m"},
		"another argument":      {map[string]string{"a/x.tf": "locals {\n  m = \"../modules/m\"\n}\n"}, "modules/m"},
		"an ignored one":        {map[string]string{".gitignore": "a/\n", "a/x.tf": callOf("../modules/m", "1")}, "modules/m"},
		"a circle":              {map[string]string{"a/x.tf": callOf("../modules/m", "1"), "modules/m/y.tf": callOf("../../a", "1")}, "a"},
		"itself":                {map[string]string{"modules/m/y.tf": callOf("../m", "1")}, "modules/m"},
		"a caller with a fault": {map[string]string{"a/x.tf": callOf("../modules/m", "1") + "locals {\n  x = \n}\n"}, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := rootsOf(t, "modules/m/x.tf", module, test.src); got != test.want {
				t.Errorf("roots are %q, want %q", got, test.want)
			}
		})
	}
	t.Run("the top is a root of its own", func(t *testing.T) {
		src := map[string]string{"x.tf": "", "examples/one/x.tf": callOf("../..", "1")}
		if got := rootsOf(t, "x.tf", src); got != ". examples/one" {
			t.Errorf("roots are %q", got)
		}
	})
}

// Without a work tree or a boundary nothing says how far callers may lie.
func TestCallersAreSoughtInTheWorkTree(t *testing.T) {
	src := map[string]string{"a/x.tf": callOf("../m", "1"), "m/x.tf": "", "other/x.tf": ""}
	for name, test := range map[string]struct {
		git, boundary string
		want          string
	}{
		"none":                       {want: "m other"},
		"a boundary":                 {boundary: ".", want: "a other"},
		"a work tree":                {git: ".git/HEAD", want: "a other"},
		"a work tree without it":     {git: "m/.git/HEAD", want: "m other"},
		"a work tree and a boundary": {git: ".git/HEAD", boundary: ".", want: "a other"},
	} {
		t.Run(name, func(t *testing.T) {
			all := maps.Clone(src)
			if test.git != "" {
				all[test.git] = ""
			}
			dir := folder(t, all)
			o := Options{Paths: []string{filepath.Join(dir, "m/x.tf"), filepath.Join(dir, "other/x.tf")}}
			if test.boundary != "" {
				o.Boundary = filepath.Join(dir, test.boundary)
			}
			if got := roots(t, o); got != test.want {
				t.Errorf("roots are %q, want %q", got, test.want)
			}
		})
	}
}

// rootsOf are the roots that judge a file of a work tree.
func rootsOf(t *testing.T, file string, sources ...map[string]string) string {
	src := map[string]string{".git/HEAD": ""}
	for _, s := range sources {
		maps.Copy(src, s)
	}
	return roots(t, Options{Paths: []string{filepath.Join(folder(t, src), file)}})
}

func roots(t *testing.T, o Options) string {
	t.Helper()
	inventory, err := Read(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	var roots []string
	for _, in := range inventory.Inputs {
		roots = append(roots, in.Scope.Root)
	}
	return strings.Join(roots, " ")
}

// What keeps callers from being found is said, and costs no more.
func TestCallersThatCannotBeRead(t *testing.T) {
	fsys := refusing{fstest.MapFS{
		".git/HEAD":   {},
		"m/x.tf":      {Data: []byte(volume("v", "false"))},
		"locked/x.tf": {Data: []byte(callOf("../m", "1"))},
	}, []string{"locked"}}
	s := newSession(&site{base: ".", targets: []target{{given: "m/x.tf", name: "m/x.tf"}}}, fsys, terraform.Inputs{}, nil)
	found := s.survey()
	if len(found) != 1 || found[0].dir != "m" {
		t.Errorf("roots are %v", found)
	}
	if len(s.diags) != 1 || s.diags[0].Severity != diag.Warning || s.diags[0].Range.File != "locked" {
		t.Errorf("diagnostics are %v", s.diags)
	}
}

// A hook hands on whatever a commit changes.
func TestFilesOfAHook(t *testing.T) {
	src := map[string]string{
		".git/HEAD":       "",
		"main.tf":         volume("v", "false"),
		"old/main.tf":     volume("old", "false"),
		"a/dead/m/x.tf":   volume("dead", "false"),
		"package.json":    "{}",
		"values.yaml":     "a: 1\n",
		"x.tfstack.hcl":   "\n",
		"envs/dev.tfvars": "a = 1\n",
		"README.md":       "",
	}
	var paths []string
	for name := range src {
		paths = append(paths, name)
	}
	r := scanned(t, src, Options{Hook: true, Paths: paths, Exclude: []string{"old/**", "dead"}})
	expect(t, told(r), "main.tf:2 aws-ebs-volume-unencrypted fail aws_ebs_volume.v")
	if len(r.Diagnostics) > 0 {
		t.Errorf("diagnostics: %v", r.Diagnostics)
	}
	if r.Summary.Skipped["terraform_stack"] != 1 || r.Summary.Skipped["excluded"] != 2 {
		t.Errorf("skipped: %v", r.Summary.Skipped)
	}
}
