package all

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
)

// each runs a test for every check.
func each(t *testing.T, test func(t *testing.T, check *checks.Entry)) {
	for i := range Checks {
		t.Run(Checks[i].Path, func(t *testing.T) { test(t, &Checks[i]) })
	}
}

func examplesOf(t *testing.T, check *checks.Entry) []example.Example {
	t.Helper()
	examples, err := example.Of(check)
	if err != nil {
		t.Fatal(err)
	}
	return examples
}

func TestExamples(t *testing.T) {
	each(t, func(t *testing.T, check *checks.Entry) {
		for _, e := range examplesOf(t, check) {
			for _, fault := range run(check, e) {
				t.Errorf("%s: %s", e.Name, fault)
			}
		}
	})
}

// Every format that a check has examples of has both sides of it, and a fix. All
// checks of a cloud provider have those of Terraform.
func TestExamplesOfEachFormat(t *testing.T) {
	each(t, func(t *testing.T, check *checks.Entry) {
		kinds := map[model.Format][]example.Kind{}
		if strings.HasPrefix(check.Path, "aws/") {
			kinds[model.Terraform] = nil
		}
		for _, e := range examplesOf(t, check) {
			kinds[e.Format] = append(kinds[e.Format], e.Kind)
		}
		for format, have := range kinds {
			if !slices.Contains(have, example.Bad) || !slices.Contains(have, example.Good) {
				t.Errorf("%s wants a bad and a good example", format)
			}
			if check.Fix.For(format) == "" {
				t.Errorf("no fix in the words of %s", format)
			}
		}
	})
}

func TestNoExamplesAreLeftOver(t *testing.T) {
	err := fs.WalkDir(checks.Examples, ".", func(name string, d fs.DirEntry, err error) error {
		known := func(c checks.Entry) bool { return c.Path+".txtar" == name }
		if err == nil && !d.IsDir() && !slices.ContainsFunc(Checks, known) {
			t.Errorf("%s belongs to no check: run make generate", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

var version = regexp.MustCompile(`^[0-9]+\.[0-9]+$`)

func TestWords(t *testing.T) {
	each(t, func(t *testing.T, check *checks.Entry) {
		if check.Title == "" || strings.HasSuffix(check.Title, ".") || strings.Contains(check.Title, "\n") {
			t.Errorf("Title is a sentence without a full stop, not %q", check.Title)
		}
		if !strings.HasSuffix(check.Why, ".") {
			t.Errorf("Why is a sentence or two, not %q", check.Why)
		}
		if check.Severity > checks.Critical {
			t.Errorf("Severity is %d", check.Severity)
		}
		if !version.MatchString(check.Since) {
			t.Errorf("Since is a version such as 0.1, not %q", check.Since)
		}
		if check.Rule == nil || strings.TrimSpace(check.Rule.Types()) == "" {
			t.Error("the rule judges no type")
		}
	})
}

// vendors speak for the platforms.
var vendors = []string{"docs.aws.amazon.com", "aws.amazon.com", "docs.docker.com", "docs.podman.io", "developer.hashicorp.com"}

func TestReferences(t *testing.T) {
	each(t, func(t *testing.T, check *checks.Entry) {
		if len(check.References) == 0 {
			t.Error("no reference")
		}
		for _, address := range check.References {
			u, err := url.Parse(address)
			if err != nil || u.Scheme != "https" || !slices.Contains(vendors, u.Host) {
				t.Errorf("%s is no https address of a vendor's documentation", address)
			}
		}
	})
}

func TestIDs(t *testing.T) {
	owner := map[string]string{}
	for i := range Checks {
		check := &Checks[i]
		if want := strings.NewReplacer("/", "-", "_", "-").Replace(check.Path); check.ID != want {
			t.Errorf("%s has the id %s", check.Path, check.ID)
		}
		if i > 0 && Checks[i-1].ID >= check.ID {
			t.Errorf("%s does not sort after %s", check.ID, Checks[i-1].ID)
		}
		for _, id := range append(strings.Fields(check.Formerly), check.ID) {
			if owner[id] != "" {
				t.Errorf("%s is an id of both %s and %s", id, owner[id], check.Path)
			}
			owner[id] = check.Path
		}
	}
}

func TestAliasesAreThere(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpus/*/catalogue.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the catalogues of other tools are not here")
	}
	known := map[string]map[string]bool{}
	for _, file := range files {
		known[filepath.Base(filepath.Dir(file))] = catalogue(t, file)
	}
	each(t, func(t *testing.T, check *checks.Entry) {
		for tool, ids := range check.Aliases.Each {
			if known[tool] == nil {
				continue
			}
			for _, id := range ids {
				if !known[tool][id] {
					t.Errorf("%s has no check %s", tool, id)
				}
			}
			if len(slices.Compact(slices.Sorted(slices.Values(ids)))) < len(ids) {
				t.Errorf("ids of %s are repeated", tool)
			}
		}
	})
}

// catalogue returns all ids in a file of one tool.
func catalogue(t *testing.T, file string) map[string]bool {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ids := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var entry struct {
			Check   string
			Aliases []string
		}
		if err := json.Unmarshal(lines.Bytes(), &entry); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, id := range append(entry.Aliases, entry.Check) {
			ids[id] = true
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestFind(t *testing.T) {
	key, volume := "aws-ebs-volume-key-unused", "aws-ebs-volume-unencrypted"
	root, extra := "aws-ec2-root-volume-unencrypted", "aws-ec2-extra-volume-unencrypted"
	for name, want := range map[string][]string{
		volume:          {volume},
		"AVD-AWS-0026":  {key, volume},
		"AWS-0026":      {key, volume},
		"ckv_aws_3":     {key, volume},
		"CKV_AWS_8":     {extra, root},
		"CKV_AWS_99999": nil,
		"":              nil,
	} {
		var got []string
		for _, check := range Find(name) {
			got = append(got, check.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Find(%q) is %q, want %q", name, got, want)
		}
	}
}

// A name that a check had leads to it, and to nothing else.
func TestFindByFormerID(t *testing.T) {
	all := Checks
	defer func() { Checks = all }()
	Checks = []checks.Entry{
		{ID: "a", Check: &checks.Check{Formerly: "b older", Aliases: checks.Aliases{Checkov: "x"}}},
		{ID: "b", Check: &checks.Check{Aliases: checks.Aliases{Checkov: "older"}}},
	}
	for name, want := range map[string]string{"older": "a", "b": "b", "X": "a"} {
		if found := Find(name); len(found) != 1 || found[0].ID != want {
			t.Errorf("Find(%q) is %v, want %s", name, found, want)
		}
	}
}
