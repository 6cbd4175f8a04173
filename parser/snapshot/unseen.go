package snapshot

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Unseen is what an account did not show for one reason.
type Unseen struct {
	State  State  `json:"state"`
	Action string `json:"action"` // the permission, "" where none would help
	Detail string `json:"detail"`
	// Types are of which nothing, or not all, was listed; Attributes are of which resources were seen without them, as
	// "AWS::S3::Bucket AccessControl".
	Types      []string `json:"types"`
	Attributes []string `json:"attributes"`
	Regions    []string `json:"regions"` // "123456789012/eu-west-1"
	Resources  int      `json:"resources"`
}

// Gaps are what the snapshot lacks, unit by unit. What no operation returns is no news and is left out.
func (c *Contents) Gaps() []Unseen {
	var gaps []Unseen
	for _, p := range c.Parts {
		for i := range p.units {
			gaps = append(gaps, p.units[i].gaps(p.Name())...)
		}
	}
	return gaps
}

func (u *unit) gaps(region string) []Unseen {
	var gaps []Unseen
	if u.State != Complete {
		gap := Gap{State: u.State, Action: u.Read}
		if u.Gap != nil {
			gap = *u.Gap
		}
		gaps = append(gaps, Unseen{State: gap.State, Action: gap.Action, Detail: gap.Detail, Types: u.unlisted(), Regions: []string{region}})
	}
	for _, n := range u.lines {
		if !mayHaveGaps(n.text) {
			continue
		}
		if d, ok := decode(n); ok {
			gaps = append(gaps, d.gaps(region)...)
		}
	}
	return gaps
}

func (r *Resource) gaps(region string) []Unseen {
	byAction := map[Gap][]string{}
	for _, path := range slices.Sorted(maps.Keys(r.Unknown)) {
		if gap := r.Unknown[path]; gap.State == Denied || gap.State == Failed {
			byAction[gap] = append(byAction[gap], r.Type+" "+path)
		}
	}
	var gaps []Unseen
	for gap, attributes := range byAction {
		gaps = append(gaps, Unseen{State: gap.State, Action: gap.Action, Detail: gap.Detail, Attributes: attributes, Regions: []string{region}, Resources: 1})
	}
	return gaps
}

// Types are those that were to be read anywhere, sorted.
func (c *Contents) Types() []string { return typesOf(c.Parts) }

func typesOf(parts []*Part) []string {
	var types []string
	for _, p := range parts {
		for _, r := range p.plan {
			types = append(types, r.Types...)
		}
		for _, u := range p.units {
			types = append(types, u.Types...)
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// Join makes one of all that have state, action and detail in common, in a fixed order.
func Join(gaps []Unseen) []Unseen {
	type key struct {
		state          State
		action, detail string
	}
	joined := map[key]*Unseen{}
	for _, g := range gaps {
		k := key{g.State, g.Action, g.Detail}
		to := joined[k]
		if to == nil {
			to = &Unseen{State: g.State, Action: g.Action, Detail: g.Detail}
			joined[k] = to
		}
		to.Types = append(to.Types, g.Types...)
		to.Attributes = append(to.Attributes, g.Attributes...)
		to.Regions = append(to.Regions, g.Regions...)
		to.Resources += g.Resources
	}
	out := make([]Unseen, 0, len(joined))
	for _, u := range joined {
		u.Types, u.Attributes, u.Regions = once(u.Types), once(u.Attributes), once(u.Regions)
		out = append(out, *u)
	}
	slices.SortFunc(out, func(a, b Unseen) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Action, b.Action), cmp.Compare(a.Detail, b.Detail))
	})
	return out
}

func once(words []string) []string {
	if words == nil {
		return []string{}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// Reason is why.
func (u Unseen) Reason() string {
	switch u.State {
	case NotOffered:
		return "not offered there, so there are none"
	case RegionOff:
		return "the region is switched off"
	}
	return Gap{State: u.State, Action: u.Action, Detail: u.Detail}.Reason()
}

// What names the types and attributes, and where.
func (u Unseen) What() string {
	var what []string
	if len(u.Types) > 0 {
		what = append(what, several(u.Types, "types"))
	}
	if len(u.Attributes) > 0 {
		what = append(what, fmt.Sprintf("%s of %s", several(u.Attributes, "attributes"), count(u.Resources, "resource")))
	}
	return strings.Join(what, ", ") + " in " + several(u.Regions, "regions")
}

func several(words []string, noun string) string {
	if len(words) > 3 {
		return fmt.Sprintf("%s and %d more %s", strings.Join(words[:2], ", "), len(words)-2, noun)
	}
	return strings.Join(words, ", ")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
