package scan

import "testing"

// A template that another nests is read with that one; what one exports, another
// imports; and what is only named like a template is counted.
func TestTemplates(t *testing.T) {
	const volume = "Resources:\n  V:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: "
	src := map[string]string{
		"app/main.yaml":      "Resources:\n  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../parts/inner.yaml}}\n",
		"parts/inner.yaml":   volume + "false\n",
		"flags.json":         `{"Resources": {}, "Outputs": {"F": {"Value": "false", "Export": {"Name": "flag"}}}, "AWSTemplateFormatVersion": "2010-09-09", "Description": "A::B"}`,
		"importer.template":  volume + "!ImportValue flag\n",
		"broken.cfn.yaml":    "just: text\n",
		"kubernetes.yaml":    "kind: Pod\n",
		"excluded/main.yaml": volume + "false\n",
	}
	r := scanned(t, src, Options{Exclude: []string{"excluded"}})
	expect(t, told(r),
		"importer.template:5 aws-ebs-volume-unencrypted fail V",
		"parts/inner.yaml:5 aws-ebs-volume-unencrypted fail Inner/V")
	if r.Summary.Roots != 3 || r.Summary.Skipped["cloudformation"] != 1 {
		t.Errorf("the summary is %+v", r.Summary)
	}
	r = scanned(t, src, Options{Paths: []string{"parts/inner.yaml"}})
	expect(t, told(r), "inner.yaml:5 aws-ebs-volume-unencrypted fail V")
}
