package revision

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// Tree is the files of a commit, as a file system that is rooted at the top of the
// work tree. Symbolic links are followed within it. A submodule is an empty folder.
type Tree struct {
	repository *Repository
	root       plumbing.Hash
	mu         sync.Mutex
	folders    map[plumbing.Hash][]entry
	listed     int // entries so far
}

// A tree may hold one folder many times over, and so more files than any disk.
const (
	maxListed = 2_000_000 // entries that are listed in all
	maxDepth  = 500       // folders within each other
	maxTarget = 4 << 10   // bytes of a link's target
)

// Tree returns the files of a commit.
func (c *Commit) Tree() *Tree {
	return &Tree{repository: c.repository, root: c.tree, folders: map[plumbing.Hash][]entry{}}
}

// entry is a file, folder, link or submodule in a folder.
type entry struct {
	name string
	mode fs.FileMode
	hash plumbing.Hash
	sub  bool // a submodule, of which the tree has the commit's hash and no more
}

// Blob is the hash of a file's content as git knows it. ok is false for all else.
func (t *Tree) Blob(name string) (hash string, ok bool) {
	e, err := t.follow(name)
	if err != nil || !e.mode.IsRegular() {
		return "", false
	}
	return e.hash.String(), true
}

// HashOf is the hash by which git would know a content.
func HashOf(content []byte) string {
	return plumbing.ComputeHash(plumbing.BlobObject, content).String()
}

// Submodule is the hash of the commit at which the submodule stands that holds a
// path. ok is false for what lies in none.
func (t *Tree) Submodule(name string) (hash string, ok bool) {
	for at := name; at != "."; at = path.Dir(at) {
		if e, err := t.find(at); err == nil {
			return e.hash.String(), e.sub
		}
	}
	return "", false
}

// Has tells whether there is something at a path.
func (t *Tree) Has(name string) bool {
	_, err := t.follow(name)
	return err == nil
}

// find looks an entry up by its own name: a link is found as such.
func (t *Tree) find(name string) (entry, error) {
	at := entry{name: ".", mode: fs.ModeDir, hash: t.root}
	if name == "." {
		return at, nil
	}
	for part := range strings.SplitSeq(name, "/") {
		if !at.mode.IsDir() || at.sub {
			return entry{}, fs.ErrNotExist
		}
		entries, err := t.folder(at.hash)
		if err != nil {
			return entry{}, err
		}
		i, ok := slices.BinarySearchFunc(entries, part, func(e entry, name string) int { return strings.Compare(e.name, name) })
		if !ok {
			return entry{}, fs.ErrNotExist
		}
		at = entries[i]
	}
	return at, nil
}

// maxLinks is how many symbolic links may lie on the way to a file.
const maxLinks = 40

// follow finds what a path leads to.
func (t *Tree) follow(name string) (entry, error) {
	real, err := t.real(name)
	if err != nil {
		return entry{}, err
	}
	return t.find(real)
}

// real is a path without symbolic links.
func (t *Tree) real(name string) (string, error) {
	done, rest := ".", strings.Split(name, "/")
	if len(rest) > maxDepth {
		return "", errors.New("folders are nested too deep")
	}
	for links := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		switch {
		case part == "." || part == "":
			continue
		case part == ".." && done == ".":
			return "", errors.New("it leads out of the repository")
		case part == "..":
			done = path.Dir(done)
			continue
		}
		next := path.Join(done, part)
		e, err := t.find(next)
		if err != nil {
			return "", err
		}
		if e.mode&fs.ModeSymlink == 0 {
			done = next
			continue
		}
		to, err := t.target(e)
		if err != nil {
			return "", err
		}
		if links++; links > maxLinks {
			return "", errors.New("it leads in a circle")
		}
		rest = append(strings.Split(to, "/"), rest...)
	}
	return done, nil
}

func (t *Tree) target(e entry) (string, error) {
	data, err := t.repository.object(plumbing.BlobObject, e.hash)
	if err != nil {
		return "", err
	}
	if path.IsAbs(string(data)) || len(data) > maxTarget {
		return "", errors.New("it leads out of the repository")
	}
	return string(data), nil
}

// folder reads what a folder holds, in the order of the names.
func (t *Tree) folder(hash plumbing.Hash) ([]entry, error) {
	t.mu.Lock()
	entries, ok := t.folders[hash]
	t.mu.Unlock()
	if ok {
		return entries, nil
	}
	data, err := t.repository.object(plumbing.TreeObject, hash)
	if err != nil {
		return nil, err
	}
	entries, err = entriesOf(data)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	t.folders[hash] = entries
	t.mu.Unlock()
	return entries, nil
}

// entriesOf decodes a folder: "MODE NAME", a zero byte, the hash, and again.
func entriesOf(data []byte) ([]entry, error) {
	var entries []entry
	for len(data) > 0 {
		head, rest, ok := bytes.Cut(data, []byte{0})
		mode, name, hasName := strings.Cut(string(head), " ")
		if !ok || !hasName || len(rest) < len(plumbing.ZeroHash) || name == "." || !fs.ValidPath(name) || strings.Contains(name, "/") {
			return nil, errors.New("a folder in the repository is broken")
		}
		e := entry{name: name, hash: plumbing.Hash(rest[:len(plumbing.ZeroHash)])}
		switch strings.TrimLeft(mode, "0") {
		case "40000":
			e.mode = fs.ModeDir
		case "120000":
			e.mode = fs.ModeSymlink
		case "160000":
			e.mode, e.sub = fs.ModeDir, true
		default:
			e.mode = 0o644
		}
		entries, data = append(entries, e), rest[len(plumbing.ZeroHash):]
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return entries, nil
}
