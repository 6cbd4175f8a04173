package awslive

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// unit and resource lines of a snapshot, as a test wants them.
type seen struct {
	units     []snapshot.Unit
	resources []snapshot.Resource
}

func readAll(t *testing.T, f *fake, readers []*Reader) seen {
	t.Helper()
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	if err := w.Head(snapshot.Head{}); err != nil {
		t.Fatal(err)
	}
	err := Read(context.Background(), w, Options{
		Accounts: []*Account{f.account()}, Regions: []string{"eu-central-1"}, Readers: readers, Sleep: quick,
	})
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, &text)
}

func decoded(t *testing.T, text *bytes.Buffer) seen {
	t.Helper()
	var s seen
	if err := snapshot.Each(bytes.NewReader(text.Bytes()), func(u snapshot.Unit, resources []snapshot.Resource) {
		s.units = append(s.units, u)
		s.resources = append(s.resources, resources...)
	}); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryReaderReads(t *testing.T) {
	got := readAll(t, newFake(t), Readers())
	for _, u := range got.units {
		if u.State != snapshot.Complete {
			t.Errorf("%s is %s: %+v", u.Read, u.State, u.Gap)
		}
	}
	for _, r := range Readers() {
		if !slices.ContainsFunc(got.resources, func(res snapshot.Resource) bool { return res.Type == r.Type }) {
			t.Errorf("no %s was read", r.Type)
		}
	}
	for _, r := range got.resources {
		if r.ID == "" || strings.HasPrefix(r.ID, "|") || strings.HasSuffix(r.ID, "/") {
			t.Errorf("%s has the id %q", r.Type, r.ID)
		}
	}
}

// What a call that is denied would have told is unknown, with the permission that is missing: a list that is denied
// leaves its types in doubt, any other call the attributes that it fills.
func TestEveryDenialIsNoted(t *testing.T) {
	denials := 0
	for _, r := range Readers() {
		for _, o := range r.operations() {
			if o.place {
				continue // what follows is asked in the home region
			}
			f := newFake(t)
			f.refuse = func(op string) (int, string) {
				if op == o.name {
					return http.StatusForbidden, "AccessDeniedException"
				}
				return 0, ""
			}
			got := readAll(t, f, []*Reader{r})
			f.Close()
			denials++
			if o == r.list || slices.Contains(r.under, o) {
				noteOfType(t, got, r, o)
				continue
			}
			for _, res := range got.resources {
				noteOfAttributes(t, res, r, o)
			}
			if len(got.resources) == 0 {
				t.Errorf("without %s no %s is there", o.name, r.Type)
			}
		}
	}
	t.Logf("%d denials", denials)
}

func noteOfType(t *testing.T, got seen, r *Reader, o *operation) {
	t.Helper()
	if len(got.units) != 1 || got.units[0].State != snapshot.Denied || got.units[0].Gap.Action != o.permission() || !slices.Contains(got.units[0].Missing, r.Type) {
		t.Errorf("without %s the units are %+v", o.name, got.units)
	}
}

func noteOfAttributes(t *testing.T, res snapshot.Resource, r *Reader, o *operation) {
	t.Helper()
	if o.exists && !res.Doubtful {
		t.Errorf("without %s %s is certainly there", o.name, r.Type)
	}
	for _, fill := range o.fills {
		name, _, _ := strings.Cut(fill.to, ".")
		gap, noted := res.Unknown[fill.to]
		if !noted {
			gap = res.Unknown[name]
		}
		if gap.State != snapshot.Denied || gap.Action != o.permission() {
			t.Errorf("without %s %s of %s is %+v", o.name, fill.to, r.Type, gap)
		}
	}
}

func TestDeniedByCloudControl(t *testing.T) {
	queue := readerOf(t, "AWS::SQS::Queue")
	for _, o := range []*operation{listResources, getResource} {
		f := newFake(t)
		f.refuse = func(op string) (int, string) {
			if op == o.name {
				return http.StatusBadRequest, "AccessDeniedException"
			}
			return 0, ""
		}
		noteOfType(t, readAll(t, f, []*Reader{queue}), queue, o)
	}
}

func readerOf(t *testing.T, typ string) *Reader {
	t.Helper()
	for _, r := range Readers() {
		if r.Type == typ {
			return r
		}
	}
	t.Fatalf("nothing reads %s", typ)
	return nil
}

// Services answer two calls in three that it is too much. No read is lost.
func TestNoReadIsLostWhenThrottled(t *testing.T) {
	f := newFake(t)
	f.pages = 5
	var calls atomic.Int64
	f.refuse = func(string) (int, string) {
		if calls.Add(1)%3 != 0 {
			return http.StatusBadRequest, "ThrottlingException"
		}
		return 0, ""
	}
	volume := readerOf(t, "AWS::EC2::Volume")
	got := readAll(t, f, []*Reader{volume})
	if len(got.resources) != 5 || got.units[0].State != snapshot.Complete {
		t.Errorf("got %d volumes and %+v", len(got.resources), got.units)
	}
}

func TestStatesOfFaults(t *testing.T) {
	for _, test := range []struct {
		status int
		code   string
		want   snapshot.State
	}{
		{http.StatusForbidden, "UnauthorizedOperation", snapshot.Denied},
		{http.StatusBadRequest, "TypeNotFoundException", snapshot.NotOffered},
		{http.StatusForbidden, "OptInRequired", snapshot.RegionOff},
		{http.StatusBadRequest, "UnsupportedActionException", snapshot.Failed},
		{http.StatusInternalServerError, "InternalFailure", snapshot.Failed},
		{http.StatusTooManyRequests, "TooManyRequestsException", snapshot.Failed},
	} {
		f := newFake(t)
		f.refuse = func(string) (int, string) { return test.status, test.code }
		got := readAll(t, f, []*Reader{readerOf(t, "AWS::EC2::Volume")})
		if len(got.units) != 1 || got.units[0].State != test.want {
			t.Errorf("%s makes the unit %+v", test.code, got.units)
		}
	}
}

// A page that leads back to itself is no endless list, and no complete one.
func TestPagesThatGoRound(t *testing.T) {
	f := newFake(t)
	f.pages, f.stuck = 3, true
	got := readAll(t, f, []*Reader{readerOf(t, "AWS::EC2::Volume")})
	if got.units[0].State != snapshot.Failed {
		t.Errorf("the unit is %+v", got.units[0])
	}
}

// What was cut short is gone on with: what is there is not read again.
func TestResume(t *testing.T) {
	f := newFake(t)
	readers := []*Reader{readerOf(t, "AWS::EC2::Volume"), readerOf(t, "AWS::EC2::Subnet"), readerOf(t, "AWS::KMS::Key")}
	f.refuse = func(op string) (int, string) {
		if op == "ec2:DescribeSubnets" {
			return http.StatusForbidden, "AccessDenied"
		}
		return 0, ""
	}
	var first, second bytes.Buffer
	w := snapshot.NewWriter(&first)
	_ = w.Head(snapshot.Head{})
	options := Options{Accounts: []*Account{f.account()}, Regions: []string{"eu-central-1"}, Readers: readers, Sleep: quick}
	if err := Read(context.Background(), w, options); err != nil {
		t.Fatal(err)
	}
	before, _, err := snapshot.Read(&first, "first")
	if err != nil {
		t.Fatal(err)
	}
	f.refuse, f.asked = nil, map[string]int{}
	w = snapshot.NewWriter(&second)
	if err := before.CopySettled(w); err != nil {
		t.Fatal(err)
	}
	options.Done = before.Settled
	if err := Read(context.Background(), w, options); err != nil {
		t.Fatal(err)
	}
	if len(f.asked) != 1 || f.asked["ec2:DescribeSubnets"] != 1 {
		t.Errorf("asked %v again", f.asked)
	}
	if got := decoded(t, &second); len(got.units) != 3 || len(got.resources) != 3 {
		t.Errorf("got %d units and %d resources", len(got.units), len(got.resources))
	}
}

// Of an account that lets nobody in everything is in doubt.
func TestShut(t *testing.T) {
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_ = w.Head(snapshot.Head{})
	if err := Shut(w, "111122223333", errors.New("not trusted")); err != nil {
		t.Fatal(err)
	}
	contents, _, err := snapshot.Read(&text, "x")
	if err != nil {
		t.Fatal(err)
	}
	gaps := snapshot.Join(contents.Gaps())
	if len(gaps) != 1 || gaps[0].Reason() != "sts:AssumeRole was denied: not trusted" {
		t.Errorf("the gaps are %+v", gaps)
	}
	scope, _ := snapshot.Scope(contents.Parts[0])
	if buckets := scope.OfType("aws_s3_bucket"); len(buckets) != 1 || !buckets[0].Unseen() {
		t.Errorf("the buckets are %v", buckets)
	}
}

// Shards have all pairs of account and region among them, and none twice.
func TestShards(t *testing.T) {
	for pair := 1; pair < 50; pair++ {
		holders := 0
		for number := 1; number <= 4; number++ {
			if (Shard{number, 4}).has(pair) {
				holders++
			}
		}
		if holders != 1 {
			t.Errorf("%d shards have pair %d", holders, pair)
		}
	}
}

// What is throttled however often it is asked is unknown for that reason, and no pass.
func TestThrottledToTheEnd(t *testing.T) {
	f := newFake(t)
	f.refuse = func(string) (int, string) { return http.StatusBadRequest, "ThrottlingException" }
	got := readAll(t, f, []*Reader{readerOf(t, "AWS::EC2::Volume")})
	if n := f.asked["ec2:DescribeVolumes"]; n != attempts {
		t.Errorf("it was asked %d times", n)
	}
	const why = "ec2:DescribeVolumes failed: throttled each of 12 times (ThrottlingException)"
	if len(got.units) != 1 || got.units[0].Gap.Reason() != why {
		t.Errorf("the units are %+v", got.units)
	}
	var text bytes.Buffer
	w := snapshot.NewWriter(&text)
	_, _ = w.Head(snapshot.Head{}), w.Unit(got.units[0], got.resources)
	contents, _, err := snapshot.Read(&text, "x")
	if err != nil {
		t.Fatal(err)
	}
	scope, _ := snapshot.Scope(contents.Parts...)
	volumes := scope.OfType("aws_ebs_volume")
	if len(volumes) != 1 || !volumes[0].Unseen() || volumes[0].Body.Why.Reason != why {
		t.Errorf("the volumes are %+v", volumes)
	}
}
