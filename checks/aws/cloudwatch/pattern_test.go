package cloudwatch

import "testing"

func TestMatches(t *testing.T) {
	const made, gone event = "eventSource=ec2.amazonaws.com;eventName=CreateVpc", "eventSource=ec2.amazonaws.com;eventName=DeleteVpc"
	for _, test := range []struct {
		pattern string
		event   event
		want    bool
	}{
		{`{ $.eventName = CreateVpc }`, made, true},
		{`{$.eventName="CreateVpc"}`, made, true},
		{`{ ($.eventName = 'CreateVpc') }`, made, true},
		{`{ $.eventName = CreateVpc }`, gone, false},
		{`{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) }`, gone, true},
		{`{ ($.eventName = CreateVpc) && ($.eventName = DeleteVpc) }`, gone, false},
		{`{ $.eventName = CreateVpc && $.a = b || $.eventName = DeleteVpc }`, gone, true},
		{`{ $.eventName = "*Vpc" }`, made, true},
		{`{ $.eventName = "Create*" }`, gone, false},
		{`{ $.eventName = *reate* }`, made, true},
		{`{ $.eventName != "CreateVpc" }`, gone, true},
		{`{ $.eventName != CreateVpc }`, made, false},
		{`{ $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }`, made, true},
		{`{ $.userIdentity.invokedBy EXISTS }`, made, false},
		{`{ $.errorCode = "*" }`, made, false},
	} {
		matched, understood := matches(test.pattern, test.event)
		if matched != test.want || !understood {
			t.Errorf("%s on %s: %v, understood %v", test.pattern, test.event, matched, understood)
		}
	}
}

func TestMatchesNotUnderstood(t *testing.T) {
	for _, pattern := range []string{
		"", "ERROR", "{", "{ }", "{ $.a = }", "{ ($.a = b }", "{ $.a = b ) }", "{ $.a > 1 }", "{ $.a IS TRUE }", "{ $.a & b }", "{ a = b }", "{ a != b }",
	} {
		if _, understood := matches(pattern, "a=b"); understood {
			t.Errorf("%q is understood", pattern)
		}
	}
}
