package view

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// allow is an Allow statement for everybody, with the elements given put in
// or, where nil, taken out.
func allow(elements object) object {
	s := object{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
	for name, v := range elements {
		s[name] = v
		if v == nil {
			delete(s, name)
		}
	}
	return s
}

func deny(elements object) object {
	s := allow(elements)
	s["Effect"] = "Deny"
	return s
}

// document is a policy by its structure, as jsonencode hands it on.
func document(statements ...any) Document {
	doc := value(object{"Version": "2012-10-17", "Statement": list(statements)}, model.Origin{Name: "policy"})
	v := unknown()
	v.Doc = &doc
	return Policy(v)
}

// only is the one statement of a document.
func only(t *testing.T, d Document) *Statement {
	t.Helper()
	all := slices.Collect(d.Statements())
	if len(all) != 1 {
		t.Fatalf("%d statements", len(all))
	}
	return all[0]
}

func TestPublic(t *testing.T) {
	vpce := object{"StringEquals": object{"aws:SourceVpce": "vpce-1"}}
	notVpce := object{"StringNotEquals": object{"aws:SourceVpce": "vpce-1"}}
	tests := []struct {
		name       string
		statements list
		want       model.Truth
	}{
		{"star", list{allow(nil)}, yes},
		{"AWS star", list{allow(object{"Principal": object{"AWS": "*"}})}, yes},
		{"AWS list", list{allow(object{"Principal": object{"AWS": list{"arn:aws:iam::123456789012:root", "*"}}})}, yes},
		{"star of any kind", list{allow(object{"Principal": object{"*": "*"}})}, yes},
		{"all accounts", list{allow(object{"Principal": object{"AWS": "arn:aws:iam::*:root"}})}, yes},
		{"an account", list{allow(object{"Principal": object{"AWS": "123456789012"}})}, no},
		{"a role", list{allow(object{"Principal": object{"AWS": "arn:aws:iam::123456789012:role/x"}})}, no},
		{"a service", list{allow(object{"Principal": object{"Service": "sns.amazonaws.com"}})}, no},
		{"nobody", list{allow(object{"Principal": nil})}, no},
		{"not a principal", list{allow(object{"Principal": nil, "NotPrincipal": object{"AWS": "123456789012"}})}, yes},
		{"not anybody", list{allow(object{"Principal": nil, "NotPrincipal": "*"})}, no},
		{"denied", list{deny(nil)}, no},
		{"no statements", list{}, no},
		{"unknown principal", list{allow(object{"Principal": unknown()})}, maybe},
		{"unknown account", list{allow(object{"Principal": object{"AWS": unknown()}})}, maybe},
		{"partly unknown ARN", list{allow(object{"Principal": object{"AWS": starting("arn:aws:iam::")}})}, no},
		{"a role's ARN", list{allow(object{"Principal": object{"AWS": keyed("aws_iam_role.r.arn")}})}, no},
		{"a module's role's ARN", list{allow(object{"Principal": object{"AWS": keyed("module.m.aws_iam_role.r.arn")}})}, no},
		{"a variable", list{allow(object{"Principal": object{"AWS": keyed("var.role_arn.")}})}, maybe},
		{"a module's output", list{allow(object{"Principal": object{"AWS": keyed("module.m.role_arn")}})}, maybe},
		{"unknown effect", list{allow(object{"Effect": unknown()})}, maybe},
		{"unknown resource", list{allow(object{"Resource": unknown()})}, yes},
		{"unknown statement", list{unknown()}, maybe},
		{"doubtful statement", list{oneOf(allow(nil), nil)}, maybe},
		{"doubtful and bound", list{oneOf(allow(object{"Condition": vpce}), nil)}, no},
		{"bound", list{allow(object{"Condition": vpce})}, no},
		{"unknown condition", list{allow(object{"Condition": unknown()})}, maybe},
		{"second statement", list{allow(object{"Condition": vpce}), allow(nil)}, yes},
		{"denied to all", list{allow(nil), deny(nil)}, no},
		{"denied to all, more", list{allow(nil), deny(object{"Action": "s3:*", "Resource": "*"})}, no},
		{"denied, other action", list{allow(nil), deny(object{"Action": "s3:PutObject"})}, yes},
		{"denied, other resource", list{allow(nil), deny(object{"Resource": "arn:aws:s3:::b/private/*"})}, yes},
		{"denied to one", list{allow(nil), deny(object{"Principal": object{"AWS": "123456789012"}})}, yes},
		{"denied but to one", list{allow(nil), deny(object{"Principal": nil, "NotPrincipal": object{"AWS": "123456789012"}})}, no},
		{"denied to strangers", list{allow(nil), deny(object{"Condition": notVpce})}, no},
		{"denied to strangers, not services", list{allow(nil), deny(object{"Condition": object{
			"StringNotEqualsIfExists": object{"aws:PrincipalOrgID": "o-1"}, "BoolIfExists": object{"aws:PrincipalIsAWSService": "false"},
		}})}, no},
		{"denied outside of the units", list{allow(nil), deny(object{"Condition": object{
			"ForAllValues:StringNotLike": object{"aws:PrincipalOrgPaths": "o-1/r-1/ou-1/*"},
		}})}, no},
		{"denied to other organizations, not to accounts without one", list{allow(nil), deny(object{"Condition": object{
			"ForAnyValue:StringNotLike": object{"aws:PrincipalOrgPaths": "o-1/*"},
		}})}, yes},
		{"denied without TLS", list{allow(nil), deny(object{"Action": "*", "Resource": "*", "Condition": object{"Bool": object{"aws:SecureTransport": "false"}}})}, yes},
		{"perhaps denied", list{allow(nil), allow(object{"Effect": unknown()})}, maybe},
		{"denied on an unknown resource", list{allow(nil), deny(object{"Resource": unknown()})}, maybe},
		{"denied on the same unknown resource", list{allow(object{"Resource": keyed("k")}), deny(object{"Resource": keyed("k")})}, no},
		{"denied but for an action", list{allow(nil), deny(object{"Action": nil, "NotAction": "s3:GetObject"})}, yes},
		{"denied but for another action", list{allow(nil), deny(object{"Action": nil, "NotAction": "s3:List*"})}, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { want(t, "Public", document(test.statements...).Public(), test.want) })
	}
}

func TestDeputies(t *testing.T) {
	service := func(more object) object {
		with := object{"Principal": object{"Service": "sns.amazonaws.com"}}
		maps.Copy(with, more)
		return allow(with)
	}
	source := func(operator, key string, value any) object {
		return object{"Condition": object{operator: object{key: value}}}
	}
	for _, test := range []struct {
		name       string
		statements list
		want       model.Truth
	}{
		{"anyone's", list{service(nil)}, yes},
		{"of an account", list{service(source("StringEquals", "aws:SourceAccount", "123456789012"))}, no},
		{"of an organization", list{service(source("StringEquals", "aws:SourceOrgID", "o-1"))}, no},
		{"for any resource", list{service(source("ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:*"))}, yes},
		{"by its name alone", list{service(source("StringEquals", "aws:PrincipalServiceName", "sns.amazonaws.com"))}, yes},
		{"for an unknown resource", list{service(source("ArnLike", "aws:SourceArn", unknown()))}, maybe},
		{"denied for others", list{service(nil), deny(source("StringNotEquals", "aws:SourceAccount", "123456789012"))}, no},
		{"not denied, being a service", list{service(nil), deny(object{"Condition": object{
			"StringNotEqualsIfExists": object{"aws:PrincipalOrgID": "o-1"}, "BoolIfExists": object{"aws:PrincipalIsAWSService": "false"},
		}})}, yes},
		{"an account", list{allow(object{"Principal": object{"AWS": "123456789012"}})}, no},
		{"unknown principal", list{allow(object{"Principal": unknown()})}, maybe},
	} {
		anyones := no
		for _, deputy := range document(test.statements...).Deputies() {
			anyones = max(anyones, deputy.Anyones)
		}
		want(t, test.name, anyones, test.want)
	}
}

func TestBoundCaller(t *testing.T) {
	tests := []struct {
		operator, key string
		values        any
		want          model.Truth
	}{
		{"StringEquals", "aws:SourceAccount", "123456789012", yes},
		{"StringEquals", "AWS:sourceaccount", list{"123456789012", "210987654321"}, yes},
		{"stringequals", "aws:PrincipalOrgID", "o-abc", yes},
		{"StringEquals", "aws:SourceVpce", unknown(), yes}, // whatever it is, it is one
		{"StringEquals", "aws:SourceArn", "*", yes},        // taken literally, it is nobody
		{"StringEquals", "aws:PrincipalAccount", "${aws:ResourceAccount}", no},
		{"StringEquals", "aws:userid", starting("${aws:"), no},
		{"StringLike", "aws:PrincipalOrgID", "o-*", no},
		{"StringLike", "aws:PrincipalOrgID", "o-abc", yes},
		{"StringLike", "aws:SourceVpce", unknown(), maybe},
		{"StringLike", "aws:userid", "AROAEXAMPLE:*", yes},
		{"StringLike", "aws:userid", "*:bob", no},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", list{"o-abc/r-1/ou-1/"}, yes},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", list{"o-abc/r-1/ou-1/*", "o-abc/*"}, yes},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", list{"o-*/r-1/ou-1/*"}, no},
		{"StringLike", "aws:SourceOrgPaths", "*", no},
		{"StringLike", "aws:SourceOrgPaths", starting("o-abc/r-1/"), yes},
		{"StringLike", "aws:SourceOrgPaths", starting("o-"), maybe},
		{"ForAllValues:StringEquals", "aws:PrincipalOrgPaths", list{"o-abc/r-1/ou-1/"}, no},
		{"StringEqualsIfExists", "aws:SourceAccount", "123456789012", no},
		{"StringNotEquals", "aws:SourceAccount", "123456789012", no},
		{"ArnEquals", "aws:SourceArn", "arn:aws:sns:eu-west-1:123456789012:t", yes},
		{"ArnLike", "aws:SourceArn", "arn:aws:sns:*:123456789012:*", yes},
		{"ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:t", no},
		{"ArnLike", "aws:SourceArn", "arn:aws:s3:::bucket", yes},
		{"ArnLike", "aws:SourceArn", "arn:aws:s3:*:*:bucket", yes},
		{"ArnLike", "aws:SourceArn", "arn:aws:s3:::bucket-*", no},
		{"ArnLike", "aws:SourceArn", "arn:aws:s3:::bucket/*", yes},
		{"ArnLike", "aws:SourceArn", "*", no},
		{"ArnLike", "aws:SourceArn", list{"arn:aws:s3:::bucket", "arn:aws:s3:::*"}, no},
		{"ArnLike", "aws:SourceArn", unknown(), maybe},
		{"ArnEquals", "aws:SourceArn", keyed("aws_sns_topic.t.arn"), yes},
		{"ArnLike", "aws:SourceArn", starting("arn:aws:sns:eu-west-1:123456789012:"), yes},
		{"ArnLike", "aws:SourceArn", starting("arn:aws:sns:eu-west-1:"), maybe},
		{"ArnLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/*", yes},
		{"ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/admin", no},
		{"StringLike", "aws:PrincipalArn", "arn:aws:iam::123456789012*", yes},
		{"IpAddress", "aws:SourceIp", "203.0.113.0/24", yes},
		{"IpAddress", "aws:SourceIp", list{"54.0.0.0/8", "2001:db8::/32"}, yes},
		{"IpAddress", "aws:SourceIp", "0.0.0.0/0", no},
		{"IpAddress", "aws:SourceIp", list{"54.0.0.0/16", "0.0.0.0/1"}, no},
		{"IpAddress", "aws:SourceIp", "2600::/16", no},
		{"IpAddress", "aws:SourceIp", "no address", no},
		{"IpAddress", "aws:SourceIp", unknown(), maybe},
		{"NotIpAddress", "aws:SourceIp", "203.0.113.0/24", no},
		{"StringLike", "aws:SourceIp", "203.0.113.*", no},
		{"StringEquals", "kms:CallerAccount", "123456789012", yes},
		{"StringEquals", "s3:DataAccessPointAccount", "123456789012", yes},
		{"StringLike", "s3:DataAccessPointArn", "arn:aws:s3:*:123456789012:accesspoint/*", yes},
		{"StringEquals", "s3:x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:eu-west-1:123456789012:key/k", yes},
		{"ArnLike", "ec2:SourceInstanceARN", "arn:aws-us-gov:ec2:*:123456789012:instance/*", yes},
		{"ArnLike", "lambda:SourceFunctionArn", "arn:aws:lambda:*:*:function:f", no},
		{"StringEquals", "s3:x-amz-acl", "private", no},
		{"StringLike", "aws:Referer", "https://example.com/*", no},
		{"Bool", "aws:SecureTransport", "true", no},
		{"Bool", "aws:SourceAccount", "true", no},
		{"DateLessThan", "aws:CurrentTime", "2030-01-01", no},
	}
	for _, test := range tests {
		t.Run(test.operator+" "+test.key, func(t *testing.T) {
			s := only(t, document(allow(object{"Condition": object{test.operator: object{test.key: test.values}}})))
			want(t, value(test.values, model.Origin{}).String(), s.BoundCaller(), test.want)
		})
	}
}

func TestWantsMFA(t *testing.T) {
	const present, age = "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"
	tests := []struct {
		operator, key string
		values        any
		allow, deny   model.Truth
	}{
		{"Bool", present, "true", yes, no},
		{"Bool", present, true, yes, no},
		{"Bool", "AWS:multifactorauthpresent", "True", yes, no},
		{"Bool", present, list{"true", "false"}, no, no},
		{"BoolIfExists", present, "true", no, no},
		{"StringEquals", present, "true", yes, no},
		{"Bool", present, "false", no, no},
		{"BoolIfExists", present, "false", no, yes},
		{"BoolIfExists", present, list{"false"}, no, yes},
		{"ForAllValues:Bool", present, "false", no, yes},
		{"StringNotEquals", present, "true", no, yes},
		{"ForAnyValue:StringNotEquals", present, "true", no, no},
		{"Null", present, "false", no, no},
		{"Null", present, "true", no, no},
		{"Bool", present, unknown(), maybe, no},
		{"BoolIfExists", present, unknown(), no, maybe},
		{"NumericLessThan", age, "3600", yes, no},
		{"NumericLessThanIfExists", age, "3600", no, yes},
		{"NumericGreaterThan", age, "3600", yes, no},
		{"NumericGreaterThanIfExists", age, "3600", no, yes},
		{"Null", age, "false", yes, no},
		{"Null", age, true, no, yes},
		{"Bool", "aws:SecureTransport", "true", no, no},
	}
	for _, test := range tests {
		condition := object{"Condition": object{test.operator: object{test.key: test.values}}}
		name := test.operator + " " + test.key + " " + value(test.values, model.Origin{}).String()
		want(t, "allowed "+name, only(t, document(allow(condition))).WantsMFA(), test.allow)
		want(t, "denied "+name, only(t, document(deny(condition))).WantsMFA(), test.deny)
	}
	s := only(t, document(allow(object{"Condition": object{"BoolIfExists": object{present: "true"}, "Null": object{present: "false"}}})))
	want(t, "key wanted", s.WantsMFA(), yes)
	want(t, "unknown condition", only(t, document(allow(object{"Condition": unknown()}))).WantsMFA(), maybe)
}

func TestConfines(t *testing.T) {
	tests := []struct {
		operator string
		values   any
		every    bool
		want     model.Truth
	}{
		{"StringEquals", "shop", false, yes},
		{"StringEquals", "sho*", false, yes},
		{"StringEquals", "${aws:username}", false, no},
		{"StringLike", "shop", false, yes},
		{"StringLike", "sho*", false, no},
		{"StringLike", list{"shop", "*"}, false, no},
		{"StringLike", unknown(), false, maybe},
		{"StringLike", starting("shop/"), false, maybe},
		{"StringNotEquals", "shop", false, no},
		{"StringEqualsIfExists", "shop", false, no},
		{"StringEqualsIfExists", "shop", true, yes},
		{"ForAllValues:StringEquals", "shop", false, no},
		{"ForAllValues:StringEquals", "shop", true, yes},
		{"Null", "false", true, no},
	}
	for _, test := range tests {
		s := only(t, document(allow(object{"Condition": object{test.operator: object{"k": test.values}}})))
		for c := range s.Conditions() {
			got := c.Confines(test.every, func(value string, literal bool) bool { return literal || !strings.ContainsAny(value, "*$") })
			want(t, test.operator+" "+value(test.values, model.Origin{}).String(), got, test.want)
		}
	}
}

func TestConditionsTogether(t *testing.T) {
	s := only(t, document(allow(object{"Condition": object{
		"Bool":         object{"aws:SecureTransport": "true"},
		"StringEquals": object{"s3:x-amz-acl": "private", "aws:SourceAccount": "123456789012"},
	}})))
	want(t, "one binds", s.BoundCaller(), yes)
	var keys []string
	for c := range s.Conditions() {
		keys = append(keys, c.Operator+" "+c.Key)
	}
	if got := strings.Join(keys, ", "); got != "Bool aws:SecureTransport, StringEquals aws:SourceAccount, StringEquals s3:x-amz-acl" {
		t.Errorf("conditions are %s", got)
	}
	s = only(t, document(allow(object{"Condition": object{
		"ForAllValues:StringEquals": object{"aws:PrincipalOrgPaths": "o-1/"}, "Null": object{"aws:PrincipalOrgPaths": "false"},
	}})))
	want(t, "key wanted", s.BoundCaller(), yes)
	s = only(t, document(allow(object{"Condition": object{"StringEquals": unknown()}})))
	want(t, "keys unknown", s.BoundCaller(), maybe)
}

func TestActions(t *testing.T) {
	tests := []struct {
		name              string
		action, except    any
		get, every, whole model.Truth
	}{
		{"the action", "s3:GetObject", nil, yes, no, no},
		{"another case", "S3:getobject", nil, yes, no, no},
		{"wildcard", "s3:Get*", nil, yes, no, no},
		{"one character", "s3:GetObjec?", nil, yes, no, no},
		{"in the middle", "s3:*Object", nil, yes, no, no},
		{"another", list{"s3:PutObject", "s3:List*"}, nil, no, no, no},
		{"service", "s3:*", nil, yes, no, yes},
		{"another service", "ec2:*", nil, no, no, yes},
		{"star", "*", nil, yes, yes, no},
		{"star of star", "*:*", nil, yes, yes, no},
		{"in a list", list{"ec2:Describe*", "*"}, nil, yes, yes, no},
		{"all but others", nil, list{"iam:*", "organizations:*"}, yes, yes, no},
		{"all but this", nil, "s3:Get*", no, yes, no},
		{"all but all", nil, "*", no, no, no},
		{"nothing", nil, nil, no, no, no},
		{"unknown", unknown(), nil, maybe, maybe, maybe},
		{"unknown in a list", list{"s3:PutObject", unknown()}, nil, maybe, maybe, maybe},
		{"unknown beside star", list{"*", unknown()}, nil, yes, yes, maybe},
		{"start known", starting("s3:"), nil, maybe, no, maybe},
		{"start of an action", starting("s3:Put"), nil, no, no, no},
		{"start of another", starting("ec2:"), nil, no, no, maybe},
		{"unknown exceptions", nil, unknown(), maybe, maybe, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := only(t, document(allow(object{"Action": test.action, "NotAction": test.except})))
			want(t, "GrantsAction", s.GrantsAction("s3:GetObject"), test.get)
			want(t, "Covers", s.Covers("s3:GetObject"), test.get)
			want(t, "AllActions", s.AllActions(), test.every)
			want(t, "ServiceWildcard", s.ServiceWildcard(), test.whole)
			every, whole := no, no
			for a := range s.Actions() {
				every, whole = max(every, a.Everything()), max(whole, a.Service())
			}
			want(t, "the elements' Everything", every, test.every)
			want(t, "the elements' Service", whole, test.whole)
		})
	}
}

func TestResources(t *testing.T) {
	tests := []struct {
		name             string
		resource, except any
		want             model.Truth
	}{
		{"star", "*", nil, yes},
		{"any ARN", "arn:*", nil, yes},
		{"any ARN of AWS", "arn:aws:*:*:*:*", nil, yes},
		{"a service", "arn:aws:s3:::*", nil, no},
		{"one", "arn:aws:s3:::b", nil, no},
		{"in a list", list{"arn:aws:s3:::b", "*"}, nil, yes},
		{"all but one", nil, "arn:aws:s3:::b", yes},
		{"all but all", nil, "*", no},
		{"none", nil, nil, no},
		{"unknown", unknown(), nil, maybe},
		{"an ARN", keyed("aws_s3_bucket.b.arn"), nil, no},
		{"a data source's", keyed("data.aws_s3_bucket.b.arn"), nil, no},
		{"unknown partition", starting("arn:"), nil, no},
		{"start known", starting("arn:aws:s3:::"), nil, no},
		{"unknown service", starting("arn:aws:"), nil, maybe},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := only(t, document(allow(object{"Resource": test.resource, "NotResource": test.except})))
			want(t, "AllResources", s.AllResources(), test.want)
			every := no
			for r := range s.Resources() {
				every = max(every, r.Everything())
			}
			want(t, "the elements' Everything", every, test.want)
		})
	}
}

func TestOneUnknownLeafLeavesTheRestJudged(t *testing.T) {
	s := only(t, document(object{"Effect": "Allow", "Action": "*", "Resource": unknown()}))
	want(t, "Allows", s.Allows(), yes)
	want(t, "Denies", s.Denies(), no)
	want(t, "AllActions", s.AllActions(), yes)
	want(t, "AllResources", s.AllResources(), maybe)
}

func TestGrants(t *testing.T) {
	admin := allow(object{"Principal": nil, "Action": "*", "Resource": "*"})
	refuse := func(elements object) object {
		elements["Principal"] = nil
		return deny(elements)
	}
	tests := []struct {
		name       string
		statements list
		want       model.Truth
	}{
		{"everything", list{admin}, yes},
		{"denied", list{admin, refuse(object{"Action": "iam:*", "Resource": "*"})}, no},
		{"denied on a part", list{admin, refuse(object{"Action": "iam:*", "Resource": "arn:aws:iam::123456789012:role/x"})}, yes},
		{"denied at times", list{admin, refuse(object{"Action": "*", "Resource": "*", "Condition": object{"Bool": object{"aws:MultiFactorAuthPresent": "false"}}})}, yes},
		{"denied to one", list{admin, deny(object{"Action": "*", "Resource": "*", "Principal": object{"AWS": "123456789012"}})}, yes},
		{"perhaps", list{admin, refuse(object{"Action": unknown(), "Resource": "*"})}, maybe},
		{"not at all", list{allow(nil)}, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want(t, "Grants", document(test.statements...).Grants("iam:PassRole", "iam:CreateUser"), test.want)
		})
	}
}

func TestRequiresTLS(t *testing.T) {
	tls := func(elements object) object {
		s := object{"Action": "s3:*", "Resource": list{"arn:aws:s3:::b", "arn:aws:s3:::b/*"}, "Condition": object{"Bool": object{"aws:SecureTransport": "false"}}}
		for name, v := range elements {
			s[name] = v
		}
		return deny(s)
	}
	transport := func(operator string, v any) object {
		return object{"Condition": object{operator: object{"aws:SecureTransport": v}}}
	}
	tests := []struct {
		name      string
		statement any
		want      model.Truth
	}{
		{"by the book", tls(nil), yes},
		{"a flag", tls(transport("Bool", false)), yes},
		{"a list", tls(transport("BoolIfExists", list{"false"})), yes},
		{"negated", tls(transport("StringNotEquals", "true")), yes},
		{"text", tls(transport("StringEquals", "false")), yes},
		{"true", tls(transport("Bool", "true")), no},
		{"numeric", tls(transport("NumericEquals", "false")), no},
		{"unknown", tls(transport("Bool", unknown())), maybe},
		{"all actions", tls(object{"Action": "*"}), yes},
		{"some actions", tls(object{"Action": list{"s3:GetObject"}}), no},
		{"the bucket only", tls(object{"Resource": "arn:aws:s3:::b"}), no},
		{"a folder", tls(object{"Resource": "arn:aws:s3:::b/public/*"}), no},
		{"everything", tls(object{"Resource": "*"}), yes},
		{"a queue", tls(object{"Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-1:123456789012:q"}), yes},
		{"objects in an unknown partition", tls(object{"Resource": ending(":s3:::b/*")}), yes},
		{"a folder in an unknown partition", tls(object{"Resource": ending(":s3:::b/public/*")}), no},
		{"unknown resource", tls(object{"Resource": unknown()}), maybe},
		{"one principal", tls(object{"Principal": object{"AWS": "123456789012"}}), no},
		{"an allowance", allow(transport("Bool", "true")), no},
		{"narrowed", tls(object{"Condition": object{"Bool": object{"aws:SecureTransport": "false"}, "StringEquals": object{"aws:SourceVpc": "vpc-1"}}}), no},
		{"no condition", tls(object{"Condition": nil}), no},
		{"unknown statement", unknown(), maybe},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want(t, "RequiresTLS", document(allow(object{"Principal": object{"AWS": "123456789012"}}), test.statement).RequiresTLS(), test.want)
		})
	}
}

func TestRequiresTLSForSomeActions(t *testing.T) {
	d := document(deny(object{"Action": list{"s3:Put*"}, "Resource": "arn:aws:s3:::b/*", "Condition": object{"Bool": object{"aws:SecureTransport": "false"}}}))
	want(t, "all actions", d.RequiresTLS(), no)
	want(t, "writing", d.RequiresTLSFor("s3:PutObject"), yes)
	want(t, "reading", d.RequiresTLSFor("s3:GetObject"), no)
}

func TestPrincipals(t *testing.T) {
	s := only(t, document(allow(object{"Principal": object{
		"AWS":       list{"arn:aws:iam::123456789012:role/x", "210987654321", "AIDAEXAMPLE", unknown()},
		"Service":   "ec2.amazonaws.com",
		"Federated": "arn:aws:iam::123456789012:saml-provider/p",
	}})))
	var got []string
	for p := range s.Principals() {
		got = append(got, p.Kind+" "+p.Account().String())
	}
	if joined := strings.Join(got, ", "); joined != "AWS 123456789012, AWS 210987654321, AWS not set, AWS (unknown), Federated not set, Service not set" {
		t.Errorf("accounts are %s", joined)
	}
	s = only(t, document(allow(object{"Principal": nil, "NotPrincipal": object{"AWS": "123456789012"}})))
	for p := range s.NotPrincipals() {
		if p.String() != "123456789012" {
			t.Errorf("left out is %v", p)
		}
	}
	if s.Principal().Origin.Name != "policy.Statement.NotPrincipal" {
		t.Errorf("Principal is %q", s.Principal().Origin.Name)
	}
}

func TestFormsOfAPolicy(t *testing.T) {
	text := `{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}}`
	closed := `{"Statement": []}`
	at := model.Origin{Name: "policy"}
	tests := []struct {
		name       string
		value      model.Value
		want       model.Truth
		statements int
		err        string
	}{
		{"text", model.Text(text, at), yes, 1, ""},
		{"structure", value(object{"Statement": allow(nil)}, at), yes, 1, ""},
		{"absent", model.Missing(at), no, 0, ""},
		{"empty", model.Text("", at), no, 0, ""},
		{"without statements", model.Text(`{"Version": "2012-10-17"}`, at), no, 0, ""},
		{"unknown", unknown(), maybe, 1, ""},
		{"public either way", oneOf(text, strings.ReplaceAll(text, `"Action": "*"`, `"Action": "s3:*"`)), yes, 2, ""},
		{"public or not", oneOf(text, closed), maybe, 1, ""},
		{"public or absent", oneOf(text, nil), maybe, 1, ""},
		{"not JSON", model.Text("{Statement: 1}", at), maybe, 1, "the text is not JSON: character 'S'"},
		{"cut off", model.Text(`{"Statement": [`, at), maybe, 1, "the JSON ends too early"},
		{"two", model.Text(`{} {}`, at), maybe, 1, "there is more after the end of the JSON"},
		{"twice", model.Text(`{"Statement": [], "Statement": []}`, at), maybe, 1, `the JSON has "Statement" twice in one object`},
		{"deep", model.Text(strings.Repeat("[", 100), at), maybe, 1, "the JSON is nested deeper than 64"},
		{"long", model.Text(`{"Id": "`+strings.Repeat("x", sizeLimit)+`"}`, at), maybe, 1, "the JSON is longer than 131072 bytes"},
		{"a list", model.Text(`[]`, at), maybe, 1, "policy is not a JSON object"},
		{"a number", model.Number(1, at), maybe, 1, "policy is not a JSON object"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Policy(test.value)
			want(t, "Public", d.Public(), test.want)
			n := 0
			for s := range d.Statements() {
				n++
				want(t, "the statement's Public", min(s.Public(), maybe), min(maybe, test.want))
				if test.want == maybe && (s.Action().Why == nil || s.Action().Why.Reason == "") {
					t.Errorf("the action does not say why it is unknown: %+v", s.Action())
				}
			}
			if n != test.statements {
				t.Errorf("%d statements", n)
			}
			switch {
			case test.err == "" && d.Err != nil:
				t.Errorf("err is %v", d.Err)
			case test.err != "" && (d.Err == nil || !strings.HasPrefix(d.Err.Error(), test.err)):
				t.Errorf("err is %v, want %s", d.Err, test.err)
			}
		})
	}
}

func TestPolicyIsReadOnce(t *testing.T) {
	r := alone("aws_s3_bucket_policy", object{"policy": `{"Statement": {"Effect": "Allow", "Principal": "*"}}`})
	first, second := Policy(r.At("policy")), Policy(r.At("policy"))
	if &first.forms[0][0] != &second.forms[0][0] {
		t.Error("the text was read twice")
	}
	want(t, "Public", second.Public(), yes)
}

func BenchmarkPolicy(b *testing.B) {
	statement := `{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::b/*"}`
	v := model.Text(`{"Version": "2012-10-17", "Statement": [`+strings.Repeat(statement+",\n", 9)+statement+`]}`, model.Origin{})
	b.ReportAllocs()
	for b.Loop() {
		Policy(v).Public()
	}
}
