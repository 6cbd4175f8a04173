package main

import (
	"strings"

	"github.com/agext/levenshtein"
)

// near tells whether a word is another one with a slip in it.
func near(word, right string) bool {
	slips := levenshtein.Distance(strings.ToLower(word), right, nil)
	return slips <= max(2, len(right)/5)
}
