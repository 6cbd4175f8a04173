package ec2

import (
	"fmt"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// A port, and what commonly listens there.
type port struct {
	number  int
	service string
}

// databases are the ports on which data stores listen unless told otherwise.
var databases = [...]port{
	{1433, "SQL Server"}, {1434, "SQL Server Browser"}, {1521, "Oracle"}, {2382, "SQL Server Analysis Services"},
	{2383, "SQL Server Analysis Services"}, {2483, "Oracle"}, {2484, "Oracle"}, {3306, "MySQL"}, {4333, "mSQL"},
	{5432, "PostgreSQL"}, {5439, "Redshift"}, {5984, "CouchDB"}, {6379, "Redis"}, {7000, "Cassandra"}, {7001, "Cassandra"},
	{7199, "Cassandra"}, {8182, "Neptune"}, {8888, "Cassandra OpsCenter"}, {9042, "Cassandra"}, {9160, "Cassandra"},
	{9200, "Elasticsearch"}, {9300, "Elasticsearch"}, {11211, "Memcached"}, {11214, "Memcached"}, {11215, "Memcached"},
	{27017, "MongoDB"}, {27018, "MongoDB"}, {27019, "MongoDB"}, {50000, "Db2"}, {61620, "Cassandra OpsCenter"},
	{61621, "Cassandra OpsCenter"},
}

// administration are the ports of services that run, manage or share a machine,
// SSH and Remote Desktop excepted: these have checks of their own.
var administration = [...]port{
	{20, "FTP"}, {21, "FTP"}, {23, "Telnet"}, {25, "SMTP"}, {69, "TFTP"}, {110, "POP3"}, {111, "rpcbind"}, {115, "SFTP"},
	{135, "Windows RPC"}, {137, "NetBIOS"}, {138, "NetBIOS"}, {139, "NetBIOS"}, {143, "IMAP"}, {161, "SNMP"}, {389, "LDAP"},
	{445, "SMB"}, {512, "rexec"}, {513, "rlogin"}, {514, "rsh"}, {636, "LDAP"}, {873, "rsync"}, {2049, "NFS"}, {2375, "Docker"},
	{2376, "Docker"}, {2379, "etcd"}, {2380, "etcd"}, {3020, "CIFS"}, {4505, "Salt"}, {4506, "Salt"}, {5500, "VNC"},
	{5601, "Kibana"}, {5800, "VNC"}, {5900, "VNC"}, {5985, "WinRM"}, {5986, "WinRM"}, {9000, "HDFS"}, {9092, "Kafka"}, {10250, "kubelet"},
}

// admitted is how sure it is that a rule lets one of the ports be reached, and
// the words for those that are as sure: the first, and how many others.
func admitted(r *view.Rule, ports []port) (sure model.Truth, which string) {
	var first port
	count := 0
	low, high, known := r.Span()
	for _, port := range ports {
		if known && (port.number < low || port.number > high) {
			continue
		}
		switch t := r.Admits(port.number); {
		case t == model.No || t < sure:
		case t > sure:
			sure, first, count = t, port, 1
		default:
			count++
		}
	}
	if sure == model.No {
		return model.No, "" // as of most rules
	}
	which = fmt.Sprintf("port %d (%s)", first.number, first.service)
	switch {
	case count == 2:
		return sure, which + " and another are"
	case count > 2:
		return sure, fmt.Sprintf("%s and %d others are", which, count-1)
	}
	return sure, which + " is"
}

// onlyPort asks whether a rule is for this one port.
func onlyPort(r *view.Rule, number string) model.Truth {
	return min(r.From.Is(number), r.To.Is(number))
}

// sensitive is how sure it is that a rule opens a port by which machines are ruled or data
// is read, and which.
func sensitive(r *view.Rule) (sure model.Truth, which string) {
	for _, ports := range [...][]port{{{22, "SSH"}, {3389, "Remote Desktop"}}, databases[:], administration[:]} {
		if t, w := admitted(r, ports); t > sure {
			sure, which = t, w
		}
	}
	return sure, which
}
