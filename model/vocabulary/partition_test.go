package vocabulary

import "testing"

func TestPartitions(t *testing.T) {
	for region, want := range map[string]string{
		"eu-central-1": "aws", "eu-isoe-west-1": "aws-iso-e", "eusc-de-east-1": "aws-eusc", "us-iso-west-1": "aws-iso",
		"us-isob-east-1": "aws-iso-b", "us-gov-east-1": "aws-us-gov", "cn-northwest-1": "aws-cn", "": "aws",
	} {
		if got := PartitionOf(region).Name; got != want {
			t.Errorf("%q lies in %s, want %s", region, got, want)
		}
	}
}

func TestPartitionNamed(t *testing.T) {
	for name, want := range map[string]string{"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-iso-e": "eu-isoe-west-1", "": "us-east-1", "aws-new": "us-east-1"} {
		if got := PartitionNamed(name).Home; got != want {
			t.Errorf("%s is at home in %s, want %s", name, got, want)
		}
	}
}
