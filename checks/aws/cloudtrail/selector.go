package cloudtrail

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// recordsObjects wants a trail to record what is done to objects of S3.
type recordsObjects struct {
	Of       string // "reads" or "writes"
	Kind     string // of the events, as an event selector says it
	ReadOnly string // the same as an advanced one says it
}

func (recordsObjects) Types() string { return "aws_cloudtrail" }

func (c recordsObjects) Judge(p *checks.Pass, r *model.Resource) {
	recorded := model.No
	for kind := range checks.Within(r, "event_selector", "read_write_type") {
		for data := range kind.Element.Each("data_resource") {
			recorded = max(recorded, min(kind.There, kind.Is("All", c.Kind), data.At("type").Is("AWS::S3::Object")))
		}
	}
	for selector := range r.Each("advanced_event_selector") {
		recorded = max(recorded, min(selects(selector, "eventCategory", "Data"), selects(selector, "resources.type", "AWS::S3::Object"),
			max(model.Not(mentions(selector, "readOnly")), selects(selector, "readOnly", c.ReadOnly))))
	}
	p.Require(recorded, r.Body, "%s of S3 objects are not recorded", c.Of)
}

// selects asks whether an advanced selector takes a field that equals a word.
func selects(selector model.Value, field, word string) model.Truth {
	found := model.No
	for f := range selector.Each("field_selector") {
		found = max(found, min(f.At("field").Is(field), f.At("equals").Contains(word)))
	}
	return found
}

// mentions asks whether an advanced selector is about a field at all.
func mentions(selector model.Value, field string) model.Truth {
	found := model.No
	for f := range selector.Each("field_selector") {
		found = max(found, f.At("field").Is(field))
	}
	return found
}
