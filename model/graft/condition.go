package graft

import "strings"

// Conditions are texts: two are equal only if they hold together, "!" before one is its opposite, and " && " joins
// those of a module call and of a resource in it.

// opposite tells whether exactly one of two conditions holds.
func opposite(a, b string) bool {
	return a != "" && b == "!"+a || b != "" && a == "!"+b
}

// given says what is left of a companion's condition where the owner's holds; always, that nothing is.
func given(owner, companion string) (rest string, always bool) {
	if owner == "" || companion == "" {
		return companion, false
	}
	if owner == companion {
		return "", true
	}
	if rest, ok := strings.CutPrefix(companion, owner+" && "); ok {
		return rest, false
	}
	return companion, false
}

// never tells whether two resources cannot both exist: their conditions are opposite, after what they share.
func never(a, b string) bool {
	if opposite(a, b) {
		return true
	}
	for {
		first, restA, deepA := strings.Cut(a, " && ")
		same, restB, deepB := strings.Cut(b, " && ")
		if !deepA || !deepB || first != same || mixed(restA) || mixed(restB) {
			return false
		}
		if a, b = restA, restB; opposite(a, b) {
			return true
		}
	}
}

// mixed tells that what follows an && is not only joined by it: "a && b || c" and "a && !b || c" hold together where
// c does.
func mixed(rest string) bool {
	return strings.Contains(rest, "||") || strings.Contains(rest, "?")
}
