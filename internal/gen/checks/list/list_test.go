package list

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	volume   = "package ebs\n\nvar VolumeUnencrypted = &checks.Check{}\n"
	examples = "-- bad/off.tf --\n"
)

// tree makes a file system of names and texts in turns.
func tree(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func TestFind(t *testing.T) {
	found, err := Find(tree(
		"check.go", "package checks\n\nvar Other = &Check{}\n",
		"aws/ebs/volume_unencrypted.go", volume,
		"aws/ebs/volume_unencrypted.txtar", examples,
		"aws/ebs/shared.go", "package ebs\n\nvar limit = 3\n",
		"aws/ebs/shared_test.go", "package ebs\n\nvar fake = &checks.Check{}\n",
		"aws/ebs/testdata/x.txtar", examples,
		"docker/user_root.go", "package docker\n\nvar (\n\tn        = 1\n\tUserRoot = &checks.Check{}\n)\n",
		"docker/user_root.txtar", examples,
	))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].ID() != "aws-ebs-volume-unencrypted" || found[1].Variable != "UserRoot" {
		t.Errorf("found %+v", found)
	}
}

func TestFindNothing(t *testing.T) {
	if found, err := Find(tree("check.go", "package checks\n")); err != nil || len(found) > 0 {
		t.Errorf("found %v, %v", found, err)
	}
}

// What the list would leave out, or what would not compile on every system,
// must stop the generator.
func TestFindRefuses(t *testing.T) {
	as := func(name string) string { return strings.Replace(volume, "VolumeUnencrypted", name, 1) }
	for _, test := range []struct {
		name  string
		fsys  fstest.MapFS
		fault string
	}{
		{"no examples", tree("aws/ebs/volume_unencrypted.go", volume), "the examples of VolumeUnencrypted are missing: volume_unencrypted.txtar"},
		{"no check", tree("aws/ebs/volume_unencrypted.txtar", examples), "no check lies beside these examples"},
		{"no variable", tree("aws/ebs/a.go", "package ebs\n", "aws/ebs/a.txtar", examples), "no variable that is a &checks.Check"},
		{"two", tree("aws/ebs/a.go", volume+"var A = &checks.Check{}\n", "aws/ebs/a.txtar", examples), "VolumeUnencrypted and A are two checks in one file"},
		{"called otherwise", tree("aws/ebs/volume_open.go", volume, "aws/ebs/volume_open.txtar", examples), "VolumeUnencrypted is not called like its file"},
		{"not exported", tree("aws/ebs/open.go", as("open"), "aws/ebs/open.txtar", examples), "open is not called like its file"},
		{"other package", tree("aws/ec2/volume_unencrypted.go", volume, "aws/ec2/volume_unencrypted.txtar", examples), "package ebs lies in a folder ec2"},
		{"test", tree("aws/ebs/a_test.go", volume, "aws/ebs/a_test.txtar", examples), "for a test"},
		{"system", tree("aws/ebs/runs_linux.go", as("RunsLinux"), "aws/ebs/runs_linux.txtar", examples), "one system's alone"},
		{"processor", tree("aws/ebs/runs_arm64.go", as("RunsArm64"), "aws/ebs/runs_arm64.txtar", examples), "one system's alone"},
		{"capitals", tree("aws/ebs/Open.go", as("Open"), "aws/ebs/Open.txtar", examples), "words in lower case"},
		{"folder", tree("aws/my-ebs/open.go", as("Open"), "aws/my-ebs/open.txtar", examples), "is not a word in lower case"},
		{"no folder", tree("open.go", as("Open"), "open.txtar", examples), "has no folder"},
		{"same id", tree("aws/ebs/open.go", as("Open"), "aws/ebs/open.txtar", examples,
			"aws/ebs_open.go", "package aws\n\nvar EBSOpen = &checks.Check{}\n", "aws/ebs_open.txtar", examples), "have the same id"},
		{"syntax", tree("aws/ebs/a.go", "package\n"), "aws/ebs/a.go"},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := Find(test.fsys)
			if err == nil || !strings.Contains(err.Error(), test.fault) {
				t.Errorf("found %v, %v; want %q", found, err, test.fault)
			}
		})
	}
}

// Two services of one name get the names of their providers before theirs.
func TestRender(t *testing.T) {
	found := []Check{
		{"aws/ebs/volume_unencrypted", "VolumeUnencrypted"}, {"aws/kms/key_open", "KeyOpen"},
		{"docker/user_root", "UserRoot"}, {"google/kms/key_open", "KeyOpen"},
	}
	source, err := All(found)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		`"github.com/lintel-iac/lintel/checks/aws/ebs"`,
		`googlekms "github.com/lintel-iac/lintel/checks/google/kms"`,
		`{ID: "aws-ebs-volume-unencrypted", Path: "aws/ebs/volume_unencrypted", Check: ebs.VolumeUnencrypted},`,
		`{ID: "google-kms-key-open", Path: "google/kms/key_open", Check: googlekms.KeyOpen},`,
	} {
		if !strings.Contains(string(source), "\t"+line+"\n") {
			t.Errorf("no line %s in\n%s", line, source)
		}
	}
	source, err = Examples(found)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"//go:embed aws/*/*.txtar", "//go:embed docker/*.txtar", "//go:embed google/*/*.txtar"} {
		if strings.Count(string(source), line+"\n") != 1 {
			t.Errorf("no line %s in\n%s", line, source)
		}
	}
}

// A check that is not in the list would never run.
func TestListIsUpToDate(t *testing.T) {
	found, err := Find(os.DirFS("../../../../checks"))
	if err != nil {
		t.Fatal(err)
	}
	for file, render := range map[string]func([]Check) ([]byte, error){"all/all.go": All, "examples.go": Examples} {
		want, err := render(found)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../../../../checks/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("checks/%s is out of date: run make generate", file)
		}
	}
}
