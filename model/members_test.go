package model

import (
	"fmt"
	"slices"
	"testing"
)

// spelled are members as NAME=VALUE.
func spelled(members Members) string {
	var all []string
	for name, v := range members.All() {
		all = append(all, name+"="+v.String())
	}
	return fmt.Sprint(all)
}

func TestMembersAreInOrder(t *testing.T) {
	members := MembersOf([]Member{{"b", text("1")}, {"a", text("2")}, {"c", text("3")}, {"b", text("4")}})
	for _, test := range []struct {
		what string
		got  Members
		want string
	}{
		{"the last of a name counts", members, "[a=2 b=4 c=3]"},
		{"in the place of another", members.With("b", text("x")), "[a=2 b=x c=3]"},
		{"before all", members.With("A", text("x")), "[A=x a=2 b=4 c=3]"},
		{"after all", members.With("d", text("x")), "[a=2 b=4 c=3 d=x]"},
		{"to none", Members(nil).With("d", text("x")), "[d=x]"},
		{"without one", members.Without("b"), "[a=2 c=3]"},
		{"without one that is not there", members.Without("d"), "[a=2 b=4 c=3]"},
		{"of a map", MembersFrom(members.Map()), "[a=2 b=4 c=3]"},
		{"as they were", members, "[a=2 b=4 c=3]"},
	} {
		if got := spelled(test.got); got != test.want {
			t.Errorf("%s: %s, want %s", test.what, got, test.want)
		}
	}
}

// Few members are searched one by one, many by halves; a Draft of many has an index.
func TestMembersAreFound(t *testing.T) {
	for _, n := range []int{0, 1, few, few + 1, many, many + 1, 5 * many} {
		var draft Draft
		for i := range n {
			draft.Set(fmt.Sprint("member", i*7%n), Missing(here))
			draft.Set(fmt.Sprint("member", i*7%n), text(fmt.Sprint(i*7%n)))
		}
		names := draft.Names()
		members := draft.Members()
		if len(names) != len(members) {
			t.Errorf("of %d members %d are left", len(names), len(members))
		}
		for _, name := range names {
			if v, ok := members.Lookup(name); !ok || "member"+v.String() != name {
				t.Errorf("of %d members %s is %v", n, name, v)
			}
		}
		if !slices.IsSorted(members.Names()) {
			t.Errorf("%v is not in order", members.Names())
		}
		for _, name := range []string{"", "member", "zzz"} {
			if members.Has(name) || members.Named(name).State != Absent {
				t.Errorf("of %d members there is %q", n, name)
			}
		}
	}
}

func TestDraftOfLeavesItsMembersAlone(t *testing.T) {
	members := MembersOf([]Member{{"a", text("1")}, {"b", text("2")}})
	draft := DraftOf(members)
	draft.Set("b", text("3"))
	draft.Set("0", text("4"))
	if got := spelled(draft.Members()); got != "[0=4 a=1 b=3]" {
		t.Errorf("the draft has %s", got)
	}
	if got := spelled(members); got != "[a=1 b=2]" {
		t.Errorf("its source has %s", got)
	}
}
