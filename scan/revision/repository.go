// Package revision reads the revisions of a git repository: which commit a name
// means, where two lines of history part, and the files of a commit as a file
// system. It reads references and objects alone: it runs no program, and obeys
// nothing that a clone configures.
package revision

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/go-git/go-billy/v5"
	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// MaxObjectSize is what a file, a folder or a commit may have to be read, in bytes.
const MaxObjectSize = 32 << 20

// Repository is that of a work tree. It is safe for concurrent use.
type Repository struct {
	mu      sync.Mutex // go-git's storage is for one at a time
	store   *filesystem.Storage
	sizes   map[plumbing.Hash]int64 // of objects, once they were asked for
	shallow map[plumbing.Hash]bool  // commits whose parents are not in this clone
}

// Open opens the repository of the work tree whose top is a folder.
func Open(top string) (*Repository, error) {
	dir, common, err := gitDir(top)
	if err != nil {
		return nil, err
	}
	var files billy.Filesystem = osfs.New(dir, osfs.WithBoundOS())
	if common != "" {
		files = dotgit.NewRepositoryFilesystem(files, osfs.New(common, osfs.WithBoundOS()))
	}
	if hashesOtherwise(files) {
		return nil, errors.New("the repository names its objects by SHA-256, which is not read")
	}
	r := &Repository{
		store:   filesystem.NewStorageWithOptions(files, cache.NewObjectLRUDefault(), filesystem.Options{ExclusiveAccess: true}),
		sizes:   map[plumbing.Hash]int64{},
		shallow: map[plumbing.Hash]bool{},
	}
	cut, err := r.store.Shallow()
	if err != nil {
		return nil, fmt.Errorf("read which commits the clone lacks: %w", err)
	}
	for _, hash := range cut {
		r.shallow[hash] = true
	}
	return r, nil
}

// otherFormat is how a configuration says that objects are not named by SHA-1.
var otherFormat = regexp.MustCompile(`(?mi)^\s*objectformat\s*=\s*"?sha256`)

// hashesOtherwise looks for that, and for nothing else, in the configuration.
func hashesOtherwise(files billy.Filesystem) bool {
	f, err := files.Open("config")
	if err != nil {
		return false
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 1<<20))
	return err == nil && otherFormat.Match(text)
}

// gitDir finds the folder that holds a work tree's repository, and for a further
// work tree the one that it shares with the first.
func gitDir(top string) (dir, common string, err error) {
	mark := filepath.Join(top, ".git")
	info, err := os.Lstat(mark)
	switch {
	case err != nil:
		return "", "", err
	case info.IsDir():
		return mark, "", nil
	case !info.Mode().IsRegular():
		return "", "", errors.New(".git is neither a folder nor a file, so it is not followed")
	}
	dir, err = pointer(mark, "gitdir: ")
	if err != nil {
		return "", "", fmt.Errorf(".git: %w", err)
	}
	if own, err := pointer(filepath.Join(dir, "gitdir"), ""); err == nil && same(own, mark) && filepath.Base(filepath.Dir(dir)) == "worktrees" {
		return dir, filepath.Dir(filepath.Dir(dir)), nil
	}
	if moduleOf(dir, top) {
		return dir, "", nil
	}
	return "", "", errors.New(".git leads to a folder that is not said to be of this work tree, so it is not followed")
}

// pointer reads a file that holds a path, which may be relative to its own folder.
func pointer(file, prefix string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 8<<10))
	if err != nil {
		return "", err
	}
	to, ok := strings.CutPrefix(strings.TrimRight(string(text), "\r\n"), prefix)
	if !ok || to == "" {
		return "", errors.New("it does not say where the repository is")
	}
	if !filepath.IsAbs(to) {
		to = filepath.Join(filepath.Dir(file), to)
	}
	return filepath.EvalSymlinks(to)
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// moduleOf tells whether a repository is kept for a submodule by one that holds the
// submodule's work tree.
func moduleOf(dir, top string) bool {
	for at := dir; at != filepath.Dir(at); at = filepath.Dir(at) {
		if filepath.Base(at) != "modules" || filepath.Base(filepath.Dir(at)) != ".git" {
			continue
		}
		rel, err := filepath.Rel(filepath.Dir(filepath.Dir(at)), top)
		return err == nil && filepath.IsLocal(rel)
	}
	return false
}

// object reads an object whole. A clone may be made to do harm: an object that
// makes the reader panic is one that cannot be read.
func (r *Repository) object(kind plumbing.ObjectType, hash plumbing.Hash) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("object %s of the repository is broken", hash)
		}
	}()
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.admit(hash); err != nil {
		return nil, err
	}
	found, err := r.store.EncodedObject(kind, hash)
	if err != nil {
		return nil, missing(hash, err)
	}
	reader, err := found.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	return io.ReadAll(io.LimitReader(reader, MaxObjectSize))
}

// size is that of an object's content.
func (r *Repository) size(hash plumbing.Hash) (size int64, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("object %s of the repository is broken", hash)
		}
	}()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sizeOf(hash)
}

func (r *Repository) sizeOf(hash plumbing.Hash) (int64, error) {
	if size, known := r.sizes[hash]; known {
		return size, nil
	}
	size, err := r.store.EncodedObjectSize(hash)
	if err != nil {
		return 0, missing(hash, err)
	}
	r.sizes[hash] = size
	return size, nil
}

// admit looks at an object's size before it takes memory.
func (r *Repository) admit(hash plumbing.Hash) error {
	size, err := r.sizeOf(hash)
	if err == nil && size > MaxObjectSize {
		return fmt.Errorf("object %s has %d MB, and the limit is %d MB", hash, size>>20, MaxObjectSize>>20)
	}
	return err
}

func missing(hash plumbing.Hash, err error) error {
	if errors.Is(err, plumbing.ErrObjectNotFound) || errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("object %s is not in this clone; objects that it borrows from another one, or leaves on the server, are not read", hash)
	}
	return err
}
