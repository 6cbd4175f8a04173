package model

import (
	"slices"
	"strings"
)

// ask answers a question about a Known value; alternatives are asked one by
// one, an Absent value answers absent, any other Unknown is Maybe.
func (v Value) ask(absent Truth, known func(Value) Truth) Truth {
	switch v.State {
	case Absent:
		return absent
	case Known:
		return known(v)
	}
	if len(v.Why.Alternatives) == 0 {
		return Maybe
	}
	answers := make([]Truth, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		answers[i] = a.ask(absent, known)
	}
	return agree(answers...)
}

// IsSet asks whether the author gave a value. Defaults do not count.
func (v Value) IsSet() Truth {
	if v.State == Unknown && (v.Why.NotNull || v.Why.NotEmpty) {
		return Yes
	}
	return v.ask(No, func(v Value) Truth { return Is(!v.Defaulted) })
}

// IsTrue asks for the boolean true, also in the spelling "true".
func (v Value) IsTrue() Truth { return v.isBool(true) }

// IsFalse asks for the boolean false, also in the spelling "false". Absent is
// not false: defaults are filled in by Resource.At.
func (v Value) IsFalse() Truth { return v.isBool(false) }

func (v Value) isBool(want bool) Truth {
	return v.ask(No, func(v Value) Truth {
		switch data := v.Data.(type) {
		case bool:
			return Is(data == want)
		case string:
			return Is(data == "true" && want || data == "false" && !want)
		}
		return No
	})
}

// IsEmpty asks for absence, "", or a list or object without elements.
func (v Value) IsEmpty() Truth {
	if v.State == Unknown && (v.Why.NotEmpty || v.Why.hasText()) {
		return No
	}
	return v.ask(Yes, func(v Value) Truth {
		switch data := v.Data.(type) {
		case string:
			return Is(data == "")
		case []Value:
			return noneOf(data)
		case Members:
			return Is(len(data) == 0)
		}
		return No
	})
}

// noneOf asks whether a list has no elements: those of a dynamic block may not be there.
func noneOf(list []Value) Truth {
	none := Yes
	for _, e := range list {
		none = min(none, Not(e.there()))
	}
	return none
}

// there is No for what is absent, and Maybe for what may be.
func (v Value) there() Truth {
	if v.State != Unknown || len(v.Why.Alternatives) == 0 {
		return Is(v.State != Absent)
	}
	there := make([]Truth, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		there[i] = a.there()
	}
	return agree(there...)
}

// hasText tells whether some of a text is known.
func (c *Cause) hasText() bool {
	return c.Prefix != "" || c.Suffix != "" || slices.ContainsFunc(c.Parts, func(part Value) bool {
		return part.State == Known && part.text() != ""
	})
}

// Is asks whether the value is one of the strings, upper and lower case being
// different. Lists are asked whole: use Contains for their elements.
func (v Value) Is(words ...string) Truth {
	return v.matches(words, func(s, word string) bool { return s == word })
}

// IsFold is Is where case does not matter.
func (v Value) IsFold(words ...string) Truth {
	return v.matches(words, strings.EqualFold)
}

func (v Value) matches(words []string, equal func(s, word string) bool) Truth {
	if len(words) == 0 || v.State == Unknown && v.Why.Prefix != "" && !couldBe(v.Why.Prefix, words, equal) {
		return No
	}
	return v.ask(No, func(v Value) Truth {
		s := v.text()
		return Is(slices.ContainsFunc(words, func(word string) bool { return equal(s, word) }))
	})
}

// couldBe tells whether a string with this prefix can be one of the words.
func couldBe(prefix string, words []string, equal func(s, word string) bool) bool {
	for _, word := range words {
		if len(word) >= len(prefix) && equal(prefix, word[:len(prefix)]) {
			return true
		}
	}
	return false
}

// text is a scalar in its one spelling, and "" for lists and objects.
func (v Value) text() string {
	switch v.Data.(type) {
	case []Value, Members:
		return ""
	}
	if s, ok := v.Data.(string); ok {
		return s
	}
	v.Sensitive, v.Spelled = false, nil
	return v.String()
}

// HasPrefix asks what a string starts with.
func (v Value) HasPrefix(prefix string) Truth {
	if v.State == Unknown && v.Why.Prefix != "" {
		known := v.Why.Prefix
		if strings.HasPrefix(known, prefix) {
			return Yes
		}
		if !strings.HasPrefix(prefix, known) {
			return No
		}
	}
	return v.Satisfies(func(s string) bool { return strings.HasPrefix(s, prefix) })
}

// Satisfies asks a question of one's own about a known string or other scalar.
// Absent answers No.
func (v Value) Satisfies(question func(s string) bool) Truth {
	return v.ask(No, func(v Value) Truth {
		switch v.Data.(type) {
		case []Value, Members:
			return No
		}
		return Is(question(v.text()))
	})
}

// Contains asks whether a list has one of the strings as an element, or a
// scalar is one.
func (v Value) Contains(words ...string) Truth {
	return v.ask(No, func(v Value) Truth {
		list, ok := v.Data.([]Value)
		if !ok {
			return v.Is(words...)
		}
		found := No
		for _, e := range list {
			found = max(found, e.Contains(words...))
		}
		return found
	})
}

// AtLeast and AtMost ask about a number, also one spelled as a string.
func (v Value) AtLeast(n float64) Truth {
	return v.ask(No, func(v Value) Truth {
		f, ok := v.number()
		return Is(ok && f >= n)
	})
}

func (v Value) AtMost(n float64) Truth {
	return v.ask(No, func(v Value) Truth {
		f, ok := v.number()
		return Is(ok && f <= n)
	})
}

// Links asks whether two values mean one thing, such as two names of a resource. What
// is not there means nothing.
func Links(a, b Value) Truth {
	switch {
	case a.State == Absent || b.State == Absent:
		return No
	case Same(a, b):
		return Yes
	case a.State == Unknown || b.State == Unknown:
		return Maybe
	}
	return No
}
