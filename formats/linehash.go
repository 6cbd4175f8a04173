package formats

import (
	"fmt"
	"unicode/utf16"
)

// GitHub tells alerts on a line apart, from one push to the next, by a hash of
// what follows the start of the line: of the next hashBlock characters, without
// blanks and tabs, as the digits of a number in base hashBase, modulo 2^64.
// Characters are UTF-16 units, every line ends in one '\n', and behind the text
// stand the unit 0xFFFF and as many zeros as are needed. An ordinal among the
// lines with an equal hash follows.
const (
	hashBlock = 100
	hashBase  = 37
	hashEnd   = 0xFFFF
)

// lineHashes gives GitHub's hash of each line.
func lineHashes(lines []string) []string {
	units, starts := hashUnits(lines)
	seen := make(map[uint64]int)
	hashes := make([]string, len(starts))
	for i, start := range starts {
		var hash uint64
		for _, unit := range units[start : start+hashBlock] {
			hash = hash*hashBase + uint64(unit)
		}
		seen[hash]++
		hashes[i] = fmt.Sprintf("%x:%d", hash, seen[hash])
	}
	return hashes
}

// hashUnits is what is hashed of a text, and where in it each line starts.
func hashUnits(lines []string) (units []uint16, starts []int) {
	for i, line := range lines {
		starts = append(starts, len(units))
		if i > 0 {
			starts[i]++ // the '\n' before it belongs to the line above
			units = append(units, '\n')
		}
		for _, r := range line {
			if r != ' ' && r != '\t' {
				units = utf16.AppendRune(units, r)
			}
		}
	}
	units = append(units, hashEnd)
	return append(units, make([]uint16, hashBlock)...), starts
}

// hasher keeps the hashes of the files that were asked for.
type hasher struct {
	source *source
	files  map[string][]string
}

// at is the hash of a line, "" where the file is not to be had.
func (h *hasher) at(file string, line int32) string {
	hashes, ok := h.files[file]
	if !ok {
		hashes = lineHashes(h.lines(file))
		h.files[file] = hashes
	}
	if line < 1 || int(line) > len(hashes) {
		return ""
	}
	return hashes[line-1]
}

// lines reads a file to its end, for which so many lines without a text are
// taken that no hash would reach behind them. A secret is hashed as it is
// shown: from a hash that covers little else it could be guessed.
func (h *hasher) lines(file string) []string {
	var lines []string
	last := 0
	for empty := 0; empty <= hashBlock; empty++ {
		text, _ := h.source.at(file, int32(len(lines)+1))
		lines = append(lines, text)
		if text != "" {
			empty, last = -1, len(lines)
		}
	}
	if last == 0 {
		return nil
	}
	return append(lines[:last:last], "") // what follows the last line end
}
