package awslive

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// fake answers every operation of the table with as little as it can: one thing in each list, and of that the members
// that the table asks for by name.
type fake struct {
	t *testing.T
	*httptest.Server
	mu sync.Mutex
	// refuse may answer in place of the operation: a status and a code.
	refuse func(op string) (status int, code string)
	// reply has the answers, if it is set: to all else there is nothing.
	reply func(o *operation, request string) (text string, ok bool)
	pages int  // of each list that has pages
	stuck bool // each page is followed by the second
	asked map[string]int
}

func newFake(t *testing.T) *fake {
	f := &fake{t: t, pages: 1, asked: map[string]int{}}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

func (f *fake) account() *Account {
	return &Account{
		ID: "111122223333", Partition: "aws", Region: "eu-central-1", Endpoint: f.URL, HTTP: f.Client(),
		Sign: func(_ context.Context, r *http.Request, _ []byte, service, region string) error {
			r.Header.Set("X-Test-Signed", service+"/"+region)
			return nil
		},
	}
}

// quick does not wait.
func quick(ctx context.Context, _ time.Duration) error { return ctx.Err() }

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	o := f.operation(r, string(body))
	if o == nil {
		f.t.Errorf("an operation that the table does not have: %s %s %s", r.Method, r.URL, body)
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	f.mu.Lock()
	f.asked[o.name]++
	f.mu.Unlock()
	if f.refuse != nil {
		if status, code := f.refuse(o.name); status != 0 {
			f.fault(w, o, status, code)
			return
		}
	}
	if f.reply != nil {
		f.recorded(w, o, string(body)+r.URL.RequestURI())
		return
	}
	f.answer(w, o, string(body)+r.URL.RawQuery)
}

func (f *fake) operation(r *http.Request, body string) *operation {
	form, _ := url.ParseQuery(body)
	target := r.Header.Get("X-Amz-Target")
	signed, region, _ := strings.Cut(r.Header.Get("X-Test-Signed"), "/")
	var found *operation
	for _, o := range allOperations() {
		switch o.service.protocol {
		case "json1.0", "json1.1":
			if target == o.service.version+"."+o.action {
				found = f.nearer(found, o, region)
			}
		case "query", "ec2":
			if form.Get("Action") == o.action && form.Get("Version") == o.service.version && signed == o.service.signing {
				found = f.nearer(found, o, region)
			}
		default:
			if target == "" && signed == o.service.signing && restPattern(o).MatchString(r.Method+" "+strings.SplitN(r.URL.RequestURI(), "&", 2)[0]) {
				found = f.nearer(found, o, region)
			}
		}
	}
	return found
}

// nearer is that of two operations with one name which is asked in a region.
func (f *fake) nearer(found, o *operation, region string) *operation {
	if found == nil || !found.service.homed && o.service.homed && region == "us-east-1" {
		return o
	}
	return found
}

func restPattern(o *operation) *regexp.Regexp {
	if known, ok := patterns.Load(o.request); ok {
		return known.(*regexp.Regexp)
	}
	method, target, _ := strings.Cut(o.request, " ")
	target, _, _ = strings.Cut(target, " ") // what follows is the body
	target, _, _ = strings.Cut(target, "&")
	pattern := regexp.QuoteMeta(placeholder.ReplaceAllStringFunc(method+" "+target, func(name string) string {
		if strings.HasPrefix(name, "{+") {
			return "\x01"
		}
		return "\x00"
	}))
	pattern = strings.NewReplacer("\x00", "[^/?]+", "\x01", "[^?]*").Replace(pattern)
	compiled, _ := patterns.LoadOrStore(o.request, regexp.MustCompile("^"+pattern+`(\?(Marker|page)=.*)?$`))
	return compiled.(*regexp.Regexp)
}

// patterns are compiled once for each request.
var patterns sync.Map

func allOperations() []*operation {
	all := []*operation{listResources, getResource}
	for _, r := range Readers() {
		all = append(all, r.operations()...)
	}
	return all
}

func (f *fake) fault(w http.ResponseWriter, o *operation, status int, code string) {
	w.WriteHeader(status)
	if strings.HasPrefix(o.service.protocol, "json") || o.service.protocol == "rest-json" {
		_, _ = fmt.Fprintf(w, `{"__type":"com.amazonaws#%s","message":"no"}`, code)
		return
	}
	_, _ = fmt.Fprintf(w, "<ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>", code)
}

// recorded gives the answer that there is, or says that there is nothing.
func (f *fake) recorded(w http.ResponseWriter, o *operation, request string) {
	text, ok := f.reply(o, request)
	switch {
	case ok:
		_, _ = io.WriteString(w, text)
	case len(o.none) > 0:
		f.fault(w, o, http.StatusNotFound, o.none[0])
	case strings.Contains(o.service.protocol, "json"):
		_, _ = io.WriteString(w, "{}")
	default:
		_, _ = io.WriteString(w, "<Nothing/>")
	}
}

func (f *fake) answer(w http.ResponseWriter, o *operation, asked string) {
	content := f.content(o)
	if o.pageOut != "" && f.pages > 1 {
		page := 1
		if i := strings.LastIndex(asked, "page-"); i >= 0 {
			_, _ = fmt.Sscanf(asked[i:], "page-%d", &page)
		}
		if f.stuck {
			page = 1
		}
		if page < f.pages {
			nest(content, o.pageOut, fmt.Sprintf("page-%d", page+1))
		}
		content = renumber(content, page).(map[string]any)
	}
	switch {
	case o.name == getResource.name:
		content = map[string]any{"ResourceDescription": map[string]any{"Identifier": "x", "Properties": "{}"}}
	case o.rows == "" && len(o.fills) > 0:
		nest(content, o.fills[0].from, "x")
	}
	switch o.service.protocol {
	case "json1.0", "json1.1", "rest-json":
		_ = json.NewEncoder(w).Encode(content)
	case "query":
		_, _ = fmt.Fprintf(w, "<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult></%[1]sResponse>", o.action, asXML(content))
	default:
		_, _ = fmt.Fprintf(w, "<%[1]sResponse>%[2]s</%[1]sResponse>", o.action, asXML(content))
	}
}

// content has a row for each reader that lists by an operation.
func (f *fake) content(o *operation) map[string]any {
	if o == listResources {
		return map[string]any{o.rows: []any{map[string]any{"Identifier": "x-0"}}}
	}
	rows := map[string][]any{}
	for _, r := range Readers() {
		for _, list := range append(slices.Clone(r.under), r.list) {
			if list != nil && list.name == o.name && list.rows != "" {
				path := strings.ReplaceAll(list.rows, "/", ".")
				rows[path] = append(rows[path], row(r))
			}
		}
	}
	content := map[string]any{}
	for _, path := range slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return len(a) - len(b) }) {
		if len(rows) > 1 && at(content, path) == nil && at(content, strings.Split(path, ".")[0]) != nil { // rows in rows
			outer := rowsAt(content, longest(rows, path))[0].(map[string]any)
			nest(outer, strings.TrimPrefix(path, longest(rows, path)+"."), rows[path])
			continue
		}
		if strings.HasSuffix(path, ".*") {
			nest(content, path, rows[path][0])
			continue
		}
		nest(content, path, rows[path])
	}
	return content
}

// longest is the path of rows in which others lie.
func longest(rows map[string][]any, path string) string {
	best := ""
	for other := range rows {
		if strings.HasPrefix(path, other+".") && len(other) > len(best) {
			best = other
		}
	}
	return best
}

// row has the members that templates and tests of a reader speak of.
func row(r *Reader) any {
	members := map[string]any{}
	texts := []string{r.id, r.arn}
	for _, o := range r.operations() {
		texts = append(texts, o.request)
	}
	for _, name := range placeholder.FindAllString(strings.Join(texts, " "), -1) {
		switch name = strings.Trim(name, "{+}"); {
		case name == "":
			return "arn:x-0"
		default:
			name = strings.TrimPrefix(name, "parent.")
			nest(members, name, r.Type[strings.LastIndexByte(r.Type, ':')+1:]+name+"-0")
		}
	}
	for _, condition := range r.only {
		if !condition.not {
			nest(members, condition.path, condition.words[0])
		}
	}
	for _, o := range r.each {
		if o.only.path != "" && !o.only.not {
			nest(members, o.only.path, o.only.words[0])
		}
	}
	return members
}

func renumber(v any, page int) any {
	switch data := v.(type) {
	case map[string]any:
		for name := range data {
			data[name] = renumber(data[name], page)
		}
	case []any:
		for i := range data {
			data[i] = renumber(data[i], page)
		}
	case string:
		return strings.Replace(data, "-0", fmt.Sprintf("-%d", page), 1)
	}
	return v
}

func nest(members map[string]any, path string, v any) {
	d := document{members: members}
	d.put(path, v)
}

func asXML(v any) string {
	members, ok := v.(map[string]any)
	if !ok {
		return fmt.Sprint(v)
	}
	var text strings.Builder
	for name, inner := range members {
		list, ok := inner.([]any)
		if !ok {
			list = []any{inner}
		}
		for _, e := range list {
			_, _ = fmt.Fprintf(&text, "<%[1]s>%[2]s</%[1]s>", name, asXML(e))
		}
	}
	return text.String()
}
