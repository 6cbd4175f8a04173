package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestFallbacksAreSortedAndSourced(t *testing.T) {
	for i, f := range fallbacks {
		if i > 0 && cmp.Or(compareFallbacks(fallbacks[i-1], f), cmp.Compare(fallbacks[i-1].format, f.format)) >= 0 {
			t.Errorf("%s %s %s is out of order", f.typ, f.path, f.format)
		}
		if f.format == "" && i > 0 && compareFallbacks(fallbacks[i-1], f) == 0 {
			t.Errorf("%s %s is for all formats and for some", f.typ, f.path)
		}
		if !strings.HasPrefix(f.source, "https://") {
			t.Errorf("%s %s has no source", f.typ, f.path)
		}
		switch f.value.(type) {
		case bool, float64, string:
		default:
			t.Errorf("%s %s is %T", f.typ, f.path, f.value)
		}
	}
}

// A path that starts at a folded place goes on in the companion, whose type ends in the place.
func TestFallbacksAreInTheSchema(t *testing.T) {
	for _, f := range fallbacks {
		place, below, _ := strings.Cut(f.path, ".")
		if !Resource(f.typ).Has(f.path) && !Resource(f.typ+"_"+place).Has(below) {
			t.Errorf("neither %s nor a companion has %s", f.typ, f.path)
		}
	}
}

func TestInlinesAreSortedAndInTheSchema(t *testing.T) {
	if !slices.IsSortedFunc(inlines[:], func(a, b inline) int {
		return cmp.Or(cmp.Compare(a.typ, b.typ), cmp.Compare(a.path, b.path))
	}) {
		t.Error("out of order")
	}
	for _, in := range inlines {
		if !Resource(in.typ).Has(in.path) {
			t.Errorf("%s has no %s", in.typ, in.path)
		}
		if strings.HasPrefix(in.typ, "aws_s3_bucket") && !Resource(in.typ+"_"+in.place).Has(in.under) && in.under != "" {
			t.Errorf("%s_%s has no %s", in.typ, in.place, in.under)
		}
	}
}

func TestRenamesAreInTheSchemaAndAgree(t *testing.T) {
	for _, r := range renames {
		old, canonical := Resource(r.old), Resource(r.canonical)
		if old == nil || canonical == nil {
			t.Errorf("no schema for %s or %s", r.old, r.canonical)
			continue
		}
		for _, a := range old.Attributes {
			if !canonical.Has(a.Name) {
				t.Errorf("%s has no %s", r.canonical, a.Name)
			}
		}
		for _, b := range old.Blocks {
			if !canonical.Has(b.Name) {
				t.Errorf("%s has no %s", r.canonical, b.Name)
			}
		}
	}
}

func compareFallbacks(a, b fallback) int {
	return cmp.Or(cmp.Compare(a.typ, b.typ), cmp.Compare(a.path, b.path))
}
