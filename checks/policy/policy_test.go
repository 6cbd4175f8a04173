package policy

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

const volume = "# METADATA\n# title: Fault\n# custom:\n#   types: [aws_ebs_volume]\npackage acme.volume\n\ndeny contains \"size\" if input.resource.attributes.size in data.acme.sizes\n"

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func load(files map[string]string) (*Set, string) {
	set, diags := Load(Source{Name: "p", FS: folder(files)})
	var said []string
	for _, d := range diags {
		said = append(said, d.String())
	}
	return set, strings.Join(said, "\n")
}

func TestFaults(t *testing.T) {
	const about = "id: acme-x\ntitle: Fault\n"
	for _, test := range []struct{ name, file, text, want string }{
		{"nothing", "README.md", "", "no policy was found"},
		{"no YAML", "x.yaml", "a: [", "p/x.yaml:1: error: this is no policy in YAML"},
		{"unknown key", "x.yaml", about + "requires: {}", `p/x.yaml:3: error: unknown annotation "requires"; did you mean "require"?`},
		{"having", "x.yaml", about + "having: [tags]", `unknown annotation "having"`},
		{"no question", "x.yaml", about, "p/x.yaml:1: error: the policy asks nothing"},
		{"no id", "x.yaml", "title: Fault\nrequire: {type: aws_ebs_volume, path: encrypted, equals: true}", "p/x.yaml:1: error: the policy has no id"},
		{"id of other letters", "x.yaml", "id: Acme_X\ntitle: Fault\nrequire: {type: aws_ebs_volume, path: encrypted, equals: true}", `"Acme_X" is no id`},
		{"two policies", "x.yaml", about + "require: {type: aws_ebs_volume, path: encrypted, equals: true}\n---\n" + about, "another document follows"},
		{"no companion", "x.yaml", about + "require: {type: aws_s3_bucket, companion: aws_s3_bucket_acl, path: versioning.mfa, equals: true}", "aws_s3_bucket_acl is not what is folded onto aws_s3_bucket at versioning"},
		{"misspelt type", "x.yaml", about + "require: {type: aws_ebs_volum, path: encrypted, equals: true}", `p/x.yaml:3: error: there is no resource type "aws_ebs_volum"; did you mean "aws_ebs_volume"?`},
		{"misspelt path", "x.yaml", about + "require:\n  type: aws_ebs_volume\n  path: encryptd\n  equals: true", `p/x.yaml:5: error: aws_ebs_volume has no encryptd; did you mean "encrypted"?`},
		{"misspelt condition", "x.yaml", about + "require: {type: aws_ebs_volume, path: encrypted, equal: true}", `unknown annotation "equal"; did you mean "equals"?`},
		{"two conditions", "x.yaml", about + "require: {type: aws_ebs_volume, path: size, at_least: 1, equals: 2}", "one condition is asked at a time"},
		{"two questions", "x.yaml", about + "require: {type: aws_ebs_volume, path: size, at_least: 1}\nforbid: {type: aws_ebs_volume, path: size, equals: 2}", "one question is asked at a time"},
		{"no path", "x.yaml", about + "require: {type: aws_ebs_volume, equals: true}", "say of which type, and at which path"},
		{"no number", "x.yaml", about + "require: {type: aws_ebs_volume, path: size, at_least: many}", "a number is wanted here"},
		{"secret", "x.yaml", about + "forbid: {type: aws_db_instance, path: password, equals: changeme}", "password is a secret"},
		{"data", "data.yaml", "- a\n", "p/data.yaml:1: error: data is a mapping"},
		{"two data", "data.yaml", "a: 1\n---\nb: 2\n", "p/data.yaml:1: error: this is no JSON or YAML: another document follows"},
		{"manifest", ".manifest", `{"roots": ["other"]}`, "acme/volume.rego lies outside of the roots"},
		{"manifest of more", ".manifest", `{"signatures": []}`, "the manifest cannot be read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{test.file: test.text}
			if test.file == "data.yaml" || test.file == ".manifest" {
				files["acme/volume.rego"], files["acme/data.json"] = volume, `{"sizes": [1]}`
			}
			_, said := load(files)
			if !strings.Contains(said, test.want) {
				t.Errorf("got\n%s\nwant\n%s", said, test.want)
			}
		})
	}
}

func TestIDsAreUnique(t *testing.T) {
	form := "id: acme-volume\ntitle: Fault\nrequire: {type: aws_ebs_volume, path: encrypted, equals: true}"
	if _, said := load(map[string]string{"a/volume.rego": volume, "a/data.yaml": "sizes: [1]", "b.yaml": form}); !strings.Contains(said, "acme-volume is the id of") {
		t.Errorf("got %s", said)
	}
}

// The data beside a policy are the same, from wherever the policy is loaded.
func TestDataBelongToThePackageBesideThem(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"folder of the package": {"volume.rego": volume, "data.yaml": "sizes: [1]"},
		"folder above":          {"acme/volume.rego": volume, "acme/data.json": `{"sizes": [1]}`},
		"OPA's bundles":         {"rules/volume.rego": volume, "acme/data.yml": "sizes: [1]"},
	} {
		if set, said := load(files); said != "" || len(set.Policies) != 1 || set.Policies[0].ID != "acme-volume" {
			t.Errorf("%s: %d policies, %s", name, len(set.Policies), said)
		}
	}
}

// What YAML knows and JSON does not is the text that its author wrote.
func TestDataAreThoseOfJSON(t *testing.T) {
	const test = "package acme.volume_test\n\ntest_data if {\n\tdata.acme.until == \"2030-01-31\"\n\tdata.acme.at == \"2030-01-31T12:00:00Z\"\n\tdata.acme.most == \"+Inf\"\n\tdata.acme.of[\"1\"] == 2\n}\n"
	set, said := load(map[string]string{
		"volume.rego": volume, "volume_test.rego": test, "data.yaml": "sizes: [1]\nuntil: 2030-01-31\nat: 2030-01-31T12:00:00Z\nmost: .inf\nof: {1: 2}\n",
	})
	if said != "" {
		t.Fatal(said)
	}
	for _, result := range set.Library.Test(context.Background()) {
		if result.Fault != "" {
			t.Error(result)
		}
	}
}

// A bundle is the folder that it was made of.
func TestBundle(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("p/acme/volume.rego", volume)
	write("p/acme/data.yaml", "sizes: [1]")
	write("p/.manifest", `{"revision": "1", "roots": ["acme"]}`)
	write("p.tar.gz", packed(t, map[string]string{
		"./acme/volume.rego": volume, "./acme/data.yaml": "sizes: [1]", "./.manifest": `{"revision": "1", "roots": ["acme"]}`,
	}))
	open := func(name string) (Source, string) {
		t.Helper()
		source, err := Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		digest, err := Digest(source)
		if err != nil {
			t.Fatal(err)
		}
		return source, digest
	}
	_, ofFolder := open("p")
	source, ofBundle := open("p.tar.gz")
	if ofFolder != ofBundle {
		t.Errorf("the digest of the folder is %s, that of its bundle %s", ofFolder, ofBundle)
	}
	if set, diags := Load(source); len(diags) > 0 || len(set.Policies) != 1 {
		t.Errorf("%d policies, %v", len(set.Policies), diags)
	}
	if _, pinned := open("p.tar.gz@" + ofBundle); pinned != ofBundle {
		t.Errorf("pinned, the digest is %s", pinned)
	}
	if _, err := Open(filepath.Join(dir, "p@sha256:")); err == nil {
		t.Error("an empty digest is that of anything")
	}
	write("p/acme/data.yaml", "sizes: [2]")
	if _, err := Open(filepath.Join(dir, "p@"+ofBundle)); err == nil || !strings.Contains(err.Error(), "is not what was pinned") {
		t.Errorf("got %v of a folder that was changed", err)
	}
	write("bad.tar.gz", packed(t, map[string]string{"../x.rego": volume}))
	write("text.tar.gz", "no archive")
	for name, want := range map[string]string{"bad.tar.gz": "leads out of it", "text.tar.gz": "is no bundle", "none": "cannot read", "p/.manifest": "holds no policies"} {
		if _, err := Open(filepath.Join(dir, name)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
	}
}

func packed(t *testing.T, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	archive := tar.NewWriter(zipped)
	for _, name := range sortedKeys(files) {
		if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(files[name]))}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
