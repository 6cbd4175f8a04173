package scan

import (
	"path"
	"strings"
)

// isInputs tells whether a file of that name holds values for a root module.
func isInputs(name string) bool {
	return strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")
}

// unreadKinds are globs of files that are infrastructure as code, or come from it, in a
// format that is not read, with the kind under which the summary counts them.
var unreadKinds = [...]struct{ glob, kind string }{
	{"*.tfstate", "terraform_state"},
	{"*.tfstate.backup", "terraform_state"},
	{"*.tfplan", "terraform_plan"},
	{"*tfplan.json", "terraform_plan"},
	{"*.tftest.hcl", "terraform_test"},
	{"*.tftest.json", "terraform_test"},
	{"*.tfmock.hcl", "terraform_test"},
	{"*.tfquery.hcl", "terraform_query"},
	{"*.tfstack.hcl", "terraform_stack"},
	{"*.tfcomponent.hcl", "terraform_stack"},
	{"*.tfdeploy.hcl", "terraform_stack"},
	{"terragrunt.hcl", "terragrunt"},
	{"*.cfn.yaml", "cloudformation"},
	{"*.cfn.yml", "cloudformation"},
	{"*.cfn.json", "cloudformation"},
	{"*.template", "cloudformation"},
	{"*.template.json", "cloudformation"},
	{"*.template.yaml", "cloudformation"},
	{"*.template.yml", "cloudformation"},
	{"dockerfile", "dockerfile"},
	{"dockerfile.*", "dockerfile"},
	{"*.dockerfile", "dockerfile"},
	{"containerfile", "dockerfile"},
	{"compose.y*ml", "compose"},
	{"docker-compose*.y*ml", "compose"},
}

// mayBePlan tells a file that can hold a plan or a state, by its name.
func mayBePlan(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range [...]string{".tf.json", ".tfvars.json", ".tftest.json"} {
		if strings.HasSuffix(name, ending) {
			return false
		}
	}
	switch path.Ext(name) {
	case ".json", ".tfplan", ".tfstate":
		return true
	}
	return false
}

// unreadKind is the kind of a file that is recognised by its name and not
// read, else "". Plans and states are read, but not everywhere.
func unreadKind(name string) string {
	name = strings.ToLower(name)
	for _, k := range unreadKinds {
		if ok, _ := path.Match(k.glob, name); ok {
			return k.kind
		}
	}
	return ""
}
