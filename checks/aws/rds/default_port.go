package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DefaultPort = &checks.Check{
	Title:    "Database listens on the usual port of its engine",
	Severity: checks.Low,
	Why:      "Whoever looks for databases looks there first.",
	Fix: checks.Fix{
		Terraform:      `Set "port" to another than the usual.`,
		CloudFormation: `Set "Port" to another than the usual.`,
		Live:           `Run "aws rds modify-db-instance" with --db-port-number.`,
	},
	Aliases: checks.Aliases{
		KICS:    "bca7cc4d-b3a4-4345-9461-eb69c68fcd26 1fe9d958-ddce-4228-a124-05265a959a8b",
		Prowler: "rds_instance_non_default_port",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.Security.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: defaultPort},
}

func defaultPort(p *checks.Pass, r *model.Resource) {
	port, engine := r.At("port"), r.At("engine")
	usual := port.IsEmpty()
	for _, known := range [...]struct{ prefix, port string }{
		{"aurora", "3306"}, {"mysql", "3306"}, {"mariadb", "3306"}, {"aurora-postgresql", "5432"}, {"postgres", "5432"},
		{"oracle", "1521"}, {"custom-oracle", "1521"}, {"sqlserver", "1433"}, {"custom-sqlserver", "1433"}, {"db2", "50000"},
	} {
		usual = max(usual, min(engine.HasPrefix(known.prefix), port.Is(known.port)))
	}
	p.HingesOn(engine, r.At("replicate_source_db"))
	p.Forbid(min(usual, holdsItsOwn(r)), port, "%s is %v", port.Origin.Name, checks.Said(port))
}
