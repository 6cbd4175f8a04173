// Package history keeps count of findings from run to run, one line of JSON for each,
// and says what became of them over time.
package history

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"
)

// version is that of a line.
const version = 1

// Run is one line: what counted against the code on a day, and what has changed since
// the line before.
type Run struct {
	Version int    `json:"schema_version"`
	Date    string `json:"date"` // 2030-12-31
	// Complete is false where content was lost: then nothing counts as fixed.
	Complete bool   `json:"complete"`
	Open     Counts `json:"open"`
	Accepted Counts `json:"accepted"`
	// New and Fixed are fingerprints, by check, that are open since this run, and are
	// found no longer.
	New   map[string][]string `json:"new,omitempty"`
	Fixed map[string][]string `json:"fixed,omitempty"`
	// Settled were open and are accepted now.
	Settled map[string][]string `json:"settled,omitempty"`
}

// Counts are findings, "" standing for those whose owner nobody names.
type Counts struct {
	Total      int            `json:"total"`
	BySeverity map[string]int `json:"by_severity"`
	ByOwner    map[string]int `json:"by_owner"`
	ByCheck    map[string]int `json:"by_check"`
}

// Finding is what history knows of a finding.
type Finding struct {
	Fingerprint, Check, Severity, Owner string
	Accepted                            bool
}

// Seen is what a run has found.
type Seen struct {
	Date     time.Time
	Findings []Finding // that fail
	Ran      func(check string) bool
	Complete bool
}

// Read reads the lines of a history, oldest first.
func Read(r io.Reader) ([]Run, error) {
	var runs []Run
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if len(bytes.TrimSpace(line)) > 0 {
			run, fault := parse(line)
			if fault != nil {
				return nil, fmt.Errorf("line %d is no run: %w", number, fault)
			}
			runs = append(runs, run)
		}
		if err != nil {
			return runs, nil
		}
	}
}

func parse(line []byte) (run Run, err error) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&run); err != nil {
		return run, err
	}
	if run.Version != version {
		return run, fmt.Errorf("it is of version %d, and this Lintel reads version %d", run.Version, version)
	}
	if _, err := time.Parse(time.DateOnly, run.Date); err != nil {
		return run, fmt.Errorf("%q is no date", run.Date)
	}
	return run, nil
}

// Append adds a line for what a run has seen. Only the file that is named is written;
// it is made if it is not there.
func Append(file string, seen Seen) error {
	before, err := read(file)
	if err != nil {
		return err
	}
	line, err := json.Marshal(next(before, seen))
	if err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n')) // in one piece: runs may end at the same time
	return errors.Join(err, f.Close())
}

func read(file string) ([]Run, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f)
}

// next is the line that follows.
func next(before []Run, seen Seen) Run {
	run := Run{Version: version, Date: seen.Date.Format(time.DateOnly), Complete: seen.Complete, Open: newCounts(), Accepted: newCounts()}
	was := openAfter(before)
	open, accepted := map[string]bool{}, map[string]bool{}
	for _, f := range seen.Findings {
		if f.Accepted {
			run.Accepted.add(f)
			accepted[f.Fingerprint] = true
			continue
		}
		run.Open.add(f)
		if _, known := was[f.Fingerprint]; !known && !open[f.Fingerprint] {
			note(&run.New, f.Check, f.Fingerprint)
		}
		open[f.Fingerprint] = true
	}
	for _, print := range slices.Sorted(maps.Keys(was)) {
		check := was[print]
		switch {
		case open[print]:
		case accepted[print]:
			note(&run.Settled, check, print)
		case seen.Complete && seen.Ran(check):
			note(&run.Fixed, check, print)
		}
	}
	for _, list := range run.New {
		slices.Sort(list)
	}
	return run
}

// openAfter are the findings that are open after the last of some runs: the check of
// each, by fingerprint.
func openAfter(runs []Run) map[string]string {
	open := map[string]string{}
	for _, run := range runs {
		for check, prints := range run.New {
			for _, print := range prints {
				open[print] = check
			}
		}
		for _, gone := range [...]map[string][]string{run.Fixed, run.Settled} {
			for _, prints := range gone {
				for _, print := range prints {
					delete(open, print)
				}
			}
		}
	}
	return open
}

func note(into *map[string][]string, check, print string) {
	if *into == nil {
		*into = map[string][]string{}
	}
	(*into)[check] = append((*into)[check], print)
}

func newCounts() Counts {
	return Counts{BySeverity: map[string]int{}, ByOwner: map[string]int{}, ByCheck: map[string]int{}}
}

func (c *Counts) add(f Finding) {
	c.Total++
	c.BySeverity[f.Severity]++
	c.ByOwner[f.Owner]++
	c.ByCheck[f.Check]++
}

// Point is a run as a trend shows it.
type Point struct {
	Date           string
	Open, Accepted Counts
	// New, Fixed and Settled count findings since the run before, AllFixed since the
	// first.
	New, Fixed, Settled, AllFixed int
	Complete                      bool
}

// Trend is what became of the findings, run by run.
func Trend(runs []Run) []Point {
	points := make([]Point, len(runs))
	all := 0
	for i, run := range runs {
		p := Point{Date: run.Date, Open: run.Open, Accepted: run.Accepted, Complete: run.Complete}
		p.New, p.Fixed, p.Settled = size(run.New), size(run.Fixed), size(run.Settled)
		all += p.Fixed
		p.AllFixed = all
		points[i] = p
	}
	return points
}

func size(prints map[string][]string) int {
	n := 0
	for _, list := range prints {
		n += len(list)
	}
	return n
}
