package snapshot

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// MaxSize is how much a snapshot may have when it is unpacked, and MaxLine how much one document, in bytes.
const (
	MaxSize = 4 << 30
	MaxLine = 32 << 20
)

// Contents are a snapshot, taken apart by where things are.
type Contents struct {
	Head  Head
	Parts []*Part // sorted by account and region
	file  string
}

// Part is one region of one account, or what the account has as a whole.
type Part struct {
	Account, Region string
	file            string
	units           []unit
	plan            []Reading
}

// Name is "123456789012/eu-west-1".
func (p *Part) Name() string { return p.Account + "/" + p.Region }

// Accounts yields the parts of each account.
func (c *Contents) Accounts() iter.Seq2[string, []*Part] {
	return func(yield func(id string, parts []*Part) bool) {
		for first := 0; first < len(c.Parts); {
			end := first
			for end < len(c.Parts) && c.Parts[end].Account == c.Parts[first].Account {
				end++
			}
			if !yield(c.Parts[first].Account, c.Parts[first:end:end]) {
				return
			}
			first = end
		}
	}
}

// unit has its resources as they were written.
type unit struct {
	Unit
	lines []numbered
}

type numbered struct {
	number int32
	text   []byte
}

// Read takes a snapshot apart. What is broken is left out, with a diagnostic; the error is for what is no snapshot, or
// one of a later version. The name is that by which places call the file.
func Read(r io.Reader, name string) (*Contents, diag.List, error) {
	plain, err := unpacked(r)
	if err != nil {
		return nil, nil, err
	}
	s := &splitter{contents: &Contents{file: name}, parts: map[string]*Part{}}
	if err := s.run(plain); err != nil {
		return nil, nil, err
	}
	s.finish()
	return s.contents, s.diags, nil
}

// splitter goes through the lines.
type splitter struct {
	contents *Contents
	parts    map[string]*Part
	pending  []numbered // resources that no unit has followed yet
	number   int32
	size     int
	diags    diag.List
}

func (s *splitter) run(r *bufio.Reader) error {
	for {
		text, err := readLine(r)
		s.number++
		s.size += len(text)
		if text = bytes.TrimSpace(text); len(text) > 0 && (err == nil || err == io.EOF) {
			if fault := s.line(text); fault != nil {
				return fault
			}
		}
		switch {
		case err == io.EOF && s.contents.Head.Format == "":
			return errors.New("it has no head")
		case err == io.EOF:
			return nil
		case errors.Is(err, bufio.ErrTooLong):
			s.diags.Errorf(s.at(), "this line has more than the limit of %d MB and is left out", MaxLine>>20)
		case err != nil:
			s.diags.Errorf(s.at(), "the snapshot breaks off here: %v", err)
			return nil
		}
		if s.size > MaxSize {
			s.diags.Errorf(s.at(), "the snapshot has more than the limit of %d MB; what follows is not read", MaxSize>>20)
			return nil
		}
	}
}

// readLine reads to the end of a line. Of one that is too long nothing is kept.
func readLine(r *bufio.Reader) ([]byte, error) {
	var text []byte
	for {
		part, err := r.ReadSlice('\n')
		tooLong := len(text)+len(part) > MaxLine
		if tooLong {
			part = nil
		}
		text = append(text, part...)
		switch {
		case err == bufio.ErrBufferFull && !tooLong:
			continue
		case tooLong:
			for err == bufio.ErrBufferFull {
				_, err = r.ReadSlice('\n')
			}
			if err == nil {
				err = bufio.ErrTooLong
			}
			return nil, err
		}
		return text, err
	}
}

var resourceLine = []byte(`{"resource":`)

func (s *splitter) line(text []byte) error {
	if bytes.HasPrefix(text, resourceLine) && s.contents.Head.Format != "" {
		s.pending = append(s.pending, numbered{s.number, text})
		return nil
	}
	var l line
	err := json.Unmarshal(text, &l)
	if s.contents.Head.Format == "" {
		if err != nil || l.Head == nil || l.Head.Format != Format {
			return errors.New("it has no head")
		}
		if l.Head.Version != Version {
			return fmt.Errorf("it has version %d of the format, and this version of Lintel reads %d", l.Head.Version, Version)
		}
		s.contents.Head = *l.Head
		return nil
	}
	switch {
	case err != nil:
		s.diags.Errorf(s.at(), "this line is not understood: %v", err)
	case l.Plan != nil:
		p := s.part(l.Plan.Account, l.Plan.Region)
		p.plan = append(p.plan, l.Plan.Reads...)
	case l.Unit != nil:
		p := s.part(l.Unit.Account, l.Unit.Region)
		p.units = append(p.units, unit{*l.Unit, s.pending})
		s.pending = nil
	}
	return nil
}

func (s *splitter) part(account, region string) *Part {
	key := account + "/" + region
	if s.parts[key] == nil {
		s.parts[key] = &Part{Account: account, Region: region, file: s.contents.file}
		s.contents.Parts = append(s.contents.Parts, s.parts[key])
	}
	return s.parts[key]
}

func (s *splitter) at() model.Range {
	return model.Range{File: s.contents.file, Start: model.Pos{Line: s.number, Column: 1}, End: model.Pos{Line: s.number, Column: 1}}
}

// finish adds what was planned and never reached.
func (s *splitter) finish() {
	missed := 0
	for _, p := range s.contents.Parts {
		for _, u := range p.plan {
			if slices.ContainsFunc(p.units, func(done unit) bool { return done.Read == u.Read }) {
				continue
			}
			missed++
			gap := &Gap{State: Failed, Action: u.Read, Detail: "the reading was interrupted before it"}
			p.units = append(p.units, unit{Unit: Unit{Account: p.Account, Region: p.Region, Read: u.Read, Types: u.Types, State: Failed, Gap: gap}})
		}
	}
	if missed > 0 || len(s.pending) > 0 {
		s.diags.Add(diag.Diagnostic{
			Severity: diag.Error, Range: model.Range{File: s.contents.file},
			Summary: fmt.Sprintf("the snapshot is not complete: %d readings are missing", missed),
			Detail:  "lintel live aws --resume --save FILE completes it.",
		})
	}
	slices.SortFunc(s.contents.Parts, func(a, b *Part) int { return strings.Compare(a.Name(), b.Name()) })
}
