package formats

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/lintel-iac/lintel/scan"
)

func TestHTML(t *testing.T) {
	golden(t, "report.html", printed(t, sample(), HTML))
}

func parseHTML(t *testing.T, out string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func nodes(doc *html.Node, tag string) []*html.Node {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (n.Data == tag || tag == "") {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// The page fetches nothing: it has a policy that forbids it, and nothing that
// would.
func TestHTMLNeedsNoNetwork(t *testing.T) {
	doc := parseHTML(t, printed(t, sample(), HTML))
	for _, n := range nodes(doc, "") {
		if n.Data == "link" || n.Data == "img" || n.Data == "iframe" || attribute(n, "src") != "" {
			t.Errorf("there is a %s", n.Data)
		}
	}
	policy := attribute(nodes(doc, "meta")[1], "content")
	for _, part := range []string{"default-src 'none'", htmlHash(htmlScript), htmlHash(htmlStyle)} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy %q lacks %q", policy, part)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(htmlStyle, "url(") {
		t.Error("the policy or the style lets something in")
	}
}

// What the hash allows is what stands in the page, byte for byte.
func TestHTMLScriptIsTheOneAllowed(t *testing.T) {
	doc := parseHTML(t, printed(t, sample(), HTML))
	scripts, styles := nodes(doc, "script"), nodes(doc, "style")
	if len(scripts) != 1 || textOf(scripts[0]) != htmlScript {
		t.Errorf("%d scripts, or another", len(scripts))
	}
	if len(styles) != 1 || textOf(styles[0]) != htmlStyle {
		t.Errorf("%d styles, or another", len(styles))
	}
}

func TestHTMLKeepsHostileTextAsText(t *testing.T) {
	doc := parseHTML(t, printed(t, sample(), HTML))
	if text := textOf(nodes(doc, "main")[0]); !strings.Contains(text, printable(hostile)) {
		t.Error("the hostile address is not there as text")
	}
	for _, n := range nodes(doc, "") {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
}

func TestHTMLShowsEveryFinding(t *testing.T) {
	doc := parseHTML(t, printed(t, sample(), HTML))
	verdicts := make(map[string]int)
	for _, n := range nodes(doc, "li") {
		if verdict := attribute(n, "data-verdict"); verdict != "" {
			verdicts[verdict]++
		}
	}
	if verdicts["fail"] != 5 || verdicts["unknown"] != 1 || verdicts["suppressed"] != 1 || verdicts["pass"] != 1 {
		t.Errorf("verdicts are %v", verdicts)
	}
	text := textOf(doc)
	for _, words := range []string{"aws_ebs_volume.data[2]", "test data only", "set by the value given for var.status", "12 resources of types that no check knows"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not there", words)
		}
	}
	if mark := textOf(nodes(doc, "mark")[0]); mark == "" {
		t.Error("no code is marked")
	}
}

// Boxes and the search have labels, the page a language, a title and headings.
func TestHTMLIsAccessible(t *testing.T) {
	doc := parseHTML(t, printed(t, sample(), HTML))
	if attribute(nodes(doc, "html")[0], "lang") != "en" || textOf(nodes(doc, "title")[0]) == "" {
		t.Error("there is no language or no title")
	}
	if len(nodes(doc, "main")) != 1 || len(nodes(doc, "h1")) != 1 {
		t.Error("there is not one main part, or not one heading")
	}
	for _, input := range nodes(doc, "input") {
		if input.Parent.Data != "label" || strings.TrimSpace(textOf(input.Parent)) == "" {
			t.Errorf("input %v has no label", input.Attr)
		}
	}
	for _, set := range nodes(doc, "fieldset") {
		if textOf(set.FirstChild) == "" || set.FirstChild.Data != "legend" {
			t.Error("a fieldset has no legend")
		}
	}
	if status := nodes(doc, "form")[0]; attribute(status, "role") != "search" || !strings.Contains(printed(t, sample(), HTML), `role="status"`) {
		t.Error("the filter has no role, or does not say what it did")
	}
}

func TestHTMLFoldsLargeReports(t *testing.T) {
	for n, open := range map[int]bool{mostOpen: true, mostOpen + 1: false} {
		out := printed(t, many(n), HTML)
		if got := strings.Contains(out, `data-severity="high" open>`); got != open {
			t.Errorf("of %d findings the check is open: %v", n, got)
		}
	}
}

func TestHTMLOfNothing(t *testing.T) {
	doc := parseHTML(t, printed(t, &scan.Report{}, HTML))
	if len(nodes(doc, "script")) != 0 || !strings.Contains(textOf(doc), "Nothing was judged") {
		t.Error("an empty report has a script, or does not say that nothing was judged")
	}
}
