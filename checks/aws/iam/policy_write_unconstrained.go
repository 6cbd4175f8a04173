package iam

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PolicyWriteUnconstrained = &checks.Check{
	Title:    "IAM policy allows changes to whatever resource there is",
	Severity: checks.Medium,
	Why:      "One identity that is taken over can change or delete what belongs to others.",
	Fix: checks.Fix{
		Terraform:      `Name the resources in "Resource", or add a condition.`,
		CloudFormation: `Name the resources in "Resource", or add a condition.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_111 CKV_AWS_290",
	},
	References: []string{"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: identities, Do: writeUnconstrained},
}

func writeUnconstrained(p *checks.Pass, r *model.Resource) { onAll(p, r, changes) }

// changes is how sure it is that a statement allows an action that changes something
// on all resources freely, and the first that is as sure.
func changes(document view.Document, s *view.Statement) (sure model.Truth, action string) {
	about := reachOf(s)
	free := min(about.free, about.all, s.Allows())
	if free == model.No {
		return model.No, ""
	}
	for e := range s.Actions() {
		t := min(free, e.Satisfies(writes))
		if name, known := e.Data.(string); known {
			t = min(t, document.Grants(name))
		}
		if t > sure {
			sure, action = t, checks.Said(e.Value)
		}
	}
	return sure, action
}

// writes tells whether an action, or one that a pattern matches, changes a resource
// that it could be bound to: by its verb, as AWS names actions by what they do.
func writes(pattern string) bool {
	_, action, _ := strings.Cut(pattern, ":")
	literal, _, several := strings.Cut(strings.ToLower(action), "*")
	for _, verb := range changing {
		if strings.HasPrefix(literal, verb) || several && strings.HasPrefix(verb, literal) {
			return actsOnResource(pattern)
		}
	}
	return false
}

// changing are what the names of actions begin with that AWS files under "Write", and
// hardly any others, in lower case.
var changing = [...]string{
	"abort", "accept", "add", "admincreate", "admindelete", "adminset", "adminupdate", "allocate", "apply", "assign", "associate",
	"assume", "attach", "authorize", "batchcreate", "batchdelete", "batchput", "batchupdate", "batchwrite", "cancel", "change",
	"complete", "confirm", "copy", "create", "deactivate", "delete", "deregister", "detach", "disable", "disassociate", "enable",
	"eshttpdelete", "eshttppatch", "eshttppost", "eshttpput", "execute", "failover", "import", "initiate", "invokefunction", "merge",
	"modify", "move", "partiqldelete", "partiqlinsert", "partiqlupdate", "pass", "publish", "purge", "put", "reboot", "register",
	"reject", "release", "remove", "replace", "reset", "restore", "resume", "revoke", "rollback", "rotate", "run", "schedule", "send",
	"set", "start", "stop", "submit", "subscribe", "suspend", "terminate", "transfer", "unassign", "unsubscribe", "update", "upload",
	"write",
}
