package model

import (
	"fmt"
	"strings"
)

// Pos is a place in a file: line and column, both from 1. The zero Pos is
// unknown. Columns count Unicode grapheme clusters, as editors do.
type Pos struct {
	Line, Column int32
}

// Range is a stretch of a file. File is a slash path relative to the boundary
// of the scan. End is exclusive, and equals Start where only a point is known.
type Range struct {
	File       string
	Start, End Pos
}

func (r Range) String() string {
	return fmt.Sprintf("%s:%d", r.File, r.Start.Line)
}

// Covers tells whether the line lies within the range.
func (r Range) Covers(line int) bool {
	return int(r.Start.Line) <= line && line <= int(r.End.Line)
}

// Origin says where a value was written, or where it would have stood.
type Origin struct {
	Range
	// Name is the attribute's path in its author's words: "encrypted",
	// "Encrypted", "root_block_device.encrypted".
	Name string
	// Resource is the resource in which the value is written. It is not always
	// the one that is judged: see Resource.Owner.
	Resource *Resource
}

// Leaf is the attribute's own name, without the way to it.
func (o Origin) Leaf() string { return o.Name[strings.LastIndexByte(o.Name, '.')+1:] }
