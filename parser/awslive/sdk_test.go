//go:build aws

package awslive

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/config"
)

// Endpoints are those that variables of the environment ask every tool for AWS to call.
func TestEndpointsOfTheEnvironment(t *testing.T) {
	Readers()
	for _, test := range []struct {
		variables map[string]string
		service   string
		want      string
	}{
		{nil, "ec2", "https://ec2.eu-central-1.amazonaws.com"},
		{map[string]string{"AWS_USE_FIPS_ENDPOINT": "true"}, "ec2", "https://ec2-fips.eu-central-1.amazonaws.com"},
		{map[string]string{"AWS_USE_DUALSTACK_ENDPOINT": "true"}, "s3", "https://s3.dualstack.eu-central-1.amazonaws.com"},
		{map[string]string{"AWS_ENDPOINT_URL": "http://127.0.0.1:1/"}, "logs", "http://127.0.0.1:1"},
		{map[string]string{"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": "http://127.0.0.1:2/"}, "logs", "http://127.0.0.1:2"},
		{map[string]string{"AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": "http://127.0.0.1:2"}, "ec2", "https://ec2.eu-central-1.amazonaws.com"},
		{map[string]string{"AWS_ENDPOINT_URL_EC2": "http://127.0.0.1:2", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"}, "ec2", "https://ec2.eu-central-1.amazonaws.com"},
		{map[string]string{"AWS_REGION": "cn-north-1"}, "sts", "https://sts.cn-north-1.amazonaws.com.cn"},
		{map[string]string{"AWS_REGION": "us-gov-west-1"}, "iam", "https://iam.us-gov.amazonaws.com"},
	} {
		t.Run(test.want, func(t *testing.T) {
			t.Setenv("AWS_REGION", "eu-central-1")
			t.Setenv("AWS_CONFIG_FILE", t.TempDir()+"/config")
			t.Setenv("AWS_SHARED_CREDENTIALS_FILE", t.TempDir()+"/credentials")
			for name, value := range test.variables {
				t.Setenv(name, value)
			}
			cfg, err := config.LoadDefaultConfig(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			a := account(cfg, cfg.Credentials)
			if got := a.base(services[test.service], cfg.Region); got != test.want {
				t.Errorf("%s is called at %s, with %v", test.service, got, test.variables)
			}
		})
	}
}
