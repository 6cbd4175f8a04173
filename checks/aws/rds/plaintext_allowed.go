package rds

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PlaintextAllowed = &checks.Check{
	Title:    "Database lets clients connect without TLS",
	Severity: checks.Medium,
	Why:      "Queries, answers and passwords can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform:      `Set the parameter rds.force_ssl (of MySQL and MariaDB: require_secure_transport) to 1 in a parameter group of the instance.`,
		CloudFormation: `Set the parameter rds.force_ssl (of MySQL and MariaDB: require_secure_transport) to 1 in a parameter group of the instance.`,
		Live:           `Run "aws rds modify-db-parameter-group" with rds.force_ssl=1, or require_secure_transport=1.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_69",
		Prowler: "rds_instance_transport_encrypted",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Concepts.SSL.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_db_instance", Do: plaintextAllowed},
}

func plaintextAllowed(p *checks.Pass, r *model.Resource) {
	for _, e := range [...]struct {
		engines   []string
		parameter string
		since     float64 // the version from which TLS is asked for by default
	}{
		{[]string{"postgres"}, "rds.force_ssl", 15},
		{[]string{"mysql"}, "require_secure_transport", 8.4},
		{[]string{"mariadb"}, "require_secure_transport", 11.8},
		{[]string{"sqlserver-ee", "sqlserver-ex", "sqlserver-se", "sqlserver-web"}, "rds.force_ssl", never},
		{[]string{"db2-ae", "db2-se"}, "DB2COMM", never},
	} {
		forced := parameter(r, e.parameter)
		if forced.State == model.Absent {
			forced = byVersion(r, forced, e.since)
		}
		p.Forbid(min(r.At("engine").IsFold(e.engines...), model.Not(forced.IsFold("1", "on", "true", "SSL"))), forced,
			"%s is %v", e.parameter, checks.Said(forced))
	}
}

// never is a version that there will not be.
const never = 1e9

// byVersion is a switch that is on by default since some version. Without a version
// the newest is taken.
func byVersion(r *model.Resource, v model.Value, since float64) model.Value {
	version := r.At("engine_version")
	old := max(version.Satisfies(func(s string) bool { return release(s) < since }), model.Is(since == never))
	switch old {
	case model.Yes:
		return v.Or("0")
	case model.No:
		return v.Or("1")
	}
	return model.Undecided(version.Why.Reason, v.Origin)
}

// release is a version's first two numbers, "8.0.39" being 8.0. PostgreSQL counts
// by the first alone, which is then all that decides.
func release(version string) float64 {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	n, err := strconv.ParseFloat(major+"."+minor, 64)
	if err != nil {
		return never
	}
	return n
}

// parameter is the value of a parameter in the parameter group of an instance or a
// cluster: Absent where it has none of its own, Unknown where that is not in this scope.
func parameter(r *model.Resource, name string) model.Value {
	path, typ := "parameter_group_name", "aws_db_parameter_group"
	if r.Type == "aws_rds_cluster" {
		path, typ = "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"
	}
	for ref := range r.RefsAt(path) {
		if group := r.Scope.Resource(ref.To); group != nil && group.Type == typ {
			return checks.Parameter(group, name)
		}
	}
	at := r.Body.Origin
	at.Name = name
	group := r.At(path)
	if group.IsEmpty() == model.Yes || group.HasPrefix("default.") == model.Yes {
		return model.Missing(at)
	}
	return model.Undecided("the parameter group is not declared here", at)
}
