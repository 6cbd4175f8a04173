package terraform_test

import (
	"context"
	"os"
	"testing"

	"github.com/lintel-iac/lintel/internal/gen/project"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// One module of 40 resources, called a hundred times.
func BenchmarkCalls(b *testing.B) {
	benchmark(b, func(dir string) error { return project.Calls(dir, 100) })
}

// One block with a count of ten thousand.
func BenchmarkCount(b *testing.B) {
	benchmark(b, func(dir string) error { return project.Count(dir, 10_000) })
}

// Modules that are called once: what parsing costs, mostly.
func BenchmarkFlat(b *testing.B) {
	benchmark(b, project.Flat)
}

func benchmark(b *testing.B, write func(dir string) error) {
	dir := b.TempDir()
	if err := write(dir); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	instances := 0
	for b.Loop() {
		scope, diags, err := terraform.New(os.DirFS(dir)).Parse(context.Background(), ".", terraform.Inputs{})
		if err != nil || diags.HasErrors() {
			b.Fatal(err, diags)
		}
		instances = len(scope.Resources)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(instances), "ns/instance")
}
