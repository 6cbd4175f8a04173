package opensearch

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DedicatedMastersFew = &checks.Check{
	Title:    "OpenSearch domain has fewer than three dedicated master nodes",
	Severity: checks.Low,
	Why:      "With two, the loss of one leaves no majority, and the cluster stops.",
	Fix: checks.Fix{
		Terraform:      `Set "dedicated_master_count" in "cluster_config" to 3 or 5.`,
		CloudFormation: `Set "DedicatedMasterCount" under "ClusterConfig" to 3 or 5.`,
		Live:           `Run "aws opensearch update-domain-config" with DedicatedMasterCount=3.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_318",
		Guard:   "ELASTICSEARCH_PRIMARY_NODE_FAULT_TOLERANCE",
		Prowler: "opensearch_service_domains_fault_tolerant_master_nodes",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticsearch_domain aws_opensearch_domain", Do: fewMasters},
}

// fewMasters leaves it open how many there are where no number is given: AWS does
// not say.
func fewMasters(p *checks.Pass, r *model.Resource) {
	count := r.At("cluster_config.dedicated_master_count")
	if count.State == model.Absent {
		count = model.Undecided("AWS does not say how many there are then", count.Origin)
	}
	few := min(r.At("cluster_config.dedicated_master_enabled").IsTrue(), model.Not(count.AtLeast(3)))
	p.Forbid(few, count, "%s is %v", count.Origin.Name, checks.Said(count))
}
