package revision

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// Commit is one revision.
type Commit struct {
	Hash string

	repository *Repository
	hash, tree plumbing.Hash
	parents    []plumbing.Hash
	time       int64 // in seconds, of the committer's clock
}

// Commit finds the commit that a name means: a branch, a tag, a remote's branch, a
// hash or the start of one, HEAD; with ~N and ^N behind it, one of its ancestors.
func (r *Repository) Commit(name string) (*Commit, error) {
	base, steps := name, ""
	if i := strings.IndexAny(name, "~^"); i >= 0 {
		base, steps = name[:i], name[i:]
	}
	hash, err := r.named(base)
	if err != nil {
		return nil, err
	}
	c, err := r.peeled(hash)
	for steps != "" && err == nil {
		c, steps, err = c.step(name, steps)
	}
	return c, err
}

// named finds the object that goes by a name, in git's order.
func (r *Repository) named(name string) (plumbing.Hash, error) {
	if name == "@" {
		name = "HEAD"
	}
	if name == "" || strings.ContainsAny(name, "@:\\ *?[") {
		return plumbing.ZeroHash, fmt.Errorf("%q is no name of a revision that is understood here; give a branch, a tag or a hash", name)
	}
	if plumbing.IsHash(name) {
		return plumbing.NewHash(name), nil
	}
	for _, rule := range plumbing.RefRevParseRules {
		hash, err := r.reference(plumbing.ReferenceName(fmt.Sprintf(rule, name)), 0)
		if err == nil {
			return hash, nil
		}
		if !errors.Is(err, plumbing.ErrReferenceNotFound) && rule == "%s" && name == "HEAD" {
			return hash, err
		}
	}
	if hash, ok := r.abbreviated(name); ok {
		return hash, nil
	}
	if name == "HEAD" {
		return plumbing.ZeroHash, errors.New("the repository has no commit yet")
	}
	return plumbing.ZeroHash, fmt.Errorf("the repository knows no revision %q; a clone of one branch alone, or a shallow one, must fetch it first", name)
}

// deepest is how many references may lead to each other.
const deepest = 5

func (r *Repository) reference(name plumbing.ReferenceName, depth int) (plumbing.Hash, error) {
	if depth > deepest {
		return plumbing.ZeroHash, errors.New("references lead in a circle")
	}
	r.mu.Lock()
	ref, err := r.store.Reference(name)
	r.mu.Unlock()
	switch {
	case err != nil:
		return plumbing.ZeroHash, plumbing.ErrReferenceNotFound
	case ref.Type() != plumbing.SymbolicReference:
		return ref.Hash(), nil
	case ref.Target() == "refs/heads/.invalid":
		return plumbing.ZeroHash, errors.New("the repository keeps its references as reftable, which is not read")
	}
	return r.reference(ref.Target(), depth+1)
}

// abbreviated finds the one commit or tag whose hash starts so.
func (r *Repository) abbreviated(start string) (plumbing.Hash, bool) {
	if len(start) < 4 || strings.Trim(strings.ToLower(start), "0123456789abcdef") != "" {
		return plumbing.ZeroHash, false
	}
	whole := plumbing.NewHash(start + strings.Repeat("0", 40-len(start)))
	r.mu.Lock()
	found, err := r.store.HashesWithPrefix(whole[:len(start)/2])
	r.mu.Unlock()
	if err != nil {
		return plumbing.ZeroHash, false
	}
	var meant []plumbing.Hash
	for _, hash := range found {
		if !strings.HasPrefix(hash.String(), strings.ToLower(start)) {
			continue
		}
		if _, err := r.peeled(hash); err == nil {
			meant = append(meant, hash)
		}
	}
	if len(meant) != 1 {
		return plumbing.ZeroHash, false
	}
	return meant[0], true
}

// peeled is the commit that an object is, or that a tag is about.
func (r *Repository) peeled(hash plumbing.Hash) (*Commit, error) {
	for range deepest {
		if c, err := r.commit(hash); err == nil {
			return c, nil
		}
		data, err := r.object(plumbing.TagObject, hash)
		if err != nil {
			_, err = r.commit(hash)
			return nil, err
		}
		hash = plumbing.NewHash(header(data, "object"))
	}
	return nil, errors.New("tags of tags of tags are not followed")
}

func (r *Repository) commit(hash plumbing.Hash) (*Commit, error) {
	data, err := r.object(plumbing.CommitObject, hash)
	if err != nil {
		return nil, err
	}
	c := &Commit{Hash: hash.String(), repository: r, hash: hash, tree: plumbing.NewHash(header(data, "tree"))}
	for line := range bytes.Lines(data) {
		key, value, _ := strings.Cut(strings.TrimRight(string(line), "\n"), " ")
		switch key {
		case "":
			return c, nil
		case "parent":
			c.parents = append(c.parents, plumbing.NewHash(value))
		case "committer":
			c.time = secondsOf(value)
		}
	}
	return c, nil
}

// header is the first value of a key at the start of a commit or tag.
func header(data []byte, key string) string {
	for line := range bytes.Lines(data) {
		name, value, _ := strings.Cut(strings.TrimRight(string(line), "\n"), " ")
		if name == "" {
			break
		}
		if name == key {
			return value
		}
	}
	return ""
}

// secondsOf reads the time in "NAME <MAIL> SECONDS ZONE", 0 if there is none.
func secondsOf(committer string) int64 {
	words := strings.Fields(committer[strings.LastIndexByte(committer, '>')+1:])
	if len(words) == 0 {
		return 0
	}
	seconds, err := strconv.ParseInt(words[0], 10, 64)
	if err != nil {
		return 0
	}
	return seconds
}

// step goes to an ancestor: ~N is the Nth of first parents, ^N the Nth parent.
func (c *Commit) step(name, steps string) (*Commit, string, error) {
	digits := 1
	for digits < len(steps) && steps[digits] >= '0' && steps[digits] <= '9' {
		digits++
	}
	n := 1
	if digits > 1 {
		var err error
		if n, err = strconv.Atoi(steps[1:digits]); err != nil {
			return nil, "", fmt.Errorf("%s: there is no such ancestor", name)
		}
	} else if digits < len(steps) && steps[digits] != '~' && steps[digits] != '^' {
		return nil, "", fmt.Errorf("%q is no name of a revision that is understood here", name)
	}
	parent, times := 1, n
	if steps[0] == '^' {
		parent, times = n, 1
	}
	at := c
	for range times {
		if parent == 0 { // ^0 is the commit itself
			break
		}
		parents, _ := at.ancestors()
		if parent > len(parents) {
			return nil, "", fmt.Errorf("%s: there is no such ancestor in this clone", name)
		}
		next, err := c.repository.commit(parents[parent-1])
		if err != nil {
			return nil, "", err
		}
		at = next
	}
	return at, steps[digits:], nil
}

// ancestors are the parents that are in this clone. cut tells that it has others.
func (c *Commit) ancestors() (parents []plumbing.Hash, cut bool) {
	if c.repository.shallow[c.hash] {
		return nil, len(c.parents) > 0
	}
	return c.parents, false
}
