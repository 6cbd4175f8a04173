package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterSingleInstance = &checks.Check{
	Title:    "Aurora cluster has one instance only",
	Severity: checks.Low,
	Why:      "If the zone of that instance fails, the database cannot be used until another has been made elsewhere.",
	Fix: checks.Fix{
		Terraform:      `Add another "aws_rds_cluster_instance", in another zone.`,
		CloudFormation: `Add another AWS::RDS::DBInstance to the cluster, in another zone.`,
		Live:           `Run "aws rds create-db-instance" with the cluster's identifier.`,
	},
	Aliases: checks.Aliases{
		Regula:  "FG_R00209",
		Prowler: "rds_cluster_multi_az",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_rds_cluster", Do: singleInstance},
}

// singleInstance is silent about a cluster whose instances are not declared here.
func singleInstance(p *checks.Pass, r *model.Resource) {
	sure, perhaps := 0, 0
	for instance := range r.Each("instance") {
		if instance.IsSet() == model.Yes {
			sure++
		} else {
			perhaps++
		}
	}
	aurora := r.At("engine").HasPrefix("aurora")
	switch {
	case sure+perhaps == 0:
	case sure < 2 && perhaps > 0:
		p.Forbid(min(aurora, model.Maybe), r.At("cluster_members"), "the cluster may have one instance")
	default:
		p.Forbid(min(aurora, model.Is(sure < 2)), r.At("cluster_members"), "the cluster has one instance")
	}
}
