package vocabulary

import "strings"

// Partition is a part of AWS with accounts of its own.
//
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
type Partition struct {
	Name string
	// Home is the region of what is not in each of them.
	Home string
	// Domain is what the names of hosts end with, DualDomain that of those with IPv6.
	Domain, DualDomain string

	regions string // what the names of its regions begin with
}

// partitions are those that are known, first the one of all other regions.
var partitions = [...]Partition{
	{"aws", "us-east-1", "amazonaws.com", "api.aws", ""},
	{"aws-cn", "cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-"},
	{"aws-eusc", "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-"},
	{"aws-iso", "us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-"},
	{"aws-iso-b", "us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-"},
	{"aws-iso-e", "eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-"},
	{"aws-iso-f", "us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-"},
	{"aws-us-gov", "us-gov-west-1", "amazonaws.com", "api.aws", "us-gov-"},
}

// PartitionOf is the partition in which a region lies.
func PartitionOf(region string) *Partition {
	for i := range partitions[1:] {
		if p := &partitions[i+1]; strings.HasPrefix(region, p.regions) {
			return p
		}
	}
	return &partitions[0]
}

// PartitionNamed is the partition of a name, of one that is not known the first.
func PartitionNamed(name string) *Partition {
	for i := range partitions {
		if partitions[i].Name == name {
			return &partitions[i]
		}
	}
	return &partitions[0]
}
