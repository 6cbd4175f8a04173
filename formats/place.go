package formats

import (
	"path"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// relative is a slash path of the boundary as seen from the folder base. An
// absolute path stays as it is, "" is no path.
func relative(base, file string) string {
	if file == "" || path.IsAbs(file) || base == "" || base == "." {
		return file
	}
	from := strings.Split(path.Clean(base), "/")
	to := strings.Split(path.Clean(file), "/")
	if file == "." {
		to = nil
	}
	shared := 0
	for shared < len(from) && shared < len(to) && from[shared] == to[shared] {
		shared++
	}
	up := strings.Repeat("../", len(from)-shared)
	return path.Clean(up + strings.Join(to[shared:], "/"))
}

// block is the location of a whole resource in JSON.
type block struct {
	File      string `json:"file"`
	StartLine int32  `json:"start_line"`
	EndLine   int32  `json:"end_line"`
}

// blockAt is nil for what lies in no file.
func blockAt(r model.Range, base string) *block {
	if r.File == "" {
		return nil
	}
	return &block{File: relative(base, r.File), StartLine: r.Start.Line, EndLine: r.End.Line}
}
