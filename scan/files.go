package scan

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/scan/triage"
)

// MaxFileSize is what a file may have to be read, in bytes. Source that people
// write stays far below; what is larger is data, or meant to do harm.
const MaxFileSize = 32 << 20

// MaxPlanSize is the same for plans and states, which machines write.
const MaxPlanSize = 512 << 20

// files is the file system of a scan as parsers see it. It holds the limits that
// are the same for all inputs, and counts what was read.
type files struct {
	fs.FS // rooted at the boundary

	mu    sync.Mutex
	read  map[string]bool
	data  map[string]bool // of which no line is shown: plans and states hold secrets in clear
	lines map[string][]string
	// marked are the texts of files that may hold suppressions.
	marked map[string][]byte
}

func newFiles(fsys fs.FS) *files {
	return &files{FS: fsys, read: map[string]bool{}, data: map[string]bool{}, lines: map[string][]string{}, marked: map[string][]byte{}}
}

func (f *files) Open(name string) (fs.File, error) {
	if err := f.admit(name, MaxFileSize); err != nil {
		return nil, refusal("open", name, err)
	}
	file, err := f.FS.Open(name)
	return file, refusal("open", name, err)
}

func (f *files) ReadFile(name string) ([]byte, error) {
	if err := f.admit(name, MaxFileSize); err != nil {
		return nil, refusal("read", name, err)
	}
	data, err := fs.ReadFile(f.FS, name)
	if err == nil && triage.Marked(name, data) {
		f.mu.Lock()
		f.marked[name] = data
		f.mu.Unlock()
	}
	return data, refusal("read", name, err)
}

// readPlan reads a plan or a state.
func (f *files) readPlan(name string) ([]byte, error) {
	if err := f.admit(name, MaxPlanSize); err != nil {
		return nil, refusal("read", name, err)
	}
	data, err := fs.ReadFile(f.FS, name)
	return data, refusal("read", name, err)
}

// conceal keeps the lines of a file from being shown.
func (f *files) conceal(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.data[name] = true
}

// head reads the start of a file that is not counted as read yet.
func (f *files) head(name string) []byte { return f.start(name, headSize) }

func (f *files) start(name string, size int64) []byte {
	info, err := fs.Stat(f.FS, name)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	file, err := f.FS.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, size))
	if err != nil {
		return nil
	}
	return head
}

// headSize suffices to tell a plan or a state, also behind a wrapper's lines.
const headSize = 16 << 10

func (f *files) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	return entries, refusal("read", name, err)
}

func (f *files) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(f.FS, name)
	return info, refusal("stat", name, err)
}

func (f *files) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(f.FS, name)
	return info, refusal("stat", name, err)
}

func (f *files) ReadLink(name string) (string, error) {
	to, err := fs.ReadLink(f.FS, name)
	return to, refusal("read link", name, err)
}

// admit looks at a file before it is opened: opening a named pipe would wait
// for ever.
func (f *files) admit(name string, limit int64) error {
	info, err := fs.Stat(f.FS, name)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return nil
	case !info.Mode().IsRegular():
		return errors.New("it is no regular file")
	case info.Size() > limit:
		return fmt.Errorf("it has %d MB, and the limit is %d MB", info.Size()>>20, limit>>20)
	}
	f.mu.Lock()
	f.read[name] = true
	f.mu.Unlock()
	return nil
}

// suppressing are the files that may hold suppressions, by name.
func (f *files) suppressing() []triage.File {
	found := make([]triage.File, 0, len(f.marked))
	for _, name := range slices.Sorted(maps.Keys(f.marked)) {
		found = append(found, triage.File{Name: name, Data: f.marked[name]})
	}
	return found
}

// refusal puts an error of the file system in words that mean something to
// people: without the names of system calls.
func refusal(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: explain(cause(err))}
}

// escapes is how package os words the refusal of a path that leads out of a Root.
const escapes = "path escapes from parent"

func explain(err error) error {
	if err.Error() == escapes {
		return fmt.Errorf("it leads out of the boundary of the scan (--boundary DIR widens it): %w", fs.ErrPermission)
	}
	return err
}

// count is how many files were read.
func (f *files) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.read)
}

// line is Report.Line. Files are split when first asked for.
func (f *files) line(file string, number int) string {
	f.mu.Lock()
	lines, ok := f.lines[file]
	ok = ok || f.data[file]
	f.mu.Unlock()
	if !ok {
		lines = f.split(file)
		f.mu.Lock()
		f.lines[file] = lines
		f.mu.Unlock()
	}
	if number < 1 || number > len(lines) {
		return ""
	}
	return strings.TrimSuffix(lines[number-1], "\r")
}

func (f *files) split(file string) []string {
	if !fs.ValidPath(file) || path.Clean(file) == "." {
		return nil
	}
	data, err := f.ReadFile(file)
	if err != nil {
		return nil
	}
	return strings.Split(string(data), "\n")
}
