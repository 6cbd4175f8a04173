package bench

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestInitTrace(t *testing.T) {
	got := parseInits([]byte("init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs\n" +
		"something else\n" +
		"init net/http @1.5 ms, 1.25 ms clock, 4096 bytes, 12 allocs\n"))
	want := []packageTime{{"internal/bytealg", 0}, {"net/http", 1250 * time.Microsecond}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMedian(t *testing.T) {
	same := func(n int) int { return n }
	for _, c := range []struct {
		values []int
		want   int
	}{{[]int{7}, 7}, {[]int{9, 1, 5}, 5}, {[]int{4, 3, 2, 1}, 2}} {
		if got := median(c.values, same); got != c.want {
			t.Errorf("median of %v is %d, want %d", c.values, got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	var out bytes.Buffer
	err := printTable(&out, []row{
		duration("fast", 5*time.Millisecond, 20*time.Millisecond),
		memory("large", 60<<20, 30<<20),
		memory("untold", 0, 30<<20),
	}, []string{"a note"})
	if err != nil {
		t.Fatal(err)
	}
	want := `WHAT    BUDGET  MEASURED                  RATIO
fast    20ms    5ms                       0.25   ok
large   30 MB   60 MB                     2.00   over
untold  30 MB   not known on this system  –      –
a note
`
	var got strings.Builder
	for line := range strings.Lines(out.String()) {
		got.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	if err := write("count", dir); err != nil {
		t.Fatal(err)
	}
	if err := parseFolder(dir); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "broken.tf"), []byte("resource {"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := parseFolder(dir); err == nil || !strings.Contains(err.Error(), "broken.tf") {
		t.Errorf("got %v, want an error that names broken.tf", err)
	}
}

// A run that ends otherwise than it should is no measurement.
func TestRunWantsItsStatus(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	noTests := []string{self, "-test.run=^$"}
	if took, _, err := run(command{args: noTests}); err != nil || took.wall <= 0 || took.cpu <= 0 {
		t.Errorf("got %v, %v", took, err)
	}
	if _, _, err := run(command{args: noTests, findings: true}); err == nil {
		t.Error("exit status 0 passes for a scan with findings")
	}
}
