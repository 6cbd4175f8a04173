package awslive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// Account is one that can be read: whose it is, and how calls to it are signed.
type Account struct {
	ID        string
	Partition string
	// Sign puts a signature on a request that has this body.
	Sign func(ctx context.Context, r *http.Request, body []byte, service, region string) error
	// Endpoint takes the place of all services' own, "" for none. EndpointOf, where not nil, is asked first: it may have
	// one for a service, by the name that variables of the environment have for it.
	Endpoint   string
	EndpointOf func(service string) string
	FIPS       bool   // endpoints with validated cryptography are called
	DualStack  bool   // endpoints that have IPv6 as well
	Region     string // in which the first calls are made
	HTTP       *http.Client

	assume func(id string, role Role) *Account
}

// maxAnswer is what one answer may have, in bytes.
const maxAnswer = 256 << 20

// call makes one call.
func (a *Account) call(ctx context.Context, region string, o *operation, row any, page string) (any, *fault) {
	method, target, body, header := o.service.compose(o, a.fields(row, region), page)
	r, err := http.NewRequestWithContext(ctx, method, a.base(o.service, region)+target, bytes.NewReader(body))
	if err != nil {
		return nil, &fault{err: err}
	}
	for name, value := range header {
		r.Header.Set(name, value)
	}
	if name, value, ok := strings.Cut(o.service.header, ":"); ok {
		r.Header.Set(name, fillIn(value, a.fields(row, region), same))
	}
	if err := a.Sign(ctx, r, body, o.service.signing, o.service.home(a.Partition, region)); err != nil {
		return nil, unsigned(err)
	}
	answer, err := a.HTTP.Do(r)
	if err != nil {
		return nil, &fault{err: err}
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return nil, &fault{err: err}
	}
	return o.service.understand(answer, text)
}

// fields say what a template's names stand for.
func (a *Account) fields(row any, region string) func(name string) string {
	return func(name string) string {
		switch name {
		case "account":
			return a.ID
		case "partition":
			return a.Partition
		case "region":
			return region
		case "":
			text, _ := row.(string)
			return text
		}
		return textAt(row, name)
	}
}

// compose makes a request of an operation's template.
func (s *service) compose(o *operation, field func(string) string, page string) (method, target string, body []byte, header map[string]string) {
	switch s.protocol {
	case "json1.0", "json1.1":
		text := "{}"
		if o.request != "" {
			text = o.request
		}
		if !o.literal && o.request != "" {
			text = fillIn(text, field, quoted)
		}
		for name, value := range o.turned(page) {
			text = joinJSON(text, name, value)
		}
		return http.MethodPost, "/", []byte(text), map[string]string{
			"Content-Type": "application/x-amz-json-" + strings.TrimPrefix(s.protocol, "json"), "X-Amz-Target": s.version + "." + o.action,
		}
	case "query", "ec2":
		text := "Action=" + o.action + "&Version=" + s.version
		if o.request != "" {
			text += "&" + fillIn(o.request, field, url.QueryEscape)
		}
		for name, value := range o.turned(page) {
			text += "&" + name + "=" + url.QueryEscape(value)
		}
		return http.MethodPost, "/", []byte(text), map[string]string{"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
	}
	method, target, _ = strings.Cut(o.request, " ")
	target, payload, _ := strings.Cut(target, " ")
	target = fillIn(target, field, url.PathEscape)
	if payload != "" {
		text := fillIn(payload, field, quoted)
		for name, value := range o.turned(page) {
			text = joinJSON(text, name, value)
		}
		return method, target, []byte(text), map[string]string{"Content-Type": "application/json"}
	}
	for name, value := range o.turned(page) {
		between := "?"
		if strings.Contains(target, "?") {
			between = "&"
		}
		target += between + name + "=" + url.QueryEscape(value)
	}
	return method, target, nil, nil
}

// next is what asks for the page that follows an answer, "" if there is none.
func (o *operation) next(answer any) string {
	var marks []string
	for name := range strings.SplitSeq(o.pageOut, ",") {
		marks = append(marks, textAt(answer, name))
	}
	if o.pageOut == "" || marks[0] == "" {
		return ""
	}
	return strings.Join(marks, markEnd)
}

// turned yields the members of a request that ask for a page.
func (o *operation) turned(page string) iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		names := strings.Split(o.pageIn, ",")
		for i, value := range strings.Split(page, markEnd) {
			if value != "" && !yield(names[i], value) {
				return
			}
		}
	}
}

// markEnd separates what asks for a page together.
const markEnd = "\x00"

var placeholder = regexp.MustCompile(`\{\+?[A-Za-z0-9.]*\}`)

// fillIn puts values in place of {names}, escaped but for those of {+names}.
func fillIn(template string, field func(string) string, escape func(string) string) string {
	return placeholder.ReplaceAllStringFunc(template, func(name string) string {
		if plain, ok := strings.CutPrefix(name[1:len(name)-1], "+"); ok {
			return field(plain)
		}
		return escape(field(name[1 : len(name)-1]))
	})
}

// quoted is a text as it stands between the quotes of JSON.
func quoted(text string) string {
	out, _ := json.Marshal(text)
	return string(out[1 : len(out)-1])
}

func joinJSON(object, name, value string) string {
	added := fmt.Sprintf("%q:\"%s\"}", name, quoted(value))
	if object == "{}" {
		return "{" + added
	}
	return strings.TrimSuffix(object, "}") + "," + added
}

// xml tells whether the service answers in XML, and not in JSON.
func (s *service) xml() bool {
	return s.protocol == "query" || s.protocol == "ec2" || s.protocol == "rest-xml"
}

// understand reads an answer.
func (s *service) understand(r *http.Response, text []byte) (any, *fault) {
	if r.StatusCode >= http.StatusMultipleChoices {
		return nil, s.refusal(r, text)
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return map[string]any{}, nil
	}
	if s.xml() {
		if text[0] == '{' { // S3 hands out policies as they are
			return map[string]any{"Policy": string(text)}, nil
		}
		root, value, err := parseXML(text)
		if err != nil {
			return nil, &fault{err: fmt.Errorf("the answer is broken: %w", err)}
		}
		if inner := at(value, strings.TrimSuffix(root, "Response")+"Result"); inner != nil {
			return inner, nil
		}
		if root == "LocationConstraint" {
			return map[string]any{root: value}, nil
		}
		return value, nil
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		return nil, &fault{err: fmt.Errorf("the answer is broken: %w", err)}
	}
	return value, nil
}

// refusal reads a fault.
func (s *service) refusal(r *http.Response, text []byte) *fault {
	f := &fault{status: r.StatusCode, code: http.StatusText(r.StatusCode)}
	var value any
	if s.xml() {
		_, value, _ = parseXML(text)
		for _, path := range [...]string{"", "Error", "Errors.Error"} {
			if inner := at(value, path); textAt(inner, "Code") != "" {
				f.code, f.message = textAt(inner, "Code"), textAt(inner, "Message")
			}
		}
		return f
	}
	_ = json.Unmarshal(text, &value)
	code := r.Header.Get("X-Amzn-Errortype")
	for _, path := range [...]string{"__type", "code", "Code"} {
		if code == "" {
			code = textAt(value, path)
		}
	}
	if code != "" {
		code, _, _ = strings.Cut(code, ":")
		f.code = code[strings.LastIndexByte(code, '#')+1:]
	}
	if f.message = textAt(value, "message"); f.message == "" {
		f.message = textAt(value, "Message")
	}
	return f
}
