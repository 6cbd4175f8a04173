package awslive

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// Options say what of which accounts is read.
type Options struct {
	Accounts []*Account
	Regions  []string
	Readers  []*Reader
	Shard    Shard
	// Workers is how many calls are under way at a time, 0 for the default.
	Workers int
	// Done tells the units that a snapshot has already: what was denied or failed is tried again.
	Done func(account, region, read string) bool
	// Progress is told of each unit that is finished.
	Progress func(done, all int)
	// Sleep takes the place of waiting, in tests.
	Sleep func(ctx context.Context, d time.Duration) error
}

const defaultWorkers = 32

// perUnit is how many things of one unit are asked about at a time.
const perUnit = 8

// Read reads accounts into a snapshot. The error is for what kept it from being written, or ended it: what could not be
// read by itself is in the snapshot.
func Read(ctx context.Context, w *snapshot.Writer, o Options) error {
	r := &run{Options: o, limits: newLimits(o.Sleep), out: w}
	if r.limits.sleep == nil {
		r.limits.sleep = sleep
	}
	r.slots = make(chan struct{}, cmp.Or(o.Workers, defaultWorkers))
	units, err := r.plan()
	if err != nil {
		return err
	}
	ctx, r.end = context.WithCancelCause(ctx)
	defer r.end(nil)
	return r.work(ctx, units)
}

type run struct {
	Options
	limits *limits
	out    *snapshot.Writer
	slots  chan struct{}
	end    context.CancelCauseFunc // nil where one asks before one reads
	silent silence
}

func (r *run) work(ctx context.Context, units []*unit) error {
	var mu sync.Mutex
	var failed error
	done := 0
	var workers sync.WaitGroup
	next := make(chan *unit)
	for range min(len(units), cap(r.slots)) {
		workers.Go(func() {
			for u := range next {
				err := r.unit(ctx, u)
				mu.Lock()
				failed = cmp.Or(failed, err)
				done++
				if r.Progress != nil {
					r.Progress(done, len(units))
				}
				mu.Unlock()
			}
		})
	}
	for _, u := range units {
		if ctx.Err() != nil {
			break
		}
		next <- u
	}
	close(next)
	workers.Wait()
	return cmp.Or(failed, context.Cause(ctx))
}

// unit reads one unit and writes it; one that was interrupted is not written.
func (r *run) unit(ctx context.Context, u *unit) error {
	f := &finding{run: r, unit: u}
	if u.readers[0].cloud != nil {
		f.cloud(ctx, u.readers[0])
	} else {
		f.direct(ctx)
	}
	if ctx.Err() != nil {
		return nil
	}
	out := snapshot.Unit{Account: u.account.ID, Region: u.region, Read: u.read, Types: u.types(), State: snapshot.Complete}
	if f.gap != nil {
		slices.Sort(f.missing)
		out.State, out.Gap, out.Missing = f.gap.State, f.gap, f.missing
	}
	for _, reader := range u.readers {
		if unknown := reader.unread(); len(unknown) > 0 {
			if out.Unknown == nil {
				out.Unknown = map[string]map[string]snapshot.Gap{}
			}
			out.Unknown[reader.Type] = unknown
		}
	}
	slices.SortFunc(f.found, func(a, b snapshot.Resource) int {
		return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.ID, b.ID))
	})
	return r.out.Unit(out, f.found)
}

// ask makes a call as often as it takes.
func (r *run) ask(ctx context.Context, a *Account, region string, o *operation, row any, page string) (any, *fault) {
	b := r.limits.of(a.ID, region, o)
	for try := 0; ; try++ {
		if err := r.limits.sleep(ctx, b.turn(time.Now())); err != nil {
			return nil, &fault{err: err}
		}
		select {
		case r.slots <- struct{}{}:
		case <-ctx.Done():
			return nil, &fault{err: ctx.Err()}
		}
		answer, f := a.call(ctx, region, o, row, page)
		<-r.slots
		if f == nil {
			b.answered()
			r.weigh(f)
			return answer, nil
		}
		a.seeHost(ctx, f)
		most := brokenAttempts
		if f.throttled() {
			b.throttled()
			most = attempts
		}
		if !f.passing() || try+1 >= most {
			r.weigh(f)
			return nil, f
		}
		if err := r.limits.sleep(ctx, pause(try)); err != nil {
			return nil, &fault{err: err}
		}
	}
}

// pages hands on each page of a list.
func (r *run) pages(ctx context.Context, a *Account, region string, o *operation, row any, do func(answer any)) *fault {
	page := ""
	for {
		answer, f := r.ask(ctx, a, region, o, row, page)
		if f != nil {
			if f.says(o.none...) && len(o.none) > 0 {
				return nil
			}
			return f
		}
		do(answer)
		next := o.next(answer)
		if next == "" {
			return nil
		}
		if next == page {
			return &fault{code: "the same page again and again"}
		}
		page = next
	}
}
