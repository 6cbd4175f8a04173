package snapshot_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

func TestRedact(t *testing.T) {
	const text = head +
		`{"resource":{"type":"AWS::EC2::SecurityGroup","id":"sg-0123456789","arn":"arn:aws:ec2:r:111122223333:security-group/sg-0123456789","document":{"GroupName":"default","SecurityGroupIngress":[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"},{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"198.51.100.7/32"}],"Tags":[{"Key":"owner","Value":"acme"}]}}}` + "\n" +
		`{"resource":{"type":"AWS::S3::Bucket","id":"acme-payroll","document":{"BucketName":"acme-payroll","LoggingConfiguration":{"DestinationBucketName":"acme-payroll"}}}}` + "\n" +
		`{"resource":{"type":"AWS::EC2::Instance","id":"i-0123456789","document":{"SecurityGroupIds":["sg-0123456789"],"IamInstanceProfile":"arn:aws:iam::aws:policy/AdministratorAccess"}}}` + "\n" +
		`{"resource":{"type":"AWS::ECS::Cluster","id":"arn:aws:ecs:r:111122223333:cluster/acme-shop","document":{}}}` + "\n" +
		`{"resource":{"type":"AWS::WAFv2::WebACLAssociation","id":"arn:aws:wafv2:r:111122223333:regional/webacl/acme/1|arn:aws:apigateway:r::/restapis/acme/stages/acme","document":{}}}` + "\n" +
		`{"resource":{"type":"aws_kms_alias","id":"alias/aws/ebs","document":{"name":"alias/aws/ebs","target_key_id":"1234abcd"}}}` + "\n" +
		`{"resource":{"type":"AWS::EC2::Volume","id":"vol-0123456789","document":{"KmsKeyId":"arn:aws:kms:r:111122223333:key/1234abcd"}}}` + "\n" +
		`{"unit":{"account":"111122223333","region":"r","read":"x","types":["aws_kms_alias"],"state":"complete","resources":7}}` + "\n"
	var out bytes.Buffer
	if err := snapshot.Redact(strings.NewReader(text), &out); err != nil {
		t.Fatal(err)
	}
	scope := scopeOf(t, out.String())
	bucket := scope.OfType("aws_s3_bucket")[0]
	name, to := bucket.At("bucket"), scope.OfType("aws_s3_bucket_logging")[0].At("target_bucket")
	if !model.Same(name, to) {
		t.Errorf("one name has become %v and %v", name, to)
	}
	if !strings.HasSuffix(scope.OfType("aws_instance")[0].At("iam_instance_profile").String(), "AdministratorAccess") {
		t.Error("what the platform calls things is another now")
	}
	if key := scope.OfType("aws_ebs_volume")[0].At("kms_key_id"); key.State != model.Absent {
		t.Errorf("the platform's own key is taken for %v", key)
	}
	var cidrs []string
	for cidr := range scope.OfType("aws_security_group")[0].Each("ingress.cidr_blocks") {
		cidrs = append(cidrs, cidr.String())
	}
	if len(cidrs) != 2 || cidrs[0] != "0.0.0.0/0" || cidrs[1] == "198.51.100.7/32" {
		t.Errorf("the sources are %v", cidrs)
	}
	err := snapshot.Each(&out, func(u snapshot.Unit, resources []snapshot.Resource) {
		for _, r := range resources {
			for _, told := range []string{"acme", "111122223333", "0123456789", "198.51.100.7"} {
				if strings.Contains(r.ID+r.ARN+u.Account+string(r.Document), told) {
					t.Errorf("%s is still told: %s %s %s", told, r.ID, r.ARN, r.Document)
				}
			}
		}
	})
	if err != nil {
		t.Error(err)
	}
}
