package view

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

const everything = `{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}`

func TestAdministers(t *testing.T) {
	at := model.Origin{}
	own := func(text string) map[string]model.Value {
		return map[string]model.Value{"policy": value(list{object{"policy": text}}, at)}
	}
	for _, test := range []struct {
		name   string
		folded map[string]model.Value
		body   object
		want   model.Truth
	}{
		{"everything", own(everything), object{}, yes},
		{"all of IAM", own(`{"Statement": [{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}]}`), object{}, yes},
		{"to write its own policy", own(`{"Statement": [{"Effect": "Allow", "Action": "iam:Put*", "Resource": "*"}]}`), object{}, yes},
		{"to read policies", own(`{"Statement": [{"Effect": "Allow", "Action": "iam:Get*", "Resource": "*"}]}`), object{}, no},
		{"one bucket", own(`{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/*"}]}`), object{}, no},
		{"denied", own(`{"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}`), object{}, no},
		{"AWS's policy", nil, object{"managed_policy_arns": list{"arn:aws:iam::aws:policy/AdministratorAccess"}}, yes},
		{"AWS's policy for IAM", nil, object{"managed_policy_arns": list{"arn:aws:iam::aws:policy/IAMFullAccess"}}, yes},
		{"of another partition", nil, object{"managed_policy_arns": list{"arn:aws-cn:iam::aws:policy/AdministratorAccess"}}, yes},
		{"another of AWS's", nil, object{"managed_policy_arns": list{"arn:aws:iam::aws:policy/ReadOnlyAccess"}}, no},
		{"one's own of that name", nil, object{"managed_policy_arns": list{"arn:aws:iam::111122223333:policy/AdministratorAccess"}}, no},
		{"not known", nil, object{"managed_policy_arns": list{unknown()}}, maybe},
		{"nothing", nil, object{}, no},
	} {
		role := alone("aws_iam_role", test.body)
		role.Folded = model.MembersFrom(test.folded)
		want(t, test.name, Administers(role), test.want)
	}
}

func TestRolesByInstanceProfile(t *testing.T) {
	scope := &model.Scope{Format: model.Terraform}
	role := resource(scope, "aws_iam_role", "app", object{})
	profile := resource(scope, "aws_iam_instance_profile", "app", object{})
	profile.Refs = []model.Ref{{Path: "role", To: role.Address, Attr: "name", Exact: true}}
	instance := resource(scope, "aws_instance", "app", object{})
	instance.Refs = []model.Ref{
		{Path: "iam_instance_profile", To: profile.Address, Attr: "name", Exact: true},
		{Path: "ami", To: "aws_ami.undeclared", Attr: "id", Exact: true},
	}
	n := 0
	for found := range Roles(instance, "iam_instance_profile") {
		n++
		if found != role {
			t.Errorf("found %s", found.Address)
		}
	}
	for range Roles(instance, "ami") {
		n++
	}
	if n != 1 {
		t.Errorf("%d roles", n)
	}
}
