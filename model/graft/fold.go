package graft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// An offer is a value for a place: a companion's body, or an inline setting.
type offer struct {
	body model.Value
	by   *model.Resource // the companion, or the owner itself
	at   model.Range
	link string
	// sure: it applies whenever the owner exists. Else condition, where not "", is that under which it does.
	sure      bool
	condition string
	reason    string // why it is not sure
}

// offerOf weighs a claim against its owner: a companion whose condition is the owner's too is there whenever the
// owner is.
func offerOf(owner *model.Resource, c claim) offer {
	r := c.companion
	o := offer{body: r.Body, by: r, at: r.Location, link: c.line.link, sure: true}
	condition, always := given(owner.Condition, r.Condition)
	switch {
	case r.Unseen():
		o.sure, o.reason = false, r.Body.Why.Reason
	case !c.sure:
		o.sure, o.reason = false, r.Address+" may belong to it or to another"
	case r.Doubtful && !always:
		o.sure, o.condition = false, condition
		o.reason = cmp.Or(r.Doubt, "whether "+r.Address+" exists is not known")
	}
	return o
}

// several is the list of an owner's companions. One that may not be there is an element that may be absent.
func several(owner *model.Resource, claims []claim) model.Value {
	place := claims[0].line.place
	var list []model.Value
	if inline, ok := owner.Folded.Lookup(place); ok {
		list = elements(inline)
	}
	if owner.Scope.Format == model.TerraformState {
		list = slices.DeleteFunc(list, func(inline model.Value) bool { return readBack(inline, claims) })
	}
	for _, c := range claims {
		body := c.companion.Body
		if o := offerOf(owner, c); !o.sure {
			body = model.OneOf(o.reason, body.Origin, body, model.Missing(body.Origin))
		}
		list = append(list, body)
	}
	return model.List(list, where(owner, place))
}

// readBack tells that an inline element of a state is what the provider read of a companion.
func readBack(inline model.Value, claims []claim) bool {
	return slices.ContainsFunc(claims, func(c claim) bool {
		parts, ok := inline.Data.(model.Members)
		for name, part := range parts.All() {
			ok = ok && model.Same(part, c.companion.Body.At(name))
		}
		return ok
	})
}

// elements keeps an unknown list as one element, that stands for however many there will be.
func elements(v model.Value) []model.Value {
	if list, ok := v.Data.([]model.Value); ok {
		return slices.Clone(list)
	}
	return []model.Value{v}
}

// single is the value of a place that can hold one: what is sure, and as alternatives to it what may be.
func (f *folding) single(owner *model.Resource, claims []claim) model.Value {
	place := claims[0].line.place
	var sure, doubtful []offer
	for _, o := range f.offers(owner, claims) {
		switch {
		case !o.sure:
			doubtful = append(doubtful, o)
		case !slices.ContainsFunc(sure, func(s offer) bool { return equal(s, o) }):
			sure = append(sure, o)
		}
	}
	if len(sure) == 1 && len(doubtful) == 0 {
		return sure[0].body
	}
	f.warn(owner, place, sure)
	f.warnTogether(owner, place, doubtful)

	alternatives := distinct(slices.Concat(sure, doubtful))
	values := make([]model.Value, 0, len(alternatives)+1)
	for _, o := range alternatives {
		values = append(values, o.body)
	}
	if len(sure) == 0 && !exhaustive(doubtful) {
		values = append(values, model.Missing(where(owner, place)))
	}
	return model.OneOf(reason(sure, doubtful), alternatives[0].body.Origin, values...)
}

// offers are those of the companions, and before them the inline setting. In a state the latter is but what the
// provider last read of the former.
func (f *folding) offers(owner *model.Resource, claims []claim) []offer {
	var list []offer
	place := claims[0].line.place
	if inline, ok := owner.Folded.Lookup(place); ok && f.scope.Format != model.TerraformState {
		o := offer{body: inline, by: owner, at: inline.Origin.Range, sure: inline.State == model.Known}
		if !o.sure {
			o.reason = inline.Why.Reason
		}
		list = append(list, o)
	}
	for _, c := range claims {
		list = append(list, offerOf(owner, c))
	}
	return list
}

// exhaustive tells whether one of the offers is there in any case: two of them have opposite conditions.
func exhaustive(offers []offer) bool {
	for i, a := range offers {
		for _, b := range offers[i+1:] {
			if opposite(a.condition, b.condition) {
				return true
			}
		}
	}
	return false
}

// distinct keeps the first of equal offers.
func distinct(offers []offer) []offer {
	var kept []offer
	for _, o := range offers {
		if !slices.ContainsFunc(kept, func(k offer) bool { return equal(k, o) }) {
			kept = append(kept, o)
		}
	}
	return kept
}

// equal tells whether two offers say the same of the owner, however each names it.
func equal(a, b offer) bool {
	return model.Same(a.said(), b.said())
}

// said is the body without what links it to the owner.
func (o offer) said() model.Value {
	object, ok := o.body.Data.(model.Members)
	if !ok {
		return o.body
	}
	for _, name := range [...]string{o.link, "id", "region", "expected_bucket_owner", "timeouts"} {
		object = object.Without(name)
	}
	return model.Record(object, o.body.Origin)
}

func reason(sure, doubtful []offer) string {
	switch {
	case len(sure) > 1:
		return sure[0].by.Address + " and " + sure[1].by.Address + " contradict each other"
	case exhaustive(doubtful) && len(doubtful) == 2:
		return "which of " + doubtful[0].by.Address + " and " + doubtful[1].by.Address + " exists is not known"
	}
	return doubtful[0].reason
}

// warn reports offers that are all there and differ.
func (f *folding) warn(owner *model.Resource, place string, offers []offer) {
	for _, o := range offers[min(1, len(offers)):] {
		first := offers[0]
		f.diagnostics.Add(diag.Diagnostic{
			Severity: diag.Warning,
			Summary: fmt.Sprintf("%s and %s set %s of %s to different values",
				first.by.Address, o.by.Address, words(place), owner.Address),
			Detail: fmt.Sprintf("They stand at %s and %s, and the last one applied wins; keep one of them.", first.at, o.at),
			Range:  o.at,
		})
	}
}

// warnTogether reports offers that are there under the same condition, and differ.
func (f *folding) warnTogether(owner *model.Resource, place string, doubtful []offer) {
	for i, first := range doubtful {
		same := func(o offer) bool { return o.condition == first.condition }
		if first.condition == "" || slices.ContainsFunc(doubtful[:i], same) {
			continue
		}
		together := slices.DeleteFunc(slices.Clone(doubtful), func(o offer) bool { return !same(o) })
		f.warn(owner, place, distinct(together))
	}
}

func words(place string) string { return strings.ReplaceAll(place, "_", " ") }

// where is the origin of a place that the owner's author did not write.
func where(owner *model.Resource, place string) model.Origin {
	return owner.Body.Origin.Below(place)
}
