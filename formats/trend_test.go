package formats

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/lintel-iac/lintel/scan/history"
)

// trendSample has two runs on one day, an owner who means harm and a lost run.
func trendSample() []history.Point {
	var points []history.Point
	fixed := 0
	for i, day := range []string{"2030-01-01", "2030-01-08", "2030-01-15", "2030-01-15", "2030-02-01", "2030-06-01"} {
		open := 40 - i*6
		fixed += i
		p := history.Point{Date: day, New: i % 2, Fixed: i, AllFixed: fixed, Complete: i != 2}
		p.Open = history.Counts{
			Total: open, BySeverity: map[string]int{"high": open - 4, "low": 4},
			ByOwner: map[string]int{"": 4, "@acme/data": open - 5, hostile: 1}, ByCheck: map[string]int{"aws-tags-missing": open},
		}
		p.Accepted = history.Counts{Total: 3 + i, BySeverity: map[string]int{"low": 3 + i}, ByOwner: map[string]int{"web": 3 + i}, ByCheck: map[string]int{"aws-tags-missing": 3 + i}}
		points = append(points, p)
	}
	return points
}

func TestTrend(t *testing.T) {
	for file, print := range map[string]func(io.Writer, []history.Point) error{
		"trend.txt": TrendText, "trend.json": TrendJSON, "trend.svg": TrendSVG,
	} {
		var out bytes.Buffer
		if err := print(&out, trendSample()); err != nil {
			t.Fatal(err)
		}
		golden(t, file, out.String())
	}
}

// The picture is well-formed whatever there is to draw.
func TestTrendSVGIsXML(t *testing.T) {
	long := trendSample()
	for i := range 400 {
		long = append(long, history.Point{Date: fmt.Sprintf("20%02d-01-01", 31+i/10), AllFixed: i * i * 100, Complete: true})
	}
	for _, points := range [][]history.Point{nil, trendSample()[:1], trendSample(), long} {
		var out bytes.Buffer
		if err := TrendSVG(&out, points); err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(&out)
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%d points: %v", len(points), err)
			}
		}
	}
}
