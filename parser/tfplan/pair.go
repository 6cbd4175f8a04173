package tfplan

import (
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// maxPaired bounds the lists whose elements are held against each other: all of
// the one against all of the other.
const maxPaired = 200

// elements places the elements of a list.
func (l locator) elements(data []model.Value, from model.Value) []model.Value {
	sources, _ := from.Data.([]model.Value)
	mates := pair(data, sources)
	placed := make([]model.Value, len(data))
	for i, v := range data {
		if mates[i] != nil {
			placed[i] = l.place(v, *mates[i])
		} else {
			placed[i] = l.within(v, from.Origin.Range)
		}
	}
	return placed
}

// pair finds the element of the source that each element of the plan was made
// from, or nil. Lists keep their order, sets come in Terraform's. A block that
// stands for an unknown number of them made them all.
func pair(data, sources []model.Value) []*model.Value {
	mates := make([]*model.Value, len(data))
	if len(sources) == 1 && isOpen(sources[0]) {
		for i := range mates {
			mates[i] = &sources[0]
		}
		return mates
	}
	if len(data) != len(sources) {
		return mates
	}
	if !inOrder(data, sources) && len(data) <= maxPaired {
		byLikeness(data, sources, mates)
		return mates
	}
	for i := range mates {
		mates[i] = &sources[i]
	}
	return mates
}

// inOrder tells whether the elements do not contradict each other as they stand.
func inOrder(data, sources []model.Value) bool {
	for i := range data {
		if likeness(data[i], sources[i]) < 0 {
			return false
		}
	}
	return true
}

// byLikeness pairs what is most alike, and what is left over in order.
func byLikeness(data, sources []model.Value, mates []*model.Value) {
	used := make([]bool, len(sources))
	for i := range data {
		if j := closest(data[i], sources, used); j >= 0 {
			mates[i], used[j] = &sources[j], true
		}
	}
	for i := range mates {
		if mates[i] == nil {
			j := slices.Index(used, false)
			mates[i], used[j] = &sources[j], true
		}
	}
}

// closest is the index of the source element that has most in common with v, or -1.
func closest(v model.Value, sources []model.Value, used []bool) int {
	best, most := -1, -1
	for j, s := range sources {
		if alike := likeness(v, s); !used[j] && alike > most {
			best, most = j, alike
		}
	}
	return best
}

// likeness counts the leaves that two values have in common. It is negative
// where they contradict each other.
func likeness(v, from model.Value) int {
	if v.State == model.Known && from.State == model.Unknown && len(from.Why.Alternatives) > 0 {
		best := -1
		for _, a := range from.Why.Alternatives {
			best = max(best, likeness(v, a))
		}
		return best
	}
	if v.State != model.Known || from.State != model.Known {
		return 0
	}
	switch data := v.Data.(type) {
	case []model.Value:
		list, ok := from.Data.([]model.Value)
		if !ok || len(list) != len(data) {
			return -1
		}
		return likeLists(data, list)
	case model.Members:
		members, ok := from.Data.(model.Members)
		if !ok {
			return -1
		}
		return likeObjects(data, members)
	}
	if v.IsFold(from.String()) == model.No && v.Data != from.Data {
		return -1
	}
	return 1
}

func likeLists(data, from []model.Value) int {
	sum := 0
	for _, v := range data {
		if slices.ContainsFunc(from, func(s model.Value) bool { return likeness(v, s) > 0 }) {
			sum++
		} else if !slices.ContainsFunc(from, func(s model.Value) bool { return likeness(v, s) == 0 }) {
			return -1
		}
	}
	return sum
}

func likeObjects(data, from model.Members) int {
	sum := 0
	for name, v := range data.All() {
		s, ok := from.Lookup(name)
		if !ok {
			continue
		}
		alike := likeness(v, s)
		if alike < 0 {
			return -1
		}
		sum += alike
	}
	return sum
}
