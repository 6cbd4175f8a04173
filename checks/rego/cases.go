package rego

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// mostCases is how often a policy is evaluated for one resource because of values that are one of several.
const mostCases = 8

// cases are the choices among the values that are one of several and that the policy may look at, or nil where there are
// none or too many. A value that stands at several places has one cause, and is the same at all of them.
func (c *consultation) cases(leaves []leaf) []map[string]model.Value {
	places := map[*model.Cause][]leaf{}
	var causes []*model.Cause
	for _, l := range leaves {
		if l.value.Why == nil || len(l.value.Why.Alternatives) == 0 || !l.ref.HasPrefix(resourceRef) || !c.looksAt(l) || l.mayLackInList() {
			continue
		}
		if places[l.value.Why] == nil {
			causes = append(causes, l.value.Why)
		}
		places[l.value.Why] = append(places[l.value.Why], l)
	}
	if len(causes) == 0 {
		return nil
	}
	cases := []map[string]model.Value{{}}
	for _, cause := range causes {
		var more []map[string]model.Value
		for _, chosen := range cases {
			for _, alternative := range cause.Alternatives {
				with := maps.Clone(chosen)
				for _, l := range places[cause] {
					with[l.ref.String()] = alternative
				}
				more = append(more, with)
			}
		}
		if cases = more; len(cases) > mostCases {
			return nil
		}
	}
	return cases
}

// mayLackInList tells whether the leaf is an element of a list that may not be there. There is no list without it to try: the
// places of the others would be different ones.
func (l leaf) mayLackInList() bool {
	_, isNumber := l.ref[len(l.ref)-1].Value.(ast.Number)
	return isNumber && mayLack(l.value)
}

// byCases evaluates the policy in each case. What it says in all of them is so.
func (c *consultation) byCases(cases []map[string]model.Value) ([]saying, error) {
	type verdict struct {
		saying
		certain int // in how many cases it is so for certain
		mixed   bool
	}
	found := map[[2]string]*verdict{}
	for _, chosen := range cases {
		said, err := c.judge(chosen)
		if err != nil {
			return nil, err
		}
		met := map[[2]string]model.Truth{}
		for _, s := range said {
			key := [2]string{s.resource, s.path}
			v, known := found[key]
			if !known {
				v = &verdict{saying: s}
				found[key] = v
			}
			v.mixed = v.mixed || v.message != s.message
			met[key] = max(met[key], s.fault)
		}
		for key, fault := range met {
			if fault == model.Yes {
				found[key].certain++
			}
		}
	}
	var list []saying
	for _, v := range found {
		v.fault = model.Maybe
		if v.certain == len(cases) {
			v.fault = model.Yes
		}
		if v.mixed {
			v.message = ""
		}
		list = append(list, v.saying)
	}
	slices.SortFunc(list, compareSayings)
	return list, nil
}
