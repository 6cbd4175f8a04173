package ec2

import "github.com/lintel-iac/lintel/checks"

var AdminPortsOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach a service meant for administrators",
	Severity: checks.High,
	Why: "Telnet, FTP, file shares, directory services and the interfaces of Docker or etcd were made for " +
		"networks one trusts: many ask for no password, and their faults are exploited by machines.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr_blocks" or "cidr_ipv4", or refer to their security group.`,
		CloudFormation: `Name the addresses that need it in "CidrIp", or refer to their security group by "SourceSecurityGroupId".`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		KICS: "381c3f2a-ef6f-4eff-99f7-b169cda3422c 494b03d3-bf40-4464-8524-7c56ad0700ed " +
			"78055456-f670-4d2e-94d5-392d1cf4f5e4 cdbb0467-2957-4a77-9992-7b55b29df7b7",
		Guard: "RESTRICTED_INCOMING_TRAFFIC",
		Regula: "FG_R00037 FG_R00038 FG_R00039 FG_R00040 FG_R00214 FG_R00234 FG_R00244 FG_R00245 FG_R00246 FG_R00247 " +
			"FG_R00260 FG_R00262 FG_R00263 FG_R00266 FG_R00377",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23 " +
			"ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports " +
			"ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Since:      "0.1",
	Rule:       openServices{Type: groupRules, Ports: administration[:]},
}
