package awslive

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// finding is what a unit finds.
type finding struct {
	*run
	*unit
	mu      sync.Mutex
	found   []snapshot.Resource
	gap     *snapshot.Gap
	missing []string // the types that are not listed to the end
}

func (f *finding) add(resources ...snapshot.Resource) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.found = append(f.found, resources...)
}

// miss notes that the list of a type is not complete.
func (f *finding) miss(reader *Reader, gap snapshot.Gap) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.gap == nil {
		f.gap = &gap
	}
	if !slices.Contains(f.missing, reader.Type) {
		f.missing = append(f.missing, reader.lists()...)
	}
}

// parallel does something for each row, several at a time.
func parallel(rows []any, do func(row any)) {
	var workers sync.WaitGroup
	next := make(chan any)
	for range min(len(rows), perUnit) {
		workers.Go(func() {
			for row := range next {
				do(row)
			}
		})
	}
	for _, row := range rows {
		next <- row
	}
	close(next)
	workers.Wait()
}

// direct lists with the service's own call.
func (f *finding) direct(ctx context.Context) {
	list := f.readers[0].list
	rows := make([][]any, len(f.readers))
	fault := f.pages(ctx, f.account, f.home(), list, nil, func(answer any) {
		for i, reader := range f.readers {
			rows[i] = append(rows[i], rowsAt(answer, reader.list.rows)...)
		}
	})
	for i, reader := range f.readers {
		if reader.single && len(rows[i]) == 0 && fault == nil {
			rows[i] = []any{map[string]any{}}
		}
		if fault != nil {
			f.miss(reader, fault.gap(list.permission()))
		}
		parallel(rows[i], func(row any) { f.row(ctx, reader, row) })
	}
}

// row reads one thing that was listed, or those under it.
func (f *finding) row(ctx context.Context, reader *Reader, row any) {
	if !reader.only.ask(row) {
		return
	}
	if reader.under == nil {
		f.resource(ctx, reader, row)
		return
	}
	for _, under := range reader.under {
		fault := f.pages(ctx, f.account, f.home(), under, row, func(answer any) {
			parallel(rowsAt(answer, under.rows), func(inner any) {
				members, ok := inner.(map[string]any)
				if !ok { // a name or an ARN
					members = map[string]any{"value": inner}
				}
				members["parent"] = around(members, row)
				f.resource(ctx, reader, members)
			})
		})
		if fault != nil {
			f.miss(reader, fault.gap(under.permission()))
		}
	}
}

// around is the parent of what is listed under a row: that row, or of rows in rows the one around them, whose parent it is.
func around(members map[string]any, row any) any {
	inner, ok := members["parent"].(map[string]any)
	if !ok {
		return row
	}
	inner = maps.Clone(inner)
	inner["parent"] = row
	return inner
}

func (f *finding) resource(ctx context.Context, reader *Reader, row any) {
	d := reader.document()
	field := f.account.fields(row, f.home())
	d.take(reader.list, row)
	for _, o := range reader.under {
		d.take(o, row)
	}
	region, doubtful := f.home(), false
	for _, o := range reader.each {
		if !o.only.ask(row) {
			d.lack(o, snapshot.Gap{State: snapshot.Unread})
			continue
		}
		answer, fault := f.whole(ctx, region, o, row)
		switch {
		case fault != nil && fault.says(o.none...) && len(o.none) > 0:
			if o.exists {
				return
			}
		case fault != nil:
			d.lack(o, fault.gap(o.permission()))
			doubtful = doubtful || o.exists
		case o.place:
			region = cmp.Or(strings.Replace(textAt(answer, "LocationConstraint"), "EU", "eu-west-1", 1), region)
		default:
			if o.exists && o.fills[0].in(answer) == nil {
				return
			}
			if text := textAt(answer, reader.keep.path); text != "" && !reader.keep.ask(answer) {
				return
			}
			d.take(o, answer)
			d.tell(answer)
		}
	}
	id := fillIn(reader.id, field, same)
	out := d.resource(id, fillIn(reader.arn, field, same), reader.list.name, row)
	out.Doubtful = doubtful
	f.add(out)
}

// whole is the answer to a call, or the rows of all pages of it.
func (f *finding) whole(ctx context.Context, region string, o *operation, row any) (any, *fault) {
	if o.pageOut == "" {
		return f.ask(ctx, f.account, region, o, row, "")
	}
	rows := []any{}
	fault := f.pages(ctx, f.account, region, o, row, func(answer any) { rows = append(rows, rowsAt(answer, o.rows)...) })
	return rows, fault
}

func same(text string) string { return text }
