package revision

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

func refuse(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

// Open opens a file or folder.
func (t *Tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, refuse("open", name, fs.ErrInvalid)
	}
	e, err := t.follow(name)
	if err != nil {
		return nil, refuse("open", name, err)
	}
	if e.mode.IsDir() {
		entries, err := t.ReadDir(name)
		if err != nil {
			return nil, err
		}
		return &openFolder{info: info{entry: e}, entries: entries}, nil
	}
	data, err := t.repository.object(plumbing.BlobObject, e.hash)
	if err != nil {
		return nil, refuse("open", name, err)
	}
	return &openFile{Reader: bytes.NewReader(data), info: info{e, int64(len(data))}}, nil
}

// ReadFile reads a file whole.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	e, err := t.follow(name)
	switch {
	case err != nil:
		return nil, refuse("read", name, err)
	case !e.mode.IsRegular():
		return nil, refuse("read", name, errors.New("it is no regular file"))
	}
	data, err := t.repository.object(plumbing.BlobObject, e.hash)
	if err != nil {
		return nil, refuse("read", name, err)
	}
	return data, nil
}

// ReadDir lists a folder, in the order of the names.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	e, err := t.follow(name)
	switch {
	case err != nil:
		return nil, refuse("read", name, err)
	case !e.mode.IsDir():
		return nil, refuse("read", name, errors.New("it is no folder"))
	case e.sub:
		return nil, nil
	}
	entries, err := t.folder(e.hash)
	if err != nil {
		return nil, refuse("read", name, err)
	}
	t.mu.Lock()
	t.listed += len(entries)
	tooMany := t.listed > maxListed
	t.mu.Unlock()
	if tooMany {
		return nil, refuse("read", name, fmt.Errorf("the revision has more than %d files", maxListed))
	}
	listed := make([]fs.DirEntry, len(entries))
	for i, e := range entries {
		listed[i] = listing{t, e}
	}
	return listed, nil
}

// Stat looks at what a path leads to.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	e, err := t.follow(name)
	if err != nil {
		return nil, refuse("stat", name, err)
	}
	return t.sized(e)
}

// Lstat looks at what lies at a path, be it a link.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) {
	dir, err := t.real(path.Dir(name))
	if err != nil {
		return nil, refuse("stat", name, err)
	}
	e, err := t.find(path.Join(dir, path.Base(name)))
	if err != nil {
		return nil, refuse("stat", name, err)
	}
	return t.sized(e)
}

// ReadLink says where a link leads.
func (t *Tree) ReadLink(name string) (string, error) {
	e, err := t.find(name)
	if err != nil {
		return "", refuse("read link", name, err)
	}
	if e.mode&fs.ModeSymlink == 0 {
		return "", refuse("read link", name, fs.ErrInvalid)
	}
	data, err := t.repository.object(plumbing.BlobObject, e.hash)
	return string(data), err
}

func (t *Tree) sized(e entry) (fs.FileInfo, error) {
	out := info{entry: e}
	if e.mode.IsDir() {
		return out, nil
	}
	var err error
	out.size, err = t.repository.size(e.hash)
	return out, err
}

// info describes an entry.
type info struct {
	entry
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// listing is an entry whose size is looked up when it is asked for.
type listing struct {
	tree *Tree
	entry
}

func (l listing) Name() string               { return l.name }
func (l listing) IsDir() bool                { return l.mode.IsDir() }
func (l listing) Type() fs.FileMode          { return l.mode.Type() }
func (l listing) Info() (fs.FileInfo, error) { return l.tree.sized(l.entry) }
func (l listing) String() string             { return fs.FormatDirEntry(l) }

type openFile struct {
	*bytes.Reader
	info info
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	info    info
	entries []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error) {
	return 0, fmt.Errorf("%s is a folder", f.info.name)
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		rest := f.entries
		f.entries = nil
		return rest, nil
	}
	if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	some := f.entries[:n]
	f.entries = f.entries[n:]
	return some, nil
}
