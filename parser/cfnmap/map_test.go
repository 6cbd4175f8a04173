package cfnmap

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

const cases = "testdata/map.txtar"

func TestMap(t *testing.T) {
	archive, err := txtar.ParseFile(cases)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		in, want := archive.Files[i], &archive.Files[i+1]
		typ, properties, _ := strings.Cut(string(in.Data), " ")
		d := document(t, typ, properties)
		var diags diag.List
		d.Properties, diags = Meant(d.Type, d.Address, d.Properties)
		made, _ := Map(d)
		got := text(t, made)
		for _, d := range diags {
			got += d.String() + "\n"
		}
		if *update {
			want.Data = []byte(got)
		} else if got != string(want.Data) {
			t.Errorf("%s becomes\n%swant\n%s", in.Name, got, want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(cases, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Values keep their places and names, and know the resource they are in now.
func TestOrigins(t *testing.T) {
	made, _ := Map(document(t, "AWS::S3::Bucket", `{"Tags":[{"Key":"a","Value":"b"}],"VersioningConfiguration":{"Status":"Enabled"},
		"BucketEncryption":{"if":[{"ServerSideEncryptionConfiguration":[{"BucketKeyEnabled":true}]},{"none":0}]}}`))
	for _, r := range made {
		visit(r.Body, func(v model.Value) {
			if v.Origin.Resource != r || v.Origin.File != "t.yaml" {
				t.Errorf("a value of %s says it is in %+v", r.Address, v.Origin)
			}
		})
		if r.Location.File != "t.yaml" || r.Names == nil || r.Mode != model.Managed {
			t.Errorf("%s is %+v", r.Address, r)
		}
	}
	if got := made[1].At("versioning_configuration.status").Origin.Name; got != "VersioningConfiguration.Status" {
		t.Errorf("the status is called %s", got)
	}
}

func visit(v model.Value, do func(model.Value)) {
	if v.State == model.Absent {
		return
	}
	do(v)
	for e := range v.Elements() {
		members, _ := e.Data.(model.Members)
		for _, m := range members.All() {
			visit(m, do)
		}
	}
}

// What a structure means stays beside its text, known or not.
func TestStructureBesideText(t *testing.T) {
	for _, statement := range []string{`{"Effect":"Allow"}`, `{"Effect":"Allow","Resource":{"?":"B.Arn"}}`} {
		made, _ := Map(document(t, "AWS::S3::BucketPolicy", `{"PolicyDocument":{"Statement":[`+statement+`]}}`))
		policy := made[0].At("policy")
		if policy.Doc == nil || policy.Doc.At("Statement.Effect").Is("Allow") != model.Yes {
			t.Errorf("the policy with %s is %+v", statement, policy)
		}
		if policy.Doc.At("Statement.Effect").Origin.Resource != made[0] {
			t.Error("the statement is not in the policy")
		}
	}
}

// A document that others hold, too, stays as it is.
func TestDocumentStays(t *testing.T) {
	d := document(t, "AWS::IAM::Role", `{"AssumeRolePolicyDocument":{"Statement":[{"Principal":{"?":"R.Arn"}}]},"Tags":[{"Key":"a","Value":"b"}]}`)
	before := text(t, []*model.Resource{{Body: d.Properties}})
	d.TypeOf = func(string) string { return "AWS::IAM::Role" }
	Map(d)
	if after := text(t, []*model.Resource{{Body: d.Properties}}); before != after {
		t.Errorf("%s has become %s", before, after)
	}
}

// With the types of what is referred to, references and keys are in Terraform's words.
func TestReferencesInWords(t *testing.T) {
	d := document(t, "AWS::Lambda::Function", `{"Role":{"?":"R.Arn"},"KmsKeyArn":{"?":"K"},"Handler":{"?":"Param"}}`)
	d.TypeOf = func(address string) string {
		return map[string]string{"R": "AWS::IAM::Role", "K": "AWS::KMS::Key"}[address]
	}
	made, _ := Map(d)
	for path, want := range map[string]string{"role": "aws_iam_role.R.arn", "kms_key_arn": "aws_kms_key.K.key_id", "handler": "Param"} {
		if got := made[0].At(path).Why.Key; got != want {
			t.Errorf("%s has the key %s, want %s", path, got, want)
		}
	}
	for ref := range made[0].RefsAt("role") {
		if ref.Attr != "arn" || ref.To != "R" || !ref.Exact {
			t.Errorf("the role refers by %+v", ref)
		}
	}
	for _, c := range [][3]string{
		{"AWS::S3::Bucket", "", "bucket"}, {"AWS::S3::Bucket", "Arn", "arn"}, {"AWS::EC2::VPC", "", "id"},
		{"AWS::RDS::DBInstance", "Endpoint.Address", "endpoint"}, {"AWS::Made::Up", "Arn", "Arn"}, {"AWS::EC2::VPC", "Ipv6CidrBlocks", "ipv6_cidr_blocks"},
	} {
		if got := Attribute(c[0], c[1]); got != c[2] {
			t.Errorf("%s of %s is %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

// Two elements of a list become two companions, each with its own reference.
func TestEachHasItsReference(t *testing.T) {
	made, _ := Map(document(t, "AWS::SQS::QueuePolicy", `{"PolicyDocument":{},"Queues":[{"?":"Q"},{"?":"R"}]}`))
	var to []string
	for _, r := range made {
		for ref := range r.RefsAt("queue_url") {
			to = append(to, r.Address+" "+ref.To)
		}
	}
	if got := strings.Join(to, ", "); got != "Main Q, Main.Queues[1] R" {
		t.Error(got)
	}
}

func BenchmarkMap(b *testing.B) {
	archive, err := txtar.ParseFile(cases)
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range archive.Files {
		name, ok := strings.CutSuffix(file.Name, ".json")
		if !ok {
			continue
		}
		typ, properties, _ := bytes.Cut(file.Data, []byte(" "))
		d := document(b, string(typ), string(properties))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			made := 0
			for b.Loop() {
				resources, _ := Map(d)
				made = len(resources)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*made), "ns/resource")
		})
	}
}
