package snapshot_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

const head = `{"head":{"format":"lintel-snapshot","version":1}}` + "\n"

// written is a snapshot with a volume and a list that was denied.
func written(t testing.TB) []byte {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	denied := &snapshot.Gap{State: snapshot.Denied, Action: "ec2:DescribeVpcs"}
	for _, err := range []error{
		w.Head(snapshot.Head{Tool: "test"}),
		w.Unit(snapshot.Unit{Account: "1", Region: "r", Read: "ec2:DescribeVolumes", State: snapshot.Complete}, []snapshot.Resource{{
			Type: "AWS::EC2::Volume", ID: "vol-1", Document: []byte(`{"Size":10,"State":"in-use"}`),
			Unknown: map[string]snapshot.Gap{"Encrypted": {State: snapshot.Failed, Action: "ec2:DescribeVolumes", Detail: "Throttling"}},
		}}),
		w.Unit(snapshot.Unit{Account: "1", Region: "r", Read: "ec2:DescribeVpcs", Types: []string{"AWS::EC2::VPC"}, State: snapshot.Denied, Gap: denied}, nil),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return text.Bytes()
}

func scopeOf(t *testing.T, text string) *model.Scope {
	t.Helper()
	contents, diags, err := snapshot.Read(strings.NewReader(text), "a.snapshot.gz")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	scope, diags := snapshot.Scope(contents.Parts[0])
	if len(diags) > 0 {
		t.Error(diags)
	}
	return scope
}

func TestScope(t *testing.T) {
	scope := scopeOf(t, string(written(t)))
	volume := scope.OfType("aws_ebs_volume")[0]
	if got := volume.At("encrypted"); got.State != model.Unknown || got.Why.Reason != "ec2:DescribeVolumes failed: Throttling" {
		t.Errorf("encrypted is %v, for %+v", got, got.Why)
	}
	if got := volume.At("size"); got.Data != 10.0 || got.Origin.Range.Start.Line != 2 {
		t.Errorf("size is %v at %v", got, got.Origin)
	}
	if got := volume.At("kms_key_id"); got.State != model.Absent {
		t.Errorf("kms_key_id is %v", got)
	}
	if vpc := scope.OfType("aws_vpc"); len(vpc) != 1 || !vpc[0].Unseen() {
		t.Errorf("VPCs, which nobody saw, are %v", vpc)
	}
}

// What one resource names in another is a reference, as in code.
func TestReferences(t *testing.T) {
	scope := scopeOf(t, head+
		`{"resource":{"type":"AWS::EC2::SecurityGroup","as":"aws_default_security_group","id":"sg-0123456789","document":{"GroupName":"default"}}}`+"\n"+
		`{"resource":{"type":"AWS::EC2::Instance","id":"i-0123456789","document":{"SecurityGroupIds":["sg-0123456789"]}}}`+"\n"+
		`{"unit":{"account":"1","region":"r","read":"x","state":"complete","resources":2}}`+"\n")
	instance := scope.OfType("aws_instance")[0]
	for ref := range instance.RefsAt("vpc_security_group_ids") {
		if target := scope.Resource(ref.To); target != nil && target.Type == "aws_default_security_group" {
			return
		}
	}
	t.Errorf("the instance has the references %v", instance.Refs)
}

// What has no place in the document of its owner finds it by name.
func TestCompanionsFindTheirOwners(t *testing.T) {
	scope := scopeOf(t, head+
		`{"resource":{"type":"AWS::SQS::Queue","id":"https://sqs.r.amazonaws.com/1/orders","document":{"QueueName":"orders"}}}`+"\n"+
		`{"resource":{"type":"aws_sqs_queue_policy","id":"https://sqs.r.amazonaws.com/1/orders","document":{"queue_url":"https://sqs.r.amazonaws.com/1/orders","policy":"{}"}}}`+"\n"+
		`{"resource":{"type":"AWS::SNS::Topic","id":"arn:aws:sns:r:1:orders","document":{"TopicName":"orders"}}}`+"\n"+
		`{"resource":{"type":"aws_sns_topic_policy","id":"arn:aws:sns:r:1:orders","document":{"arn":"arn:aws:sns:r:1:orders","policy":"{}"}}}`+"\n"+
		`{"unit":{"account":"1","region":"r","read":"x","state":"complete","resources":4}}`+"\n")
	graft.Fold(scope)
	for _, policy := range []string{"aws_sqs_queue_policy", "aws_sns_topic_policy"} {
		if found := scope.OfType(policy); len(found) != 1 || found[0].Owner == nil {
			t.Errorf("%s has no owner", policy)
		}
	}
}

// A setting that goes by the id of what it is for takes neither its address nor what refers to it.
func TestSettingsLeaveTheirOwnersTheName(t *testing.T) {
	scope := scopeOf(t, head+
		`{"resource":{"type":"AWS::SecretsManager::RotationSchedule","id":"arn:aws:secretsmanager:r:1:secret:db","document":{"SecretId":"arn:aws:secretsmanager:r:1:secret:db"}}}`+"\n"+
		`{"resource":{"type":"AWS::SecretsManager::Secret","id":"arn:aws:secretsmanager:r:1:secret:db","arn":"arn:aws:secretsmanager:r:1:secret:db","document":{"Name":"db"}}}`+"\n"+
		`{"resource":{"type":"aws_networkfirewall_logging_configuration","id":"arn:aws:network-firewall:r:1:firewall/edge","document":{"firewall_arn":"arn:aws:network-firewall:r:1:firewall/edge"}}}`+"\n"+
		`{"resource":{"type":"aws_networkfirewall_firewall","id":"arn:aws:network-firewall:r:1:firewall/edge","arn":"arn:aws:network-firewall:r:1:firewall/edge","document":{"name":"edge"}}}`+"\n"+
		`{"unit":{"account":"1","region":"r","read":"x","state":"complete","resources":4}}`+"\n")
	graft.Fold(scope)
	for setting, owner := range map[string]string{
		"aws_secretsmanager_secret_rotation":        "aws_secretsmanager_secret",
		"aws_networkfirewall_logging_configuration": "aws_networkfirewall_firewall",
	} {
		of, settings := scope.OfType(owner), scope.OfType(setting)
		if len(of) != 1 || len(settings) != 1 || settings[0].Owner != of[0] || !strings.HasPrefix(of[0].Address, "arn:") {
			t.Errorf("%v are settings of %v", settings, of)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, text := range []string{"", "{}", "null", `{"head":{"format":"other","version":1}}`, `{"head":{"format":"lintel-snapshot","version":2}}`, "\x1f\x8bno gzip"} {
		if _, _, err := snapshot.Read(strings.NewReader(text), "x"); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}

// What is broken costs no more than itself, and is said.
func TestReadSaysWhatIsBroken(t *testing.T) {
	unit := `{"unit":{"account":"1","region":"r","read":"x","state":"complete"}}` + "\n"
	for name, text := range map[string]string{
		"a line that is no JSON":    head + "{\n" + unit,
		"a unit that never came":    head + unit + `{"resource":{"type":"AWS::EC2::Volume","id":"v","document":{}}}` + "\n",
		"a plan that was not kept":  head + `{"plan":{"account":"1","region":"r","reads":[{"read":"y","types":["AWS::EC2::VPC"]}]}}` + "\n",
		"a text that was cut short": string(written(t)[:len(written(t))-10]),
	} {
		_, diags, err := snapshot.Read(strings.NewReader(text), "x")
		if err != nil || !diags.HasErrors() {
			t.Errorf("%s: %v, %v", name, diags, err)
		}
	}
}

// No input makes the reader panic, nor what works on its scopes.
func FuzzRead(f *testing.F) {
	f.Add(written(f))
	if z, err := gzip.NewReader(bytes.NewReader(written(f))); err == nil {
		plain, _ := io.ReadAll(z)
		f.Add(plain)
	}
	f.Add([]byte(head + `{"resource":{"type":"aws_x","id":"","document":{"a":[1,{"b":null}]},"unknown":{"a.b":{"state":"denied"},"":{}}}}` + "\n" +
		`{"unit":{"account":"","region":"","read":"","types":["aws_x","AWS::S3::Bucket"],"state":"failed"}}`))
	f.Fuzz(func(_ *testing.T, text []byte) {
		snapshot.Is(text)
		contents, _, err := snapshot.Read(bytes.NewReader(text), "x")
		if err != nil {
			return
		}
		snapshot.Join(contents.Gaps())
		for _, part := range contents.Parts {
			scope, _ := snapshot.Scope(part)
			graft.Fold(scope)
		}
	})
}
