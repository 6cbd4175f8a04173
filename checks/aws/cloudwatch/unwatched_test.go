package cloudwatch

import (
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// A finding about a filter names the alarm that it is about, too: the one on its metric, or the one that looks past it.
func TestAlarmBeside(t *testing.T) {
	at := model.Origin{}
	text := func(s string) model.Value { return model.Text(s, at) }
	filter := func(pattern string) *model.Resource {
		made := model.Object(map[string]model.Value{"name": text("Refused"), "namespace": text("Trail")}, at)
		return &model.Resource{
			Type: "aws_cloudwatch_log_metric_filter", Address: "filter",
			Body: model.Object(map[string]model.Value{"pattern": text(pattern), "metric_transformation": model.List([]model.Value{made}, at)}, at),
		}
	}
	alarm := func(name, metric, namespace string) *model.Resource {
		return &model.Resource{
			Type: "aws_cloudwatch_metric_alarm", Address: name,
			Body: model.Object(map[string]model.Value{
				"metric_name": text(metric), "namespace": text(namespace), "alarm_actions": model.List([]model.Value{text("arn:aws:sns:eu-west-1:111122223333:operators")}, at),
			}, at),
		}
	}
	const some = `{ $.errorCode = "AccessDenied*" }`
	const all = `{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`
	for name, test := range map[string]struct {
		pattern string
		alarms  []*model.Resource
		want    string
	}{
		"on its metric":    {some, []*model.Resource{alarm("other", "CPUUtilization", "AWS/EC2"), alarm("refused", "Refused", "Trail")}, "refused"},
		"past its metric":  {all, []*model.Resource{alarm("other", "CPUUtilization", "AWS/EC2"), alarm("typo", "Refusals", "Trail")}, "typo"},
		"of another place": {all, []*model.Resource{alarm("other", "CPUUtilization", "AWS/EC2")}, ""},
	} {
		scope := &model.Scope{Format: model.Terraform}
		judged := filter(test.pattern)
		for _, r := range append(test.alarms, judged) {
			scope.Add(r)
		}
		found, _, err := checks.Judge(&checks.Entry{Check: UnauthorizedCallsUnwatched}, judged)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		got := ""
		if found[0].Companion != nil {
			got = found[0].Companion.Address
		}
		if got != test.want {
			t.Errorf("%s: beside it stands %q, not %q", name, got, test.want)
		}
	}
}
