// Package batch holds the checks of Batch.
package batch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var JobPrivileged = &checks.Check{
	Title:    "Container of a batch job is privileged",
	Severity: checks.High,
	Why:      "Whoever breaks into it has root on the host, and all other jobs there.",
	Fix: checks.Fix{
		Terraform:      `Leave out "privileged" in "container_properties".`,
		CloudFormation: `Leave out "Privileged" in "ContainerProperties".`,
		Live:           "Register a revision without it.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_210",
		KICS:    "76ddf32c-85b1-4808-8935-7eef8030ab36 66cd88ac-9ddf-424a-b77e-e55e17630bee",
		CfnNag:  "W34",
		Guard:   "BATCH_JOB_CONTAINER_PROPERTIES_PRIVILEGED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_batch_job_definition", Do: privileged},
}

// privileged looks at every place in which a job can describe containers: as text
// for one container, for nodes and for tasks, as blocks for pods.
func privileged(p *checks.Pass, r *model.Resource) {
	for _, place := range [...]struct{ attribute, below string }{
		{"container_properties", "privileged"},
		{"node_properties", "nodeRangeProperties.container.privileged"},
		{"ecs_properties", "taskProperties.containers.privileged"},
	} {
		text := r.At(place.attribute)
		if text.State == model.Absent {
			continue
		}
		for v := range view.Structure(text).All(place.below) {
			p.Forbid(v.IsTrue(), v, "%s is %v", v.Origin.Leaf(), checks.Said(v))
		}
	}
	for v := range r.All("eks_properties.pod_properties.containers.security_context.privileged") {
		p.Forbid(v.IsTrue(), v, "%s is %v", v.Origin.Name, checks.Said(v))
	}
}
