package snapshot

import "encoding/json"

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
	var resources []Resource
	for _, n := range u.lines {
		var read line
		if json.Unmarshal(n.text, &read) == nil && read.Resource != nil {
			resources = append(resources, *read.Resource)
		}
	}
	return w.Unit(u.Unit, resources)
}
