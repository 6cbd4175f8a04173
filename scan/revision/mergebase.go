package revision

import (
	"container/heap"
	"context"
	"errors"

	"github.com/go-git/go-git/v5/plumbing"
)

// ErrShallow says that a clone does not go back to where two commits part.
var ErrShallow = errors.New("the clone is shallow and does not go back to where the two part; fetch more of its history")

// ErrUnrelated says that two commits have no ancestor in common.
var ErrUnrelated = errors.New("the two have no commit in common")

// Marks of a commit that is met on the way back.
const (
	ofOne = 1 << iota
	ofOther
	beyond // an ancestor of one that both have
)

// MergeBase is the youngest commit from which both come.
func (c *Commit) MergeBase(ctx context.Context, other *Commit) (*Commit, error) {
	w := &walk{marks: map[plumbing.Hash]int{}}
	w.meet(c, ofOne)
	w.meet(other, ofOther)
	var common []*Commit
	cut := false
	for w.open > 0 && ctx.Err() == nil {
		at := w.next()
		marks := w.marks[at.hash]
		if marks&(ofOne|ofOther) == ofOne|ofOther {
			if marks&beyond == 0 {
				common = append(common, at)
			}
			marks |= beyond
		}
		parents, isCut := at.ancestors()
		cut = cut || isCut && marks&beyond == 0
		for _, hash := range parents {
			if w.marks[hash]&marks == marks {
				continue
			}
			parent, err := c.repository.commit(hash)
			if err != nil {
				return nil, err
			}
			w.meet(parent, marks)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, found := range common { // the youngest first
		if w.marks[found.hash]&beyond == 0 {
			return found, nil
		}
	}
	if cut {
		return nil, ErrShallow
	}
	return nil, ErrUnrelated
}

// walk goes back through history, the youngest commits first.
type walk struct {
	queue byTime
	marks map[plumbing.Hash]int
	// open is how many in the queue are not ancestors of a common one.
	open int
}

// meet adds marks to a commit and puts it into the queue.
func (w *walk) meet(c *Commit, marks int) {
	w.marks[c.hash] |= marks
	e := &queued{Commit: c, open: w.marks[c.hash]&beyond == 0}
	if e.open {
		w.open++
	}
	heap.Push(&w.queue, e)
}

func (w *walk) next() *Commit {
	e := heap.Pop(&w.queue).(*queued)
	if e.open {
		w.open--
	}
	return e.Commit
}

type queued struct {
	*Commit
	open bool
}

type byTime []*queued

func (q byTime) Len() int           { return len(q) }
func (q byTime) Less(i, j int) bool { return q[i].time > q[j].time }
func (q byTime) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *byTime) Push(x any)        { *q = append(*q, x.(*queued)) }
func (q *byTime) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	*q = (*q)[:last]
	return e
}
