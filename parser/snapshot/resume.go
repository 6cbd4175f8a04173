package snapshot

import "io"

// settled tells a unit that need not be read again.
func (u *unit) settled() bool {
	return u.State == Complete || u.State == NotOffered || u.State == RegionOff
}

// Settled tells whether the snapshot has a reading, so that it need not be done again.
func (c *Contents) Settled(account, region, read string) bool {
	for _, p := range c.Parts {
		if p.Account != account || p.Region != region {
			continue
		}
		for i := range p.units {
			if p.units[i].Read == read && p.units[i].settled() {
				return true
			}
		}
	}
	return false
}

// CopySettled writes what need not be read again.
func (c *Contents) CopySettled(w *Writer) error {
	if err := w.Head(c.Head); err != nil {
		return err
	}
	for _, p := range c.Parts {
		for i := range p.units {
			if err := p.units[i].copyTo(w); err != nil {
				return err
			}
		}
	}
	return nil
}

func (u *unit) copyTo(w *Writer) error {
	if !u.settled() {
		return nil
	}
	return w.Unit(u.Unit, u.resources())
}

func (u *unit) resources() []Resource {
	var all []Resource
	for _, n := range u.lines {
		if r, ok := decode(n); ok {
			all = append(all, *r)
		}
	}
	return all
}

// Each hands on the units of a snapshot with their resources.
func Each(r io.Reader, do func(u Unit, resources []Resource)) error {
	contents, _, err := Read(r, "")
	if err != nil {
		return err
	}
	for _, p := range contents.Parts {
		for i := range p.units {
			do(p.units[i].Unit, p.units[i].resources())
		}
	}
	return nil
}
