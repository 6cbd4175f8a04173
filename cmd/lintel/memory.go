package main

import (
	"os"
	"runtime/debug"
)

// headroom is how much memory a scan may use before garbage is collected for
// the first time: most scans are over by then.
const headroom = 64 << 20

// reserve is memory that is never touched, so that only its size counts: it makes the collector wait.
var reserve []byte

// makeRoom prepares the heap for a scan. Whoever sets GOGC wants to say himself when garbage is collected.
func makeRoom() {
	if reserve == nil && os.Getenv("GOGC") == "" {
		reserve = make([]byte, headroom)
	}
	largePages()
}

// collectSeldom is for a run that holds two sides of a change, or a whole account, at a
// time, which the collector would walk for long. The percentage is of growth, by GOGC's default 100.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}
