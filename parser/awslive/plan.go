package awslive

import (
	"cmp"
	"slices"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// Shard is one of several runs that read all accounts and regions among them: the first of four is 1 of 4. The zero
// Shard reads all.
type Shard struct{ Number, Of int }

func (s Shard) has(pair int) bool { return s.Of == 0 || pair%s.Of == s.Number%s.Of }

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

func (u *unit) types() []string { return types(u.readers) }

func types(readers []*Reader) []string {
	var all []string
	for _, r := range readers {
		all = append(all, r.lists()...)
	}
	return all
}

// lists are the types of which a reader finds the resources: Terraform has one of its own for what the platform makes.
func (r *Reader) lists() []string {
	if r.as != "" {
		return []string{r.Type, r.as}
	}
	return []string{r.Type}
}

// home is the region whose services are asked.
func (u *unit) home() string {
	if u.region != snapshot.Global {
		return u.region
	}
	return (&service{global: true}).home(u.account.Partition, "")
}
