package scan

import (
	"fmt"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/all"
)

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

// Where conditions are open each outcome is judged: what holds in all is said once,
// what does not says when it holds, and a resource counts once.
func TestTemplateOutcomes(t *testing.T) {
	const text = `
Parameters: {Env: {Type: String, AllowedValues: [dev, test, prod]}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
Resources:
  V: {Type: AWS::EC2::Volume, Properties: {Encrypted: !If [IsProd, true, false]}}
  W: {Type: AWS::EC2::Volume, Properties: {Encrypted: false, Size: !If [IsProd, 2, 1]}}
  X: {Type: AWS::EC2::Volume, Condition: IsDev, Properties: {Encrypted: false}}
  Y: {Type: AWS::EC2::Volume, Condition: IsDev, Properties: {Encrypted: true}}
  Z: {Type: AWS::EC2::Volume, Properties: {Encrypted: !If [IsDev, !If [IsProd, false, true], true]}}
`
	r := scanned(t, map[string]string{"main.yaml": text}, Options{Checks: []checks.Entry{unencrypted}, Passed: true})
	var got []string
	for _, f := range r.Findings {
		got = append(got, fmt.Sprintf("%s %s: %s %v", f.Resource.Address, f.Verdict, f.Message, f.When))
	}
	expect(t, got,
		"V fail: Encrypted is false, when IsProd is false [[{IsProd false}]]",
		"W fail: Encrypted is false []",
		"X fail: Encrypted is false, when IsDev is true [[{IsDev true}]]",
		"Y pass: no fault found []",
		"Z pass: no fault found []")
	if s := r.Summary; s.Failed != 3 || s.Passed != 2 || s.Unknown != 0 || s.Resources != 5 {
		t.Errorf("the summary is %+v", s)
	}
}

// What a companion says holds where the companion is there.
func TestTemplateOutcomesOfCompanions(t *testing.T) {
	const text = `
Parameters: {Site: {Type: String}}
Conditions:
  IsSite: !Equals [!Ref Site, "yes"]
  IsPrivate: !Not [!Condition IsSite]
Resources:
  Data: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: {Status: !If [IsPrivate, Enabled, Suspended]}}}
  Policy:
    Type: AWS::S3::BucketPolicy
    Condition: IsSite
    Properties:
      Bucket: !Ref Data
      PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: !Sub "${Data.Arn}/*"}]}
`
	r := scanned(t, map[string]string{"main.yaml": text}, Options{
		Checks: all.Checks, Only: []string{"aws-s3-bucket-policy-public", "aws-s3-bucket-versioning-disabled"},
	})
	var got []string
	for _, f := range r.Findings {
		got = append(got, fmt.Sprintf("%s %s: %s", f.Resource.Address, f.Verdict, f.Message))
	}
	expect(t, got,
		"Data fail: VersioningConfiguration.Status is Suspended, when IsSite is true",
		"Data fail: everyone is allowed s3:GetObject, when IsSite is true")
}
