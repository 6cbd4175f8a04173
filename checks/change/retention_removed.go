package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RetentionRemoved = &checks.Check{
	Title:    "The change lets data go with the resource that holds it",
	Severity: checks.Medium,
	Why:      "From then on nothing stays behind when the resource is deleted or replaced: neither itself nor a last snapshot.",
	Fix: checks.Fix{
		Terraform:      `Leave "skip_final_snapshot", "force_destroy" and "force_delete" off. Where the data is to go, accept the finding with that reason.`,
		CloudFormation: `Leave "DeletionPolicy" and "UpdateReplacePolicy" as they are. Where the data is to go, accept the finding with that reason.`,
	},
	References: []string{
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
	},
	Loss:  true,
	Since: "0.1",
	Rule:  checks.Func{On: "*", Do: retentionRemoved},
}

// hazards are settings that delete data with the resource while they are true.
var hazards = [...]flag{
	{"aws_db_instance", "skip_final_snapshot", ""},
	{"aws_rds_cluster", "skip_final_snapshot", ""},
	{"aws_docdb_cluster", "skip_final_snapshot", ""},
	{"aws_neptune_cluster", "skip_final_snapshot", ""},
	{"aws_redshift_cluster", "skip_final_snapshot", ""},
	{"aws_s3_bucket", "force_destroy", ""},
	{"aws_ecr_repository", "force_delete", ""},
}

// retentionRemoved judges what a template says of the end of a resource, and what
// Terraform says by arguments of it.
func retentionRemoved(p *checks.Pass, r *model.Resource) {
	is := r.Scope.After.Become(r)
	if is == nil {
		return
	}
	if r.Scope.Format == model.CloudFormation {
		policiesRemoved(p, r, is)
		return
	}
	for _, h := range hazards {
		if h.typ != r.Type {
			continue
		}
		was, now := r.At(h.path), is.At(h.path)
		fault := min(certain(r, is), model.Not(was.IsTrue()), now.IsTrue())
		p.Forbid(fault, now, "%s was %s before the change, and is %s now", now.Origin.Name, spoken(was), spoken(now))
	}
}

func policiesRemoved(p *checks.Pass, r, is *model.Resource) {
	if r.PartOf != nil {
		return // with what the template declares
	}
	for _, name := range [...]string{"DeletionPolicy", "UpdateReplacePolicy"} {
		was, now := r.Fate.Named(name), is.Fate.Named(name)
		if kept(was) == model.No {
			continue
		}
		switch {
		case len(is.Fate) == 0:
			now = model.Missing(is.Body.Origin)
		case !is.Fate.Has(name):
			now = model.Missing(model.Origin{Range: is.Location, Name: name})
		}
		fault := min(certain(r, is), kept(was), model.Not(kept(now)))
		p.Forbid(fault, now, "%s was %v before the change, and is %s now", name, was, spoken(now))
	}
}

// kept asks whether a policy of a template leaves a resource, or a snapshot of it.
func kept(policy model.Value) model.Truth {
	return policy.IsFold("Retain", "RetainExceptOnCreate", "Snapshot")
}
