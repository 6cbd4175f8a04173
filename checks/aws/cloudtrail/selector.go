package cloudtrail

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// recordsObjects wants a trail to record what is done to objects of S3.
type recordsObjects struct {
	Of       string // "reads" or "writes"
	Kind     string // of the events, as an event selector says it
	ReadOnly string // the same as an advanced one says it
}

func (recordsObjects) Types() string { return "aws_cloudtrail" }

func (c recordsObjects) Judge(p *checks.Pass, r *model.Resource) {
	every := func(model.Value) model.Truth { return model.Yes }
	p.Require(c.recorded(r, every), r.Body, "%s of S3 objects are not recorded", c.Of)
}

// recorded asks whether a trail records the events of objects that a selector's value, a
// start of their ARNs, is about.
func (c recordsObjects) recorded(r *model.Resource, about func(value model.Value) model.Truth) model.Truth {
	recorded := model.No
	for kind := range checks.Within(r, "event_selector", "read_write_type") {
		for data := range kind.Element.Each("data_resource") {
			fits := min(kind.There, kind.Is("All", c.Kind), data.At("type").Is("AWS::S3::Object"))
			recorded = max(recorded, min(fits, anyOf(data, "values", about)))
		}
	}
	for selector := range r.Each("advanced_event_selector") {
		fits := min(selects(selector, "eventCategory", "Data"), selects(selector, "resources.type", "AWS::S3::Object"),
			max(model.Not(mentions(selector, "readOnly")), selects(selector, "readOnly", c.ReadOnly)))
		if mentions(selector, "resources.ARN") != model.No {
			fits = min(fits, max(anyOf(selector, "field_selector.starts_with", about), anyOf(selector, "field_selector.equals", about)))
		}
		recorded = max(recorded, fits)
	}
	return recorded
}

// anyOf asks whether a question is so for one of the values at a path.
func anyOf(v model.Value, path string, about func(value model.Value) model.Truth) model.Truth {
	found := model.No
	for value := range v.Each(path) {
		found = max(found, about(value))
	}
	return found
}

// objectsOf wants a trail of the same scope to record what is done to the objects of a bucket.
type objectsOf struct{ recordsObjects }

func (objectsOf) Types() string { return "aws_s3_bucket" }

func (c objectsOf) Judge(p *checks.Pass, r *model.Resource) {
	recorded := model.No
	for _, trail := range p.Scope.OfType("aws_cloudtrail") {
		recorded = max(recorded, c.recorded(trail, func(value model.Value) model.Truth { return holds(trail, value, r) }))
	}
	p.Require(recorded, r.Body, "no trail here records %s of its objects", c.Of)
}

// holds asks whether the start of an ARN in a trail is about objects of a bucket: about all
// buckets, or this one by its name or by a reference to it.
func holds(trail *model.Resource, value model.Value, bucket *model.Resource) model.Truth {
	name := bucket.At("bucket")
	about := func(arn string) bool {
		_, of, _ := strings.Cut(arn, ":s3")
		of = strings.TrimLeft(of, ":")
		return of == "" || name.State == model.Known && strings.HasPrefix(of, name.String()+"/")
	}
	if value.State != model.Unknown {
		return value.Satisfies(about)
	}
	if end := ending(value); strings.Contains(end, ":s3") {
		return model.Is(about(end))
	}
	if meant := bucketIn(trail, value); meant != nil {
		return model.Is(meant == bucket)
	}
	named := func(ref model.Ref) bool { return ref.To == bucket.Address && strings.Contains(ref.Path, "_selector.") }
	return max(model.Maybe, model.Is(slices.ContainsFunc(trail.Refs, named)))
}

// ending is the text at the end of a value that is not known as a whole: that of an ARN
// in a partition that is not.
func ending(value model.Value) string {
	end := ""
	for _, part := range slices.Backward(value.Why.Parts) {
		if part.State != model.Known {
			break
		}
		end = part.String() + end
	}
	return end
}

// bucketIn finds the bucket of this scope that a trail's value is put together from, nil
// where it is none or cannot be told.
func bucketIn(trail *model.Resource, value model.Value) *model.Resource {
	for _, part := range append([]model.Value{value}, value.Why.Parts...) {
		for _, ref := range trail.Refs {
			if r := trail.Scope.Resource(ref.To); r != nil && r.Type == "aws_s3_bucket" && view.IsOf(part, r) {
				return r
			}
		}
	}
	return nil
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
