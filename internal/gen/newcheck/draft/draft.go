// Package draft writes the files of a new check so that they compile. The
// tests fail until every gap is filled.
package draft

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"go/format"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/lintel-iac/lintel/internal/gen/checks/list"
)

var (
	//go:embed check.go.tmpl
	checkText string
	//go:embed examples.txtar.tmpl
	examplesText string
)

// acronyms are words of faults that Go writes in capitals.
var acronyms = []string{
	"acl", "ami", "api", "arn", "cidr", "cmk", "db", "dns", "ebs", "ecr", "ecs", "efs", "eks", "http", "https", "iam", "id",
	"ip", "kms", "mfa", "rdp", "rds", "s3", "sns", "sql", "sqs", "ssh", "ssl", "tls", "url", "vpc", "waf",
}

// Write makes the two files below a folder and returns their names. It never
// overwrites.
func Write(checks, name string) (written []string, err error) {
	if err := list.CheckPath(name); err != nil {
		return nil, err
	}
	code, examples, err := files(name)
	if err != nil {
		return nil, err
	}
	base := filepath.Join(checks, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(base), 0o755); err != nil {
		return nil, err
	}
	if err := create(base+".go", code); err != nil {
		return nil, err
	}
	if err := create(base+".txtar", examples); err != nil {
		return nil, errors.Join(err, os.Remove(base+".go"))
	}
	return []string{base + ".go", base + ".txtar"}, nil
}

func create(file string, text []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(text); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func files(name string) (code, examples []byte, err error) {
	folder, fault := path.Dir(name), path.Base(name)
	data := struct{ Package, Variable, Type string }{
		Package:  path.Base(folder),
		Variable: variable(fault),
		Type:     strings.ReplaceAll(folder, "/", "_") + "_" + strings.Split(fault, "_")[0],
	}
	code, err = fill(checkText, data)
	if err != nil {
		return nil, nil, err
	}
	if code, err = format.Source(code); err != nil {
		return nil, nil, fmt.Errorf("%s.go: %w", name, err)
	}
	examples, err = fill(examplesText, data)
	return code, examples, err
}

func fill(text string, data any) ([]byte, error) {
	t, err := template.New("").Parse(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, data)
	return b.Bytes(), err
}

// variable is the name in Go of a fault: "VolumeUnencrypted", "PublicACL".
func variable(fault string) string {
	var name strings.Builder
	for word := range strings.SplitSeq(fault, "_") {
		if singular := strings.TrimSuffix(word, "s"); slices.Contains(acronyms, word) {
			word = strings.ToUpper(word)
		} else if slices.Contains(acronyms, singular) {
			word = strings.ToUpper(singular) + "s"
		}
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}
