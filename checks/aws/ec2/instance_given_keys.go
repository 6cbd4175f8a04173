package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstanceGivenKeys = &checks.Check{
	Title:    "EC2 instance is given AWS keys in place of a role",
	Severity: checks.High,
	Why: "The keys do not expire, and whoever gets at the machine, its user data or the state of the code has them. A role " +
		"gives the machine keys that change by themselves.",
	Fix: checks.Fix{
		Terraform:      `Take the keys away and give the instance a role by "iam_instance_profile".`,
		CloudFormation: `Take the keys away and give the instance a role by "IamInstanceProfile".`,
		Live:           `Take the keys away, and give the instance a role.`,
	},
	Aliases:    checks.Aliases{KICS: "0b93729a-d882-4803-bdc3-ac429a21f158 d7b9d850-3e06-4a75-852f-c46c2e92240b"},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"},
	Since:      "0.1",
	Rule: checks.Func{
		On: "aws_instance aws_spot_instance_request aws_launch_template aws_launch_configuration",
		Do: givenKeys,
	},
}

// givenKeys judges what a machine is started with and, in source, set up with: no schema
// and no plan has provisioners. Keys that are written out are another check's.
func givenKeys(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for _, path := range [...]string{"user_data", "user_data_base64"} {
		for v := range r.Each(path) {
			if secret.NotKept(r, v) {
				p.Forbid(model.Maybe, v, "%s is %v", v.Origin.Name, v)
			}
			forbidKey(p, v)
		}
	}
	for _, path := range [...]string{"provisioner.inline", "provisioner.content"} {
		for v := range r.Body.Each(path) {
			forbidKey(p, v)
		}
	}
	for v := range r.Body.Each("provisioner.destination") {
		p.Forbid(v.Satisfies(isKeyFile), v, "%s is %v", v.Origin.Name, v)
	}
}

// isKeyFile tells the file in which the tools of AWS look for keys, or the folder of it.
func isKeyFile(path string) bool {
	return strings.HasSuffix(path, "/.aws/credentials") || strings.HasSuffix(strings.TrimSuffix(path, "/"), "/.aws")
}

func forbidKey(p *checks.Pass, v model.Value) {
	text := secret.Decoded(view.Pieced(v))
	if name := keyGiven(text); name != "" && secret.In(text) == "" {
		v.Sensitive = true
		p.Forbid(model.Yes, v, "%s is set in %s", name, v.Origin.Name)
	}
}

// keyGiven is the variable or setting of a key to which a script gives a value that it
// does not work out itself, "" if there is none.
func keyGiven(script string) string {
	lower := strings.ToLower(script)
	for _, name := range [...]string{"aws_secret_access_key", "aws_access_key_id"} {
		for rest := lower; ; {
			before, after, ok := strings.Cut(rest, name)
			if !ok {
				break
			}
			rest = after
			value, assigned := strings.CutPrefix(strings.TrimLeft(after, " "), "=")
			if !assigned && strings.HasSuffix(before, "configure set ") {
				value, assigned = strings.CutPrefix(after, " ")
			}
			value = strings.TrimLeft(value, " \"'\\")
			if assigned && value != "" && !strings.ContainsAny(value[:1], "$`\r\n;&|") {
				return strings.ToUpper(name)
			}
		}
	}
	return ""
}
