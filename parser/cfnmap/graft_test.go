package cfnmap

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/model/view"
)

// scopeOf maps documents into one scope, as a template's reader does, and grafts it.
func scopeOf(t *testing.T, documents ...Document) *model.Scope {
	t.Helper()
	s := &model.Scope{Root: "t.yaml", Format: model.CloudFormation}
	for _, d := range documents {
		made, _ := Map(d)
		for _, r := range made {
			s.Add(r)
		}
	}
	if diags := graft.Fold(s); len(diags) > 0 {
		t.Errorf("%v", diags)
	}
	return s
}

func named(address string, d Document) Document {
	d.Address, d.Block = address, address
	return d
}

// Companions find their owner, those that one document makes and those that are documents of their own.
func TestCompanionsAreFolded(t *testing.T) {
	s := scopeOf(t,
		named("B", document(t, "AWS::S3::Bucket", `{"VersioningConfiguration":{"Status":"Enabled"},"PublicAccessBlockConfiguration":{"BlockPublicAcls":true},
			"BucketEncryption":{"if":[{"ServerSideEncryptionConfiguration":[{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"}}]},{"none":0}]}}`)),
		named("P", document(t, "AWS::S3::BucketPolicy", `{"Bucket":{"?":"B"},"PolicyDocument":{"Statement":[{"Effect":"Allow"}]}}`)),
		named("Q", document(t, "AWS::SQS::Queue", `{}`)),
		named("R", document(t, "AWS::SQS::QueuePolicy", `{"Queues":[{"?":"Q"}],"PolicyDocument":{"Statement":[]}}`)),
		named("K", document(t, "AWS::KMS::Key", `{"KeyPolicy":{"Statement":[]}}`)),
		named("U", document(t, "AWS::IAM::User", `{"ManagedPolicyArns":["a"]}`)),
		named("V", document(t, "AWS::IAM::Policy", `{"Users":[{"?":"U"}],"PolicyDocument":{"Statement":[]}}`)),
	)
	for _, c := range []struct {
		address, path string
		want          model.Truth
	}{
		{"B", "versioning.versioning_configuration.status", s.Resource("B").At("versioning.versioning_configuration.status").Is("Enabled")},
		{"B", "public_access_block.block_public_acls", model.Yes},
		{"B", "public_access_block.ignore_public_acls", model.No},
		{"B", "policy.policy", model.Yes},
		{"Q", "policy.policy", model.Yes},
		{"K", "policy.policy", model.Yes},
		{"U", "policy.policy", model.Yes},
		{"U", "policy_attachment.policy_arn", model.Yes},
		{"B", "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm", model.Maybe},
	} {
		if got := s.Resource(c.address).At(c.path).IsSet(); got != c.want {
			t.Errorf("%s of %s is set: %v, want %v", c.path, c.address, got, c.want)
		}
	}
	if owner := s.Resource("P").Owner; owner != s.Resource("B") {
		t.Errorf("the policy is owned by %v", owner)
	}
}

// A group without egress rules lets everything out, until one is written somewhere.
func TestDefaultEgress(t *testing.T) {
	s := scopeOf(t,
		named("Open", document(t, "AWS::EC2::SecurityGroup", `{}`)),
		named("Shut", document(t, "AWS::EC2::SecurityGroup", `{}`)),
		named("Rule", document(t, "AWS::EC2::SecurityGroupEgress", `{"GroupId":{"?":"Shut.GroupId"},"IpProtocol":"tcp","FromPort":443,"ToPort":443,"CidrIp":"10.0.0.0/8"}`)),
		named("Ingress", document(t, "AWS::EC2::SecurityGroupIngress", `{"GroupId":{"?":"Open.GroupId"},"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}`)),
	)
	for address, want := range map[string]string{"Open": "0.0.0.0/0", "Shut": "10.0.0.0/8"} {
		var got string
		for rule := range view.Egress(s.Resource(address)) {
			got += rule.Source.String()
		}
		if got != want {
			t.Errorf("%s lets out to %s, want %s", address, got, want)
		}
	}
	for rule := range view.Ingress(s.Resource("Open")) {
		if rule.Admits(22) != model.Yes || rule.Source.Origin.Name != "CidrIp" {
			t.Errorf("the group lets in by %+v", rule)
		}
	}
}
