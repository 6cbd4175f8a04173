package snapshot

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"sync"
)

// Writer appends to a snapshot. Each call writes whole lines as a compressed piece of its own, so that a reader loses
// nothing but the last one when the writing is cut short. It may be used by several goroutines.
type Writer struct {
	mu  sync.Mutex
	out io.Writer
}

// NewWriter writes to the end of what was written before, or to the start of an empty file.
func NewWriter(out io.Writer) *Writer { return &Writer{out: out} }

// Head must come first.
func (w *Writer) Head(h Head) error {
	h.Format, h.Version = Format, Version
	return w.write(line{Head: &h})
}

// Plan says what will be read of a region.
func (w *Writer) Plan(p Plan) error { return w.write(line{Plan: &p}) }

// Unit writes a unit with its resources.
func (w *Writer) Unit(u Unit, resources []Resource) error {
	u.Resources = len(resources)
	lines := make([]line, 0, len(resources)+1)
	for i := range resources {
		lines = append(lines, line{Resource: &resources[i]})
	}
	return w.write(append(lines, line{Unit: &u})...)
}

func (w *Writer) write(lines ...line) error {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	enc := json.NewEncoder(z)
	enc.SetEscapeHTML(false)
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.out.Write(packed.Bytes())
	return err
}
