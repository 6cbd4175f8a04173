package model

import "strings"

// IsAccount tells whether a text is the id of an AWS account: twelve digits.
func IsAccount(id string) bool {
	return len(id) == 12 && strings.Trim(id, "0123456789") == ""
}
