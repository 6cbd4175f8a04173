// Package model is the one shape into which every input is brought: a Scope of
// Resources whose attributes are Values that may be absent, known or unknown.
// Checks ask questions of values and get a Truth; they never handle the
// unknown by hand. The package imports nothing of Lintel.
package model
