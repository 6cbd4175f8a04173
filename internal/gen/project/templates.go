package project

import (
	"bytes"
	"fmt"
)

// TemplateResources is how many resources each of Templates' has.
const TemplateResources = 8

// Templates writes n CloudFormation templates of one service each.
func Templates(dir string, n int) error {
	p := &project{dir: dir}
	for i := range n {
		service := named(fmt.Sprintf("service-%04d", i), i)
		service.Bad = i%faultEvery == 0
		var text bytes.Buffer
		if err := stanzas.ExecuteTemplate(&text, "service.yaml.tmpl", service); err != nil {
			return err
		}
		f := &file{}
		f.add(text.Bytes())
		if err := p.write(fmt.Sprintf("team-%02d/%s.yaml", i/50, service.Label), f); err != nil {
			return err
		}
	}
	return nil
}
