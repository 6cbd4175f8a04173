package model

import "testing"

// outcomes are all combinations that are not excluded of A, B and C.
func outcomes(names string, excluded ...string) Outcomes {
	var all Outcomes
	for n := range 1 << len(names) {
		word, given := "", []Given{}
		for i, name := range names {
			holds := n>>i&1 == 1
			given = append(given, Given{string(name), holds})
			if holds {
				word += string(name)
			}
		}
		skip := false
		for _, e := range excluded {
			skip = skip || e == word
		}
		if !skip {
			all = append(all, Outcome{Given: given})
		}
	}
	return all
}

func TestWhen(t *testing.T) {
	holds := func(o Outcome, name string) bool {
		for _, g := range o.Given {
			if g.Condition == name {
				return g.Holds
			}
		}
		return false
	}
	for _, test := range []struct {
		name string
		all  Outcomes
		in   func(a, b, c bool) bool
		want string
	}{
		{"all", outcomes("AB"), func(a, b, c bool) bool { return true }, ""},
		{"one", outcomes("ABC"), func(a, b, c bool) bool { return !b }, "when B is false"},
		{"both", outcomes("ABC"), func(a, b, c bool) bool { return a && !c }, "when A is true and C is false"},
		{"either", outcomes("ABC"), func(a, b, c bool) bool { return a || c }, "when A is true, or when C is true"},
		{"three", outcomes("ABC"), func(a, b, c bool) bool { return a && b && !c }, "when A is true and B is true and C is false"},
		{"the second follows from the first", outcomes("AB", "AB"), func(a, b, c bool) bool { return b }, "when B is true"},
		{"neither", outcomes("AB", "AB"), func(a, b, c bool) bool { return !a && !b }, "when A is false and B is false"},
		{"differ", outcomes("AB"), func(a, b, c bool) bool { return a != b }, "when A is true and B is false, or when A is false and B is true"},
		{"many", outcomes("ABC"), func(a, b, c bool) bool { return (a != b) != c },
			"when A is true and B is false and C is false, or when A is false and B is true and C is false, " +
				"or when A is false and B is false and C is true, and in other cases"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var set uint64
			for i, o := range test.all {
				if test.in(holds(o, "A"), holds(o, "B"), holds(o, "C")) {
					set |= 1 << i
				}
			}
			terms := test.all.When(set)
			if got := Sentence(terms); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			var said uint64
			for _, term := range terms {
				said |= test.all.where(term)
			}
			if test.want != "" && said != set {
				t.Errorf("the terms say %b, not %b", said, set)
			}
		})
	}
}

// An outcome may leave open what others decide: it counts on both sides.
func TestWhenPartlyOpen(t *testing.T) {
	all := Outcomes{
		{Given: []Given{{"A", true}, {"B", true}}},
		{Given: []Given{{"A", true}, {"B", false}}},
		{Given: []Given{{"A", false}}},
	}
	if got := Sentence(all.When(0b001)); got != "when A is true and B is true" {
		t.Error(got)
	}
	if got := Sentence(all.When(0b100)); got != "when A is false" {
		t.Error(got)
	}
}
