package model

import (
	"math/bits"
	"strings"
)

// MaxOutcomes is how many outcomes a scope has at most.
const MaxOutcomes = 64

// Outcome is one way in which an input may turn out that leaves conditions open.
type Outcome struct {
	Given []Given // what holds in it, of that by which outcomes differ
	Scope *Scope
}

// Given says whether a condition holds.
type Given struct {
	Condition string // as its author calls it
	Holds     bool
}

// Outcomes are all ways in which an input may turn out, of which exactly one
// will be real. A set of them is a number with a bit for each.
type Outcomes []Outcome

// When says in which outcomes something is the case that is so in those of a set, as
// briefly as it can: any one of the terms suffices, and a term is all that it
// says. It is nil for all of them.
func (all Outcomes) When(set uint64) [][]Given {
	var terms [][]Given
	for left := set; left != 0 && set != all.where(nil); {
		term := all.widest(set, left)
		terms = append(terms, term)
		left &^= all.where(term)
	}
	return terms
}

// widest is the term of the fewest words that is true in outcomes of the set
// alone, and of these the one that is true in most of what is left of it.
func (all Outcomes) widest(set, left uint64) []Given {
	said := all[bits.TrailingZeros64(left)].Given
	var best []Given
	consider := func(term ...Given) {
		if where := all.where(term); where&^set == 0 && (best == nil || count(where&left) > count(all.where(best)&left)) {
			best = term
		}
	}
	for _, g := range said {
		consider(g)
	}
	for i := 0; best == nil && i < len(said); i++ {
		for _, other := range said[i+1:] {
			consider(said[i], other)
		}
	}
	if best == nil {
		best = all.shortened(said, set)
	}
	return best
}

// shortened leaves out of a term what it does not need.
func (all Outcomes) shortened(term []Given, set uint64) []Given {
	for i := 0; i < len(term); {
		shorter := append(term[:i:i], term[i+1:]...)
		if all.where(shorter)&^set == 0 {
			term = shorter
		} else {
			i++
		}
	}
	return term
}

// where is the set of outcomes in which a term may be true.
func (all Outcomes) where(term []Given) uint64 {
	var set uint64
	for i := range all {
		if all[i].mayBe(term) {
			set |= 1 << i
		}
	}
	return set
}

func (o *Outcome) mayBe(term []Given) bool {
	for _, g := range term {
		for _, known := range o.Given {
			if g.Condition == known.Condition && g.Holds != known.Holds {
				return false
			}
		}
	}
	return true
}

func count(set uint64) int { return bits.OnesCount64(set) }

// maxTerms is how many terms a sentence has at most.
const maxTerms = 3

// Sentence is what When says in words: "when IsProd is false".
func Sentence(when [][]Given) string {
	var out strings.Builder
	for i, term := range when {
		switch {
		case i == maxTerms:
			out.WriteString(", and in other cases")
			return out.String()
		case i > 0:
			out.WriteString(", or ")
		}
		for j, g := range term {
			if j == 0 {
				out.WriteString("when ")
			} else {
				out.WriteString(" and ")
			}
			out.WriteString(g.Condition + " is " + map[bool]string{true: "true", false: "false"}[g.Holds])
		}
	}
	return out.String()
}
