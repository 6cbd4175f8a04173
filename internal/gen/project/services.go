package project

import (
	"bytes"
	"fmt"
)

// TemplateResources is how many resources each of Templates' has.
const TemplateResources = 8

// Templates writes n CloudFormation templates of one service each.
func Templates(dir string, n int) error {
	return writeServices(dir, n, "service.yaml.tmpl", func(i int, name string) string {
		return fmt.Sprintf("team-%02d/%s.yaml", i/50, name)
	})
}

// Dockerfiles writes n Dockerfiles of one service each.
func Dockerfiles(dir string, n int) error {
	return writeServices(dir, n, "Dockerfile.tmpl", func(_ int, name string) string { return name + "/Dockerfile" })
}

// writeServices writes one file for each of n services.
func writeServices(dir string, n int, stanza string, path func(i int, name string) string) error {
	p := &project{dir: dir}
	for i := range n {
		service := named(fmt.Sprintf("service-%04d", i), i)
		service.Bad = i%faultEvery == 0
		var text bytes.Buffer
		if err := stanzas.ExecuteTemplate(&text, stanza, service); err != nil {
			return err
		}
		f := &file{}
		f.add(text.Bytes())
		if err := p.write(path(i, service.Label), f); err != nil {
			return err
		}
	}
	return nil
}
