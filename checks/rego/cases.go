package rego

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/lintel-iac/lintel/model"
)

// mostCases is how often a policy is evaluated for one resource because of values that are one of several.
const mostCases = 8

// cases are the choices among the values that are one of several and that the policy may look at, as many as there may be, with
// the first of these values; nil where there are none. A value that stands at several places has one cause, and is the same at
// all of them.
func (c *consultation) cases(leaves []leaf) (cases []map[string]model.Value, of model.Value) {
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
	cases = []map[string]model.Value{{}}
	for _, cause := range causes {
		if len(cases)*len(cause.Alternatives) > mostCases {
			continue
		}
		if of.Why == nil {
			of = places[cause][0].value
		}
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
		cases = more
	}
	if of.Why == nil {
		return nil, of
	}
	return cases, of
}

// mayLackInList tells whether the leaf is an element of a list that may not be there. There is no list without it to try: the
// places of the others would be different ones.
func (l leaf) mayLackInList() bool {
	_, isNumber := l.ref[len(l.ref)-1].Value.(ast.Number)
	return isNumber && mayLack(l.value)
}

// fault is what the cases are about: a resource, and the path of a finding. What lies in one of several documents is the same
// fault as what lies in another.
type fault struct{ resource, path string }

func (s saying) about() fault {
	path, _, _ := strings.Cut(s.path, "."+alternativesStep+".")
	return fault{s.resource, path}
}

// tally is what is said of one fault in the cases.
type tally struct {
	sayings []counted
	certain int // in how many cases it is there for certain
}

type counted struct {
	saying
	certain int
}

// byCases evaluates the policy in each case. What it says in all of them is so; of is one of the values that differ.
func (c *consultation) byCases(cases []map[string]model.Value, of model.Value) ([]saying, error) {
	found := map[fault]*tally{}
	for _, chosen := range cases {
		said, err := c.judge(chosen)
		if err != nil {
			return nil, err
		}
		met := map[fault]model.Truth{}
		for _, s := range said {
			about := s.about()
			if found[about] == nil {
				found[about] = &tally{}
			}
			found[about].add(s)
			met[about] = max(met[about], s.fault)
		}
		for about, holds := range met {
			if holds == model.Yes {
				found[about].certain++
			}
		}
	}
	var list []saying
	for _, t := range found {
		list = append(list, t.conclude(len(cases), of)...)
	}
	slices.SortFunc(list, compareSayings)
	return list, nil
}

func (t *tally) add(s saying) {
	i := slices.IndexFunc(t.sayings, func(c counted) bool { return compareSayings(c.saying, s) == 0 })
	if i < 0 {
		i, t.sayings = len(t.sayings), append(t.sayings, counted{saying: s})
	}
	c := &t.sayings[i]
	c.fault = max(c.fault, s.fault)
	if s.fault == model.Yes {
		c.certain++
	}
}

// conclude is what holds in all of n cases, or may. What is put otherwise in each of them goes without words.
func (t *tally) conclude(n int, of model.Value) []saying {
	var always, sometimes []saying
	for _, c := range t.sayings {
		if c.certain == n {
			always = append(always, c.saying)
			continue
		}
		i := slices.IndexFunc(sometimes, func(s saying) bool { return s.path == c.path })
		if i < 0 {
			sometimes = append(sometimes, c.saying)
			continue
		}
		sometimes[i].message = ""
		sometimes[i].fault = max(sometimes[i].fault, c.fault)
	}
	for i := range sometimes {
		s := &sometimes[i]
		if len(always) > 0 || t.certain < n {
			s.fault = model.Maybe
		}
		if s.by.Why == nil {
			s.by = of
		}
	}
	return append(always, sometimes...)
}
