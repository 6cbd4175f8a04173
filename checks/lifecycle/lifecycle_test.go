package lifecycle

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// The table is sorted within each product, and every line of it can be read.
func TestTable(t *testing.T) {
	var last string
	sourced := false
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		fields := strings.Fields(line)
		switch {
		case line == "":
			last, sourced = "", false
		case strings.HasPrefix(line, "#"):
			sourced = sourced || strings.HasPrefix(line, "# https://docs.aws.amazon.com/")
		case !sourced:
			t.Errorf("%q has no source above it", line)
		case len(fields) < 3 || len(fields) > 4:
			t.Errorf("%q is no line of the table", line)
		default:
			if key := fields[0] + " " + fields[1]; key <= last {
				t.Errorf("%q stands behind %q", key, last)
			} else {
				last = key
			}
			var days []time.Time
			for _, field := range fields[2:] {
				d, err := time.Parse(time.DateOnly, field)
				if err != nil {
					t.Error(err)
				}
				days = append(days, d)
			}
			if !slices.IsSortedFunc(days, time.Time.Compare) {
				t.Errorf("%q ends its extended support first", line)
			}
		}
	}
}

func TestOf(t *testing.T) {
	for _, test := range []struct{ product, version, standard string }{
		{"mysql", "5.7.44", "2024-02-29"}, {"mysql", "5.7", "2024-02-29"}, {"mysql", "5.70", ""}, {"mysql", "9", ""},
		{"lambda", "java8", "2024-01-08"}, {"lambda", "java8.al2", "2027-06-30"}, {"lambda", "provided", "2024-01-08"}, {"lambda", "provided.al2", "2026-07-31"}, {"lambda", "provided.al2027", ""},
		{"aurora-mysql", "5.7.mysql_aurora.2.11.1", "2024-10-31"}, {"redis", "5.x", "2026-01-31"},
		{"opensearch", "Elasticsearch_7.10", "2027-11-07"}, {"opensearch", "OpenSearch_3.1", ""}, {"eks", "1.3", "2019-07-22"}, {"eks", "1.99", ""}, {"eks", "", ""},
		{"mariadb", "10.6.23", "2026-12-31"}, {"mariadb", "11.8.6", "2028-06-30"}, {"aurora-mysql", "8.4.mysql_aurora.8.4.7", "2032-04-30"},
		{"neptune", "1.2.1.0.R7", "2026-12-04"}, {"neptune", "1.4.6.1", "2027-03-06"}, {"neptune", "1.4.6.2", "2027-06-03"}, {"glue", "5.0", ""},
		{"rabbitmq", "3.7.6", "2024-09-16"}, {"rabbitmq", "4.1", ""}, {"lambda", "nodejs0", ""}, {"docdb", "v3", ""}, {"", "5.7", ""},
	} {
		s, ok := Of(test.product, test.version)
		if ok != (test.standard != "") || ok && s.Standard.Format(time.DateOnly) != test.standard {
			t.Errorf("Of(%q, %q) is %v, %t, want %q", test.product, test.version, s, ok, test.standard)
		}
	}
}

func TestEnded(t *testing.T) {
	s, _ := Of("lambda", "python3.9")
	for today, want := range map[string]bool{"2025-12-14": false, "2025-12-15": false, "2025-12-16": true} {
		if got := s.Ended(day(today)); got != want {
			t.Errorf("on %s it has ended: %t", today, got)
		}
	}
	if s.Ended(day("2025-12-15").Add(23 * time.Hour)) {
		t.Error("the last day is not over before midnight")
	}
}

func TestOver(t *testing.T) {
	for _, test := range []struct{ product, version, today, want string }{
		{"lambda", "python3.9", "2026-01-01", "standard support ended on 2025-12-15"},
		{"eks", "1.30", "2026-07-23", "standard support ended on 2025-07-23, extended support, at extra cost, ends on 2026-07-23"},
		{"eks", "1.30", "2026-07-24", "standard support ended on 2025-07-23, and extended support on 2026-07-23"},
		{"rabbitmq", "3.7", "2026-01-01", "standard support of the later 3.8 ended on 2024-09-16"},
	} {
		s, _ := Of(test.product, test.version)
		if got := s.over(day(test.today)); got != test.want {
			t.Errorf("%s %s on %s: %q, want %q", test.product, test.version, test.today, got, test.want)
		}
	}
}
