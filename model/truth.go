package model

// Truth is the answer to a question about a value that may not be known. The
// order No < Maybe < Yes makes min the conjunction and max the disjunction.
type Truth uint8

const (
	No Truth = iota
	Maybe
	Yes
)

// Not turns Yes into No and back; Maybe stays.
func Not(t Truth) Truth { return Yes - t }

// Is turns a plain answer into a Truth.
func Is(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// agree joins answers about alternatives of which exactly one is real: what
// all say is so, anything else may be.
func agree(answers ...Truth) Truth {
	if len(answers) == 0 {
		return Maybe
	}
	for _, t := range answers[1:] {
		if t != answers[0] {
			return Maybe
		}
	}
	return answers[0]
}

func (t Truth) String() string {
	return [...]string{"no", "maybe", "yes"}[t]
}
