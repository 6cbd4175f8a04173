package checks

import (
	"fmt"
	"slices"
	"sync"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// Verdict is what a check says of a resource.
type Verdict string

const (
	Passed  Verdict = "pass"
	Fail    Verdict = "fail"
	Unknown Verdict = "unknown"
)

// Finding is a verdict about a place.
type Finding struct {
	Check     *Entry
	Verdict   Verdict
	Resource  *model.Resource
	Companion *model.Resource // in which the place lies, if not in Resource
	At        model.Value     // the value at fault, or the absent one
	Message   string
	Reason    string // of an Unknown
	// Way is what lies between an attacker and what the finding is about, in the
	// order of an attack, where the fault is in how several resources meet.
	Way []model.Hop
}

// Pass is one check at work on one resource.
type Pass struct {
	Scope    *model.Scope
	check    *Entry
	resource *model.Resource
	judged   bool
	// open is why it is not known whether what is judged next is to be judged.
	open     *model.Cause
	findings []Finding
	err      error
}

// Judge runs a check on a resource. Without findings, judged tells whether
// there was anything to judge. The error is of a rule that could not judge: no
// built-in one gives up.
func Judge(check *Entry, r *model.Resource) (findings []Finding, judged bool, err error) {
	p := passes.Get().(*Pass)
	*p = Pass{Scope: r.Scope, check: check, resource: r}
	check.Rule.Judge(p, r)
	if p.judged && p.err == nil && r.Unseen() {
		p.doubt()
	}
	findings, judged, err = p.findings, p.judged, p.err
	passes.Put(p)
	return findings, judged, err
}

// Judged says that there was something to judge, for a rule that asks its
// questions elsewhere and has no fault to report.
func (p *Pass) Judged() { p.judged = true }

// HingesOn names values that decide, beside those that the next findings are about: the
// first that is not known is the reason why such a finding is not sure.
func (p *Pass) HingesOn(values ...model.Value) {
	p.open = nil
	for _, v := range values {
		if p.open == nil {
			p.open = cause(v)
		}
	}
}

// Abandon says why the rule could not judge. What it has found before is lost.
func (p *Pass) Abandon(err error) { p.findings, p.judged, p.err = nil, false, err }

// Decide is Forbid with a message that is made already. By is the value that
// decides about the fault, where at does not.
func (p *Pass) Decide(fault model.Truth, at model.Value, message string, by model.Value) {
	p.judged = true
	if fault == model.No {
		return
	}
	p.add(nil, fault, at, message, []any{by})
}

// doubt takes back what was said of a resource that nobody saw.
func (p *Pass) doubt() {
	body := p.resource.Body
	p.findings = nil
	p.Forbid(model.Maybe, body, "%s is %v", body.Origin.Name, body)
}

// passes are those that are over: there is one for each check on each resource.
var passes = sync.Pool{New: func() any { return new(Pass) }}

// Forbid judges a value: where fault is Yes it fails, where Maybe it is
// unknown. The message says what was found; it is only made where needed.
func (p *Pass) Forbid(fault model.Truth, at model.Value, format string, args ...any) {
	p.ForbidAlong(nil, fault, at, format, args...)
}

// ForbidAlong is Forbid for a fault that several resources make together: way is
// what lies between an attacker and the last of them.
func (p *Pass) ForbidAlong(way []model.Hop, fault model.Truth, at model.Value, format string, args ...any) {
	p.judged = true
	if fault == model.No {
		return
	}
	p.add(way, fault, at, fmt.Sprintf(format, args...), args)
}

// add keeps a finding. The values that it is about say why it is not sure.
func (p *Pass) add(way []model.Hop, fault model.Truth, at model.Value, message string, args []any) {
	f := Finding{Check: p.check, Verdict: Fail, Resource: p.resource, At: at, Message: message, Way: way}
	if fault == model.Maybe {
		f.Verdict, f.Reason = Unknown, p.reason(at, args)
	}
	p.settle(&f)
	if !slices.ContainsFunc(p.findings, f.repeats) {
		p.findings = append(p.findings, f)
	}
}

// repeats tells whether two findings of one pass say the same of one place:
// a value may be met more than once, such as the grantee of several permissions.
func (f Finding) repeats(g Finding) bool {
	return f.Verdict == g.Verdict && f.Message == g.Message && f.At.Origin == g.At.Origin
}

// Require judges a value: where good is No it fails, where Maybe it is unknown.
func (p *Pass) Require(good model.Truth, at model.Value, format string, args ...any) {
	p.Forbid(model.Not(good), at, format, args...)
}

// Beside names the other party of what was found so far, where the fault is one of
// two resources together and stands in one of them. There may be none.
func (p *Pass) Beside(other *model.Resource) {
	if other == nil {
		return
	}
	other = declared(other)
	for i := range p.findings {
		if f := &p.findings[i]; f.Companion == nil && f.Resource != other {
			f.Companion = other
		}
	}
}

// settle names the two parties of a finding: the owner, and the companion in
// which the place lies. What an author declared as one is named as one.
func (p *Pass) settle(f *Finding) {
	whole := p.resource
	if whole.Owner != nil {
		whole = whole.Owner
	}
	if f.Resource = declared(whole); f.Resource != p.resource {
		f.Companion = p.resource
	}
	if lies := f.At.Origin.Resource; lies != nil && lies != f.Resource {
		f.Companion = p.taker(f.Resource, lies)
	}
	if f.Companion != nil && declared(f.Companion) != f.Resource {
		f.Companion = declared(f.Companion)
	}
}

// taker is the companion of an owner that takes what is at fault from a data source, and
// the resource in which that lies itself where it is no data source or none takes it.
func (p *Pass) taker(owner, lies *model.Resource) *model.Resource {
	if lies.Mode != model.Data {
		return lies
	}
	takers := view.Referrers(lies)
	if slices.Contains(takers, p.resource) && p.resource.Owner == owner {
		return p.resource
	}
	for _, r := range takers {
		if r.Owner == owner {
			return r
		}
	}
	return lies
}

// declared is the resource in which an author declared one.
func declared(r *model.Resource) *model.Resource {
	for r.PartOf != nil {
		r = r.PartOf
	}
	return r
}

// reason finds why a verdict is unknown: the value's own cause, else that of
// the first unknown among the message's arguments, or of the conditions.
func (p *Pass) reason(at model.Value, args []any) string {
	why := cause(at)
	for _, arg := range args {
		if v, ok := arg.(model.Value); ok && why == nil {
			why = cause(v)
		}
	}
	if why == nil {
		why = p.open
	}
	if why == nil {
		return "depends on a value that is not known"
	}
	return why.Reason
}

// cause is why a value is not known, or the first element of it that is not.
func cause(v model.Value) *model.Cause {
	if v.Why != nil {
		return v.Why
	}
	elements, _ := v.Data.([]model.Value)
	for _, element := range elements {
		if why := cause(element); why != nil {
			return why
		}
	}
	return nil
}
