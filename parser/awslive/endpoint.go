package awslive

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// home is the region in which a service has what is asked for.
func (s *service) home(partition, region string) string {
	switch {
	case !s.global:
		return region
	case partition == "aws-cn" && s.name == "organizations":
		return "cn-northwest-1"
	}
	return vocabulary.PartitionNamed(partition).Home
}

// base is where a service is called in a region.
func (a *Account) base(s *service, region string) string {
	if a.EndpointOf != nil {
		if own := a.EndpointOf(s.variable()); own != "" {
			return own
		}
	}
	if a.Endpoint != "" {
		return a.Endpoint
	}
	return "https://" + a.host(s, s.home(a.Partition, region))
}

// variables are what AWS_ENDPOINT_URL_… has for services that it calls otherwise than the table.
var variables = map[string]string{
	"config": "CONFIG_SERVICE", "dms": "DATABASE_MIGRATION_SERVICE", "elasticmapreduce": "EMR", "elbv2": "ELASTIC_LOAD_BALANCING_V2",
	"apigateway": "API_GATEWAY", "autoscaling": "AUTO_SCALING", "elasticbeanstalk": "ELASTIC_BEANSTALK", "es": "OPENSEARCH", "events": "EVENTBRIDGE",
	"logs": "CLOUDWATCH_LOGS", "route53": "ROUTE_53", "route53domains": "ROUTE_53_DOMAINS", "s3control": "S3_CONTROL",
	"secretsmanager": "SECRETS_MANAGER", "ses": "SESV2", "sso": "SSO_ADMIN",
}

func (s *service) variable() string {
	name := strings.TrimSuffix(s.name, "-global")
	if special := variables[name]; special != "" {
		return special
	}
	return strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// host is the name of the service's host.
func (a *Account) host(s *service, region string) string {
	label := a.label(s)
	worldwide := s.global && !s.homed
	switch {
	case s.name == "s3" || s.name == "s3control":
		return a.storageHost(s, label, region)
	case s.name == "waf" && (a.Partition != "aws" || a.DualStack): // only its usual host is worldwide
	case worldwide && a.Partition == "aws-us-gov":
		return s.endpoint + ".us-gov." + a.domain(s)
	case worldwide && a.DualStack:
		return label + ".global." + a.domain(s)
	case worldwide && (a.Partition == "aws" || s.name == "route53"):
		return label + "." + a.domain(s)
	}
	return fmt.Sprintf("%s.%s.%s", label, region, a.domain(s))
}

func (a *Account) storageHost(s *service, label, region string) string {
	if s.name == "s3control" {
		label = a.ID + ".s3-control"
		if a.FIPS {
			label += "-fips"
		}
	}
	if a.DualStack {
		label += ".dualstack"
	}
	return fmt.Sprintf("%s.%s.%s", label, region, vocabulary.PartitionNamed(a.Partition).Domain)
}

// label is the first part of the name.
func (a *Account) label(s *service) string {
	label := s.endpoint
	switch {
	case s.name == "sagemaker" && a.FIPS && !a.DualStack:
		return "api-fips.sagemaker"
	case s.name == "ecr" && a.DualStack:
		label = "ecr"
	case s.name == "es" && a.DualStack && !a.FIPS:
		label = "aos"
	case s.name == "kafka" && a.DualStack:
		label = "kafka-api"
	}
	if !a.FIPS || a.Partition == "aws-us-gov" && s.validated(a.DualStack) {
		return label
	}
	return label + "-fips"
}

// validated tells a service whose usual hosts in us-gov have validated cryptography.
func (s *service) validated(dual bool) bool {
	if dual {
		return slices.Contains([]string{"cloudwatch", "events", "iam", "kafka", "route53"}, s.name)
	}
	return strings.Contains(" acm autoscaling cloudformation cloudtrail cloudwatch config connect dlm dms ec2 elasticache elasticbeanstalk"+
		" elasticmapreduce elbv2 events glacier guardduty iam imagebuilder kafka kinesis logs logs-global organizations rds redshift"+
		" route53 sns sqs ssm sso sts ", " "+s.name+" ")
}

func (a *Account) domain(s *service) string {
	p := vocabulary.PartitionNamed(a.Partition)
	if a.DualStack && s.name != "secretsmanager" || s.name == "qbusiness" {
		return p.DualDomain
	}
	return p.Domain
}
