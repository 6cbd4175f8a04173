package view

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// SyntaxError says where a text is not JSON.
type SyntaxError struct {
	At      model.Origin
	Problem string
}

func (e *SyntaxError) Error() string { return e.Problem }

// The limits are far beyond what any service takes: 20 KB for a bucket's
// policy, 32 KB for a key's.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
// https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
const (
	depthLimit = 64
	sizeLimit  = 128 << 10
)

// JSON reads the structure that a text encodes, each leaf with its place. The
// text is the parts in order, as a template has them. An unknown part inside
// of a JSON string makes that string unknown, with the start that is known; one
// that stands where a value is expected is that value. An object with an
// unknown part in a member's name is unknown as a whole.
//
// A text with a comma too many is read all the same, and its error returned beside it.
//
// The places follow from where the text stands. An origin of several lines is
// that of a heredoc, from its marker to the closing one, or that of the text
// alone: the number of lines tells which. Then each leaf has its line, as a
// point at column 1, because the indentation may have been stripped. Else each
// leaf has the place of the whole text.
func JSON(at model.Origin, parts ...model.Value) (model.Value, *SyntaxError) {
	r := &reader{pieces: join(parts, true), at: at}
	if len(r.text) > sizeLimit {
		err := &SyntaxError{at, fmt.Sprintf("the JSON is longer than %d bytes", sizeLimit)}
		return model.Undecided(err.Problem, at), err
	}
	r.first = firstLine(at.Range, strings.Count(r.text, "\n"))
	v, err := r.whole()
	if err == nil {
		return v, nil
	}
	if r.text = withoutTrailingCommas(r.text); r.text != "" {
		if v, again := r.whole(); again == nil {
			return v, err
		}
	}
	return model.Undecided(err.Problem, at), err
}

// whole reads the text from its start to its end.
func (r *reader) whole() (model.Value, *SyntaxError) {
	r.dec, r.seen, r.line = json.NewDecoder(strings.NewReader(r.text)), 0, 0
	v, err := r.value(r.at.Name, 0)
	if err == nil {
		if _, after := r.dec.Token(); !errors.Is(after, io.EOF) {
			err = &SyntaxError{r.here(r.at.Name), "there is more after the end of the JSON"}
		}
	}
	return v, err
}

// withoutTrailingCommas puts a space in the place of each comma before a closing
// bracket: a service refuses such a text, but what is meant is plain. It is "" for a
// text that has none.
func withoutTrailingCommas(text string) string {
	cleaned := []byte(text)
	comma, quoted, found := -1, false, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted, comma = !quoted, -1
		case quoted || c == ' ' || c == '\t' || c == '\r' || c == '\n':
		case c == ',':
			comma = i
		case (c == '}' || c == ']') && comma >= 0:
			cleaned[comma], comma, found = ' ', -1, true
		default:
			comma = -1
		}
	}
	if !found {
		return ""
	}
	return string(cleaned)
}

// reader reads one text.
type reader struct {
	pieces
	at    model.Origin
	dec   *json.Decoder
	first int32 // the line of the file in which the text begins, or 0
	seen  int   // how much of the text line has counted
	line  int32
}

// firstLine is the line of the file in which a text with so many line ends
// begins, or 0 if it cannot be told.
func firstLine(at model.Range, ends int) int32 {
	lines := int(at.End.Line - at.Start.Line)
	switch {
	case lines == 0:
		return 0
	case lines == ends:
		return at.Start.Line
	case lines == ends+1, lines == ends+2: // two where the last line end was cut off
		return at.Start.Line + 1
	}
	return 0
}

func (r *reader) value(name string, depth int) (model.Value, *SyntaxError) {
	at := r.here(name)
	if depth > depthLimit {
		return model.Value{}, &SyntaxError{at, fmt.Sprintf("the JSON is nested deeper than %d", depthLimit)}
	}
	token, err := r.dec.Token()
	if err != nil {
		return model.Value{}, r.fault(name, err)
	}
	switch token := token.(type) {
	case json.Delim:
		if token == '{' {
			return r.object(at, depth)
		}
		return r.list(at, depth)
	case string:
		return r.leaf(token, at), nil
	case float64:
		return model.Value{Data: token, State: model.Known, Sensitive: r.sensitive, Origin: at}, nil
	case bool:
		return model.Value{Data: token, State: model.Known, Sensitive: r.sensitive, Origin: at}, nil
	}
	return model.Missing(at), nil
}

func (r *reader) list(at model.Origin, depth int) (model.Value, *SyntaxError) {
	elements := []model.Value{}
	for r.dec.More() {
		v, err := r.value(at.Name, depth+1)
		if err != nil {
			return v, err
		}
		elements = append(elements, v)
	}
	if _, err := r.dec.Token(); err != nil {
		return model.Value{}, r.fault(at.Name, err)
	}
	return model.List(elements, at), nil
}

func (r *reader) object(at model.Origin, depth int) (model.Value, *SyntaxError) {
	var members model.Draft
	blurred := model.Value{}
	for r.dec.More() {
		place := r.here(at.Name)
		token, err := r.dec.Token()
		if err != nil {
			return model.Value{}, r.fault(at.Name, err)
		}
		name, _ := token.(string)
		if v := r.leaf(name, place); v.State == model.Unknown {
			blurred = v
		}
		if _, twice := members.Lookup(name); twice {
			return model.Value{}, &SyntaxError{place, fmt.Sprintf("the JSON has %q twice in one object", name)}
		}
		v, fault := r.value(member(at.Name, name), depth+1)
		if fault != nil {
			return v, fault
		}
		members.Set(name, v)
	}
	if _, err := r.dec.Token(); err != nil {
		return model.Value{}, r.fault(at.Name, err)
	}
	if blurred.State == model.Unknown {
		return model.Undecided(blurred.Why.Reason, at), nil
	}
	return model.Record(members.Members(), at), nil
}

func member(of, name string) string {
	if of == "" {
		return name
	}
	return of + "." + name
}

// here is the place of the next token.
func (r *reader) here(name string) model.Origin {
	next := int(r.dec.InputOffset())
	for next < len(r.text) && strings.IndexByte(" \t\r\n,:", r.text[next]) >= 0 {
		next++
	}
	return r.place(name, next)
}

// place is the place of a byte of the text. Bytes are asked for in order.
func (r *reader) place(name string, offset int) model.Origin {
	at := r.at
	at.Name = name
	if r.first == 0 {
		return at
	}
	if offset > r.seen {
		r.line += int32(strings.Count(r.text[r.seen:offset], "\n"))
		r.seen = offset
	}
	at.Start = model.Pos{Line: min(r.first+r.line, at.End.Line), Column: 1}
	at.End = at.Start
	return at
}

// fault says what is wrong with the text, and where.
func (r *reader) fault(name string, err error) *SyntaxError {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &SyntaxError{r.place(name, len(r.text)), "the JSON ends too early"}
	}
	at := r.here(name)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset > 0 && int(syntax.Offset) <= len(r.text) {
		at = r.place(name, int(syntax.Offset)-1)
	}
	return &SyntaxError{at, "the text is not JSON: " + strings.TrimPrefix(err.Error(), "invalid ")}
}
