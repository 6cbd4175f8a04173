package formats

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan/history"
)

// TrendText writes for people what became of the findings, a line for each run, then
// where those that are open now lie.
func TrendText(w io.Writer, points []history.Point) error {
	out := bufio.NewWriter(w)
	if len(points) == 0 {
		_, _ = out.WriteString("No run is in this history.\n") // Flush reports errors
		return out.Flush()
	}
	fmt.Fprintf(out, "%-10s  %7s  %7s  %7s  %7s  %7s  %s\n", "date", "open", "new", "fixed", "settled", "accepted", "by severity")
	for _, p := range points {
		mark := ""
		if !p.Complete {
			mark = "  content was lost"
		}
		fmt.Fprintf(out, "%-10s  %7d  %7d  %7d  %7d  %8d  %s%s\n", p.Date, p.Open.Total, p.New, p.Fixed, p.Settled, p.Accepted.Total,
			bySeverityInWords(p.Open.BySeverity), mark)
	}
	last := points[len(points)-1]
	for _, list := range [...]struct {
		title   string
		numbers map[string]int
	}{{"open, by owner", last.Open.ByOwner}, {"open, by check", last.Open.ByCheck}, {"accepted, by owner", last.Accepted.ByOwner}} {
		trendList(out, list.title, list.numbers)
	}
	return out.Flush()
}

func bySeverityInWords(numbers map[string]int) string {
	var parts []string
	for severity := int(checks.Critical); severity >= 0; severity-- {
		word := checks.Severity(severity).String()
		if n := numbers[word]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, ", ")
}

// mostListed is how many owners or checks a trend names.
const mostListed = 20

func trendList(out io.Writer, title string, numbers map[string]int) {
	if len(numbers) == 0 {
		return
	}
	words := slices.SortedFunc(maps.Keys(numbers), func(a, b string) int {
		if numbers[a] != numbers[b] {
			return numbers[b] - numbers[a]
		}
		return strings.Compare(a, b)
	})
	_, _ = fmt.Fprintf(out, "\n%s\n", title)
	for i, word := range words {
		if i == mostListed {
			_, _ = fmt.Fprintf(out, "         and %d more\n", len(words)-i)
			break
		}
		name := printable(word)
		if name == "" {
			name = "(nobody)"
		}
		_, _ = fmt.Fprintf(out, "%7d  %s\n", numbers[word], name)
	}
}

type pointJSON struct {
	Date     string         `json:"date"`
	Complete bool           `json:"complete"`
	Open     history.Counts `json:"open"`
	Accepted history.Counts `json:"accepted"`
	New      int            `json:"new"`
	Fixed    int            `json:"fixed"`
	Settled  int            `json:"settled"`
	AllFixed int            `json:"all_fixed"`
}

// TrendJSON writes the same for programs, with all counts of each run.
func TrendJSON(w io.Writer, points []history.Point) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text("[")
	for i, p := range points {
		out.element(i, pointJSON{p.Date, p.Complete, p.Open, p.Accepted, p.New, p.Fixed, p.Settled, p.AllFixed})
	}
	out.text("\n]\n")
	return out.flush()
}
