package rds

import (
	"net/netip"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SecurityGroupWide = &checks.Check{
	Title:    "Security group of a database lets in a wide range of the internet",
	Severity: checks.Medium,
	Why: "The group is all that stands between the internet and the database: a port that is added, or one that the " +
		"database comes to listen on, is open to many who have no business with it.",
	Fix: checks.Fix{
		Terraform:      "Name the security groups or the addresses that need the database as sources.",
		CloudFormation: "Name the security groups or the addresses that need the database as sources.",
		Live:           `Run "aws ec2 revoke-security-group-ingress", and authorize those who need the database.`,
	},
	Aliases: checks.Aliases{
		KICS: "0104165b-02d5-426f-abc9-91fb48189899 9564406d-e761-4e61-b8d7-5926e3ab8e79",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: wideGroup},
}

func wideGroup(p *checks.Pass, r *model.Resource) {
	for ref := range r.RefsAt("vpc_security_group_ids") {
		group := p.Scope.Resource(ref.To)
		if group == nil || group.Type != "aws_security_group" {
			continue
		}
		for rule := range view.Ingress(group) {
			p.Forbid(rule.FromRange(isWideOutside), rule.Source, "%s lets in %v", group.Address, rule.Source)
		}
	}
}

// isWideOutside tells whether a range of more than 256 addresses is that of no private
// network.
func isWideOutside(network string) bool {
	prefix, err := netip.ParsePrefix(network)
	return err == nil && isWide(network) && !prefix.Addr().IsPrivate()
}

// isWide tells whether a range has more than 256 addresses.
func isWide(network string) bool {
	prefix, err := netip.ParsePrefix(network)
	return err == nil && prefix.Addr().BitLen()-prefix.Bits() > 8
}
