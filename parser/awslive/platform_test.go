//go:build aws

package awslive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// asTold are resources as the platform tells them where that is not as templates declare them.
func asTold(resources []snapshot.Resource) []snapshot.Resource {
	out := slices.Clone(resources)
	documents := make([]map[string]any, len(out))
	for i, r := range out {
		documents[i] = members(r)
	}
	for i, r := range out {
		told(r, documents[i], func(typ, id string) map[string]any {
			at := slices.IndexFunc(out, func(other snapshot.Resource) bool {
				return other.Type == typ && (other.ID == id || strings.HasSuffix(id, other.ARN) && other.ARN != "")
			})
			if at < 0 {
				return nil
			}
			return documents[at]
		})
	}
	for i := range out {
		out[i].Document, _ = json.Marshal(documents[i])
	}
	return out
}

// told changes a document, or others that find gives by type and id, to what the platform makes of it.
func told(r snapshot.Resource, document map[string]any, find func(typ, id string) map[string]any) {
	switch r.Type {
	case "AWS::EC2::SecurityGroup": // which has a rule of its own, unless it is taken away
		if document["SecurityGroupEgress"] == nil {
			document["SecurityGroupEgress"] = []any{map[string]any{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}}
		}
	case "AWS::IAM::Policy": // is an inline policy of others
		inline := map[string]any{"PolicyName": document["PolicyName"], "PolicyDocument": document["PolicyDocument"]}
		for kind, typ := range map[string]string{"Roles": "AWS::IAM::Role", "Users": "AWS::IAM::User", "Groups": "AWS::IAM::Group"} {
			for _, id := range rowsAt(document, kind) {
				extend(find(typ, fmt.Sprint(id)), "Policies", inline)
			}
		}
	case "AWS::IAM::UserToGroupAddition":
		for _, id := range rowsAt(document, "Users") {
			extend(find("AWS::IAM::User", fmt.Sprint(id)), "Groups", document["GroupName"])
		}
	case "AWS::S3::Bucket":
		if document["ObjectLockEnabled"] == false {
			delete(document, "ObjectLockEnabled")
		}
	case "aws_s3_bucket_acl": // a canned list is a name for grants
		if canned, ok := document["acl"].(string); ok {
			delete(document, "acl")
			document["access_control_policy"] = map[string]any{"owner": map[string]any{"id": "owner"}, "grant": cannedGrants(canned)}
		}
	}
}

func extend(document map[string]any, name string, v any) {
	if document != nil {
		list, _ := document[name].([]any)
		document[name] = append(list, v)
	}
}

func cannedGrants(canned string) []any {
	grant := func(permission, kind, who string) any {
		return map[string]any{"permission": permission, "grantee": map[string]any{kind: who}}
	}
	const groups = "http://acs.amazonaws.com/groups/"
	grants := []any{grant("FULL_CONTROL", "id", "owner")}
	switch canned {
	case "public-read":
		grants = append(grants, grant("READ", "uri", groups+"global/AllUsers"))
	case "public-read-write":
		grants = append(grants, grant("READ", "uri", groups+"global/AllUsers"), grant("WRITE", "uri", groups+"global/AllUsers"))
	case "authenticated-read":
		grants = append(grants, grant("READ", "uri", groups+"global/AuthenticatedUsers"))
	case "log-delivery-write":
		grants = append(grants, grant("WRITE", "uri", groups+"s3/LogDelivery"), grant("READ_ACP", "uri", groups+"s3/LogDelivery"))
	}
	return grants
}
