package vocabulary

import (
	"strings"

	"github.com/agext/levenshtein"
)

// Nearest is the known word that a word is with a slip in it, or "". Of several it is the one that begins like it.
func Nearest(word string, known []string) string {
	best, fewest, shared := "", 0, 0
	for _, k := range known {
		same := commonStart(word, k)
		slips, limit := levenshtein.Distance(strings.ToLower(word), strings.ToLower(k), nil), allowed(word, same)
		if slips > limit || slips == limit && same == 0 {
			continue
		}
		if best == "" || slips < fewest || slips == fewest && same > shared {
			best, fewest, shared = k, slips, same
		}
	}
	return best
}

// allowed is how many slips a word may hold. One that begins right may have an
// ending of its own: encryption for encrypted.
func allowed(word string, same int) int {
	slips := max(2, len(word)/5)
	if same > len(word)/2 {
		slips++
	}
	return slips
}

func commonStart(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// Misspelt is the argument or block that an author who wrote a word may have meant, or "".
func (s *Schema) Misspelt(word string) string {
	var known []string
	for i := range s.Attributes {
		if a := &s.Attributes[i]; a.settable() {
			known = append(known, a.Name)
		}
	}
	for i := range s.Blocks {
		known = append(known, s.Blocks[i].Name)
	}
	return Nearest(word, known)
}

// Misplaced is the one block in which there is an argument of that name, or "". A plain word, such as name, says too
// little of where it belongs.
func (s *Schema) Misplaced(word string) string {
	if !strings.Contains(word, "_") {
		return ""
	}
	found := ""
	for i := range s.Blocks {
		if a := s.Blocks[i].Attribute(word); a == nil || !a.settable() {
			continue
		}
		if found != "" {
			return ""
		}
		found = s.Blocks[i].Name
	}
	return found
}

func (a *Attribute) settable() bool { return a.Required || a.Optional }
