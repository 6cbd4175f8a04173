package bench

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// packageTime is how long a package's init took.
type packageTime struct {
	path  string
	clock time.Duration
}

// medianInits starts the program with init tracing and returns the median per package, slowest first.
func (s suite) medianInits() ([]packageTime, error) {
	var all []packageTime
	for range s.runs {
		_, trace, err := run(command{args: []string{s.lintel, "version"}, env: []string{"GODEBUG=inittrace=1"}})
		if err != nil {
			return nil, err
		}
		all = append(all, parseInits(trace)...)
	}
	byPath := map[string][]packageTime{}
	for _, i := range all {
		byPath[i.path] = append(byPath[i.path], i)
	}
	var medians []packageTime
	for path, times := range byPath {
		clock := median(times, func(i packageTime) time.Duration { return i.clock })
		medians = append(medians, packageTime{path, clock})
	}
	slices.SortFunc(medians, func(a, b packageTime) int { return int(b.clock - a.clock) })
	return medians, nil
}

// As the runtime writes it: init internal/bytealg @0.008 ms, 0.01 ms clock, 0 bytes, 0 allocs
var initLine = regexp.MustCompile(`^init (\S+) @\S+ ms, (\S+) ms clock,`)

func parseInits(trace []byte) []packageTime {
	var inits []packageTime
	for line := range bytes.Lines(trace) {
		m := initLine.FindSubmatch(line)
		if m == nil {
			continue
		}
		ms, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			continue
		}
		inits = append(inits, packageTime{string(m[1]), time.Duration(ms * float64(time.Millisecond))})
	}
	return inits
}
