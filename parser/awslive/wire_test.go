package awslive

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

// Some services want a header: without it one speaks another dialect, and another refuses.
func TestHeaders(t *testing.T) {
	for service, want := range map[string][2]string{
		"apigateway": {"Accept", "application/json"},
		"glacier":    {"X-Amz-Glacier-Version", "2012-06-01"},
		"s3control":  {"X-Amz-Account-Id", "111122223333"},
	} {
		asked := http.Header{}
		server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked = r.Header }))
		a := &Account{
			ID: "111122223333", Partition: "aws", Endpoint: server.URL, HTTP: server.Client(),
			Sign: func(context.Context, *http.Request, []byte, string, string) error { return nil },
		}
		o := operationOf(service, "Any", "", "")
		o.request = "GET /any"
		if _, f := a.call(context.Background(), "eu-central-1", o, nil, ""); f != nil {
			t.Error(f)
		}
		if got := asked.Get(want[0]); got != want[1] {
			t.Errorf("%s is sent %s: %q", service, want[0], got)
		}
		server.Close()
	}
}

// What has one place for all regions is asked there, under its host's name.
func TestHosts(t *testing.T) {
	for _, test := range []struct{ partition, service, region, want string }{
		{"aws", "iam", "eu-central-1", "https://iam.amazonaws.com"},
		{"aws", "organizations", "eu-central-1", "https://organizations.us-east-1.amazonaws.com"},
		{"aws", "route53domains", "eu-central-1", "https://route53domains.us-east-1.amazonaws.com"},
		{"aws", "wafv2-global", "eu-central-1", "https://wafv2.us-east-1.amazonaws.com"},
		{"aws", "wafv2", "eu-central-1", "https://wafv2.eu-central-1.amazonaws.com"},
		{"aws-eusc", "iam", "eusc-de-east-1", "https://iam.eusc-de-east-1.amazonaws.eu"},
		{"aws-iso-b", "ec2", "us-isob-east-1", "https://ec2.us-isob-east-1.sc2s.sgov.gov"},
		{"aws-cn", "organizations", "cn-north-1", "https://organizations.cn-northwest-1.amazonaws.com.cn"},
		{"aws", "s3control", "us-east-1", "https://111122223333.s3-control.us-east-1.amazonaws.com"},
	} {
		a := &Account{ID: "111122223333", Partition: test.partition}
		if got := a.base(operationOf(test.service, "Any", "", "").service, test.region); got != test.want {
			t.Errorf("%s in %s is at %s, want %s", test.service, test.region, got, test.want)
		}
	}
}

// A page that is named by several marks is asked for by all of them.
func TestMarks(t *testing.T) {
	o := &operation{service: &service{protocol: "rest-xml"}, request: "GET /zone", pageIn: "name,type,identifier", pageOut: "Name,Type,Identifier"}
	page := o.next(map[string]any{"Name": "b.", "Type": "A"})
	if _, target, _, _ := o.service.compose(o, func(string) string { return "" }, page); target != "/zone?name=b.&type=A" {
		t.Errorf("the next page is at %s", target)
	}
	if o.next(map[string]any{"IsTruncated": "false"}) != "" {
		t.Error("the last page has another behind it")
	}
}
