package snapshot

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"strings"
)

// MayBe tells by its name a file that is taken for a snapshot where it is met; one that is named may have any name.
func MayBe(name string) bool {
	return strings.HasSuffix(name, ".snapshot.gz") || strings.HasSuffix(name, ".snapshot.ndjson")
}

// Is tells a snapshot by its start.
func Is(start []byte) bool {
	plain, err := unpacked(bytes.NewReader(start))
	if err != nil {
		return false
	}
	first, _ := plain.Peek(4096) // what there is of it, also where the start ends within
	if end := bytes.IndexByte(first, '\n'); end >= 0 {
		first = first[:end]
	}
	var l line
	return json.Unmarshal(first, &l) == nil && l.Head != nil && l.Head.Format == Format
}

// unpacked reads a text that may be compressed.
func unpacked(r io.Reader) (*bufio.Reader, error) {
	plain := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := plain.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return plain, nil
	}
	z, err := gzip.NewReader(plain)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(z, 1<<20), nil
}
