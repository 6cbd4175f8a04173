package cloudwatch

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// unwatched wants an alarm on events of CloudTrail: a metric filter on its log
// group whose pattern is about all of them, and an alarm with an action on the
// metric. A trail without a log group is left to other checks. Where no trail of the
// scope has one, each filter that is about some of the events is judged, and where
// there are filters of other events only, the first of them.
type unwatched struct {
	Subject string // completes "no alarm is raised on …"
	// Calls of a service that all have to be noticed, separated by spaces; its
	// address is Source.
	Source, Calls string
	// Events that have to be noticed, too.
	Events []event
}

func (unwatched) Types() string { return "aws_cloudtrail aws_cloudwatch_log_metric_filter" }

func (c unwatched) Judge(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_cloudtrail" {
		c.judgeTrail(p, r)
	} else if !slices.ContainsFunc(p.Scope.OfType("aws_cloudtrail"), delivers) {
		c.judgeFilter(p, r)
	}
}

// delivers tells whether a trail has a log group, which a filter may look at.
func delivers(trail *model.Resource) bool {
	return trail.At("cloud_watch_logs_group_arn").IsEmpty() != model.Yes
}

func (c unwatched) judgeTrail(p *checks.Pass, trail *model.Resource) {
	if !delivers(trail) {
		return
	}
	logs := trail.At("cloud_watch_logs_group_arn")
	watched := model.No
	for filter := range trail.Neighbours("aws_cloudwatch_log_metric_filter") {
		_, all := c.about(filter)
		watched = max(watched, min(all, alarmed(filter)))
	}
	p.Require(watched, logs, "no alarm is raised on %s", c.Subject)
}

func (c unwatched) judgeFilter(p *checks.Pass, filter *model.Resource) {
	some, all := c.about(filter)
	pattern := filter.At("pattern")
	p.Forbid(min(model.Is(some == model.Yes), model.Not(all)), pattern, "%s leaves out some of %s", pattern.Origin.Name, c.Subject)
	p.Beside(alarmOn(filter))
	p.Forbid(min(model.Is(all == model.Yes), model.Not(alarmed(filter))), pattern, "no alarm is raised on %s", c.Subject)
	p.Beside(strayAlarm(filter))
	if filter == firstOfTrail(p.Scope) {
		p.Require(c.anyAbout(p.Scope), pattern, "no alarm is raised on %s, only on other events", c.Subject)
	}
}

// anyAbout asks whether a filter of the scope is about some of the events.
func (c unwatched) anyAbout(scope *model.Scope) model.Truth {
	found := model.No
	for _, filter := range scope.OfType("aws_cloudwatch_log_metric_filter") {
		some, _ := c.about(filter)
		found = max(found, some)
	}
	return found
}

// firstKey is the key under which a scope keeps its first filter for CloudTrail.
type firstKey struct{}

// firstOfTrail is the first filter that is for events of CloudTrail.
func firstOfTrail(scope *model.Scope) *model.Resource {
	return model.Once(scope, firstKey{}, func() *model.Resource {
		for _, filter := range scope.OfType("aws_cloudwatch_log_metric_filter") {
			if filter.At("pattern").Satisfies(ofTrail) == model.Yes {
				return filter
			}
		}
		return nil
	})
}

// ofTrail tells a pattern for events of CloudTrail by the fields that only these have.
func ofTrail(pattern string) bool {
	return slices.ContainsFunc([]string{"$.eventName", "$.eventSource", "$.errorCode", "$.userIdentity."}, func(field string) bool {
		return strings.Contains(pattern, field)
	})
}

// about asks whether a filter is about some of the events, and about all.
func (c unwatched) about(filter *model.Resource) (some, all model.Truth) {
	some, all = model.No, model.Yes
	pattern := filter.At("pattern")
	for e := range c.all {
		fits := filters(pattern, e)
		some, all = max(some, fits), min(all, fits)
	}
	return some, all
}

func (c unwatched) all(yield func(event) bool) {
	for call := range strings.FieldsSeq(c.Calls) {
		if !yield(event("eventSource=" + c.Source + ";eventName=" + call)) {
			return
		}
	}
	for _, e := range c.Events {
		if !yield(e) {
			return
		}
	}
}

func filters(text model.Value, e event) model.Truth {
	if text.State == model.Unknown {
		return model.Maybe
	}
	s, _ := text.Data.(string)
	matched, understood := matches(s, e)
	if !understood && strings.HasPrefix(strings.TrimSpace(s), "{") {
		return model.Maybe
	}
	return model.Is(matched && understood)
}

// alarmed asks whether an alarm with an action looks at the metric of a filter.
func alarmed(filter *model.Resource) model.Truth {
	found := model.No
	for alarm := range filter.Neighbours("aws_cloudwatch_metric_alarm") {
		found = max(found, min(watches(alarm, filter), hasAction(alarm)))
	}
	return found
}

// alarmOn is the first alarm on the metric of a filter, or nil.
func alarmOn(filter *model.Resource) *model.Resource {
	for alarm := range filter.Neighbours("aws_cloudwatch_metric_alarm") {
		if watches(alarm, filter) == model.Yes {
			return alarm
		}
	}
	return nil
}

// strayAlarm is the first alarm that looks at a metric where that of a filter is, but at one that no filter makes, or nil.
func strayAlarm(filter *model.Resource) *model.Resource {
	for alarm := range filter.Neighbours("aws_cloudwatch_metric_alarm") {
		looked := model.Not(model.Is(model.Same(alarm.At("namespace"), filter.At("metric_transformation.namespace"))))
		for _, other := range filter.Scope.OfType("aws_cloudwatch_log_metric_filter") {
			looked = max(looked, watches(alarm, other))
		}
		if looked == model.No {
			return alarm
		}
	}
	return nil
}

// watches asks whether an alarm looks at the metric of a filter.
func watches(alarm, filter *model.Resource) model.Truth {
	return max(looksAt(alarm, "metric_name", filter), looksAt(alarm, "metric_query.metric.metric_name", filter))
}

// looksAt asks whether an alarm's metric is that of a filter: by a reference to the
// filter, or by its name.
func looksAt(alarm *model.Resource, path string, filter *model.Resource) model.Truth {
	for ref := range alarm.RefsAt(path) {
		if ref.To == filter.Address {
			return model.Yes
		}
	}
	found := model.No
	for name := range alarm.Each(path) {
		name = named(alarm, path, name)
		for of := range filter.Each("metric_transformation.name") {
			switch {
			case model.Same(name, of):
				return model.Yes
			case name.State == model.Unknown || of.State == model.Unknown:
				found = model.Maybe
			}
		}
	}
	return found
}

// named is the name that an alarm takes of another filter: the id of a filter is its name.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_metric_filter
func named(alarm *model.Resource, path string, name model.Value) model.Value {
	if path != "metric_name" || name.State != model.Unknown || len(name.Why.Alternatives) > 0 {
		return name
	}
	for ref := range alarm.RefsAt(path) {
		other := alarm.Scope.Resource(ref.To)
		if ref.Exact && ref.Attr == "id" && other != nil && other.Type == "aws_cloudwatch_log_metric_filter" {
			return other.At("name")
		}
	}
	return name
}
