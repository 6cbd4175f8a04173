package checks

// Framework is a catalogue of controls that others have written. A check is
// evidence for a part of a control, no more: nobody complies with anything for
// passing it.
type Framework struct {
	ID      string // "cis-aws-7.0"
	Title   string
	Version string
	Source  string // the address of who publishes it
	// Controls are in the framework's own order.
	Controls []Control
}

// Control is one demand of a framework.
type Control struct {
	ID    string
	Title string // in our own words
	// Checks are the ids of those that are evidence for it; none where what it asks
	// cannot be seen in code or in a deployed resource, or is not looked at yet.
	Checks []string
}
