package scan

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/lintel-iac/lintel/"

// mayImport says which folders of this module the packages in a folder may
// import. Tests may import anything.
var mayImport = map[string][]string{
	"model":    {"model"},
	"parser":   {"parser", "model"},
	"checks":   {"checks", "model"},
	"scan":     {"scan", "parser", "checks", "model"},
	"formats":  {"formats", "scan", "checks", "model"},
	"cmd":      {"formats", "scan", "parser", "checks", "model"},
	"internal": {"internal", "formats", "scan", "parser", "checks", "model"},
}

// onlyIn says which folder alone may import what comes from elsewhere.
var onlyIn = map[string]string{
	"github.com/open-policy-agent/opa": "checks/rego",
	"github.com/aws/aws-sdk-go-v2":     "parser/awslive",
	"github.com/go-git/go-git/v5/":     "scan",
}

func TestImportsGoOneWay(t *testing.T) {
	top := os.DirFS("..")
	met := map[string]bool{}
	err := fs.WalkDir(top, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		met[strings.SplitN(name, "/", 2)[0]] = true
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if fault := forbidden(path.Dir(name), imported); fault != "" {
				t.Errorf("%s imports %s: %s", name, imported, fault)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"cmd", "formats", "scan", "parser", "checks", "model"} {
		if !met[folder] {
			t.Errorf("met no source in %s", folder)
		}
	}
}

func forbidden(dir, imported string) string {
	for prefix, only := range onlyIn {
		if strings.HasPrefix(imported, prefix) && !strings.HasPrefix(dir, only) {
			return "only " + only + " may"
		}
	}
	own, ok := strings.CutPrefix(imported, module)
	if !ok {
		return ""
	}
	if dir == "model" {
		return "the model imports nothing of Lintel"
	}
	if dir == "scan" && strings.HasPrefix(own, "checks/") {
		return "which checks there are, the command says"
	}
	allowed := mayImport[strings.SplitN(dir, "/", 2)[0]]
	if !slices.Contains(allowed, strings.SplitN(own, "/", 2)[0]) {
		return "imports run cmd, formats, scan, then parser and checks, then model"
	}
	return ""
}

func TestForbiddenImports(t *testing.T) {
	for _, test := range []struct {
		dir, imported string
		ok            bool
	}{
		{"cmd/lintel", module + "formats", true},
		{"formats", module + "scan", true},
		{"scan", module + "parser/terraform", true},
		{"scan", module + "formats", false},
		{"scan", module + "checks/all", false},
		{"parser/terraform", module + "checks", false},
		{"checks/aws/s3", module + "parser/terraform", false},
		{"model", module + "model/diag", false},
		{"model/diag", module + "model", true},
		{"model/graft", module + "scan", false},
		{"checks/aws/s3", "github.com/open-policy-agent/opa/v1/rego", false},
		{"checks/rego", "github.com/open-policy-agent/opa/v1/rego", true},
	} {
		if got := forbidden(test.dir, test.imported); (got == "") != test.ok {
			t.Errorf("%s imports %s: %q", test.dir, test.imported, got)
		}
	}
}
