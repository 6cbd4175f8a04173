package scan_test

import (
	"context"
	"testing"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/internal/gen/project"
	"github.com/lintel-iac/lintel/scan"
)

// All checks on a large project whose modules are called once.
func BenchmarkFlat(b *testing.B) { benchmark(b, project.Flat) }

// All checks on one module of 40 resources, called a hundred times.
func BenchmarkCalls(b *testing.B) {
	benchmark(b, func(dir string) error { return project.Calls(dir, 100) })
}

func benchmark(b *testing.B, write func(dir string) error) {
	dir := b.TempDir()
	if err := write(dir); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	resources := 0
	for b.Loop() {
		report, err := scan.Run(context.Background(), scan.Options{Paths: []string{dir}, Checks: all.Checks})
		if err != nil || len(report.Findings) == 0 {
			b.Fatal(err, "no findings")
		}
		resources = report.Summary.Resources
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(resources), "ns/resource")
}
