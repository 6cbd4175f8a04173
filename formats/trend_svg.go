package formats

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"time"

	"github.com/lintel-iac/lintel/scan/history"
)

//go:embed html/trend.gosvg
var trendPicture string

// The picture, and the part of it in which lines are drawn.
const (
	trendWidth, trendHeight           = 760, 340
	trendLeft, trendTop               = 56, 48
	trendRight, trendBottom           = trendWidth - 48, trendHeight - 44
	trendGridLines, mostNamedDays int = 4, 6
)

// TrendSVG draws how many findings are open, accepted, and fixed since the first run.
func TrendSVG(w io.Writer, points []history.Point) error {
	picture, err := template.New("trend").Parse(trendPicture)
	if err != nil {
		return err
	}
	return picture.Execute(w, drawTrend(byDay(points)))
}

// byDay keeps the last run of each day, of those that lost nothing.
func byDay(points []history.Point) []history.Point {
	var days []history.Point
	for _, p := range points {
		if !p.Complete {
			continue
		}
		if n := len(days); n > 0 && days[n-1].Date >= p.Date { // as runs of old revisions may have it
			days[n-1] = p
			continue
		}
		days = append(days, p)
	}
	return days
}

type trendDrawing struct {
	Width, Height            int
	Left, Right, Top, Bottom int
	Title                    string
	Series                   []trendSeries
	Grid                     []trendMark
	Days                     []trendMark
}

type trendSeries struct {
	Name   string
	Now    int
	At     int // where its name stands
	Points []trendPoint
}

type trendPoint struct {
	X, Y  int
	Title string
}

// trendMark is a line of the grid, or a day, with what stands beside it.
type trendMark struct {
	At   int
	Text string
}

func drawTrend(days []history.Point) trendDrawing {
	d := trendDrawing{
		Width: trendWidth, Height: trendHeight, Left: trendLeft, Right: trendRight, Top: trendTop, Bottom: trendBottom,
		Title: "Findings over time",
	}
	if len(days) == 0 {
		d.Title = "No run is in this history"
		return d
	}
	series := [...]struct {
		name string
		of   func(history.Point) int
	}{
		{"open", func(p history.Point) int { return p.Open.Total }},
		{"accepted", func(p history.Point) int { return p.Accepted.Total }},
		{"fixed", func(p history.Point) int { return p.AllFixed }},
	}
	most := 1
	for _, s := range series {
		for _, p := range days {
			most = max(most, s.of(p))
		}
	}
	step := trendStep(most)
	for n := 0; n <= trendGridLines; n++ {
		d.Grid = append(d.Grid, trendMark{trendY(n*step, step), strconv.Itoa(n * step)})
	}
	for i, s := range series {
		line := trendSeries{Name: s.name, Now: s.of(days[len(days)-1]), At: trendLeft + i*150}
		for j, p := range days {
			line.Points = append(line.Points, trendPoint{trendX(days, j), trendY(s.of(p), step), p.Date + ": " + count(s.of(p), "finding") + " " + s.name})
		}
		d.Series = append(d.Series, line)
	}
	d.days(days)
	return d
}

// days names the first and the last day, and some between them that leave room for
// their names.
func (d *trendDrawing) days(days []history.Point) {
	const room = (trendRight - trendLeft) / mostNamedDays
	last := trendX(days, len(days)-1)
	for i, p := range days {
		x := trendX(days, i)
		near := len(d.Days) > 0 && (x-d.Days[len(d.Days)-1].At < room || i < len(days)-1 && last-x < room)
		if !near {
			d.Days = append(d.Days, trendMark{x, p.Date})
		}
	}
}

// trendStep is between two lines of the grid: 1, 2 or 5 with noughts behind it.
func trendStep(most int) int {
	for step := 1; ; step *= 10 {
		for _, n := range [...]int{step, 2 * step, 5 * step} {
			if n*trendGridLines >= most {
				return n
			}
		}
	}
}

func trendY(n, step int) int {
	return trendBottom - n*(trendBottom-trendTop)/(step*trendGridLines)
}

// trendX is the place of a day, in proportion to the time.
func trendX(days []history.Point, i int) int {
	since := func(i int) int {
		first, _ := time.Parse(time.DateOnly, days[0].Date)
		day, _ := time.Parse(time.DateOnly, days[i].Date)
		return int(day.Sub(first).Hours() / 24)
	}
	all := since(len(days) - 1)
	if all == 0 {
		return (trendLeft + trendRight) / 2
	}
	return trendLeft + since(i)*(trendRight-trendLeft)/all
}
