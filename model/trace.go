package model

// Hop is a place through which a value came on its way to where it is judged.
type Hop struct {
	// Name says what stands there: "var.ingress_cidr", "local.rules", "argument
	// cidr of module.network", "-var ingress_cidr".
	Name string
	// Range is zero where the place is in no file.
	Range Range
}

// Tracer finds where values came from. It is asked for findings only.
type Tracer interface {
	// Trace returns the places behind the value's own, nearest first. A value
	// that is written out where it stands has none.
	Trace(v Value) []Hop
}
