package cloudformation_test

import (
	"testing"

	"github.com/lintel-iac/lintel/parser/cloudformation"
)

func TestIsTemplate(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"a.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n", true},
		{"a.yml", "---\n# c\nDescription: x\nResources:\n  B: {Type: 'Custom::Thing'}\n", true},
		{"a.template", "\"Resources\":\n  B:\n    \"Type\": \"Alexa::ASK::Skill\"\n", true},
		{"a.cfn", "Resources:\n  B:\n    Type: Org::Service::Thing\n", true},
		{"a.yaml", "Transform: AWS::Serverless-2016-10-31\nGlobals: {}\n", true},
		{"a.json", "\xef\xbb\xbf {\"Description\": \"{\\\"\", \"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\"}}}", true},
		{"a.json", `{"Metadata": {"Resources": {}}, "AWSTemplateFormatVersion": "2010-09-09", "x": "::"}`, true},
		{"a.yaml", "{Resources: {B: {Type: AWS::S3::Bucket}}}", true},
		{"a.yaml", "# c\n---\n{Description: \"Resources\",\n Resources: {B: {Type: 'AWS::S3::Bucket'}}}", true},
		{"a.yaml", "{AWSTemplateFormatVersion: 2010-09-09, Description: 'a::b'}", true},
		{"a.yaml", "{kind: ConfigMap, data: {Resources: {B: {Type: AWS::S3::Bucket}}}}", false},
		{"a.yaml", "{Resources: [{Type: AWS::S3::Bucket}]}", false},
		{"a.yaml", "kind: ConfigMap\ndata:\n  t: |\n    Resources:\n      B:\n        Type: AWS::S3::Bucket\n", false},
		{"a.yaml", "services:\n  web:\n    image: a::b\n", false},
		{"a.yaml", "Resources:\n  - a::b\n", false},
		{"a.json", `{"Inner": {"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}}`, false},
		{"a.json", `{"Resources": [{"Type": "AWS::S3::Bucket"}]}`, false},
		{"a.tf", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n", false},
		{".hidden.yaml", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n", false},
	} {
		if got := cloudformation.IsTemplate(test.name, []byte(test.text)); got != test.want {
			t.Errorf("%s is a template: %t\n%s", test.name, got, test.text)
		}
	}
}
