package formats

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan"
)

// A fault that several resources make together is shown with the way to it.
func TestWay(t *testing.T) {
	f := volumeFinding()
	f.Way = []model.Hop{{Name: "route in aws_route_table.public", Range: rng("infra/main.tf", 6, 1, 6, 9)}, {Name: "role aws_iam_role.web"}}
	r := &scan.Report{Findings: []scan.Finding{f}}
	for name, write := range map[string]func(*strings.Builder) error{
		"table":    func(b *strings.Builder) error { return Table(b, r, TableOptions{}) },
		"markdown": func(b *strings.Builder) error { return Markdown(b, r, MarkdownOptions{}) },
		"html":     func(b *strings.Builder) error { return HTML(b, r) },
		"github":   func(b *strings.Builder) error { return GitHub(b, r, GitHubOptions{}) },
	} {
		var b strings.Builder
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"by way of", "route in aws_route_table.public", "infra/main.tf:6:1", "role aws_iam_role.web"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s lacks %q:\n%s", name, want, b.String())
			}
		}
	}
	for _, fault := range faults(t, scanSchema(t), printJSON(t, r)) {
		t.Error(fault)
	}
	flows := parseSARIF(t, r, SARIFOptions{}).Results[0].CodeFlows
	if len(flows) != 1 || len(flows[0].ThreadFlows) != 1 || len(flows[0].ThreadFlows[0].Locations) != 3 {
		t.Fatalf("want one flow over two hops to the finding, got %+v", flows)
	}
	if first := flows[0].ThreadFlows[0].Locations[0].Location; *first.Message.Text != "route in aws_route_table.public" {
		t.Errorf("the flow begins at %q", *first.Message.Text)
	}
}
