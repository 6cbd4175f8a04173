package tfplan

import (
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// Locate gives the resources of a plan the places that they have in its source.
// Values stay the plan's. Only of what it does not know, or leaves out since
// it holds neither locals nor dynamic blocks, does the source say more. A resource
// that the source lacks keeps its place in the plan.
func Locate(plan, source *model.Scope) {
	if before := plan.Before; before != nil && before != plan {
		locate(before, source, false)
	}
	locate(plan, source, plan.Format == model.TerraformPlan)
}

// locate adopts with open also what only the source knows to be there.
func locate(plan, source *model.Scope, open bool) {
	blocks := make(map[string]*model.Resource, len(source.Resources))
	for _, r := range source.Resources {
		if blocks[r.Block] == nil {
			blocks[r.Block] = r
		}
	}
	origins := tracer{source.Tracer, make(map[*model.Resource]*model.Resource, len(plan.Resources))}
	for _, r := range plan.Resources {
		from := source.Resource(r.Address)
		if from == nil {
			from = blocks[r.Block]
		}
		if from == nil || from.Type != r.Type {
			continue
		}
		l := locator{plan, r, open}
		origins.of[r] = from
		r.Location = from.Location
		if r.Mode == model.Provider || r.Mode == model.Variable {
			r.Body = l.adopt(from.Body) // a plan has no values of these
			continue
		}
		r.Body = l.place(r.Body, from.Body)
		l.refs(from)
	}
	for i, out := range plan.Outputs {
		j := slices.IndexFunc(source.Outputs, func(o model.Output) bool { return o.Name == out.Name })
		if j >= 0 {
			plan.Outputs[i].Value = locator{plan: plan, open: open}.place(out.Value, source.Outputs[j].Value)
		}
	}
	if source.Tracer != nil {
		plan.Tracer = origins
	}
}

// tracer asks the source where a value of the plan came from.
type tracer struct {
	source model.Tracer
	of     map[*model.Resource]*model.Resource
}

func (t tracer) Trace(v model.Value) []model.Hop {
	if same := t.of[v.Origin.Resource]; same != nil {
		v.Origin.Resource = same
	}
	return t.source.Trace(v)
}

// locator finds the places of one resource.
type locator struct {
	plan     *model.Scope
	resource *model.Resource
	open     bool
}

// place is a value of the plan where the source writes it.
func (l locator) place(v, from model.Value) model.Value {
	from = settled(from, v)
	if from.Origin.File == "" {
		return v
	}
	v.Origin.Range = from.Origin.Range
	switch data := v.Data.(type) {
	case []model.Value:
		v.Data = l.elements(data, from)
	case model.Members:
		v.Data = l.members(data, from)
	}
	if v.State == model.Unknown && from.State == model.Unknown {
		v.Why = l.adopt(from).Why
	}
	v.Doc = l.doc(v, from)
	return v
}

// settled is the alternative that came to pass of a value that the source does
// not know.
func settled(from, v model.Value) model.Value {
	if from.State != model.Unknown || v.State == model.Unknown {
		return from
	}
	for _, a := range from.Why.Alternatives {
		if a.State == model.Known && likeness(v, a) >= 0 {
			return a
		}
	}
	return from
}

func (l locator) members(data model.Members, from model.Value) model.Members {
	sources, _ := from.Data.(model.Members)
	placed := data.Replaced(func(name string, v model.Value) model.Value {
		if s, ok := sources.Lookup(name); ok {
			return l.place(v, s)
		}
		return l.within(v, from.Origin.Range)
	})
	for name, s := range sources.All() {
		if !data.Has(name) && (s.State == model.Absent || isOpen(s) && l.open) {
			placed = append(placed, model.Member{Name: name, Value: l.adopt(s)})
		}
	}
	return model.MembersOf(placed)
}

// isOpen tells a value, or a list of blocks, that the source does not know.
func isOpen(v model.Value) bool {
	if list, ok := v.Data.([]model.Value); ok {
		return slices.ContainsFunc(list, isOpen)
	}
	return v.State == model.Unknown
}

// within puts a value, and all below it, where something around it stands.
func (l locator) within(v model.Value, at model.Range) model.Value {
	return each(v, func(v model.Value) model.Value {
		v.Origin.Range = at
		return v
	})
}

// adopt takes a value over from the source.
func (l locator) adopt(v model.Value) model.Value {
	return each(v, func(v model.Value) model.Value {
		if v.Origin.Resource != nil {
			if same := l.plan.Resource(v.Origin.Resource.Address); same != nil {
				v.Origin.Resource = same
			}
		}
		return v
	})
}

// each changes a value and all values in it.
func each(v model.Value, change func(model.Value) model.Value) model.Value {
	switch data := v.Data.(type) {
	case []model.Value:
		v.Data = eachOf(data, change)
	case model.Members:
		v.Data = data.Replaced(func(_ string, member model.Value) model.Value { return each(member, change) })
	}
	if v.Why != nil && len(v.Why.Alternatives)+len(v.Why.Parts) > 0 {
		cause := *v.Why
		cause.Alternatives = eachOf(cause.Alternatives, change)
		cause.Parts = eachOf(cause.Parts, change)
		v.Why = &cause
	}
	if v.Doc != nil {
		doc := each(*v.Doc, change)
		v.Doc = &doc
	}
	return change(v)
}

func eachOf(list []model.Value, change func(model.Value) model.Value) []model.Value {
	if list == nil {
		return nil
	}
	changed := make([]model.Value, len(list))
	for i, v := range list {
		changed[i] = each(v, change)
	}
	return changed
}

// doc is the structure of a text. That of a text which is known is in the text;
// the source says where its leaves stand.
func (l locator) doc(v, from model.Value) *model.Value {
	doc := v.Doc
	switch {
	case from.Doc == nil:
		return doc
	case doc == nil && v.State == model.Unknown:
		adopted := l.adopt(*from.Doc)
		return &adopted
	case doc == nil:
		read, err := view.JSON(v.Origin, v)
		if err != nil {
			return nil
		}
		doc = &read
	}
	placed := l.placeDoc(*doc, *from.Doc)
	return &placed
}

// placeDoc places a structure. Its leaves lie in the resource that wrote them,
// which may be another one.
func (l locator) placeDoc(doc, from model.Value) model.Value {
	placed := l.place(doc, from)
	if from.Origin.Resource == nil {
		return placed
	}
	if same := l.plan.Resource(from.Origin.Resource.Address); same != nil && same != l.resource {
		return each(placed, func(v model.Value) model.Value {
			v.Origin.Resource = same
			return v
		})
	}
	return placed
}

// refs takes over what the source knows of references: a plan names those of a
// whole expression, not whether one is handed on unchanged, and not those that
// locals hide.
func (l locator) refs(from *model.Resource) {
	r := l.resource
	var better []model.Ref
	for _, ref := range from.Refs {
		if l.plan.Resource(ref.To) != nil {
			better = append(better, ref)
		}
	}
	has := func(path string) bool {
		return slices.ContainsFunc(better, func(b model.Ref) bool { return b.Path == path })
	}
	for _, ref := range r.Refs {
		if !has(ref.Path) {
			better = append(better, ref)
		}
	}
	r.Refs = better
}
