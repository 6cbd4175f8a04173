package bench

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// row sets a measured value off against its budget.
type row struct {
	what             string
	budget, measured string
	ratio            float64 // negative: not measured here
}

func duration(what string, measured, budget time.Duration) row {
	return row{what, round(budget).String(), round(measured).String(), max(0, float64(measured)/float64(budget))}
}

func memory(what string, measured, budget int64) row {
	if measured == 0 {
		return row{what, megabytes(budget), "not known on this system", -1}
	}
	return row{what, megabytes(budget), megabytes(measured), float64(measured) / float64(budget)}
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", (n+1<<19)>>20) }

// round leaves three digits or so; more would only be noise.
func round(d time.Duration) time.Duration {
	switch {
	case d >= time.Second:
		return d.Round(10 * time.Millisecond)
	case d >= 10*time.Millisecond:
		return d.Round(100 * time.Microsecond)
	case d >= time.Millisecond:
		return d.Round(10 * time.Microsecond)
	}
	return d.Round(10 * time.Nanosecond)
}

func (r row) verdict() (ratio, word string) {
	switch {
	case r.ratio < 0:
		return "–", "–"
	case r.ratio > 1:
		return fmt.Sprintf("%.2f", r.ratio), "over"
	}
	return fmt.Sprintf("%.2f", r.ratio), "ok"
}

func printTable(w io.Writer, rows []row, notes []string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "WHAT\tBUDGET\tMEASURED\tRATIO\t")
	for _, r := range rows {
		ratio, word := r.verdict()
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.what, r.budget, r.measured, ratio, word)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, n := range notes {
		if _, err := fmt.Fprintln(w, n); err != nil {
			return err
		}
	}
	return nil
}
