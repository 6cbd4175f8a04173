//go:build aws

package awslive

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// moto starts a server that answers as AWS does, or skips the test where there is none.
func moto(t *testing.T) (endpoint string) {
	t.Helper()
	program, err := exec.LookPath("moto_server")
	if err != nil {
		t.Skip(`moto_server is not here: "pipx install 'moto[server]'" gets it`)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_ = l.Close()
	server := exec.Command(program, "-H", "127.0.0.1", "-p", port)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	endpoint = "http://127.0.0.1:" + port
	for range 300 {
		if answer, err := http.Get(endpoint + "/moto-api/"); err == nil {
			_ = answer.Body.Close()
			return endpoint
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("moto_server does not answer")
	return ""
}

// signIn opens the account that moto has.
func signIn(t *testing.T, endpoint string) *Account {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_REGION": "eu-central-1",
		"AWS_CONFIG_FILE": t.TempDir() + "/config", "AWS_SHARED_CREDENTIALS_FILE": t.TempDir() + "/credentials",
	} {
		t.Setenv(name, value)
	}
	a, arn, err := Open(context.Background(), Login{})
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "123456789012" || !strings.HasPrefix(arn, "arn:aws:") {
		t.Errorf("signed in as %s of %s", arn, a.ID)
	}
	return a
}

// make has something made.
func (a *Account) make(t *testing.T, service, action, request string) {
	t.Helper()
	o := operationOf(service, action, "", "")
	o.request = request
	if _, f := a.call(context.Background(), "eu-central-1", o, nil, ""); f != nil {
		t.Fatalf("%s: %v", o.name, f)
	}
}

func readDirect(t *testing.T, accounts ...*Account) seen {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	direct := slices.DeleteFunc(slices.Clone(Readers()), func(r *Reader) bool { return r.cloud != nil })
	err := Read(context.Background(), w, Options{Accounts: accounts, Regions: []string{"eu-central-1"}, Readers: direct, Sleep: quick})
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, &text)
}

func (s seen) of(typ string) []snapshot.Resource {
	return slices.DeleteFunc(slices.Clone(s.resources), func(r snapshot.Resource) bool { return r.Type != typ })
}

// What is made through the API is read with the SDK's signatures, over HTTP.
func TestReadsWhatWasMade(t *testing.T) {
	a := signIn(t, moto(t))
	a.make(t, "ec2", "CreateVolume", "AvailabilityZone=eu-central-1a&Size=10&Encrypted=true")
	a.make(t, "ec2", "CreateSecurityGroup", "GroupName=web&GroupDescription=web")
	a.make(t, "rds", "CreateDBInstance", "DBInstanceIdentifier=orders&DBInstanceClass=db.t3.micro&Engine=postgres&AllocatedStorage=10&MasterUsername=root&MasterUserPassword=marker-of-a-secret&PubliclyAccessible=true")
	a.make(t, "ecs", "CreateCluster", `{"clusterName":"web","settings":[{"name":"containerInsights","value":"enabled"}]}`)
	a.make(t, "kms", "CreateKey", `{"Description":"orders"}`)
	a.make(t, "s3", "CreateBucket", "PUT /data <CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>")
	a.make(t, "secretsmanager", "CreateSecret", `{"Name":"token","SecretString":"marker-of-a-secret"}`)
	a.make(t, "ecs", "RegisterTaskDefinition", `{"family":"shop","containerDefinitions":[{"name":"a","image":"a","memory":64,"environment":[{"name":"TOKEN","value":"marker-of-a-secret"}]}]}`)
	got := readDirect(t, a)
	for typ, wants := range map[string]string{
		"AWS::EC2::Volume":              `"Encrypted":true`,
		"AWS::EC2::SecurityGroup":       `"SecurityGroupEgress":[{"CidrIp":"0.0.0.0/0","IpProtocol":"-1"}]`,
		"AWS::RDS::DBInstance":          `"PubliclyAccessible":true`,
		"AWS::KMS::Key":                 `"EnableKeyRotation":false`,
		"AWS::ECS::Cluster":             `"ClusterName":"web","ClusterSettings":[{"Name":"containerInsights","Value":"enabled"}]`,
		"AWS::S3::Bucket":               `"BucketName":"data"`,
		"AWS::SecretsManager::Secret":   `"Name":"token"`,
		"AWS::ECS::TaskDefinition":      `"Family":"shop"`,
		"aws_s3_bucket_acl":             `"permission":"FULL_CONTROL"`,
		"aws_ebs_encryption_by_default": `"enabled":"false"`,
	} {
		if !slices.ContainsFunc(got.of(typ), func(r snapshot.Resource) bool { return strings.Contains(string(r.Document), wants) }) {
			t.Errorf("no %s has %s: %+v", typ, wants, got.of(typ))
		}
	}
	for _, r := range got.resources {
		if strings.Contains(string(r.Document), "marker-of-a-secret") {
			t.Errorf("%s holds a secret", r.Type)
		}
	}
}

func TestReadsTwoAccounts(t *testing.T) {
	home := signIn(t, moto(t))
	other := home.Assume("222233334444", Role{Name: "lintel-audit"})
	other.make(t, "ec2", "CreateVolume", "AvailabilityZone=eu-central-1a&Size=10")
	got := readDirect(t, home, other)
	volumes := got.of("AWS::EC2::Volume")
	if len(volumes) != 1 || !strings.Contains(volumes[0].ARN, ":222233334444:") {
		t.Errorf("got %+v", volumes)
	}
}

func TestMembersOfAnOrganisation(t *testing.T) {
	home := signIn(t, moto(t))
	home.make(t, "organizations", "CreateOrganization", `{"FeatureSet":"ALL"}`)
	home.make(t, "organizations", "CreateAccount", `{"AccountName":"shop","Email":"shop@example.com"}`)
	if members, err := home.Members(context.Background()); err != nil || len(members) != 2 || !slices.Contains(members, home.ID) {
		t.Errorf("the members are %v, %v", members, err)
	}
	if regions, err := home.Regions(context.Background()); err != nil || !slices.Contains(regions, "eu-central-1") {
		t.Errorf("the regions are %v, %v", regions, err)
	}
}

// With the service's own evaluation of policies, what a role may not is noted as such.
func TestDeniedByPolicy(t *testing.T) {
	endpoint := moto(t)
	a := signIn(t, endpoint)
	a.make(t, "iam", "CreateUser", "UserName=audit")
	a.make(t, "iam", "PutUserPolicy", "UserName=audit&PolicyName=p&PolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22ec2%3ADescribeVpcs%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D")
	o := operationOf("iam", "CreateAccessKey", "", "")
	o.request = "UserName=audit"
	key, f := a.call(context.Background(), "eu-central-1", o, nil, "")
	if f != nil {
		t.Fatal(f)
	}
	reset, err := http.Post(endpoint+"/moto-api/reset-auth", "text/plain", strings.NewReader("0"))
	if err != nil {
		t.Fatal(err)
	}
	_ = reset.Body.Close()
	t.Setenv("AWS_ACCESS_KEY_ID", textAt(key, "AccessKey.AccessKeyId"))
	t.Setenv("AWS_SECRET_ACCESS_KEY", textAt(key, "AccessKey.SecretAccessKey"))
	audit, _, err := Open(context.Background(), Login{})
	if err != nil {
		t.Fatal(err)
	}
	got := readDirect(t, audit)
	if len(got.of("AWS::EC2::VPC")) == 0 {
		t.Error("the VPC, which may be read, was not")
	}
	for _, u := range got.units {
		if u.Read == "ec2:DescribeVolumes" && (u.State != snapshot.Denied || u.Gap.Action != "ec2:DescribeVolumes") {
			t.Errorf("volumes, which may not be read, are %+v", u)
		}
	}
}
