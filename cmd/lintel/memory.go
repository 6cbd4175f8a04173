package main

import (
	"os"
	"runtime/debug"
)

// headroom is how much memory a scan may use before garbage is collected for
// the first time: most scans are over by then.
const headroom = 64 << 20

// collectLess returns what makes the collector wait: memory that is reserved and
// never touched, so that only its size counts. Whoever sets GOGC wants it
// otherwise.
func collectLess() []byte {
	if os.Getenv("GOGC") != "" {
		return nil
	}
	return make([]byte, headroom)
}

// collectSeldom is for a run that holds two sides of a change, or a whole account, at a
// time, which the collector would walk for long. The percentage is of growth, by GOGC's default 100.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}
