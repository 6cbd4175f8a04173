// Package view computes what several attributes mean together: which addresses
// reach which ports, and whom a policy document lets do what. A check asks a
// view and never reads CIDRs, port ranges or policy JSON itself. Views are
// computed once per scope, and only when a check asks.
package view

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// reading is one of the forms a value may take, with how sure it is that the
// form is the real one.
type reading struct {
	model.Value
	sure model.Truth
	why  string // the reason where it is not sure
}

// each yields the elements of a list, which are large, where they are.
func each[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// readings yields the forms of a value: the value itself, or each of its
// alternatives. Absent ones are left out.
func readings(v model.Value) func(yield func(reading) bool) {
	return func(yield func(reading) bool) { spread(reading{Value: v, sure: model.Yes}, yield) }
}

func spread(r reading, yield func(reading) bool) bool {
	if r.State == model.Absent {
		return true
	}
	if r.State != model.Unknown || len(r.Why.Alternatives) == 0 {
		return yield(r)
	}
	for _, a := range r.Why.Alternatives {
		if !spread(reading{Value: a, sure: model.Maybe, why: r.Why.Reason}, yield) {
			return false
		}
	}
	return true
}

// only is the reading where a condition holds, and by is what decides it.
func (r reading) only(condition model.Truth, by model.Value) reading {
	if condition == model.Maybe && by.Why != nil {
		r.why = by.Why.Reason
	}
	r.sure = min(r.sure, condition)
	return r
}

// weaken puts the doubt about a form on a value found in it, so that findings
// about the value say why they are not sure.
func weaken(v model.Value, sure model.Truth, why string) model.Value {
	if sure == model.Yes || v.State == model.Absent {
		return v
	}
	return model.OneOf(why, v.Origin, v, model.Missing(v.Origin))
}

// judge asks a question about a string. known answers for one that is there,
// begun for one of which only the start is known, perhaps nothing. Alternatives
// answer one by one; absent values, lists and objects answer No.
func judge(v model.Value, known, begun func(s string) model.Truth) model.Truth {
	switch v.State {
	case model.Absent:
		return model.No
	case model.Unknown:
		if len(v.Why.Alternatives) == 0 {
			return begun(start(v))
		}
		var agreed agreement
		for _, a := range v.Why.Alternatives {
			agreed.add(judge(a, known, begun))
		}
		return agreed.answer()
	}
	switch data := v.Data.(type) {
	case string:
		return known(data)
	case []model.Value, model.Members:
		return model.No
	}
	return known(v.Raw())
}

// start is what a string without alternatives is known to start with. The
// identifiers that the platform gives out are like ARNs: no wildcards.
func start(v model.Value) string {
	switch {
	case v.Why.Prefix != "":
		return v.Why.Prefix
	case issued(v):
		return "arn:"
	case len(v.Why.Parts) > 0 && v.Why.Parts[0].State == model.Unknown:
		return start(v.Why.Parts[0])
	}
	return ""
}

// agreement joins answers about alternatives of which exactly one is real.
type agreement struct {
	last         model.Truth
	asked, split bool
}

func (a *agreement) add(t model.Truth) {
	a.split = a.split || a.asked && t != a.last
	a.last, a.asked = t, true
}

func (a *agreement) answer() model.Truth {
	if a.split || !a.asked {
		return model.Maybe
	}
	return a.last
}

// issued tells whether an unknown value is an identifier that the platform
// gives out, so never a wildcard: the arn or id of a resource or data source.
// The key of such a value is its address and the attribute's name.
func issued(v model.Value) bool {
	if v.State != model.Unknown {
		return false
	}
	address := afterModules(v.Why.Key)
	if first, _, _ := strings.Cut(address, "."); first != "data" && !strings.Contains(first, "_") {
		return false
	}
	switch address[strings.LastIndexByte(address, '.')+1:] {
	case "arn", "iam_arn", "id", "account_id", "unique_id":
		return true
	}
	return false
}

// IsOf tells that an unknown value is an attribute of a resource. Its key begins with the
// address, before which the type stands where addresses do not have it.
func IsOf(v model.Value, r *model.Resource) bool {
	if v.State != model.Unknown {
		return false
	}
	rest, ok := strings.CutPrefix(v.Why.Key, r.Address)
	if !ok {
		rest, ok = strings.CutPrefix(v.Why.Key, r.Type+"."+r.Address)
	}
	return ok && (rest == "" || rest[0] == '.')
}

// afterModules cuts "module.NAME." from the front of an address, as often as
// it is there, with the key of the call. A bare output of a module leaves nothing
// that looks like a type.
func afterModules(address string) string {
	for {
		rest, ok := strings.CutPrefix(address, "module.")
		if !ok {
			return address
		}
		end := "."
		switch i := strings.IndexAny(rest, ".["); {
		case i >= 0 && strings.HasPrefix(rest[i:], `["`):
			end = `"].`
		case i >= 0 && rest[i] == '[':
			end = "]."
		}
		_, address, _ = strings.Cut(rest, end)
	}
}

// either is the one of two values that is written, the first if none is.
func either(v, other model.Value) model.Value {
	if v.State == model.Absent && other.State != model.Absent {
		return other
	}
	return v
}
