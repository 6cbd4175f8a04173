//go:build aws

package awslive

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// rows are what lists say of a document, as a reader gets it, and of what it lies under.
func (p *posed) rows(r *Reader, document map[string]any, res snapshot.Resource) (parent, row any) {
	around, inner := map[string]any{}, map[string]any{}
	text := ""
	for _, o := range append([]*operation{r.list}, r.under...) {
		for _, f := range o.fills {
			v := f.undo(at(document, f.to), at(inner, f.from))
			name, up := strings.CutPrefix(f.from, "parent.")
			switch {
			case v == nil:
			case f.from == "":
				text = asText(v)
			case up:
				nest(around, name, v)
			default:
				nest(inner, r.spelled(f), v)
			}
		}
	}
	p.identify(r, res, around, inner)
	for _, t := range r.only {
		if !t.ask(inner) {
			nest(inner, t.path, t.words[0])
		}
	}
	if r.as != "" && r.as == res.As {
		nest(inner, r.asIf.path, r.asIf.words[0])
	}
	switch {
	case len(r.under) > 0 && strings.Contains(r.under[0].request, "{}"): // names of things under names
		return cmp.Or(firstText(at(document, "Cluster")), "arn:none"), map[string]any{"value": res.ARN}
	case strings.Contains(r.id, "{value}"):
		inner["value"] = cmp.Or(textAt(inner, "value"), res.ARN)
	case strings.Contains(r.id, "{}"):
		if r.arn == "{}" {
			text = cmp.Or(text, res.ARN)
		}
		return nil, cmp.Or(text, res.ID)
	case text != "":
		return nil, text
	}
	return around, inner
}

// spelled is a name as the reader's templates have it, which differ in case from CloudFormation's.
func (r *Reader) spelled(f fill) string {
	for _, name := range r.placeholders() {
		if f.like && strings.EqualFold(name, f.from) {
			return name
		}
	}
	return f.from
}

// placeholders are the names in what a reader makes of rows.
func (r *Reader) placeholders() []string {
	texts := []string{r.id, r.arn}
	for _, o := range r.operations() {
		if !slices.Contains(r.under, o) {
			texts = append(texts, o.request)
		}
	}
	var names []string
	for _, name := range placeholder.FindAllString(strings.Join(texts, " "), -1) {
		names = append(names, strings.Trim(name, "{+}"))
	}
	return names
}

// identify puts an id wherever templates want one and the document has none.
func (p *posed) identify(r *Reader, res snapshot.Resource, around, inner map[string]any) {
	for _, o := range r.under {
		for _, name := range placeholder.FindAllString(o.request, -1) {
			if name = strings.Trim(name, "{+}"); !general(name) && textAt(around, name) == "" {
				nest(around, name, cmp.Or(textAt(inner, name), lastWord(textAt(around, "FunctionArn")), res.ID))
				if strings.HasSuffix(name, ".Version") {
					nest(around, name, "1")
				}
			}
		}
	}
	for _, name := range r.placeholders() {
		to := inner
		if above, up := strings.CutPrefix(name, "parent."); up {
			to, name = around, above
		}
		switch {
		case general(name) || textAt(to, name) != "":
		case strings.HasPrefix(r.Type, "AWS::IAM::") && name == "Arn":
			nest(to, name, res.ARN+"/"+cmp.Or(textAt(inner, strings.Trim(r.id, "{}")), res.ID))
		case "{"+name+"}" == r.arn || strings.HasSuffix(strings.ToLower(name), "arn"):
			nest(to, name, res.ARN)
		case !r.fills(name):
			nest(to, name, res.ID)
		}
	}
}

// general tells what does not come of a row.
func general(name string) bool {
	return slices.Contains([]string{"", "account", "partition", "region", "value", "parent"}, name)
}

// fills tells whether a document says what a member of a row is.
func (r *Reader) fills(name string) bool {
	if !strings.Contains(strings.Replace(r.id, "{", "", 1), "{") {
		return false
	}
	return slices.ContainsFunc(append([]*operation{r.list}, r.under...), func(o *operation) bool {
		return slices.ContainsFunc(o.fills, func(f fill) bool { return strings.EqualFold(f.from, name) })
	})
}

func lastWord(text string) string { return text[strings.LastIndexAny(text, "/:")+1:] }

func firstText(v any) string {
	text, _ := v.(string)
	return text
}

// prepare has an answer ready to each question that readers will have of the lists.
func (p *posed) prepare(lists map[*operation]*list) {
	contents, of := map[string]any{}, map[string]*operation{}
	for o, l := range lists {
		asked := p.asks(o, nil)
		if of[asked] == nil {
			of[asked], contents[asked] = o, map[string]any{}
		}
		rows := make([]any, len(l.entries))
		for i, e := range l.entries {
			rows[i] = e.content()
			p.entry(l, e)
		}
		switch {
		case outer(o) != "":
			nest(contents[asked].(map[string]any), outer(o), rows)
		case len(rows) > 0:
			contents[asked] = rows[0]
		}
	}
	for asked, o := range of {
		p.answers[asked] = p.says(o, contents[asked])
		if l := lists[o]; len(l.entries) == 0 && len(o.none) > 0 {
			p.answers[asked] = refuses(o)
		}
	}
}

// content is the row with the rows in it.
func (e *entry) content() any {
	row, ok := e.row.(map[string]any)
	if !ok {
		return e.row
	}
	out := map[string]any{}
	merge(out, row)
	for r, children := range e.children {
		if len(r.under) > 0 {
			continue
		}
		_, inner, _ := strings.Cut(r.list.rows, "/")
		rows := make([]any, len(children))
		for i, child := range children {
			rows[i] = child.row
		}
		nest(out, inner, rows)
	}
	return out
}

// entry prepares for what is asked about one thing.
func (p *posed) entry(l *list, e *entry) {
	for _, r := range l.readers {
		switch {
		case len(r.under) > 0:
			for i, o := range r.under {
				p.under(r, o, e, i == 0)
			}
		case !r.nested():
			p.each(r, e)
		}
	}
}

// under prepares for what lies under a thing, all of which the first of several lists has.
func (p *posed) under(r *Reader, o *operation, e *entry, first bool) {
	content := map[string]any{}
	for i, child := range e.children[r] {
		if !first {
			break
		}
		o.list(content, child.row, i)
		p.each(r, child)
	}
	asked := p.asks(o, e.row)
	if p.answers[asked] = p.says(o, content); len(content) == 0 && len(o.none) > 0 {
		p.answers[asked] = refuses(o)
	}
}

// list puts a row where an answer has it: on a list, among the members of an object, or in a row around it.
func (o *operation) list(content map[string]any, row any, number int) {
	outer, inner, nested := strings.Cut(strings.ReplaceAll(o.rows, "*", fmt.Sprint(number)), "/")
	own := listed(row)
	if nested {
		around := inside(row.(map[string]any)["parent"])
		nest(around, inner, own)
		own = around
	}
	if !nested && strings.HasSuffix(o.rows, "*") {
		nest(content, outer, own)
		return
	}
	before, _ := at(content, outer).([]any)
	nest(content, outer, append(before, own))
}

// listed is a row as a list has it: a text where that is all.
func listed(row any) any {
	if m, ok := row.(map[string]any); ok {
		return cmp.Or(m["value"], any(inside(m)))
	}
	return row
}

// inside are the members of a row without what lies around it.
func inside(row any) map[string]any {
	out := map[string]any{}
	merge(out, row)
	delete(out, "parent")
	return out
}

func (p *posed) each(r *Reader, e *entry) {
	for _, o := range r.each {
		if !o.only.ask(e.row) {
			continue
		}
		content := map[string]any{}
		for _, f := range o.fills {
			if v := f.undo(at(e.documents[r], f.to), at(content, f.from)); v != nil {
				nest(content, f.from, v)
			}
		}
		asked := p.asks(o, e.row)
		switch {
		case o.place:
			p.answers[asked] = func(w http.ResponseWriter) {
				_, _ = io.WriteString(w, "<LocationConstraint>eu-central-1</LocationConstraint>")
			}
		case len(content) == 0 && len(o.none) > 0:
			p.answers[asked] = refuses(o)
		default:
			if w, root := p.wires.answer(o); r.keep.path != "" && !r.keep.not {
				if _, err := w.follow(root, r.keep.path); err == nil {
					nest(content, r.keep.path, r.keep.words[0])
				}
			}
			p.answers[asked] = p.says(o, o.within(content))
		}
	}
}

// within puts rows where an answer has them.
func (o *operation) within(content map[string]any) map[string]any {
	if o.rows == "" {
		return content
	}
	var rows any = content
	if own, ok := content[""]; ok {
		rows = own
	}
	out := map[string]any{}
	nest(out, o.rows, rows)
	return out
}

// asks is what a request about a row comes to.
func (p *posed) asks(o *operation, row any) string {
	method, target, body, header := o.service.compose(o, p.account().fields(row, p.region(o)), "")
	uri := httptest.NewRequest(method, target, nil).URL.RequestURI()
	return strings.Join([]string{method, uri, header["X-Amz-Target"], o.service.signing, string(body)}, " ")
}

func refuses(o *operation) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) { (&fake{}).fault(w, o, http.StatusNotFound, o.none[0]) }
}

// says writes an answer in the protocol of its service.
func (p *posed) says(o *operation, content any) func(http.ResponseWriter) {
	w, root := p.wires.answer(o)
	var text string
	switch fitted := w.fit(root, content); {
	case w.Shapes[root.Shape].Type == "string": // of S3, a policy as it is
		for _, inner := range content.(map[string]any) {
			text = asText(inner)
		}
	case o.service.protocol == "query":
		text = fmt.Sprintf("<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult></%[1]sResponse>", o.action, asXML(fitted))
	case w.xml:
		text = fmt.Sprintf("<%[1]sResponse>%[2]s</%[1]sResponse>", o.action, asXML(fitted))
	default:
		text = asText(fitted)
	}
	return func(to http.ResponseWriter) { _, _ = io.WriteString(to, text) }
}

func asText(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	text, _ := json.Marshal(v)
	return string(text)
}
