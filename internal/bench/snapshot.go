package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// snapshotResources of about 2 KB each are 200 MB, in ten regions.
const (
	snapshotResources = 100_000
	snapshotRegions   = 10
	snapshotUnit      = 1000 // resources of one list
)

// deployed are documents of types that accounts have many of. Their texts make them as long as real ones.
var deployed = []struct{ typ, arn, document string }{
	{"AWS::EC2::SecurityGroup", "arn:aws:ec2:r:1:security-group/sg-%08x", `{"GroupName":"web","GroupDescription":%q,"SecurityGroupIngress":[%s],"SecurityGroupEgress":[]}`},
	{"AWS::EC2::Volume", "arn:aws:ec2:r:1:volume/vol-%08x", `{"Encrypted":false,"Size":10,"VolumeType":%q,"Tags":[%s]}`},
	{"AWS::IAM::Role", "arn:aws:iam::1:role/r%08x", `{"RoleName":%q,"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]},"Tags":[%s]}`},
	{"AWS::Lambda::Function", "arn:aws:lambda:r:1:function:f%08x", `{"FunctionName":%q,"Runtime":"nodejs20.x","TracingConfig":{"Mode":"PassThrough"},"Tags":[%s]}`},
	{"AWS::RDS::DBInstance", "arn:aws:rds:r:1:db:d%08x", `{"DBInstanceIdentifier":%q,"Engine":"postgres","StorageEncrypted":true,"PubliclyAccessible":false,"Tags":[%s]}`},
}

// writeSnapshot writes the snapshot of a large account.
func writeSnapshot(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(dir, "account.snapshot.gz"))
	if err != nil {
		return err
	}
	defer file.Close()
	w := snapshot.NewWriter(file)
	if err := w.Head(snapshot.Head{Tool: "bench"}); err != nil {
		return err
	}
	for n := 0; n < snapshotResources; n += snapshotUnit {
		kind := n / snapshotUnit % len(deployed)
		u := snapshot.Unit{
			Account: "1", Region: fmt.Sprintf("r%d", n/snapshotUnit%snapshotRegions),
			Read: fmt.Sprintf("list %d", n), State: snapshot.Complete,
		}
		if err := w.Unit(u, deployedFrom(kind, n)); err != nil {
			return err
		}
	}
	return file.Close()
}

func deployedFrom(kind, first int) []snapshot.Resource {
	of := deployed[kind]
	inner := `{"Key":"aws:cloudformation:stack-id","Value":"arn:aws:cloudformation:eu-central-1:111122223333:stack/shop/01234567-89ab-cdef-0123-456789abcdef"}`
	if strings.Contains(of.document, "SecurityGroupIngress") {
		inner = `{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"CidrIp":"10.0.0.0/8","Description":"from the offices, by way of the proxy that is in front of the shop"}`
	}
	inner = strings.TrimSuffix(strings.Repeat(inner+",", 1600/len(inner)), ",")
	resources := make([]snapshot.Resource, snapshotUnit)
	for i := range resources {
		id := fmt.Sprintf("%s-%08x", strings.ToLower(of.typ[strings.LastIndexByte(of.typ, ':')+1:]), first+i)
		resources[i] = snapshot.Resource{
			Type: of.typ, ID: id, ARN: fmt.Sprintf(of.arn, first+i), Document: fmt.Appendf(nil, of.document, id, inner),
		}
	}
	return resources
}
