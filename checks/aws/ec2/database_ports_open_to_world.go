package ec2

import "github.com/lintel-iac/lintel/checks"

var DatabasePortsOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach the port of a database",
	Severity: checks.High,
	Why: "Whoever guesses a password, or finds a store without one, reads and deletes all data. Open databases " +
		"are found by machines within hours.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr_blocks" or "cidr_ipv4", or refer to their security group.`,
		CloudFormation: `Name the addresses that need it in "CidrIp", or refer to their security group by "SourceSecurityGroupId".`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		KICS: "381c3f2a-ef6f-4eff-99f7-b169cda3422c 494b03d3-bf40-4464-8524-7c56ad0700ed " +
			"78055456-f670-4d2e-94d5-392d1cf4f5e4 54c417bf-c762-48b9-9d31-b3d87047e3f0",
		Guard: "RESTRICTED_INCOMING_TRAFFIC",
		Regula: "FG_R00212 FG_R00213 FG_R00215 FG_R00216 FG_R00217 FG_R00242 FG_R00243 FG_R00248 FG_R00249 FG_R00256 " +
			"FG_R00257 FG_R00258 FG_R00261 FG_R00264 FG_R00265 FG_R00267 FG_R00377",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports " +
			"ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
	Since:      "0.1",
	Rule:       openServices{Type: groupRules, Ports: databases[:]},
}
