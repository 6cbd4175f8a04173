package codeowners

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestGitHub(t *testing.T) {
	f := Read(`
# comment
*              @all
*.js           @js  # a comment behind it
/build/logs/   @logs
docs/*         docs@example.com
apps/          @apps
/scripts/      @one @two
**/state       @state
/apps/free
/src/a\ b.tf   @space
/x[1].tf       @bracket
/y{1}.tf       @brace
!/negated      @never
`, false)
	for file, want := range map[string]string{
		"main.tf":           "@all",
		"a/b/main.tf":       "@all",
		"a/b/x.js":          "@js",
		"build/logs/a/b.tf": "@logs",
		"a/build/logs/b.tf": "@all",
		"docs/a.tf":         "docs@example.com",
		"docs/a/b.tf":       "@all",
		"a/docs/b.tf":       "@all",
		"apps/a.tf":         "@apps",
		"x/apps/a/b.tf":     "@apps",
		"scripts/a.sh":      "@one @two",
		"deep/down/state/x": "@state",
		"apps/free/a.tf":    "",
		"src/a b.tf":        "@space",
		"x[1].tf":           "@bracket",
		"x1.tf":             "@all",
		"y{1}.tf":           "@brace",
		"negated":           "@all",
	} {
		if got := strings.Join(f.Owners(file), " "); got != want {
			t.Errorf("%s is of %q, not %q", file, got, want)
		}
	}
}

func TestGitLab(t *testing.T) {
	f := Read(`
* @all
[Infra] @infra
*.tf
/envs/prod/ @prod
!/envs/prod/open.tf
^[Docs][2] @writers
docs/
/docs
[infra]
modules/*.tf @modules
`, true)
	for file, want := range map[string]string{
		"README.md":         "@all",
		"main.tf":           "@all @infra",
		"a/main.tf":         "@all @infra",
		"envs/prod/main.tf": "@all @prod",
		"envs/prod/open.tf": "@all",
		"a/docs/x.md":       "@all @writers",
		"docs/x.md":         "@all @writers",
		"a/modules/x.tf":    "@all @modules",
		"modules/a/x.tf":    "@all @infra",
	} {
		if got := strings.Join(f.Owners(file), " "); got != want {
			t.Errorf("%s is of %q, not %q", file, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	for name, test := range map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"github first":     {fstest.MapFS{"repo/.github/CODEOWNERS": file("* @github"), "repo/CODEOWNERS": file("* @top")}, "@github"},
		"the top":          {fstest.MapFS{"repo/CODEOWNERS": file("* @top"), "repo/docs/CODEOWNERS": file("* @docs")}, "@top"},
		"gitlab":           {fstest.MapFS{"repo/.gitlab/CODEOWNERS": file("/a @top\na/b.tf @gitlab")}, "@gitlab"},
		"gitlab by its CI": {fstest.MapFS{"repo/CODEOWNERS": file("b.tf @b\n/a @a"), "repo/.gitlab-ci.yml": file("")}, "@b"},
		"else github":      {fstest.MapFS{"repo/CODEOWNERS": file("b.tf @b\n/a @a")}, "@a"},
	} {
		f, err := Find(test.fsys, "repo")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(f.Owners("a/b.tf"), " "); got != test.want {
			t.Errorf("%s: %q, not %q", name, got, test.want)
		}
	}
	if f, err := Find(fstest.MapFS{}, "."); f != nil || err != nil {
		t.Errorf("without a file: %v, %v", f, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("[A][1] @x\n*.tf @y # z\n", "a/b.tf")
	f.Fuzz(func(t *testing.T, text, file string) {
		Read(text, false).Owners(file)
		Read(text, true).Owners(file)
	})
}
