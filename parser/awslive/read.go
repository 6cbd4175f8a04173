package awslive

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
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

// Shard is one of several runs that read all accounts and regions among them: the first of four is 1 of 4. The zero
// Shard reads all.
type Shard struct{ Number, Of int }

func (s Shard) has(pair int) bool { return s.Of == 0 || pair%s.Of == s.Number%s.Of }

const defaultWorkers = 32

// perUnit is how many things of one unit are asked about at a time.
const perUnit = 8

// Read reads accounts into a snapshot. The error is for what kept it from being written: what could not be read is in
// the snapshot.
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
	return r.work(ctx, units)
}

type run struct {
	Options
	limits *limits
	out    *snapshot.Writer
	slots  chan struct{}
}

// unit is one list in one region, for all readers that want it.
type unit struct {
	account *Account
	region  string // snapshot.Global for what is global
	read    string
	readers []*Reader
}

// plan makes the units and writes which there will be.
func (r *run) plan() ([]*unit, error) {
	var all []*unit
	pair := 0
	for _, a := range r.Accounts {
		for _, region := range append([]string{snapshot.Global}, r.Regions...) {
			if pair++; !r.Shard.has(pair) {
				continue
			}
			units := r.unitsIn(a, region)
			p := snapshot.Plan{Account: a.ID, Region: region}
			for _, u := range units {
				p.Reads = append(p.Reads, snapshot.Reading{Read: u.read, Types: u.types()})
			}
			units = slices.DeleteFunc(units, func(u *unit) bool { return r.Done != nil && r.Done(a.ID, region, u.read) })
			if len(units) == 0 {
				continue
			}
			if err := r.out.Plan(p); err != nil {
				return nil, err
			}
			all = append(all, units...)
		}
	}
	// Services take turns, so that none gets all its calls at once.
	slices.SortStableFunc(all, func(a, b *unit) int { return cmp.Compare(a.read, b.read) })
	return interleaved(all), nil
}

func (r *run) unitsIn(a *Account, region string) []*unit {
	byRead := map[string]*unit{}
	var units []*unit
	for _, reader := range r.Readers {
		if reader.global() != (region == snapshot.Global) {
			continue
		}
		read := reader.read()
		if byRead[read] == nil {
			byRead[read] = &unit{account: a, region: region, read: read}
			units = append(units, byRead[read])
		}
		byRead[read].readers = append(byRead[read].readers, reader)
	}
	return units
}

// interleaved takes of a sorted list the first, then one from its middle, and so on.
func interleaved(units []*unit) []*unit {
	const stride = 7
	out := make([]*unit, 0, len(units))
	for start := range stride {
		for i := start; i < len(units); i += stride {
			out = append(out, units[i])
		}
	}
	return out
}

// global tells what an account has once for all regions.
func (r *Reader) global() bool {
	if r.cloud != nil {
		return r.cloud.global
	}
	return r.list.service.global || r.list.service.name == "s3"
}

// read names the unit of a reader.
func (r *Reader) read() string {
	if r.cloud != nil {
		return listResources.name + " " + r.Type
	}
	return r.list.name
}

func (u *unit) types() []string {
	var types []string
	for _, r := range u.readers {
		types = append(types, r.Type)
	}
	return types
}

// home is the region whose services are asked.
func (u *unit) home() string {
	if u.region != snapshot.Global {
		return u.region
	}
	return (&service{global: true}).home(u.account.Partition, "")
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
	return cmp.Or(failed, ctx.Err())
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
			return answer, nil
		}
		most := brokenAttempts
		if f.throttled() {
			b.throttled()
			most = attempts
		}
		if !f.passing() || try+1 >= most {
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
		next := ""
		if o.pageOut != "" {
			next = textAt(answer, o.pageOut)
		}
		if next == "" {
			return nil
		}
		if next == page {
			return &fault{code: "the same page again and again"}
		}
		page = next
	}
}

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
		f.missing = append(f.missing, reader.Type)
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
	fault := f.pages(ctx, f.account, f.home(), reader.under, row, func(answer any) {
		for _, inner := range rowsAt(answer, reader.under.rows) {
			if members, ok := inner.(map[string]any); ok {
				members["parent"] = row
				f.resource(ctx, reader, members)
			}
		}
	})
	if fault != nil {
		f.miss(reader, fault.gap(reader.under.permission()))
	}
}

func (f *finding) resource(ctx context.Context, reader *Reader, row any) {
	d := reader.document()
	field := f.account.fields(row, f.home())
	for _, o := range [...]*operation{reader.list, reader.under} {
		if o != nil {
			d.take(o, row)
		}
	}
	region, doubtful := f.home(), false
	for _, o := range reader.each {
		answer, fault := f.ask(ctx, f.account, region, o, row, "")
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
			if text := textAt(answer, reader.keep.path); text != "" && !reader.keep.ask(answer) {
				return
			}
			d.take(o, answer)
		}
	}
	id := fillIn(reader.id, field, same)
	out := d.resource(id, fillIn(reader.arn, field, same), reader.list.name, row)
	out.Doubtful = doubtful
	f.add(out)
}

func same(text string) string { return text }

// The calls of Cloud Control.
var (
	listResources = cloudCall("ListResources", "ResourceDescriptions", "NextToken")
	getResource   = cloudCall("GetResource", "", "")
)

func cloudCall(action, rows, page string) *operation {
	s := &service{
		name: "cloudcontrol", protocol: "json1.0", version: "CloudApiService",
		endpoint: "cloudcontrolapi", signing: "cloudcontrolapi", iam: "cloudformation",
	}
	return &operation{name: "cloudcontrol:" + action, service: s, action: action, rows: rows, pageIn: page, pageOut: page}
}

// cloud lists and reads by Cloud Control.
func (f *finding) cloud(ctx context.Context, reader *Reader) {
	for _, model := range f.models(ctx, reader) {
		var rows []any
		fault := f.pages(ctx, f.account, f.home(), asking(listResources, reader.Type, "ResourceModel", model), nil, func(answer any) {
			rows = append(rows, rowsAt(answer, listResources.rows)...)
		})
		if fault != nil {
			f.miss(reader, cloudGap(reader, fault, listResources))
		}
		parallel(rows, func(row any) { f.described(ctx, reader, textAt(row, "Identifier")) })
	}
}

// asking is a call about a type, with one more member unless that is empty.
func asking(o *operation, typ, name, value string) *operation {
	request := map[string]string{"TypeName": typ}
	if value != "" {
		request[name] = value
	}
	text, _ := json.Marshal(request)
	call := *o
	call.request, call.literal = string(text), true
	return &call
}

// models are what a list is given to list by: one that is empty, where it takes nothing.
func (f *finding) models(ctx context.Context, reader *Reader) []string {
	if reader.cloud.parent == "" {
		return strings.Split(reader.cloud.model, "|")
	}
	var models []string
	fault := f.pages(ctx, f.account, f.home(), asking(listResources, reader.cloud.parent, "", ""), nil, func(answer any) {
		for _, row := range rowsAt(answer, listResources.rows) {
			model, _ := json.Marshal(map[string]string{reader.cloud.model: textAt(row, "Identifier")})
			models = append(models, string(model))
		}
	})
	if fault != nil {
		f.miss(reader, cloudGap(reader, fault, listResources))
	}
	return models
}

// described reads one resource by its identifier.
func (f *finding) described(ctx context.Context, reader *Reader, id string) {
	answer, fault := f.ask(ctx, f.account, f.home(), asking(getResource, reader.Type, "Identifier", id), nil, "")
	if fault != nil {
		if !fault.says("ResourceNotFound") { // it was deleted meanwhile
			f.miss(reader, cloudGap(reader, fault, getResource))
		}
		return
	}
	d := reader.document()
	if err := json.Unmarshal([]byte(textAt(answer, "ResourceDescription.Properties")), &d.members); err != nil || d.members == nil {
		f.miss(reader, snapshot.Gap{State: snapshot.Failed, Action: getResource.permission(), Detail: "the answer is broken"})
		return
	}
	arn, _ := d.members["Arn"].(string)
	f.add(d.resource(id, arn, getResource.name, nil))
}

// cloudGap names the permission that was missing: that of Cloud Control, or those of the service behind it.
func cloudGap(reader *Reader, fault *fault, o *operation) snapshot.Gap {
	permission := o.permission()
	if fault.denied() && !fault.says("AccessDenied") {
		permission = strings.Join(reader.cloud.needs, ", ")
	}
	gap := fault.gap(permission)
	if gap.State == snapshot.Failed {
		gap.Detail = cmp.Or(gap.Detail, "no answer") + " for " + reader.Type
	}
	return gap
}

// Permissions are what readers need, sorted.
func Permissions(readers []*Reader) []string {
	all := map[string]bool{}
	for _, r := range readers {
		if r.cloud != nil {
			all[listResources.permission()], all[getResource.permission()] = true, true
			for _, p := range r.cloud.needs {
				all[p] = true
			}
		}
		for _, o := range r.operations() {
			all[o.permission()] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
